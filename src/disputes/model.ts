/**
 * A dispute is an IRO's recorded disagreement about a child's case. It climbs a frozen ladder of stages within twenty
 * working days; managers answer or pass it up, only the IRO judges, escalates and resolves. Nothing stops its clock.
 */
import type { Case, ChildReference } from '../cases/model.ts';
import type { Instant } from '../clock.ts';
import type { Ladder } from '../escalation/model.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { Kept } from '../record.ts';

/** The neutral reference, `D-0001`: all that a channel sees. */
export type DisputeId = string;

/** What a dispute is about (domain.md 3.3). */
export const THEMES = {
  'drift-and-delay': 'Drift and delay',
  'care-planning': 'Care planning',
  'plan-not-carried-out': 'Care plan not carried out',
  'needs-not-met': "Child's needs in the plan not met",
  'review-decision': 'Review decision not carried out',
  'review-not-to-rule': 'Review not held as the rules say',
  'change-without-review': 'Plan changed without a review',
  'no-social-worker': 'No allocated social worker',
  participation: "Child's participation",
  visits: 'Visit overdue',
  'late-report': 'Assessment or report late',
  placement: 'Placement or sufficiency',
  contact: 'Time with family',
  'return-home': 'Return home without a robust assessment',
  health: 'Health or mental health',
  education: 'Education',
  'legal-status': 'Legal status, or section 20 drift',
  safeguarding: 'Safeguarding, missing or exploitation',
  resources: 'Resources',
  'poor-practice': 'Poor practice, or another breach of duty',
} as const;

export type Theme = keyof typeof THEMES;

export const RESPONSES = { accept: 'Accept', plan: 'Propose a plan', disagree: 'Disagree' } as const;
export type ResponseKind = keyof typeof RESPONSES;

export const VERDICTS = { satisfactory: 'Satisfactory', partly: 'Partly', not: 'Not' } as const;
export type Verdict = keyof typeof VERDICTS;

/** How the IRO may bring a dispute to its end (domain.md 3.5). Withdrawing and passing it up are acts of their own. */
export const OUTCOMES = {
  'actions-agreed': 'Resolved, actions agreed',
  'explanation-accepted': 'Resolved, explanation accepted',
  'partly-resolved': 'Partly resolved',
  overtaken: 'Overtaken by a court order, a move or another event',
  'referred-to-cafcass': 'Referred to Cafcass, local process ended',
  'no-further-route': 'Closed, no further route',
} as const;
export type DisputeOutcome = keyof typeof OUTCOMES;

/** The outcomes after which there is something to check at ten working days. */
export const MONITORED: readonly DisputeOutcome[] = ['actions-agreed', 'explanation-accepted', 'partly-resolved'];

/** Working days from resolving to the first check of what was agreed (domain.md 3.6). */
export const CHECK_AFTER_WORKING_DAYS = 10;

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
  readonly ended: 'escalated' | 'lapsed' | 'passed-up' | 'resolved' | 'withdrawn';
}

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

/** What an officer promised, by whom and by when. */
export interface AgreedAction {
  readonly what: string;
  readonly owner: string;
  readonly by: LocalDate;
}

export interface Response {
  /** The rung it answers, counted from 0 over the whole climb. */
  readonly rung: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly kind: ResponseKind;
  readonly says: string;
  readonly actions: readonly AgreedAction[];
  /** In time, after the stage's last day, or so late that the dispute had moved on and nothing changed. */
  readonly arrived: 'in-time' | 'late' | 'after-moving-on';
  readonly judged: { readonly on: LocalDate; readonly verdict: Verdict; readonly why: string } | null;
}

/** The clock of the twenty working days: set once, when the dispute is made formal, and never moved. */
export interface TwentyDays {
  readonly formalOn: LocalDate;
  readonly cap: LocalDate;
}

/** What the IRO wrote when raising it. */
export interface Issue {
  readonly theme: Theme;
  readonly concern: string;
  readonly impact: string;
  /** The child's wishes and feelings; empty where the IRO gave none. */
  readonly wishes: string;
  /** What should change, and by when. */
  readonly wanted: string;
  /** Informal steps tried; empty where none were. */
  readonly tried: string;
  /** Why it starts above the first stage; empty where it does not. */
  readonly whyThere: string;
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
