import { coordinates } from '../../cases/reviews/rules.ts';
import { standsFor } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { type LocalDate, plusMonths, sayDay } from '../../local-date.ts';
import { lineOf, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { withItemDone } from '../checklist/answering.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isOpen, mayPlan, withPlan } from '../rules.ts';
import type { ReferralForm } from './form.ts';
import type { ReReferral } from './model.ts';

/** What somebody may do about a return after the child is home. */
export type AfterAct = 'services' | 'step-down' | 'breakdown' | 'referral';

/** The last day of the least monitoring that the research asks for (MON-05). */
export function monitoredUntil({ wentHomeOn }: ReturnPlan): LocalDate {
  return plusMonths(wentHomeOn!, 6);
}

/**
 * Who may do it (domain.md 7.3): a step down is decided by the team manager's line or the child in need co-ordinator, never by the
 * social worker alone; the co-ordinator also notes what went wrong. The IRO reads.
 */
export function mayDoAfter(act: AfterAct, about: ReturningCase, doing: Doing): boolean {
  const { by, now, authority } = doing;
  if (act === 'services') return mayPlan(about, doing);
  if (coordinates(about, by, authority, now)) return true;
  if (act !== 'step-down') return mayPlan(about, doing);
  const line = lineOf(about.people.teamManager, authority.register);
  return line.some((id) => standsFor(by, id, authority, dayOf(now)));
}

const WHOSE: Readonly<Record<AfterAct, string>> = {
  services: 'Checking the services is for the child’s social worker, their team manager and those who manage them.',
  'step-down':
    'A step down is decided by the team manager, those who manage them, or the child in need co-ordinator. Ask one of them.',
  breakdown:
    'Recording a breakdown is for the child’s social worker, those who manage them, and the child in need co-ordinator.',
  referral:
    'Noting a new referral is for the child’s social worker, those who manage them, and the child in need co-ordinator.',
};

/** Why nothing can be recorded as after this return; null when the child went home and no other return took its place. */
export function whyNotHome({ id, wentHomeOn, overtakenBy }: ReturnPlan): string | null {
  if (overtakenBy) return `${overtakenBy} has taken the place of ${id}. What comes after is recorded there.`;
  return wentHomeOn ? null : `${id} is not recorded as a return yet: that comes first, once the child has gone home.`;
}

/** Why somebody cannot do this now, before anything is typed. What a breakdown needs is that there was a return. */
export function whyNotAfter(act: AfterAct, about: ReturningCase, plan: ReturnPlan, doing: Doing): Refusal | null {
  if (!mayDoAfter(act, about, doing)) return refuse(WHOSE[act]);
  const notHome = whyNotHome(plan);
  if (notHome) return refuse(notHome);
  const { breakdown } = plan.after;
  if (act === 'referral' || (act === 'breakdown' && !breakdown)) return null;
  if (breakdown) {
    const who = nameOf(breakdown.by, doing.authority.register);
    return refuse(`${who} recorded that ${plan.id} broke down on ${sayDay(breakdown.on)}. Nothing was changed.`);
  }
  return isOpen(plan, about) ? null : refuse(`The child is back in care, so ${plan.id} is over. Nothing was changed.`);
}

/** Why something after a return cannot have happened on that day: it has not come yet, or the child was not home. */
export function whyWrongDay(label: string, day: LocalDate, { wentHomeOn }: ReturnPlan, doing: Doing): string | null {
  if (day > dayOf(doing.now)) return `${label}: ${sayDay(day)} has not come yet. Give the day it happened.`;
  return day < wentHomeOn!
    ? `${label}: ${sayDay(day)} is before the child went home, on ${sayDay(wentHomeOn!)}. Please check the date.`
    : null;
}

/** Notes a new referral, for the figures (MON-12). The same words of the same day by the same person are one. */
export function noteReferral(
  about: ReturningCase,
  plan: ReturnPlan,
  { on, words }: ReferralForm,
  doing: Doing,
): Outcome<Change> {
  const no = whyNotAfter('referral', about, plan, doing);
  if (no) return no;
  const { reReferrals } = plan.after;
  if (reReferrals.some((one) => one.on === on && one.words === words && one.by === doing.by.id))
    return done({ about, letters: [] });
  const wrong = whyWrongDay('Date of the referral', on, plan, doing);
  if (wrong) return refuse(wrong, { on: wrong });
  const referral: ReReferral = { on, words, by: doing.by.id, at: doing.now };
  const noted = { ...plan, after: { ...plan.after, reReferrals: [...reReferrals, referral] } };
  const answered = withItemDone(noted, about, 'MON-12', `New referral on ${sayDay(on)}: ${words}`, doing);
  return done({ about: withPlan(about, answered, `new referral on ${sayDay(on)}`, doing), letters: [] });
}
