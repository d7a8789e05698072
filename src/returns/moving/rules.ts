import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { whyLapsed } from '../decisions/lapsing.ts';
import { sayDecided } from '../decisions/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, mayPlan, whyPlanUnfit, withPlan } from '../rules.ts';

/** Where a planned return moves to. */
export interface Move {
  readonly day: LocalDate;
  readonly why: string;
}

/** Moves the planned day. Within the days that the plan allows an approval stands; further it lapses, by its own rule. */
export function movePlannedDay(
  about: ReturningCase,
  plan: ReturnPlan,
  { day, why }: Move,
  doing: Doing,
): Outcome<Change> {
  const no = whyNoMove(about, plan, doing);
  if (no) return refuse(no);
  const wrong = whyWrongDay(about, plan, day, doing);
  if (wrong) return refuse(wrong, { day: wrong });
  if (day === plan.plannedFor) return done({ about, letters: [] });
  const what = `planned day moved from ${sayDay(plan.plannedFor!)} to ${sayDay(day)}: ${why}`;
  return done({ about: withPlan(about, { ...plan, plannedFor: day }, what, doing), letters: [] });
}

/** Why the approval would lapse by this move; null where it would stand, or there is none. */
export function whyWouldLapse(about: ReturningCase, plan: ReturnPlan, day: LocalDate, { now }: Doing): string | null {
  return whyLapsed({ ...plan, plannedFor: day }, about, dayOf(now));
}

/** Whether there is a planned day to move. */
export function mayMove(about: ReturningCase, plan: ReturnPlan, doing: Doing): boolean {
  return whyNoMove(about, plan, doing) === null;
}

/** Why the day of this return cannot be moved, wherever to; null where it can. */
export function whyNoMove(about: ReturningCase, plan: ReturnPlan, doing: Doing): string | null {
  if (!mayPlan(about, doing))
    return 'Moving the date is for the child’s social worker, their team manager and those who manage them.';
  const { id, overtakenBy, wentHomeOn } = plan;
  if (overtakenBy) return `${overtakenBy} has taken the place of ${id}. Nothing was changed.`;
  if (wentHomeOn) return `The child went home on ${sayDay(wentHomeOn)}: there is no planned date to move.`;
  if (plan.decision.stands !== 'asked') return null;
  return `${sayDecided(plan, doing)} The date stays as it was sent until it is answered; ask them to send it back.`;
}

function whyWrongDay(about: ReturningCase, plan: ReturnPlan, day: LocalDate, doing: Doing): string | null {
  const today = dayOf(doing.now);
  if (day < today) return `New planned date: ${sayDay(day)} has passed. Give a day to come.`;
  if (day > doing.authority.holidays.knownUntil)
    return `New planned date: ${sayDay(day)} is further ahead than the bank holidays are known.`;
  const unfit = whyPlanUnfit(plan, about, day, today);
  return unfit && `New planned date: ${unfit}`;
}
