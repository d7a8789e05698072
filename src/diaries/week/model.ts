/**
 * What managers are told once a week. A manager gets their staff by worker; the Director and the Chief Executive get what
 * needs them, what will reach them within five working days, and how many statutory visits are overdue in each service.
 */
import type { Dispute } from '../../disputes/model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, Post } from '../../people/model.ts';
import type { Waiting } from '../digest/model.ts';

/** Who is told of their staff, by worker. */
export const TELLS_OF_STAFF: readonly Post[] = ['team-manager', 'service-manager', 'head-of-service', 'iro-manager'];

/** Who is told of the whole authority, a nil week included. */
export const TELLS_OF_ALL: readonly Post[] = ['director', 'chief-executive'];

/** How far ahead the Director and the Chief Executive see what comes to them. */
export const AHEAD_WORKING_DAYS = 5;

/** A dispute that will be with this person from a day on, if nobody answers before. */
export interface Coming {
  readonly dispute: Dispute;
  readonly stage: number;
  readonly on: LocalDate;
}

/** How many visits that the regulations ask for are late. */
export interface LateVisits {
  readonly service: string;
  readonly late: number;
}

export interface Week {
  readonly person: Person;
  readonly waiting: Waiting;
  readonly coming: readonly Coming[];
  readonly lateVisits: readonly LateVisits[];
}
