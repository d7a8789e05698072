import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import { firstCardFor } from '../checklist/turning.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning } from '../model.ts';
import type { MoveForm } from './form.ts';
import { type Move, movePlannedDay, whyNoMove, whyWouldLapse } from './rules.ts';

/** What pressing “Move the date” came to: moved, or asked again because the approval would lapse. */
export type Moved =
  | { readonly at: AtStage; readonly lapses: null }
  | { readonly at: Returning; readonly lapses: Move & { readonly because: string } };

/** The form for a new planned day. */
export async function askMove(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const no = whyNoMove(found.value.about, found.value.plan, doingOf(by, needs));
  return no ? refuse(no) : found;
}

/** Moves the planned day, unless the approval would lapse by it: that is asked first, and nothing is saved. */
export async function moveReturn(form: MoveForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Moved>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const { about, plan } = found.value;
  const doing = doingOf(by, needs);
  const wouldMove = movePlannedDay(about, plan, form, doing);
  if (!wouldMove.ok) return wouldMove;
  const because = whyWouldLapse(about, plan, form.day, doing);
  if (because) return done({ at: found.value, lapses: { day: form.day, why: form.why, because } });
  const moved = await moveAnyway(form, by, needs);
  return moved.ok ? done({ at: moved.value, lapses: null }) : moved;
}

/** Moves the planned day, also where the approval lapses by it. */
export async function moveAnyway(form: MoveForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const kept = await changeReturn(form, by, needs, ({ about, plan }, doing) =>
    movePlannedDay(about, plan, form, doing),
  );
  return kept.ok ? done(firstCardFor(kept.value, doingOf(by, needs))) : kept;
}
