/**
 * A ladder is the ordered stages that a dispute climbs: at each, a post that answers and the working days it has.
 * It is local policy, read from the authority file; the one in force on the day is frozen into each dispute.
 */
import type { LocalDate } from '../local-date.ts';
import type { Holder, PersonId, Post } from '../people/model.ts';

export interface Stage {
  readonly post: Post;
  /** As cards say it: "Team manager". */
  readonly title: string;
  /** Working days to answer. */
  readonly workingDays: number;
  /** The channel that gets the neutral card, by its name in the authority file. */
  readonly channel: string;
  /** Posts that are told, not asked. */
  readonly copied: readonly Post[];
}

export interface Ladder {
  /** Working days for the informal stage, which is outside the twenty. */
  readonly informalDays: number;
  readonly stages: readonly Stage[];
  readonly cite: string;
}

/** All formal stages together: no more than 20 working days (R-DIS-03, IRO Handbook 6.2). */
export const FORMAL_WORKING_DAYS = 20;

/** The most that any stage has when the IRO marks a dispute urgent: domain.md 7.2, a proposal there and a rule nowhere. */
export const URGENT_WORKING_DAYS = 1;

/** The rung below the ladder's first: tried with the team manager before anything is formal. */
export const INFORMAL = -1;

/** What decides who holds the stages: the child's team manager, and the service above. */
export interface Line {
  readonly teamManager: PersonId;
  readonly service: string | null;
}

/** Who answers in no hat at all: whoever decided what is disputed, the IRO and their own line, and whoever was asked before. */
export interface Conflicts {
  readonly decidedBy: PersonId | null;
  readonly iro: PersonId;
  readonly asked: readonly Asked[];
}

/** Somebody who was asked, or who answered, at a stage of this climb. */
export interface Asked {
  readonly stage: number;
  readonly officer: PersonId;
}

/** One climb of a ladder: along whose line, how fast, who may not answer, and the last day of all (null while it is informal). */
export interface Climb {
  readonly ladder: Ladder;
  readonly line: Line;
  readonly conflicts: Conflicts;
  readonly urgent: boolean;
  readonly cap: LocalDate | null;
}

/** The stage that a climb reaches next, who answers there, and a note for each stage that was passed over on the way. */
export interface Landing {
  readonly stage: number;
  readonly holder: Holder;
  readonly notes: readonly string[];
}

/** A step of the flight plan: the stage, who holds it on the day it would begin, and its last day. */
export interface FlightStep {
  readonly stage: number;
  readonly holder: Holder;
  readonly due: LocalDate;
  /** Why each stage below it was passed over. */
  readonly notes: readonly string[];
}

/** The three times that the officer at a stage is reminded. */
export type StageReminder = 'half-way' | 'tomorrow' | 'today';
