/**
 * A note for the record is a dispute as a plain block of text, to copy into the file of each child it is about: Homeward
 * never becomes the only copy (R-REC-03). Each child's file gets its own, without what is private to a brother or sister
 * (domain.md 7.5 no. 12). It is written anew each time; only that somebody copied it is kept.
 */
import type { Case, Copied } from '../../cases/model.ts';
import type { Instant } from '../../clock.ts';
import type { Dispute } from '../model.ts';

export interface DisputeNote {
  readonly dispute: Dispute;
  /** Whose file it is for. */
  readonly child: Case;
  readonly text: string;
  /** The last time it was copied, or null. */
  readonly copied: Copied | null;
  /** Something has happened since it was copied. */
  readonly hasChanged: boolean;
}

/** One part of it, and for whom else there is one. */
export interface NoteAt extends DisputeNote {
  /** Counted from 1. */
  readonly part: number;
  readonly drawn: Instant;
  /** The next child, among those that the person may take it for. */
  readonly nextChild: Case['id'] | null;
  readonly says: string;
}
