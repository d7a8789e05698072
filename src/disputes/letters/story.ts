import { INFORMAL } from '../../escalation/model.ts';
import type { Letter } from '../../letters/model.ts';
import type { Dispute } from '../model.ts';
import { isReopenedAt } from '../reopening/cycles.ts';
import { climbing, rungAt, rungNumber } from '../standing.ts';
import { letter, type Writing } from './writing.ts';

/** What a thread is told besides each stage that is reached: a line each, in neutral words. */
export type Story = 'answered' | 'asked-again' | 'moved-up' | 'reopened' | 'ended';

/**
 * The card of the stage just reached, in its channel; and where the dispute has left another channel, a line there. A
 * reopening is told in every channel that heard that it had ended.
 */
export function reachedLetters(dispute: Dispute, writing: Writing): readonly Letter[] {
  const number = rungNumber(dispute);
  const channel = channelAt(dispute, number);
  const facts = { rung: String(number) };
  const card = channel
    ? [letter(dispute, `rung/${number}/channel`, 'dispute.channel', { channel }, facts, writing, true)]
    : [];
  if (isReopenedAt(dispute, number)) {
    const others = [...heardBefore(dispute)].filter((one) => one !== channel);
    return [...card, ...others.map((one) => line(dispute, one, 'reopened', `rung/${number}`, number, writing))];
  }
  const left = channelAt(dispute, number - 1);
  return left && left !== channel
    ? [...card, line(dispute, left, 'moved-up', `rung/${number}`, number, writing)]
    : card;
}

/** What else a change tells the channels: an answer, that the IRO asks for more, that it has ended. */
export function storyLetters(before: Dispute | null, after: Dispute, writing: Writing): readonly Letter[] {
  if (!before) return [];
  const said: Letter[] = [];
  const number = rungNumber(before);
  const here = channelAt(before, number);
  const save = `save/${after.revision + 1}`;
  const isSameRung = climbing(before) !== null && climbing(after) !== null && rungNumber(after) === number;
  if (here && isSameRung && before.state.at !== 'awaiting-iro' && after.state.at === 'awaiting-iro')
    said.push(line(after, here, 'answered', save, number, writing));
  if (here && isSameRung && before.state.at === 'awaiting-iro' && after.state.at !== 'awaiting-iro')
    said.push(line(after, here, 'asked-again', save, number, writing));
  if (climbing(before) && !climbing(after)) said.push(...endedLetters(after, writing));
  return said;
}

/** Every channel that has heard of the dispute hears that it has ended. */
export function endedLetters(dispute: Dispute, writing: Writing): readonly Letter[] {
  const last = rungNumber(dispute) - 1;
  return [...heardBefore(dispute)].map((channel) => line(dispute, channel, 'ended', `rung/${last}`, last, writing));
}

/** The channels of every stage that it has left behind. */
function heardBefore(dispute: Dispute): ReadonlySet<string> {
  return new Set(dispute.climbed.flatMap((_, number) => channelAt(dispute, number) ?? []));
}

/** The channel of a rung's stage; none for an informal one, which is settled 1:1. */
function channelAt(dispute: Dispute, number: number): string | null {
  const stage = rungAt(dispute, number)?.stage ?? INFORMAL;
  return dispute.ladder.stages[stage]?.channel ?? null;
}

function line(dispute: Dispute, channel: string, story: Story, once: string, rung: number, writing: Writing): Letter {
  const facts = { rung: String(rung), story };
  return letter(dispute, `${once}/${story}/${channel}`, 'dispute.channel', { channel }, facts, writing, true);
}
