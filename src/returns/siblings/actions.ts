import { casesOf } from '../../cases/actions.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import { firstCard } from '../checklist/turning.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning, ReturningCase } from '../model.ts';
import type { ShareForm } from './form.ts';
import { shareAnswers, shareable, siblingsOf } from './rules.ts';

/** A return, and those whose answers it may use. */
export interface Siblings extends Returning {
  readonly others: readonly (Returning & { readonly count: number })[];
}

/** Which brother's or sister's answers to use: the returns on the same day that this person plans too. */
export async function askSiblings(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Siblings>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const doing = doingOf(by, needs);
  const cases = (await casesOf(by, needs)) as readonly ReturningCase[];
  const others = siblingsOf(found.value, cases, doing).map((other) => ({
    ...other,
    count: shareable(found.value, other, doing).length,
  }));
  return done({ ...found.value, others });
}

/** Uses them. The other child's case is read and not changed. */
export async function shareFrom(form: ShareForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const from = await returnOf({ return: form.from }, by, needs);
  if (!from.ok) return from;
  const kept = await changeReturn(form, by, needs, (returning, doing) => shareAnswers(returning, from.value, doing));
  return kept.ok ? done(firstCard(kept.value)) : kept;
}
