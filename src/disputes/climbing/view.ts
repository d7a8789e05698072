import type { Sight } from '../../authority/model.ts';
import { flightPlan, titleOf } from '../../escalation/rules.ts';
import { sayDay } from '../../local-date.ts';
import type { Fact } from '../../view.ts';
import type { Dispute } from '../model.ts';
import { climbing, climbOf, lapseDay } from '../standing.ts';

/** What the plan says it is: what happens if nobody does anything. */
export function planTitle({ state, escalateAutomatically }: Dispute): string {
  if (state.at === 'awaiting-iro') return 'If the IRO escalates when this stage ends';
  const nobody = 'rung' in state && state.rung.askedAgainOn ? 'If nothing further comes' : 'If nobody responds';
  return escalateAutomatically ? nobody : `${nobody} and the IRO escalates`;
}

/** Each stage still to come, with who holds it and its last day, up to day twenty. */
export function planOf(dispute: Dispute, { authority, today }: Sight): readonly Fact[] {
  const state = climbing(dispute);
  if (!state) return [];
  const { register, holidays } = authority;
  const { stage, officer, lapsed } = state.rung;
  const ends = lapseDay(state.rung);
  const due = lapsed && today > ends ? today : ends;
  const steps = flightPlan(climbOf(dispute), { stage, due, officer }, register, holidays).map((step) => ({
    title: titleOf(dispute.ladder, step.stage),
    value: `${step.holder.person.name}${step.holder.covering ? ` (covering for ${step.holder.covering.name})` : ''}, by ${sayDay(step.due)}`,
  }));
  return dispute.clock ? [...steps, { title: 'Day 20', value: sayDay(dispute.clock.cap) }] : steps;
}
