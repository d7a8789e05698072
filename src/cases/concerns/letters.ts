import type { Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { PersonId } from '../../people/model.ts';
import type { ConcernId } from './model.ts';

/** What is said of a concern: that it waits, how it was answered, or that it was dealt with lower down. */
export type ConcernLetterKind = 'concern.raised' | 'concern.answered' | 'concern.told';

/** A letter about a concern: the reference and nothing of the case (product.md 2, promise 4). */
export function concernLetter(
  kind: ConcernLetterKind,
  id: ConcernId,
  occasion: string,
  person: PersonId,
  now: Instant,
): Letter {
  const key = `${id}/${occasion}/${kind}/${person}`;
  return { key, kind, to: { person }, facts: { concern: id }, live: false, writtenAt: now };
}
