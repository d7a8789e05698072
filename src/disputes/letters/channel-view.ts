import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Fact, Head } from '../../view.ts';
import type { Holidays } from '../../working-days.ts';
import type { Climbed, Rung } from '../climbing/model.ts';
import type { Dispute, DisputeState, TwentyDays } from '../model.ts';
import { cycleOfRung, isReopenedAt, sayCycle } from '../reopening/cycles.ts';
import { climbing, rungAt, rungNumber, sayDayOfStage, sayDayOfTwenty, sayStage } from '../standing.ts';
import type { Story } from './story.ts';

/** All that a channel may know of a dispute. Nothing about the child, no names, no words that anybody wrote. */
export interface Neutral {
  readonly id: string;
  readonly revision: number;
  /** How it came to this stage; nothing at the head of the thread, which shows where it is now. */
  readonly how: string;
  readonly stage: string;
  /** "cycle 2" once it was reopened; nothing before. */
  readonly cycle: string;
  readonly rung: Pick<Rung, 'startedOn' | 'due'>;
  readonly clock: TwentyDays | null;
  readonly isUrgent: boolean;
  /** Whether the days of the stage still count. */
  readonly isCounting: boolean;
  /** What came of this stage, or null while it waits. */
  readonly came: string | null;
}

/** Picks the neutral fields of one rung, by its number. Null when there is no such rung. */
export function neutral(dispute: Dispute, number: number): Neutral | null {
  const rung = rungAt(dispute, number);
  if (!rung) return null;
  const came = cameOf(dispute, number);
  const cycle = sayCycle(dispute, cycleOfRung(dispute, number));
  return { ...of(dispute, rung), cycle, how: howOf(dispute, number), isCounting: came === null, came };
}

/** The same of the whole dispute as it now stands, for the head of its thread. */
export function neutralHead(dispute: Dispute): Neutral | null {
  const state = climbing(dispute);
  const rung = state?.rung ?? dispute.climbed.at(-1);
  if (!rung) return null;
  const came = state ? cameOf(dispute, rungNumber(dispute)) : sayEnded(dispute.state);
  return { ...of(dispute, rung), cycle: sayCycle(dispute), how: '', isCounting: state !== null, came };
}

function of(dispute: Dispute, { stage, startedOn, due }: Rung): Omit<Neutral, 'cycle' | 'how' | 'isCounting' | 'came'> {
  return {
    id: dispute.id,
    revision: dispute.revision,
    stage: sayStage(dispute, stage),
    rung: { startedOn, due },
    clock: dispute.clock && { formalOn: dispute.clock.formalOn, cap: dispute.clock.cap },
    isUrgent: dispute.urgent,
  };
}

function howOf(dispute: Dispute, number: number): string {
  if (number === 0) return 'Raised';
  return isReopenedAt(dispute, number) ? 'Reopened' : 'Moved up';
}

function cameOf(dispute: Dispute, number: number): string | null {
  const left = dispute.climbed[number];
  const state = climbing(dispute);
  if (!left) return state?.at === 'awaiting-iro' ? 'Answered: with the IRO' : null;
  const on = sayDay(left.endedOn);
  if (left.ended === 'resolved') return `Ended by the IRO on ${on}`;
  if (left.ended === 'withdrawn') return `Withdrawn by the IRO on ${on}`;
  if (left.ended === 'overtaken') return `Ended on ${on}: overtaken by events`;
  if (left.ended === 'void') return `Void since ${on}`;
  const next = rungAt(dispute, number + 1);
  const moved = `Moved on${next ? ` to ${sayStage(dispute, next.stage)}` : ''}`;
  // What lapses moves on the morning after, which the next line of the thread says: two days for one move would puzzle.
  return left.ended === 'lapsed' ? `${moved}. This stage’s last day was ${on}` : `${moved}, ${on}`;
}

/** How it ended, without the outcome's own words: some of those tell what happened to the child. */
function sayEnded(state: DisputeState): string | null {
  if ('rung' in state) return null;
  const on = sayDay(state.on);
  if (state.at === 'resolved-monitoring') return `Resolved by the IRO on ${on}`;
  if (state.at === 'withdrawn') return `Withdrawn by the IRO on ${on}`;
  if (state.at === 'overtaken') return `Ended on ${on}: overtaken by events`;
  return state.at === 'void' ? `Void since ${on}` : `Ended by the IRO on ${on}`;
}

/** The neutral card in a stage's channel. */
export interface ChannelView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly hasFacts: boolean;
  readonly facts: readonly Fact[];
  readonly hasCome: boolean;
  readonly came: string;
}

export function channelView(about: Neutral, today: LocalDate, holidays: Holidays): ChannelView {
  const { how, stage, cycle, rung, came, isUrgent, isCounting } = about;
  const counts = [
    { title: 'This stage', value: sayDayOfStage(about.rung, today, holidays) },
    { title: 'All stages', value: sayDayOfTwenty(about, today, holidays) },
    { title: 'Due', value: sayDay(rung.due) },
    { title: 'As at', value: sayDay(today) },
  ];
  return {
    ...headOf(about, [how, stage, cycle, isUrgent ? 'Urgent' : '']),
    hasFacts: isCounting,
    facts: isCounting ? counts : [],
    hasCome: came !== null,
    came: came === null ? '' : `✓ ${came}`,
  };
}

function headOf({ id, revision }: Pick<Dispute, 'id' | 'revision'>, quiet: readonly string[]) {
  return {
    heading: `Dispute ${id}`,
    quiet: quiet.filter((part) => part !== '').join(' · '),
    id,
    revision: String(revision),
  };
}

/** The channel's letter, from neutral fields only; a rung that is not there has nothing to say. */
export function channelLetterView(
  about: Neutral | null,
  { today, authority }: Sight,
): ChannelView | { readonly dropped: string } {
  return about ? channelView(about, today, authority.holidays) : { dropped: 'the stage is no longer on record' };
}

const STORIES: Readonly<Record<Exclude<Story, 'ended' | 'reopened'>, string>> = {
  answered: 'Answered: with the IRO',
  'asked-again': 'The IRO asks for more',
  'moved-up': 'Moved up',
};

/** How it ended, for the line that says so: without the day, for it is read on a locked phone too. */
const ENDINGS: Readonly<Partial<Record<Climbed['ended'], string>>> = {
  resolved: 'Ended by the IRO',
  withdrawn: 'Withdrawn by the IRO',
  overtaken: 'Ended: overtaken by events',
  void: 'Void',
};

/** One line of the story in the thread: what happened, at which stage, on which day. It stays as it was said. */
export function storyView(
  dispute: Dispute,
  { facts, writtenAt }: Pick<KeptLetter, 'facts' | 'writtenAt'>,
): ChannelView | { readonly dropped: string } {
  const rung = rungAt(dispute, Number(facts.rung));
  if (!rung) return { dropped: 'the stage is no longer on record' };
  const story = facts.story as Story;
  return {
    ...headOf(dispute, saysOf(story, dispute, Number(facts.rung))),
    hasFacts: true,
    facts: [{ title: 'On', value: sayDay(dayOf(writtenAt)) }],
    hasCome: false,
    came: '',
  };
}

function saysOf(story: Story, dispute: Dispute, number: number): readonly string[] {
  if (story === 'ended') return [ENDINGS[dispute.climbed[number]?.ended ?? 'resolved'] ?? 'Ended'];
  const stage = sayStage(dispute, rungAt(dispute, number)!.stage);
  if (story === 'reopened') return [`Reopened at ${stage}`, sayCycle(dispute, cycleOfRung(dispute, number))];
  return [STORIES[story], stage];
}
