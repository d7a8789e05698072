/**
 * A manager contests a decision of the IRO's review: the other direction of a dispute (domain.md 7.5 no. 17). It is kept
 * in the case and told to the IRO, who may raise a dispute. It has no clock of its own.
 */
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

/** Working days to contest (R-REV-07b: one council's notes, and not verified in the IRO Handbook). */
export const CONTEST_WITHIN_WORKING_DAYS = 5;

/** The reviews whose decisions can be contested: those that the IRO chairs. */
export type ContestedKind = 'looked-after' | 'after-return';

export interface Contest {
  /** The review: its kind and the day it was held. */
  readonly kind: ContestedKind;
  readonly on: LocalDate;
  readonly by: PersonId;
  readonly at: Instant;
  readonly what: string;
  readonly why: string;
  readonly once: string;
}
