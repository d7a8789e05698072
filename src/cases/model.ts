/**
 * A case is Homeward's thread for one looked-after child: the dated facts, the people around the child, and what is
 * open. It is not the child's case record, which stays in the case system. A case carries the child's return plans
 * without knowing what is in them; the returns room does.
 */
import type { Instant } from '../clock.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';
import type { CaseEvent } from '../timetable/model.ts';
import type { Concern } from './concerns/model.ts';
import type { Contest } from './contests/model.ts';
import type { Praise } from './praise/model.ts';

/** The child reference of the case system, upper case: `C-1042`. Shown 1:1 only, never in a channel. */
export type ChildReference = string;

export interface Case<Plan = unknown> extends Kept {
  readonly id: ChildReference;
  readonly initials: string;
  readonly bornOn: LocalDate;
  readonly people: {
    readonly socialWorker: PersonId;
    readonly teamManager: PersonId;
    readonly iro: PersonId;
  };
  /** What a visit or review said beside its date, by the day and kind of the event it belongs to. */
  readonly notes: readonly CaseNote[];
  readonly events: readonly CaseEvent[];
  readonly concerns: readonly Concern[];
  readonly praise: readonly Praise[];
  /** The IRO's referrals of this child's case to Cafcass that were made without a dispute. */
  readonly cafcass: readonly Referral[];
  /** The decisions of reviews that managers contest. */
  readonly contests: readonly Contest[];
  /** What has been copied into the child's case record, oldest first. */
  readonly copied: readonly Copied[];
  readonly returns: readonly Plan[];
}

/** A referral to Cafcass: the IRO's own decision, asked of nobody (R-IRO-02). */
export interface Referral {
  readonly on: LocalDate;
  readonly by: PersonId;
  readonly at: Instant;
  readonly why: string;
  readonly once: string;
}

/** A note that somebody has copied into the child's case record. */
export interface Copied {
  /** What the note was about, such as `visit/2026-04-01/1` or `decision/RH-0001/2026-04-02T08:00:00.000Z`. */
  readonly of: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** What was written about a visit or a review; the child's case record is where it belongs, this is a copy to carry over. */
export interface CaseNote {
  readonly on: LocalDate;
  readonly about: 'visit' | 'review';
  readonly by: PersonId;
  readonly says: readonly { readonly heading: string; readonly text: string }[];
  /** When what it is about was undone: it counts no longer, and its words are kept. */
  readonly undoneAt?: Instant;
}
