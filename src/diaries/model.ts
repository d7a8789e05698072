/**
 * A person's diary: when they want to be told what waits for them, what they have put off, what their last digest was
 * about. There is one for everybody on the staff register. It is no child's record: it names cases by reference only.
 */
import type { Instant } from '../clock.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';

/** When digests come unless a person says otherwise, Europe/London. */
export const DIGEST_AT = '08:30';

/** A deadline, by its case, its rule and its last lawful day. */
export interface DeadlineRef {
  readonly case: string;
  readonly rule: string;
  readonly due: LocalDate;
}

/** A deadline that its owner has put off to a day, or has said to have seen. */
export interface PutOff extends DeadlineRef {
  readonly how: 'snoozed' | 'seen';
  /** The day on which it is in the digest again. */
  readonly until: LocalDate;
  readonly at: Instant;
}

/** What a digest was about. */
export interface LastDigest {
  readonly on: LocalDate;
  /** The ids of the cases and disputes in it: when one of them changes, the digest is drawn anew. */
  readonly about: readonly string[];
}

export interface Diary extends Kept {
  readonly id: PersonId;
  /** When this person's digest comes on a working day: `08:30`, from 08:00 to 17:30. */
  readonly digestAt: string;
  readonly putOff: readonly PutOff[];
  readonly last: LastDigest | null;
  /** The calendar link, by the SHA-256 of its secret; null while there is none. */
  readonly calendar: { readonly hash: string; readonly since: Instant } | null;
}

/** What a letter about a diary is kept with. */
export const diaryOf = (person: PersonId) => ({ kind: 'diary', id: person }) as const;
