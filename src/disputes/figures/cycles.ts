import { INFORMAL } from '../../escalation/model.ts';
import { titleOf } from '../../escalation/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import { type Holidays, workingDaysFrom } from '../../working-days.ts';
import type { Climbed, Rung } from '../climbing/model.ts';
import type { Dispute } from '../model.ts';
import { cycleOf, earlierCycles, firstRungOf } from '../reopening/cycles.ts';
import { climbing, rungAt } from '../standing.ts';

/** One climb of a dispute: one that is reopened climbs again, and stays one dispute (domain.md 7.5 no. 6). */
interface Cycle {
  readonly rungs: readonly (Rung | Climbed)[];
  /** The last day of its twenty; null while it was never formal. */
  readonly cap: LocalDate | null;
  /** When it came to its end; null while it climbs. */
  readonly endedOn: LocalDate | null;
  readonly isResolved: boolean;
}

/** The climbs of a dispute, oldest first, each with its own twenty days. */
function cyclesOf(dispute: Dispute): readonly Cycle[] {
  const { climbed, clock, earlierClocks } = dispute;
  const now = climbing(dispute);
  const present: Cycle['rungs'] = [...climbed.slice(firstRungOf(dispute)), ...(now ? [now.rung] : [])];
  const caps = [...earlierClocks, ...(clock ? [clock] : [])].map(({ cap }) => cap);
  let nth = 0;
  return [...earlierCycles(dispute), present].map((rungs: Cycle['rungs']) => {
    const isFormal = rungs.some(({ stage }) => stage !== INFORMAL);
    const end = endOf(rungs.at(-1));
    return {
      rungs,
      cap: isFormal ? (caps[nth++] ?? null) : null,
      endedOn: end?.endedOn ?? null,
      isResolved: end?.ended === 'resolved',
    };
  });
}

function endOf(last: Rung | Climbed | undefined): Climbed | null {
  return last && 'ended' in last ? last : null;
}

export function isReopened(dispute: Dispute): boolean {
  return cycleOf(dispute) > 1;
}

/** The highest stage that it ever reached: INFORMAL, or counted from 0. */
export function highestStage({ climbed, state }: Pick<Dispute, 'climbed' | 'state'>): number {
  return Math.max(INFORMAL, ...climbed.map(({ stage }) => stage), 'rung' in state ? state.rung.stage : INFORMAL);
}

/** How it did against the twenty working days: late as soon as any of its cycles was, whatever came of it. */
export function againstTheTwenty(dispute: Dispute, today: LocalDate): 'in-time' | 'late' | 'still-within' | 'informal' {
  const formal = cyclesOf(dispute).filter(({ cap }) => cap !== null);
  if (formal.length === 0) return 'informal';
  if (formal.some(({ endedOn, cap }) => (endedOn ?? today) > cap!)) return 'late';
  return formal.some(({ endedOn }) => endedOn === null) ? 'still-within' : 'in-time';
}

/** Whether the IRO passed over a stage: not where a stage was passed over because nobody could answer there. */
export function isBypassed(dispute: Dispute): boolean {
  return cyclesOf(dispute).some(({ rungs }, nth) =>
    rungs.some((rung, at) => {
      const before = rungs[at - 1];
      if (!before) return nth === 0 && rung.stage > notAnswered(rung);
      const isIros = 'ended' in before && before.ended === 'escalated';
      return isIros && rung.stage - before.stage - 1 > notAnswered(rung);
    }),
  );
}

/** Stages below this rung where nobody could be asked: the note on why its officer was asked has each. */
function notAnswered({ whyOfficer }: Rung): number {
  return whyOfficer.split(' passed over').length - 1;
}

/** The stages that were left behind, each with its working days. A stage that lapsed ends where the next one's days begin. */
export function stageLengths(dispute: Dispute, holidays: Holidays): readonly { title: string; days: number }[] {
  return dispute.climbed.map(({ stage, startedOn, endedOn }, at) => {
    const next = rungAt(dispute, at + 1)?.startedOn ?? endedOn;
    const until = next < endedOn ? next : endedOn;
    return { title: titleOf(dispute.ladder, stage), days: Math.max(0, workingDaysFrom(startedOn, until, holidays)) };
  });
}

/**
 * Working days from the day it was first made formal to the day the plan changed: actions agreed, and nothing since that
 * reopened it. Null where the plan was not changed, or it was never formal.
 */
export function daysToChange(dispute: Dispute, holidays: Holidays): number | null {
  const { state, clock, earlierClocks } = dispute;
  const formalOn = (earlierClocks[0] ?? clock)?.formalOn;
  const last = cyclesOf(dispute).at(-1);
  const isChanged = 'outcome' in state && state.outcome === 'actions-agreed' && last?.isResolved;
  return formalOn && isChanged ? workingDaysFrom(formalOn, last.endedOn!, holidays) : null;
}
