import type { Instant } from '../clock.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';
import type { LetterKind } from './letters.ts';
import type { Attempt, KeptLetter, Letter, Passage } from './model.ts';

/** What a feature needs kept. One of these for cases, one for disputes; every store passes the same contract. */
export interface RecordStore<R extends Kept> {
  get(id: string): Promise<R | undefined>;
  /** The records filed under a key, such as `person:…`, in order of id. The feature's `filedUnder` says which keys a record has. */
  find(key: string): Promise<readonly R[]>;
  /** The records whose `wakeAt` has come by that moment, earliest first. */
  woken(by: Instant): Promise<readonly R[]>;
  /** The first so many records whose id comes after one (from the beginning: ''), in order of id: for whoever goes through all, bit by bit. */
  after(id: string, count: number): Promise<readonly R[]>;
  /** The next unused id of a series: `D` gives `D-0007`. An id given out is not given again while the process lives. */
  nextId(series: string): Promise<string>;
  /**
   * Writes the record and the letters it causes in one go, or neither, and returns the record as kept (one revision
   * on). 'stale' means someone saved first, or the id is taken: nothing was written. A letter whose key is already kept
   * with the record is left out.
   */
  save(record: R, letters?: readonly Letter[]): Promise<R | 'stale'>;
  /**
   * Writes the letters that a record's time has brought, and when it next wakes, in one go. How things stand does not
   * change, so neither does the revision: cards drawn from the record stay good. 'stale' as for `save`.
   */
  remind(record: R, wakeAt: Instant | null, letters: readonly Letter[]): Promise<'kept' | 'stale'>;
}

/** How many letters of a kind have come as far as that. */
export interface Tallied {
  readonly kind: LetterKind;
  readonly at: Passage['at'];
  readonly count: number;
}

/** The letters of every record, seen from the side of the post. */
export interface Outbox {
  /**
   * Letters to send, or sent live ones to redraw because their record has changed since, whose time has come; oldest
   * first.
   */
  waiting(by: Instant): Promise<readonly KeptLetter[]>;
  /** The earliest moment for which `waiting` would have something, or null. */
  nextTryAt(): Promise<Instant | null>;
  /**
   * Writes down how a letter has fared, and the attempt that showed it. The record's revision does not change. Where
   * another passage stands by now than the letter has, `passageAfter` says which of the two is kept.
   */
  mark(letter: KeptLetter, passage: Passage, attempt?: Attempt): Promise<void>;
  /** The same for several letters of one record, by key, in one write. */
  markAll(record: KeptLetter['record'], passages: ReadonlyMap<string, Passage>): Promise<void>;
  /** The letters that wait for the next digest of this person, oldest first. */
  held(person: PersonId): Promise<readonly KeptLetter[]>;
  /** The letters that were written before a moment and wait for somebody's digest still: for whoever watches that none is forgotten. */
  heldSince(before: Instant): Promise<readonly KeptLetter[]>;
  /** The letters of one record, oldest first. */
  of(record: KeptLetter['record']): Promise<readonly KeptLetter[]>;
  /** Letters that have not arrived though they were tried or wait for somebody, or that may not have. */
  inTrouble(): Promise<readonly KeptLetter[]>;
  /** How many letters of each kind have come how far. */
  tally(): Promise<readonly Tallied[]>;
  /** When the oldest letter that is still unsent was written; null when none is. */
  oldestUnsent(): Promise<Instant | null>;
}
