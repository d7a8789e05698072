/**
 * A letter is anything Homeward says unprompted. It is saved with the change that causes it, in the same write, and
 * sent afterwards; its card is drawn at sending, from the record as it then stands. A letter's key is used once, ever.
 */
import type { Instant } from '../clock.ts';
import type { PersonId } from '../people/model.ts';
import type { RecordKind } from '../record.ts';
import { type LetterKind, PACES, type Pace } from './letters.ts';

/** Who gets a letter: a person 1:1, or a channel by its name in the authority file. */
export type Addressee = { readonly person: PersonId } | { readonly channel: string };

export interface Letter {
  /** Unique for ever: `D-0001/stage/2/respond`. The store keeps a key once. */
  readonly key: string;
  readonly kind: LetterKind;
  readonly to: Addressee;
  /**
   * Few facts beside the record that the card needs, such as a rule id. Never names or case text. `urgent` (any text) makes
   * a letter of any kind go at once; `alone` keeps one that would be in a digest out of it.
   */
  readonly facts: Readonly<Record<string, string>>;
  /** Whether the message is redrawn in place when the record changes. */
  readonly live: boolean;
  readonly writtenAt: Instant;
}

/** How far a letter has come. */
export type Passage =
  | {
      readonly at: 'unsent';
      readonly tries: number;
      readonly nextTryAt: Instant;
      /** What went wrong at the last try, in plain words, or null before the first. */
      readonly trouble: string | null;
      /** Whose chat is closed to us: the letter goes on as soon as that person is heard from again. */
      readonly waitsFor?: PersonId;
      /** An earlier send had no clear answer; this is the one time that it may be said again. */
      readonly mayHaveArrived?: true;
    }
  /** Waits for the next digest of whoever it is to. */
  | { readonly at: 'held' }
  /** Said in a digest, whose own letter, kept with the diary of `reader`, says how that arrived. */
  | { readonly at: 'carried'; readonly digest: string; readonly reader: PersonId; readonly carriedAt: Instant }
  | {
      readonly at: 'sent';
      readonly sentAt: Instant;
      readonly conversation: string;
      readonly activity: string;
      /** Whom it was sent to, who may have been cover: it is redrawn for their eyes. Not known of channels and of older letters. */
      readonly reader?: PersonId;
      /** The revision of the record that the card shows. */
      readonly drawn: number;
      /** How many redraws have failed since the last that worked. */
      readonly redrawTries: number;
      /** No redraw before this moment: at first `sentAt`, later when a failed one may be tried again; null when the message is gone for good. */
      readonly redrawAfter: Instant | null;
    }
  /** A send that may or may not have arrived: never sent again blindly. */
  | { readonly at: 'unknown'; readonly triedAt: Instant; readonly trouble: string }
  /** No longer true by the time it could be sent. */
  | { readonly at: 'dropped'; readonly droppedAt: Instant; readonly why: string };

/** One attempt to bring a letter to Teams, and what came of it. */
export interface Attempt {
  readonly at: Instant;
  readonly came: 'arrived' | 'failed' | 'unclear';
  /** What went wrong and what to do, in plain words; null when it arrived. Never names or case text. */
  readonly trouble: string | null;
}

/** A letter as it is kept, with the record that caused it. */
export interface KeptLetter extends Letter {
  readonly record: { readonly kind: RecordKind; readonly id: string };
  readonly passage: Passage;
  /** Every attempt to send it, oldest first; of very many, the first and the latest. Redraws are not counted. */
  readonly attempts: readonly Attempt[];
}

/** The same letter, to go at any hour. */
export function urgent(letter: Letter): Letter {
  return { ...letter, facts: { ...letter.facts, urgent: 'yes' } };
}

export function paceOf({ kind, facts }: Pick<Letter, 'kind' | 'facts'>): Pace {
  if (facts.urgent) return 'at-once';
  const pace = PACES[kind] ?? 'in-hours';
  return pace === 'digest' && facts.alone ? 'in-hours' : pace;
}
