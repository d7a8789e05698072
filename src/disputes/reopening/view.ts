import type { Sight } from '../../authority/model.ts';
import { INFORMAL } from '../../escalation/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Choice, Fact } from '../../view.ts';
import { type Holidays, workingDaysFrom } from '../../working-days.ts';
import type { AskedAfter } from '../checking/actions.ts';
import { stagesFrom } from '../checking/view.ts';
import type { Climbed } from '../climbing/model.ts';
import { CEASED } from '../letters/after-words.ts';
import type { Dispute, TwentyDays } from '../model.ts';
import { sayStage } from '../standing.ts';
import { type AboutDispute, aboutDispute } from '../view.ts';
import { cycleOf, earlierCycles } from './cycles.ts';
import { REOPEN_INPUTS } from './form.ts';

/** Takes up a dispute again: where, and why. */
export interface ReopenView extends AboutDispute {
  readonly warning: string;
  readonly choices: { readonly stages: readonly Choice[] };
}

export function reopenView(asked: AskedAfter, sight: Sight, problems: readonly string[] = []): ReopenView {
  const { about: dispute } = asked;
  const stages = stagesFrom(dispute);
  const form = aboutDispute(asked, 'Reopen this dispute?', REOPEN_INPUTS, sight, problems);
  const anew = `It keeps its reference and starts cycle ${cycleOf(dispute) + 1}, with twenty working days from today.`;
  return {
    ...form,
    typed: { ...form.typed, to: form.typed.to || (stages[0]?.value ?? '') },
    warning: asked.isLookedAfter ? anew : `${CEASED} ${anew}`,
    choices: { stages },
  };
}

/** Each cycle that is over: where it got to, when it ended, and how many of the twenty days it had used. */
export function cyclesBefore(dispute: Dispute, { authority }: Sight): readonly Fact[] {
  const cycles = earlierCycles(dispute);
  return cycles.map((rungs, index) => {
    const clock = isFormal(rungs) ? dispute.earlierClocks[cycles.slice(0, index).filter(isFormal).length] : undefined;
    const { stage, endedOn } = rungs.at(-1)!;
    const days = clock ? `on day ${dayOfCycle(clock, endedOn, authority.holidays)} of 20` : 'informal';
    return { title: `Cycle ${index + 1}`, value: `${sayStage(dispute, stage)}, ended ${sayDay(endedOn)}, ${days}` };
  });
}

function isFormal(rungs: readonly Climbed[]): boolean {
  return rungs.some(({ stage }) => stage !== INFORMAL);
}

function dayOfCycle({ formalOn }: TwentyDays, endedOn: LocalDate, holidays: Holidays): number {
  return Math.max(0, workingDaysFrom(formalOn, endedOn, holidays));
}
