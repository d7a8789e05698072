import type { Sight } from '../../authority/model.ts';
import { INFORMAL } from '../../escalation/model.ts';
import type { Choice } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { climbing, sayStage } from '../standing.ts';
import { type AboutDispute, aboutDispute } from '../view.ts';
import { ESCALATE_INPUTS } from './form.ts';

/** Takes a dispute to any later stage. */
export interface EscalateView extends AboutDispute {
  readonly choices: { readonly stages: readonly Choice[] };
}

export function escalateView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): EscalateView {
  const { about: dispute } = asked;
  const stages = laterStages(dispute);
  const form = aboutDispute(asked, 'Escalate', ESCALATE_INPUTS, sight, problems);
  return {
    ...form,
    typed: { ...form.typed, to: form.typed.to || (stages[0]?.value ?? '') },
    choices: { stages },
  };
}

function laterStages(dispute: Dispute): readonly Choice[] {
  const stage = climbing(dispute)?.rung.stage ?? INFORMAL;
  return dispute.ladder.stages.map((_, at) => ({ title: sayStage(dispute, at), value: String(at) })).slice(stage + 1);
}
