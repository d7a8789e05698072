import type { Sight } from '../../authority/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Fact, Head } from '../../view.ts';
import type { Holidays } from '../../working-days.ts';
import type { Rung } from '../climbing/model.ts';
import type { Dispute, TwentyDays } from '../model.ts';
import { climbing, rungAt, sayDayOfStage, sayDayOfTwenty, sayStage } from '../standing.ts';

/** All that a channel may know of a dispute. Nothing about the child, no names, no words that anybody wrote. */
export interface Neutral {
  readonly id: string;
  readonly revision: number;
  readonly stage: string;
  readonly rung: Pick<Rung, 'startedOn' | 'due'>;
  readonly clock: TwentyDays | null;
  readonly isUrgent: boolean;
  /** What came of this stage, or null while it waits. */
  readonly came: string | null;
}

/** Picks the neutral fields of one rung, by its number. Null when there is no such rung. */
export function neutral(dispute: Dispute, number: number): Neutral | null {
  const rung = rungAt(dispute, number);
  if (!rung) return null;
  return {
    id: dispute.id,
    revision: dispute.revision,
    stage: sayStage(dispute, rung.stage),
    rung: { startedOn: rung.startedOn, due: rung.due },
    clock: dispute.clock && { formalOn: dispute.clock.formalOn, cap: dispute.clock.cap },
    isUrgent: dispute.urgent,
    came: cameOf(dispute, number),
  };
}

function cameOf(dispute: Dispute, number: number): string | null {
  const left = dispute.climbed[number];
  const state = climbing(dispute);
  if (!left) return state?.at === 'awaiting-iro' ? 'Answered: with the IRO' : null;
  const on = sayDay(left.endedOn);
  if (left.ended === 'resolved') return `Ended by the IRO on ${on}`;
  if (left.ended === 'withdrawn') return `Withdrawn by the IRO on ${on}`;
  const next = rungAt(dispute, number + 1);
  return `Moved on${next ? ` to ${sayStage(dispute, next.stage)}` : ''}, ${on}`;
}

/** The neutral card in a stage's channel. */
export interface ChannelView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
  readonly hasCome: boolean;
  readonly came: string;
}

export function channelView(about: Neutral, today: LocalDate, holidays: Holidays): ChannelView {
  const { id, stage, rung, came } = about;
  const counts = [
    { title: 'This stage', value: sayDayOfStage(about.rung, today, holidays) },
    { title: 'All stages', value: sayDayOfTwenty(about, today, holidays) },
    { title: 'Due', value: sayDay(rung.due) },
    { title: 'As at', value: sayDay(today) },
  ];
  return {
    heading: `Dispute ${id}`,
    quiet: `${stage}${about.isUrgent ? ' · Urgent' : ''}`,
    id,
    revision: String(about.revision),
    facts: came === null ? counts : [],
    hasCome: came !== null,
    came: came === null ? '' : `✓ ${came}`,
  };
}

/** The channel's letter, from neutral fields only; a rung that is not there has nothing to say. */
export function channelLetterView(
  about: Neutral | null,
  { today, authority }: Sight,
): ChannelView | { readonly dropped: string } {
  return about ? channelView(about, today, authority.holidays) : { dropped: 'the stage is no longer on record' };
}
