import { changed, factsOf } from '../cases/rules.ts';
import { dayOf } from '../clock.ts';
import type { LocalDate } from '../local-date.ts';
import { placementOn } from '../timetable/rules.ts';
import type { ReturningCase, ReturnPlan } from './model.ts';
import type { Doing } from './rules.ts';

/** Since when the child has been placed by this plan under reg 19, until it is confirmed or ends; null when not so. */
export function earlyPlacement({ wentHomeOn }: ReturnPlan, about: ReturningCase, today: LocalDate): LocalDate | null {
  const placement = wentHomeOn && placementOn(factsOf(about, today), today);
  if (!placement?.beforeAssessment || placement.kind !== 'with-parents') return null;
  const decided = about.events.some(({ on, what }) => what === 'placement-decision-made' && on >= placement.on);
  return placement.on === wentHomeOn && !decided ? placement.on : null;
}

/** Whether the assessment has been completed since the child went home early: then the placement is to be confirmed. */
export function awaitsConfirmation(plan: ReturnPlan, about: ReturningCase, today: LocalDate): boolean {
  const since = earlyPlacement(plan, about, today);
  return since !== null && about.events.some(({ on, what }) => what === 'assessment-completed' && on >= since);
}

/**
 * What answering the checklist does to the facts: with the assessment (ASM-01) done after an early placement, the ten
 * working days of reg 19(c) begin to run. For whatever saves answers; the same case where there is nothing to do.
 */
export function afterAnswers(about: ReturningCase, plan: ReturnPlan, { by, now }: Doing): ReturningCase {
  const today = dayOf(now);
  const since = earlyPlacement(plan, about, today);
  const assessed = plan.answers.find(({ item, answer }) => item === 'ASM-01' && answer === 'done');
  if (!since || !assessed || awaitsConfirmation(plan, about, today)) return about;
  const on = dayOf(assessed.at) > since ? dayOf(assessed.at) : since;
  const events = [...about.events, { on, what: 'assessment-completed' } as const];
  const what = `${plan.id}: the assessment is done after an early placement; the placement is to be decided`;
  return { ...about, ...changed(about, by, now, what, { events }), returns: about.returns };
}
