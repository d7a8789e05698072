/**
 * A dispute is an IRO's recorded disagreement about a child's case. It climbs a frozen ladder of stages within twenty
 * working days; managers answer or pass it up, only the IRO judges, escalates and resolves. Nothing stops its clock.
 */
import type { Case, ChildReference } from '../cases/model.ts';
import type { Ladder } from '../escalation/model.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';
import type { Climbed, Rung } from './climbing/model.ts';
import type { DisputeOutcome } from './ending/model.ts';
import type { Issue } from './raising/model.ts';
import type { Response } from './responding/model.ts';

/** The neutral reference, `D-0001`: all that a channel sees. */
export type DisputeId = string;

export type DisputeState =
  | { readonly at: 'informal' | 'formal' | 'awaiting-iro'; readonly rung: Rung }
  | {
      readonly at: 'resolved-monitoring';
      readonly on: LocalDate;
      readonly outcome: DisputeOutcome;
      readonly changed: string;
      readonly checkOn: LocalDate;
    }
  | { readonly at: 'closed'; readonly on: LocalDate; readonly outcome: DisputeOutcome; readonly changed: string }
  | { readonly at: 'withdrawn'; readonly on: LocalDate; readonly why: string };

/** A state in which the dispute is still climbing. */
export type Climbing = Extract<DisputeState, { readonly rung: Rung }>;

/** The clock of the twenty working days: set once, when the dispute is made formal, and never moved. */
export interface TwentyDays {
  readonly formalOn: LocalDate;
  readonly cap: LocalDate;
}

export interface Dispute extends Kept {
  readonly id: DisputeId;
  /** The drawing of the form that raised it, so that a form sent twice makes one dispute. */
  readonly once: string;
  /** The children it is about; the first one's case says who the people are. */
  readonly children: readonly ChildReference[];
  readonly people: Case['people'];
  readonly service: string | null;
  readonly raisedBy: PersonId;
  readonly raisedOn: LocalDate;
  readonly issue: Issue;
  readonly ladder: Ladder;
  readonly state: DisputeState;
  readonly clock: TwentyDays | null;
  readonly climbed: readonly Climbed[];
  readonly responses: readonly Response[];
  readonly urgent: boolean;
  readonly cafcass: { readonly on: LocalDate; readonly why: string } | null;
  /** The IRO's standing instruction: move up by itself when nobody responds. */
  readonly escalateAutomatically: boolean;
  /** The revision at which how it stands last changed: a card from before is out of date, one from after is not. */
  readonly standsSince: number;
}
