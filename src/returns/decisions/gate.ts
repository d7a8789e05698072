import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { ageOn, type LocalDate, sayDay } from '../../local-date.ts';
import { type Holder, type Person, type PersonId, POSTS } from '../../people/model.ts';
import { holderOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { historyOn } from '../../timetable/history.ts';
import { workingDaysLookedAfter } from '../../timetable/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import type { Doing } from '../rules.ts';
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

/** Which post must decide, for a return on that day; null where nobody need be asked. */
export function gateOf(plan: ReturnPlan, about: ReturningCase, day: LocalDate, { authority }: Doing): Gate | null {
  const { route } = plan;
  const officer = { post: 'nominated-officer', kind: 'approval' } as const;
  if (route === 'unplanned') {
    if (!hasGate(plan)) return null;
    const why =
      'After an unplanned return from section 20, the nominated officer looks at what happened. It approves nothing in advance.';
    return { post: 'nominated-officer', kind: 'ratification', why, cite: authority.policy.cite };
  }
  if (route === 'with-parents') {
    const why = 'A child in care is placed with parents only after the nominated officer approves.';
    return { ...officer, why, cite: 'SI 2010/959 reg 18(1)' };
  }
  if (route === 'sixteen-or-seventeen') {
    const why = `The young person is ${ageOn(about.bornOn, day)} and in section 20: the Director approves before care ends, however short it was.`;
    return { post: 'director', kind: 'approval', why, cite: 'SI 2010/959 reg 39(5)' };
  }
  return { ...officer, ...thresholdReason(plan, about, day, authority) };
}

/** Who is asked today: the holder or cover, never anyone around the child or who worked on the plan. */
export function whoDecides(
  about: ReturningCase,
  plan: ReturnPlan,
  gate: Gate,
  doing: Doing,
): Outcome<Holder & { why: string }> {
  const { register } = doing.authority;
  const barred = barredFrom(about, plan, doing.by);
  const free = new Map([...register].filter(([id]) => !barred.has(id)));
  const service = register.get(about.people.teamManager)?.service ?? null;
  const asked = holderOf(gate.post, service, free, dayOf(doing.now));
  if (asked) return done({ ...asked, why: gate.why });
  const director = gate.post === 'nominated-officer' ? holderOf('director', null, free, dayOf(doing.now)) : null;
  if (director)
    return done({ ...director, why: `${gate.why} No nominated officer can act today, so the Director is asked.` });
  return refuse(
    `Nobody can decide this today: no ${POSTS[gate.post]} is free to act who has not worked on this plan. Ask the administrator to set cover.`,
  );
}

/** Whether anybody is asked at all: not after an unplanned return under an order, where there is nothing to ratify. */
export function hasGate({ route, legalStatus }: ReturnPlan): boolean {
  return route !== 'unplanned' || legalStatus === 's20';
}

/** The day the decision is about: the return itself, or the planned day; today when that has slipped. */
export function dayOfReturn({ wentHomeOn, plannedFor }: ReturnPlan, today: LocalDate): LocalDate {
  return wentHomeOn ?? (plannedFor! < today ? today : plannedFor!);
}

/** Nobody decides on their own assessment: not the people around the child, nor whoever started, answered or asked. */
export function barredFrom(
  { people }: ReturningCase,
  { startedBy, answers, decision }: ReturnPlan,
  asking: Person | null,
): ReadonlySet<PersonId> {
  const asked = decision.stands === 'none' ? [] : [decision.asking.by];
  return new Set([
    ...Object.values(people),
    startedBy,
    ...answers.map(({ by }) => by),
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
