import type { Authority } from '../../authority/model.ts';
import type { Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { PersonId } from '../../people/model.ts';
import type { Concern, ConcernId } from './model.ts';

/** What is said of a concern: that it waits, how it was answered, or that it was dealt with lower down. */
export type ConcernLetterKind = 'concern.raised' | 'concern.answered' | 'concern.told';

/**
 * A letter about a concern: the reference and nothing of the case (product.md 2, promise 4). One that asks for an answer is
 * redrawn, so that it shows what somebody else answered.
 */
export function concernLetter(
  kind: ConcernLetterKind,
  id: ConcernId,
  occasion: string,
  person: PersonId,
  now: Instant,
): Letter {
  const key = `${id}/${occasion}/${kind}/${person}`;
  return { key, kind, to: { person }, facts: { concern: id }, live: kind === 'concern.raised', writtenAt: now };
}

/** The channel of the service manager's stage; without one, that of return decisions. */
export function concernChannel({ ladder, decisionsChannel }: Authority): string {
  return ladder.stages.find(({ post }) => post === 'service-manager')?.channel ?? decisionsChannel;
}

/**
 * What a change of a concern says in the channel: that it has come to the service manager, and from then on each answer.
 * A concern that the team manager keeps is nobody else's.
 */
export function channelLetters(
  before: Concern | null,
  after: Concern,
  occasion: string,
  authority: Authority,
  now: Instant,
): readonly Letter[] {
  const waits = after.state.at === 'waiting' && after.state.level === 'service-manager';
  if (!waits && (!before || !wasAbove(before))) return [];
  return [channelLetter(after.id, occasion, waits ? {} : { story: 'answered' }, authority, now)];
}

function wasAbove({ passedUp, state }: Concern): boolean {
  return passedUp !== null || state.level === 'service-manager';
}

function channelLetter(
  id: ConcernId,
  occasion: string,
  story: Readonly<Record<string, string>>,
  authority: Authority,
  now: Instant,
): Letter {
  const to = { channel: concernChannel(authority) };
  const key = `${id}/${occasion}/concern.channel`;
  return { key, kind: 'concern.channel', to, facts: { concern: id, ...story }, live: true, writtenAt: now };
}
