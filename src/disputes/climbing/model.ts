/**
 * A dispute climbs rung by rung. A rung is one stage reached: who was asked, since when and until when; those left behind
 * are kept, with how they ended.
 */
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

/** One stage reached: who was asked and why them, since when, until when. `stage` is INFORMAL, or counts the ladder from 0. */
export interface Rung {
  readonly stage: number;
  readonly startedOn: LocalDate;
  readonly due: LocalDate;
  readonly officer: PersonId;
  readonly whyOfficer: string;
  /** When the officer was asked: reminders from before then are not said. */
  readonly enteredAt: Instant;
  /** The last day passed without a response, and everybody was told. */
  readonly lapsed: boolean;
  /** The day a response was judged not to be enough: the stage waits for another, and lapses no earlier. */
  readonly askedAgainOn: LocalDate | null;
}

/** A rung that was left behind, when and how. */
export interface Climbed extends Rung {
  readonly endedOn: LocalDate;
  readonly ended: 'escalated' | 'lapsed' | 'passed-up' | 'resolved' | 'withdrawn' | 'overtaken' | 'void';
}
