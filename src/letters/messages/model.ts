/** A letter as people read about it: what it is, to whom, how it fared. Never what it says. */
import type { Instant } from '../../clock.ts';
import type { Person, Register } from '../../people/model.ts';
import type { Holidays } from '../../working-days.ts';
import type { KeptLetter } from '../model.ts';

export type Fate = 'arrived' | 'waiting' | 'not-delivered' | 'unclear' | 'held' | 'not-sent';

/** A letter, with what a page about it needs. */
export interface Message {
  readonly letter: KeptLetter;
  /** The digest that carried it, where one did and it is still kept. */
  readonly digest: KeptLetter | null;
  readonly fate: Fate;
  /** Whether whoever looks may know which child it is about. */
  readonly named: boolean;
  /** The letters that told somebody that its reader cannot be reached. */
  readonly told: readonly KeptLetter[];
}

/** The case or dispute that messages are read about; null for those in trouble, whatever they are about. */
export type About = { readonly kind: 'case' | 'dispute'; readonly id: string } | null;

/** Messages that somebody may read. */
export interface Mailbag {
  readonly about: About;
  readonly page: number;
  readonly messages: readonly Message[];
}

/** What a page about messages may know of whoever looks. */
export interface Reader {
  readonly by: Person;
  readonly now: Instant;
  readonly authority: { readonly name: string; readonly register: Register; readonly holidays: Holidays };
}
