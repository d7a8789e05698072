import type { Climbed } from '../climbing/model.ts';
import type { Dispute, DisputeState } from '../model.ts';

const ENDINGS: readonly Climbed['ended'][] = ['resolved', 'withdrawn', 'overtaken', 'void'];

/** Which cycle it is in, counted from 1: each reopening starts the next one, with twenty days of its own (7.5 no. 6). */
export function cycleOf({ climbed, state }: { climbed: Dispute['climbed']; state: DisputeState }): number {
  const ended = climbed.filter((rung) => ENDINGS.includes(rung.ended)).length;
  return Math.max(1, 'rung' in state ? ended + 1 : ended);
}

/** In which cycle the rung of that number was reached. */
export function cycleOfRung({ climbed }: Pick<Dispute, 'climbed'>, number: number): number {
  return climbed.slice(0, number).filter((rung) => ENDINGS.includes(rung.ended)).length + 1;
}

/** Whether the rung of that number was reached by reopening. */
export function isReopenedAt({ climbed }: Pick<Dispute, 'climbed'>, number: number): boolean {
  const before = climbed[number - 1];
  return before !== undefined && ENDINGS.includes(before.ended);
}

/** "cycle 2", or nothing in the first. */
export function sayCycle(dispute: Dispute, cycle = cycleOf(dispute)): string {
  return cycle > 1 ? `cycle ${cycle}` : '';
}

/** The number of the rung that the present cycle began with. */
export function firstRungOf({ climbed, state }: Dispute): number {
  const before = 'rung' in state ? climbed : climbed.slice(0, -1);
  return before.findLastIndex((rung) => ENDINGS.includes(rung.ended)) + 1;
}

/** The rungs of each cycle that is over, oldest first; the present one is not among them. */
export function earlierCycles(dispute: Dispute): readonly (readonly Climbed[])[] {
  const cycles: Climbed[][] = [[]];
  for (const rung of dispute.climbed.slice(0, firstRungOf(dispute))) {
    cycles.at(-1)!.push(rung);
    if (ENDINGS.includes(rung.ended)) cycles.push([]);
  }
  return cycles.filter((rungs) => rungs.length > 0);
}
