import type { Authority, Sight } from '../../authority/model.ts';
import type { FlightStep } from '../../escalation/model.ts';
import { flightPlan, titleOf } from '../../escalation/rules.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Fact } from '../../view.ts';
import { plusWorkingDays } from '../../working-days.ts';
import type { Dispute } from '../model.ts';
import { climbing, climbOf, lapseDay } from '../standing.ts';
import { whyNobodyNow } from '../who.ts';

/** What the plan says it is: what happens if nobody does anything. */
export function planTitle(dispute: Dispute, { authority, today }: Pick<Sight, 'authority' | 'today'>): string {
  const { state, escalateAutomatically } = dispute;
  if (stepsAhead(dispute, authority, today).length === 0) return 'No later stage';
  if (state.at === 'awaiting-iro')
    return today > lapseDay(state.rung) ? 'If the IRO escalates now' : 'If the IRO escalates when this stage ends';
  const nobody = 'rung' in state && state.rung.askedAgainOn ? 'If nothing further comes' : 'If nobody responds';
  return escalateAutomatically ? nobody : `${nobody} and the IRO escalates`;
}

/** The flight plan: why nobody can respond now, where that is so, and each stage still to come, up to day twenty. */
export function planOf(dispute: Dispute, sight: Sight): readonly Fact[] {
  const why = whyNobodyNow(dispute, sight.authority, sight.today);
  const steps = stepsOf(dispute, sight);
  if (why === null) return steps;
  const title = titleOf(dispute.ladder, climbing(dispute)!.rung.stage);
  return [{ title: `${title}, now`, value: `Nobody can respond: ${why}` }, ...steps];
}

/** Each stage still to come, with who holds it and its last day, up to day twenty. */
export function stepsOf(dispute: Dispute, { authority, today }: Sight): readonly Fact[] {
  const steps = stepsAhead(dispute, authority, today).map((step) => ({
    title: titleOf(dispute.ladder, step.stage),
    value: `${step.holder.person.name}${step.holder.covering ? ` (covering for ${step.holder.covering.name})` : ''}, by ${sayDay(step.due)}`,
  }));
  return climbing(dispute) && dispute.clock ? [...steps, { title: 'Day 20', value: sayDay(dispute.clock.cap) }] : steps;
}

/** A stage still to come, and the working day on which it is reached if nobody answers before. */
export interface StepAhead extends FlightStep {
  readonly begins: LocalDate;
}

export function stepsAhead(
  dispute: Dispute,
  { register, holidays }: Authority,
  today: LocalDate,
): readonly StepAhead[] {
  const state = climbing(dispute);
  if (!state) return [];
  const { stage, officer, lapsed } = state.rung;
  const ends = lapseDay(state.rung);
  // A stage that waits for the IRO does not lapse: past its last day, the next one counts from today.
  const due = (lapsed || state.at === 'awaiting-iro') && today > ends ? today : ends;
  const steps = flightPlan(climbOf(dispute), { stage, due, officer }, register, holidays);
  return steps.map((step, index) => ({
    ...step,
    begins: plusWorkingDays(steps[index - 1]?.due ?? due, 1, holidays),
  }));
}
