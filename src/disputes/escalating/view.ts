import type { Sight } from '../../authority/model.ts';
import { INFORMAL } from '../../escalation/model.ts';
import type { Choice } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { climbing, sayStage } from '../standing.ts';
import { type AboutDispute, aboutDispute } from '../view.ts';
import { ESCALATE_INPUTS } from './form.ts';

/** Takes a dispute to any later stage; the IRO's standing instruction is changed here too. */
export interface EscalateView extends AboutDispute {
  readonly automatic: string;
  readonly mayTurnOff: boolean;
  readonly mayTurnOn: boolean;
  readonly choices: { readonly stages: readonly Choice[] };
}

export function escalateView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): EscalateView {
  const { about: dispute } = asked;
  const stages = laterStages(dispute);
  const form = aboutDispute(asked, 'Escalate', ESCALATE_INPUTS, sight, problems);
  const isOwn = sight.by.id === dispute.people.iro;
  const { escalateAutomatically: isOn } = dispute;
  return {
    ...form,
    typed: { ...form.typed, to: form.typed.to || (stages[0]?.value ?? '') },
    automatic: isOn
      ? 'It moves up by itself if nobody responds.'
      : 'It does not move up by itself: you are asked when a stage ends.',
    mayTurnOff: isOwn && isOn,
    mayTurnOn: isOwn && !isOn,
    choices: { stages },
  };
}

function laterStages(dispute: Dispute): readonly Choice[] {
  const stage = climbing(dispute)?.rung.stage ?? INFORMAL;
  return dispute.ladder.stages.map((_, at) => ({ title: sayStage(dispute, at), value: String(at) })).slice(stage + 1);
}
