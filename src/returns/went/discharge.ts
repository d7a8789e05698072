import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isOpen, lettersTo, mayPlan, withEvents, withPlan } from '../rules.ts';

/** Whether the court's discharge is still to come for a child who went home under the order (R-DEC-11). */
export function mayDischarge(plan: ReturnPlan, about: ReturningCase): boolean {
  return plan.homeFirst && plan.wentHomeOn !== null && !plan.dischargedOn && isOpen(plan, about);
}

/** Records that the court has discharged the order: care ends that day. It is the court's act; nobody approves it here. */
export function recordDischarge(about: ReturningCase, plan: ReturnPlan, day: LocalDate, doing: Doing): Outcome<Change> {
  if (!mayPlan(about, doing)) {
    return refuse(
      'Recording a discharge is for the child’s social worker, their team manager and those who manage them.',
    );
  }
  const no = whyNoDischarge(about, plan);
  if (no) return refuse(no);
  const wrongDay = whyWrongDay(about, plan, day, dayOf(doing.now));
  if (wrongDay) return refuse(wrongDay, { day: wrongDay });
  const changed = withEvents(about, [{ on: day, what: 'ceased-to-be-looked-after' }], dayOf(doing.now));
  if (!changed.ok) return changed;
  const what = `the court discharged the order on ${sayDay(day)}; care ended`;
  const { iro, teamManager, socialWorker } = about.people;
  return done({
    about: withPlan(changed.value, { ...plan, dischargedOn: day }, what, doing),
    letters: lettersTo([iro, teamManager, socialWorker], 'return.told', plan.id, 'discharged', doing),
  });
}

/** Why there is no discharge to record; null where there is one. */
export function whyNoDischarge(about: ReturningCase, plan: ReturnPlan): string | null {
  const { id, overtakenBy, dischargedOn, wentHomeOn, answers } = plan;
  if (overtakenBy) return `${overtakenBy} has taken the place of ${id}. Nothing was changed.`;
  if (dischargedOn) return `${id}: the discharge is recorded already, on ${sayDay(dischargedOn)}. Nothing was changed.`;
  if (!plan.homeFirst)
    return `${id} is not a return under an order that the court discharges later. Type “update ${about.id}” to record how care ended.`;
  if (!wentHomeOn) return `The child is not home yet by ${id}. Record the return first.`;
  if (!isOpen(plan, about)) return `The child has come back from home since ${id}. There is no discharge to record.`;
  // Salford §1: no discharge is sought until a statutory review agrees and the assessment is positive.
  if (answers.some(({ item, answer }) => item === 'DEC-07' && answer === 'done')) return null;
  return 'Before the discharge, answer on the checklist that a statutory review agrees to seek it, that the assessment is positive and that there is legal advice (Assess and decide).';
}

function whyWrongDay(about: ReturningCase, plan: ReturnPlan, day: LocalDate, today: LocalDate): string | null {
  const says = `Date of the discharge: ${sayDay(day)}`;
  if (day > today) return `${says} has not come yet. Record it when the court has decided.`;
  if (day < plan.wentHomeOn!)
    return `${says} is before the child went home under the order, on ${sayDay(plan.wentHomeOn!)}. Check the date.`;
  const before = day === plan.wentHomeOn ? day : plusDays(day, -1);
  return isLookedAfter(factsOf(about, today), before)
    ? null
    : `${says}: the child was not looked after any more. Check the case.`;
}
