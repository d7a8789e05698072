import type { Authority } from '../../authority/model.ts';
import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { ageOn, type LocalDate, sayDay } from '../../local-date.ts';
import { type Holder, type Person, type PersonId, POSTS } from '../../people/model.ts';
import { holderOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { historyOn } from '../../timetable/history.ts';
import { workingDaysLookedAfter } from '../../timetable/rules.ts';
import { awaitsConfirmation } from '../early.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Doing, goesHomeUnderOrder } from '../rules.ts';
import type { Asking, DecidingPost } from './model.ts';

/** Reg 39(4): from this many working days looked after, the first day counted (the stricter reading, law-check 4). */
const APPROVAL_FROM = 20;
const OFFICER_FIRST = `From ${APPROVAL_FROM} the nominated officer approves first.`;
const DAY_ONE = 'The law does not say whether day one counts; the stricter reading is taken.';

/** Which post decides a return, why, and where that is written. */
export interface Gate {
  readonly post: DecidingPost;
  readonly kind: Asking['kind'];
  readonly why: string;
  readonly cite: string;
}

/** The post that decides on this route, and nothing but the route says so. */
export function postFor({ route }: ReturnPlan): DecidingPost {
  return route === 'sixteen-or-seventeen' ? 'director' : 'nominated-officer';
}

/** Which post must decide, for a return on that day; null where nobody need be asked. */
export function gateOf(plan: ReturnPlan, about: ReturningCase, day: LocalDate, doing: Doing): Gate | null {
  const { authority } = doing;
  const post = postFor(plan);
  if (plan.route === 'unplanned') {
    if (!hasGate(plan)) return null;
    const why =
      'After an unplanned return from section 20, the nominated officer looks at what happened. It approves nothing in advance.';
    return { post, kind: 'ratification', why, cite: authority.policy.cite };
  }
  if (goesHomeUnderOrder(plan)) {
    if (plan.wentHomeOn && awaitsConfirmation(plan, about, dayOf(doing.now))) return CONFIRMATION;
    const why = 'A child in care is placed with parents only after the nominated officer approves.';
    return { post, kind: 'approval', why, cite: 'SI 2010/959 reg 18(1)' };
  }
  if (plan.route === 'sixteen-or-seventeen') {
    const why = `The young person is ${ageOn(about.bornOn, day)} and in section 20: the Director approves before care ends, however short it was.`;
    return { post, kind: 'approval', why, cite: 'SI 2010/959 reg 39(5)' };
  }
  return { post, kind: 'approval', ...thresholdReason(plan, about, day, authority) };
}

/** Reg 19(a): the words that the officer must find true, as the Welsh twin has them (law-check 2.4: figures not verified). */
export const EARLY: Gate = {
  post: 'nominated-officer',
  kind: 'early-placement',
  why: 'To place before the assessment, the nominated officer must find it necessary and consistent with the child’s welfare.',
  cite: 'SI 2010/959 reg 19',
};

/** What follows on a card; the figures are those of the timetable, R-PWP-05b and c, and unverified as they are there. */
export const EARLY_MEANS =
  'After it, the assessment and a review within ten working days, and a decision to confirm or end it within ten more (figures read in the Welsh twin, WSI 2015/1818 reg 20; not verified for England). Until then, weekly visits.';

/** Beside a confirmation: where its last day comes from. */
export const CONFIRMATION_MEANS =
  'Within ten working days of the assessment (read in the Welsh twin, WSI 2015/1818 reg 20; not verified for England). Confirmed, the weekly visits of an early placement end; sent back, the plan is amended or the placement ended.';

/** Reg 19(c). The ten working days are those of the timetable, R-PWP-05c. */
const CONFIRMATION: Gate = {
  post: 'nominated-officer',
  kind: 'confirmation',
  why: 'The assessment is done now, after the placement: it is confirmed, or ended.',
  cite: 'SI 2010/959 reg 19(c)',
};

/** Who is asked today: the holder or cover, never anyone around the child or who worked on the plan. */
export function whoDecides(
  about: ReturningCase,
  plan: ReturnPlan,
  gate: Gate,
  { by, now, authority }: Doing,
): Outcome<Holder & { why: string }> {
  const asked = deciderToday(about, plan, gate.post, dayOf(now), authority, by);
  if (!asked) {
    return refuse(
      `Nobody can decide this today: no ${POSTS[gate.post]} is free to act who has not worked on this plan. Ask the administrator to set cover.`,
    );
  }
  if (!asked.isDirectorInstead) return done({ ...asked, why: gate.why });
  return done({ ...asked, why: `${gate.why} No nominated officer can act today, so the Director is asked.` });
}

/** Who may decide on a day, and whether that is the Director in the place of an officer; null where nobody is free. */
export function deciderToday(
  about: ReturningCase,
  plan: ReturnPlan,
  post: DecidingPost,
  day: LocalDate,
  { register }: Authority,
  asking: Person | null = null,
): (Holder & { readonly isDirectorInstead: boolean }) | null {
  const barred = barredFrom(about, plan, asking);
  const free = new Map([...register].filter(([id]) => !barred.has(id)));
  const service = register.get(about.people.teamManager)?.service ?? null;
  const asked = holderOf(post, service, free, day);
  if (asked) return { ...asked, isDirectorInstead: false };
  const director = post === 'nominated-officer' ? holderOf('director', null, free, day) : null;
  return director && { ...director, isDirectorInstead: true };
}

/** Whether anybody is asked at all: not after an unplanned return under an order, where there is nothing to ratify. */
export function hasGate({ route, legalStatus }: ReturnPlan): boolean {
  return route !== 'unplanned' || legalStatus === 's20';
}

/** The day the decision is about: the return itself, or the planned day; today when that has slipped. */
export function dayOfReturn({ wentHomeOn, plannedFor }: ReturnPlan, today: LocalDate): LocalDate {
  return wentHomeOn ?? (plannedFor! < today ? today : plannedFor!);
}

/**
 * Nobody decides on their own assessment: not the people around the child, nor whoever started, answered, wrote part of
 * the plan, or asked for this decision or an earlier one.
 */
export function barredFrom(
  { people }: ReturningCase,
  { startedBy, answers, decision, earlier, transition }: ReturnPlan,
  asking: Person | null,
): ReadonlySet<PersonId> {
  const { agreement, sudden, firstWeeks } = transition;
  const written = [agreement, sudden, firstWeeks].flatMap((one) => (one ? [one.by] : []));
  const asked = [...earlier, decision].flatMap((one) => (one.stands === 'none' ? [] : [one.asking.by]));
  return new Set([
    ...Object.values(people),
    startedBy,
    ...answers.map(({ by }) => by),
    ...written,
    ...asked,
    ...(asking ? [asking.id] : []),
  ]);
}

/** Reg 39(4) and R-DEC-06: how long the child has been looked after, and what asks for the officer because of it. */
function thresholdReason(
  { legalStatus }: ReturnPlan,
  about: ReturningCase,
  day: LocalDate,
  { holidays, policy }: Doing['authority'],
): Pick<Gate, 'why' | 'cite'> {
  const cite = 'SI 2010/959 reg 39(4)';
  const since = historyOn(factsOf(about, day), day).period?.from;
  if (since && since < holidays.knownFrom) {
    return {
      why: `Looked after since ${sayDay(since)}, far longer than ${APPROVAL_FROM} working days. ${OFFICER_FIRST}`,
      cite,
    };
  }
  const days = workingDaysLookedAfter(factsOf(about, day), day, holidays);
  const counted = `Looked after for ${days} working days by ${sayDay(day)}, the first day counted.`;
  if (days >= APPROVAL_FROM) {
    return { why: [counted, OFFICER_FIRST, ...(days === APPROVAL_FROM ? [DAY_ONE] : [])].join(' '), cite };
  }
  const under = `${counted} Under ${APPROVAL_FROM} the regulations ask for no approval;`;
  return legalStatus === 's20'
    ? { why: `${under} local policy asks the nominated officer for every return from section 20.`, cite: policy.cite }
    : {
        why: `${under} this checklist asks the nominated officer all the same.`,
        cite: 'Return checklist, not a rule of law',
      };
}
