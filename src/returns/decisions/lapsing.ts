import { factsOf } from '../../cases/rules.ts';
import { dayOf, type Instant, momentOf } from '../../clock.ts';
import { daysFrom, type LocalDate, plusDays, plusYears, sayDay } from '../../local-date.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../../timetable/model.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { type Holidays, nextWorkingDay } from '../../working-days.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Doing, HOMEWARD, lettersTo, type Said, whyPlanUnfit, withPlan } from '../rules.ts';
import { channelLetterOf } from './channel-letters.ts';
import { dayOfReturn, postFor } from './gate.ts';
import type { Decided } from './model.ts';

/**
 * Why an approval no longer stands, or null. It was given on facts: when they change, or its day has long passed without
 * the child home, it is asked for again (issue 4; the reviews of S0 and S3 tell of decisions nobody looked at again).
 */
export function whyLapsed(plan: ReturnPlan, about: ReturningCase, today: LocalDate): string | null {
  const { decision } = plan;
  if (decision.stands !== 'approved' || plan.wentHomeOn || plan.overtakenBy) return null;
  return whyOtherwise(plan, about, decision, today) ?? whyMoved(plan, decision) ?? whyTooLate(plan, decision, today);
}

/** The moment at which an approval lapses by the calendar alone, for whoever must be told; null where it cannot. */
export function lapsesAt(plan: ReturnPlan, { bornOn }: ReturningCase, { now, holidays }: At): Instant | null {
  const { decision } = plan;
  const due = decision.stands === 'approved' && !plan.wentHomeOn && !plan.overtakenBy ? decision.asking.due : null;
  if (!due) return null;
  const days = [plusDays(due, plan.transition.mayMoveBy + 1), plusYears(bornOn, 16), plusYears(bornOn, 18)];
  const moments = days.map((day) => startOfWork(day, holidays)).filter((at) => at > now);
  return moments.sort()[0] ?? null;
}

interface At {
  readonly now: Instant;
  readonly holidays: Holidays;
}

/** The case with every approval that has lapsed marked so, with a line of history. The same case when none has. */
export function withLapses(about: ReturningCase, { now, authority }: Omit<Doing, 'by'>): ReturningCase {
  return about.returns.reduce((sofar, plan) => {
    const because = whyLapsed(plan, about, dayOf(now));
    if (!because || plan.decision.stands !== 'approved') return sofar;
    const decision = { ...plan.decision, stands: 'lapsed', lapsedAt: now, because } as const;
    const what = `the approval has lapsed because ${because}`;
    return withPlan(sofar, { ...plan, decision }, what, { by: HOMEWARD, now, authority });
  }, about);
}

/** To the decider, the social worker and the team manager: an approval has lapsed. Said once, to whoever acts for them. */
export function tellOfLapse(about: ReturningCase, plan: ReturnPlan, at: Omit<Doing, 'by'>): Said {
  const { decision, overtakenBy } = plan;
  if (decision.stands !== 'lapsed' || overtakenBy) return { letters: [], wakeAt: null };
  const { socialWorker, teamManager } = about.people;
  const told = [decision.by, socialWorker, teamManager];
  const letters = lettersTo(told, 'return.lapsed', plan.id, decision.asking.at, { ...at, by: HOMEWARD });
  return { letters: [...letters, channelLetterOf(plan, decision.asking, 'lapsed', at)], wakeAt: null };
}

/** The plan as its approval stood on an earlier day: a return may be recorded after it lapsed, if it happened before. */
export function asOn(plan: ReturnPlan, about: ReturningCase, day: LocalDate): ReturnPlan {
  const { decision } = plan;
  if (decision.stands !== 'lapsed' || day >= dayOf(decision.lapsedAt)) return plan;
  const { lapsedAt: _at, because: _because, ...answered } = decision;
  const restored = { ...plan, decision: { ...answered, stands: 'approved' } as const };
  return whyLapsed(restored, about, day) ? plan : restored;
}

/** The route, the post, the legal status or the child's safety is not what it was when it was decided. */
function whyOtherwise(plan: ReturnPlan, about: ReturningCase, { at, asking }: Decided, today: LocalDate) {
  const was = statusOn(about, dayOf(at));
  const is = statusOn(about, today);
  if (was !== is) return `the child’s legal status has changed from “${sayStatus(was)}” to “${sayStatus(is)}”`;
  const unfit = whyPlanUnfit(plan, about, dayOfReturn(plan, today), today);
  if (unfit) return `the route no longer fits. ${unfit.replace(/\.$/, '')}`;
  if (postFor(plan) !== asking.post) return 'the route has changed, and somebody else must decide';
  const concern = about.concerns.find(({ raisedAt }) => raisedAt > at && dayOf(raisedAt) <= today);
  return concern ? `a concern was raised on ${sayDay(dayOf(concern.raisedAt))} (${concern.id})` : null;
}

function whyMoved({ plannedFor, transition: { mayMoveBy } }: ReturnPlan, { asking: { due } }: Decided) {
  if (!due || !plannedFor || Math.abs(daysFrom(due, plannedFor)) <= mayMoveBy) return null;
  return `the planned day has moved from ${sayDay(due)} to ${sayDay(plannedFor)}, by more than ${sayDays(mayMoveBy)}`;
}

function whyTooLate({ transition: { mayMoveBy } }: ReturnPlan, { asking: { due } }: Decided, today: LocalDate) {
  if (!due || today <= plusDays(due, mayMoveBy)) return null;
  return `the child was not home by ${sayDay(plusDays(due, mayMoveBy))}: it was decided for ${sayDay(due)}, and may move by ${sayDays(mayMoveBy)}`;
}

function statusOn(about: ReturningCase, day: LocalDate): LegalStatus | null {
  return legalStatusOn(factsOf(about, day), day);
}

function sayStatus(status: LegalStatus | null): string {
  return status ? LEGAL_STATUSES[status] : 'Not looked after';
}

function sayDays(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** When work starts on that day, or on the next working day; on the day itself where bank holidays are not listed. */
function startOfWork(day: LocalDate, holidays: Holidays): Instant {
  const known = day >= holidays.knownFrom && plusDays(day, 14) <= holidays.knownUntil;
  return momentOf(known ? nextWorkingDay(day, holidays) : day, '09:00');
}
