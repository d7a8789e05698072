import { asIro } from '../../cases/iro.ts';
import { dayOf } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, type Refusal } from '../../refusal.ts';
import { acting, caseOf, type DisputeAsked, type DisputeNeeds, openDispute } from '../actions.ts';
import type { DisputeAsk } from '../form.ts';
import { isLookedAfterNow } from '../looked-after.ts';
import type { Dispute } from '../model.ts';
import { notTheIro } from '../rules.ts';
import { check, nothingToCheck } from './rules.ts';
import { monitoring, reviewSince } from './standing.ts';

/** A form about a dispute that was resolved, with what its case says of the child today. */
export interface AskedAfter extends DisputeAsked {
  readonly isLookedAfter: boolean;
  /** The first review since it was resolved, or null. */
  readonly reviewOn: LocalDate | null;
}

/** Opens the form to check what was agreed, while that is still to be checked. */
export function askCheck(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<AskedAfter>> {
  const whyNot = (dispute: Dispute) => (monitoring(dispute) ? null : nothingToCheck(dispute));
  return askAfter('check what was agreed', whyNot, form, by, needs);
}

/** Opens a form about a dispute that has ended, for who acts as its IRO, unless there is a reason not to. */
export async function askAfter(
  what: string,
  whyNot: (dispute: Dispute) => Refusal | null,
  form: DisputeAsk,
  by: Person,
  needs: DisputeNeeds,
): Promise<Outcome<AskedAfter>> {
  const opened = await openDispute(form, by, needs);
  if (!opened.ok) return opened;
  const dispute = opened.value;
  const today = dayOf(needs.clock.now());
  if (!asIro(dispute, by, needs.authority, today)) return notTheIro(dispute, what, needs.authority);
  const refused = whyNot(dispute);
  if (refused) return refused;
  const about = (await caseOf(dispute, needs)) ?? null;
  return done({
    about: dispute,
    typed: form.typed,
    isLookedAfter: about === null || isLookedAfterNow(about, today),
    reviewOn: reviewSince(dispute, about, today),
  });
}

export const checkDispute = acting(check, 'check what was agreed');
