import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { acting, askWhile, type DisputeAsked, type DisputeNeeds, openDispute } from '../actions.ts';
import type { DisputeAsk, DisputeForm, ReasonForm } from '../form.ts';
import { isLookedAfterNow } from '../looked-after.ts';
import type { Dispute } from '../model.ts';
import { isLive } from '../standing.ts';
import {
  consultCafcass as consult,
  hasAskedCafcass,
  isNotVoid,
  noteCafcassSaid,
  referToCafcass as refer,
} from './rules.ts';

/** Opens the form to refer to Cafcass: at any moment while the dispute is live, and after its end while the child is looked after. */
export async function askCafcass(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return (await tooLate(form, by, needs)) ?? askWhile(isNotVoid, form, by, needs);
}

const referred = acting(refer, 'refer it to Cafcass');

export async function referToCafcass(form: ReasonForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  return (await tooLate(form, by, needs)) ?? referred(form, by, needs);
}

/** Opens the form to note that Cafcass was asked for advice. */
export function askConsult(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return askWhile(isLive, form, by, needs);
}

export const consultCafcass = acting(consult, 'note that Cafcass was asked');

/** Opens the form to note what Cafcass said or decided. */
export function askCafcassSaid(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return askWhile(hasAskedCafcass, form, by, needs);
}

export const cafcassSaid = acting(noteCafcassSaid, 'note what Cafcass said');

/** After the end of a dispute the IRO may still refer, but only a child who is looked after is theirs to refer (s.25B). */
async function tooLate(form: DisputeForm, by: Person, needs: DisputeNeeds): Promise<Refusal | null> {
  const opened = await openDispute(form, by, needs);
  if (!opened.ok || isLive(opened.value)) return null;
  const about = await needs.cases.get(opened.value.children[0]!);
  const today = dayOf(needs.clock.now());
  if (!about || isLookedAfterNow(about, today)) return null;
  return refuse(
    `${opened.value.id} has ended and ${about.id} is no longer looked after, so it is not referred from here. Ask your legal advisers what is still possible.`,
  );
}
