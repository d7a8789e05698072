/**
 * A note for the record is a plain block of text to copy into the child's case record, which stays in the case system:
 * Homeward never becomes the only copy (product.md 2, promise 9; R-REC-03). It is written anew each time from what the
 * case holds; only that somebody copied it, and when, is kept.
 */
import type { Copied } from '../../cases/model.ts';
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { ReturningCase } from '../model.ts';

/** What a note says, before it is known whether it was copied. */
export interface Written {
  /** What it is about: `visit/2026-04-01/1`, `decision/RH-0001/2026-04-02T08:00:00.000Z`, `stage/RH-0001/consider`. */
  readonly key: string;
  /** "Visit, child seen alone". */
  readonly title: string;
  readonly day: LocalDate;
  /** By whom, with name and post; empty where nobody is known. */
  readonly by: string;
  /** What was written, in plain words. */
  readonly lines: readonly string[];
  /** The last moment at which what it says changed; null for what never changes once it is saved. */
  readonly changedAt: Instant | null;
}

export type NoteStanding = 'not-yet' | 'changed' | 'copied';

export interface RecordNote extends Written {
  /** The whole text, as it is copied. */
  readonly text: string;
  /** The last time it was copied, or null. */
  readonly copied: Copied | null;
  readonly standing: NoteStanding;
}

/** The notes of a case, and what was just done with one of them. */
export interface NoteList {
  readonly about: ReturningCase;
  readonly notes: readonly RecordNote[];
  readonly page: number;
  readonly says: string;
}

/** One part of one note. */
export interface NoteAt {
  readonly about: ReturningCase;
  readonly note: RecordNote;
  /** Counted from 1. */
  readonly part: number;
  /** When its first part was drawn: what is ticked is the note as it was then. */
  readonly drawn: Instant;
  readonly says: string;
}
