import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { POSTS } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { dayOfReturn, gateOf } from '../decisions/gate.ts';
import { sayDecided } from '../decisions/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import {
  type Change,
  type Doing,
  eventsOfReturn,
  lettersTo,
  mayPlan,
  whyPlanUnfit,
  withEvents,
  withPlan,
} from '../rules.ts';

/** Puts a planned return that has happened into the facts, so that the visits and reviews after it get their days. */
export function recordReturn(about: ReturningCase, plan: ReturnPlan, day: LocalDate, doing: Doing): Outcome<Change> {
  const today = dayOf(doing.now);
  if (!mayPlan(about, doing)) {
    return refuse('Recording a return is for the child’s social worker, their team manager and those who manage them.');
  }
  const stands = whyNotRecorded(about, plan, today, doing);
  if (stands) return refuse(stands);
  const wrongDay = whyWrongDay(plan, day, today);
  if (wrongDay) return refuse(wrongDay, { day: wrongDay });
  const unfit = whyPlanUnfit(plan, about, day, today);
  if (unfit) return refuse(unfit, { day: unfit });
  const changed = withEvents(about, eventsOfReturn(plan, about, day), today);
  if (!changed.ok) return changed;

  const { iro, teamManager, socialWorker } = about.people;
  return done({
    about: withPlan(changed.value, { ...plan, wentHomeOn: day }, `the child went home on ${sayDay(day)}`, doing),
    letters: lettersTo([iro, teamManager, socialWorker], 'return.told', plan.id, 'went', doing),
  });
}

/** Whether there is a return to record: approved, and not recorded yet. */
export function mayRecord({ decision, wentHomeOn, overtakenBy }: ReturnPlan): boolean {
  return decision.stands === 'approved' && !wentHomeOn && !overtakenBy;
}

function whyNotRecorded(about: ReturningCase, plan: ReturnPlan, today: LocalDate, doing: Doing): string | null {
  if (plan.overtakenBy) return `${plan.overtakenBy} has taken the place of ${plan.id}. Nothing was changed.`;
  if (plan.wentHomeOn)
    return `${plan.id} is recorded already: the child went home on ${sayDay(plan.wentHomeOn)}. Nothing was changed.`;
  if (mayRecord(plan)) return null;
  const gate = gateOf(plan, about, dayOfReturn(plan, today), doing);
  const who = gate ? `It must be approved first, by the ${POSTS[gate.post]} (${gate.cite}). ` : '';
  return `${who}${sayDecided(plan, doing)} If the child is home already, record an unplanned return.`;
}

function whyWrongDay({ id, decision }: ReturnPlan, day: LocalDate, today: LocalDate): string | null {
  if (day > today) return `Date of return: ${sayDay(day)} has not come yet. Record the return when it has happened.`;
  const approvedOn = decision.stands === 'approved' ? dayOf(decision.at) : day;
  if (day >= approvedOn) return null;
  return `Date of return: ${sayDay(day)} is before ${id} was approved, on ${sayDay(approvedOn)}. A return before approval is recorded as unplanned.`;
}
