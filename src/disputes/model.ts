/**
 * A dispute is an IRO's recorded disagreement about a child's case. It climbs a frozen ladder of stages within twenty
 * working days; managers answer or pass it up, only the IRO judges, escalates and resolves. Nothing stops its clock.
 */
import type { Case, ChildReference, Copied } from '../cases/model.ts';
import type { Instant } from '../clock.ts';
import type { Ladder } from '../escalation/model.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';
import type { Check } from './checking/model.ts';
import type { Climbed, Rung } from './climbing/model.ts';
import type { DisputeOutcome } from './ending/model.ts';
import type { Handover } from './handover/model.ts';
import type { Issue, StatusThen } from './raising/model.ts';
import type { Response } from './responding/model.ts';
import type { VoidAsked } from './voiding/model.ts';

/** The neutral reference, `D-0001`: all that a channel sees. */
export type DisputeId = string;

export type DisputeState =
  | { readonly at: 'informal' | 'formal' | 'awaiting-iro'; readonly rung: Rung }
  | {
      readonly at: 'resolved-monitoring';
      readonly on: LocalDate;
      readonly outcome: DisputeOutcome;
      readonly changed: string;
      /** The last working day of the first check. */
      readonly checkOn: LocalDate;
    }
  | { readonly at: 'closed'; readonly on: LocalDate; readonly outcome: DisputeOutcome; readonly changed: string }
  | { readonly at: 'withdrawn' | 'overtaken'; readonly on: LocalDate; readonly why: string }
  | {
      readonly at: 'void';
      readonly on: LocalDate;
      readonly why: string;
      readonly by: PersonId;
      readonly asked: VoidAsked;
    };

/** A state in which the dispute is still climbing. */
export type Climbing = Extract<DisputeState, { readonly rung: Rung }>;

/** The clock of the twenty working days: set once, when the dispute is made formal, and never moved. */
export interface TwentyDays {
  readonly formalOn: LocalDate;
  readonly cap: LocalDate;
}

/** What the IRO did on a day, and why. */
export interface Reported {
  readonly on: LocalDate;
  readonly why: string;
}

/** What Cafcass said or decided once it had been asked, as the IRO heard it. */
export interface CafcassSaid {
  readonly on: LocalDate;
  readonly says: string;
}

/** The first time that an officer at a stage opened the dispute there. */
export interface Opened {
  /** The rung, counted from 0 over the whole climb. */
  readonly rung: number;
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Dispute extends Kept {
  readonly id: DisputeId;
  /** The drawing of the form that raised it, so that a form sent twice makes one dispute. */
  readonly once: string;
  /** The children it is about; the first one's case says who the people are. */
  readonly children: readonly ChildReference[];
  /** Taken from each child's case when it was raised, and frozen. A dispute from before this was kept has none. */
  readonly legalStatuses: readonly StatusThen[];
  readonly people: Case['people'];
  readonly service: string | null;
  /** Each time it passed to a new IRO of the child, oldest first. */
  readonly handovers: readonly Handover[];
  readonly raisedBy: PersonId;
  readonly raisedOn: LocalDate;
  readonly issue: Issue;
  readonly ladder: Ladder;
  readonly state: DisputeState;
  readonly clock: TwentyDays | null;
  /** The clocks of earlier cycles, oldest first: a dispute that was reopened is one dispute with several (7.5 no. 6). */
  readonly earlierClocks: readonly TwentyDays[];
  readonly climbed: readonly Climbed[];
  /** Which officers opened it at which stage, oldest first. A dispute from before this was kept has none. */
  readonly opened: readonly Opened[];
  readonly responses: readonly Response[];
  /** The checks of what was agreed, in every cycle. */
  readonly checks: readonly Check[];
  readonly urgent: boolean;
  /** The referral to Cafcass in the present cycle. */
  readonly cafcass: Reported | null;
  /** Those of earlier cycles, oldest first: one that is reopened may be referred again. */
  readonly earlierCafcass: readonly Reported[];
  /** Cafcass was asked for advice, without a referral. */
  readonly cafcassConsulted: Reported | null;
  /** What came of asking Cafcass or of the referral, oldest first. */
  readonly cafcassSaid: readonly CafcassSaid[];
  /** Independent legal advice was asked for: the fact, never what it said (R-DIS-08). */
  readonly legalAdvice: LocalDate | null;
  /** Somebody has asked that it is void, and a second person has not answered yet. */
  readonly voiding: VoidAsked | null;
  /** The IRO's standing instruction: move up by itself when nobody responds. */
  readonly escalateAutomatically: boolean;
  /** Into which child's file, by the child's reference, the note of it has been copied, by whom and when; oldest first. */
  readonly copied: readonly Copied[];
  /** The revision at which how it stands last changed: a card from before is out of date, one from after is not. */
  readonly standsSince: number;
}
