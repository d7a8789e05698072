/**
 * Somebody whom Homeward's letters do not reach. After one working day business support and that person's manager are
 * told, once for each spell of it; whom it has been told, and about which spell, the letters that told it say.
 */
import type { Instant } from '../../clock.ts';
import type { PersonId } from '../../people/model.ts';
import type { KeptLetter } from '../model.ts';

/** Their letters wait, or nobody knows whether they arrived. */
export type Plight = 'waiting' | 'unclear';

/** A letter in trouble, and since when its reader has not been reached: a digest takes the place of one that was overtaken. */
export interface Undelivered {
  readonly letter: KeptLetter;
  readonly since: Instant;
}

/** Somebody with letters in trouble. */
export interface Unreachable {
  readonly person: PersonId;
  readonly plight: Plight;
  readonly since: Instant;
  /** What is wrong and what to do, in plain words, as Teams last said it. */
  readonly trouble: string;
  /** Oldest first. */
  readonly letters: readonly KeptLetter[];
}

/** How many cannot be reached, for whoever watches over Homeward: numbers only. */
export interface UnreachableCounts {
  readonly peopleUnreachable: number;
  readonly lettersWaitingForThem: number;
  readonly lettersOfUnknownFate: number;
  /** Business support and administrators who have not been reached for one working day: nobody sees to it then. */
  readonly supportUnreachable: number;
}

/** What the letters about Homeward itself are kept with. */
export const HOMEWARD = { kind: 'contact', id: 'homeward' } as const;
