/**
 * The statutory timetable. Facts are the dated events of one child's case; a rule is a clock that law or policy starts
 * on an event; a deadline is a rule applied to the facts: a duty, its last lawful day, and why that day.
 */
import type { LocalDate } from '../local-date.ts';
import type { Skipped } from '../working-days.ts';

export const LEGAL_STATUSES = {
  s20: 'Section 20 (accommodated)',
  'interim-care-order': 'Interim care order',
  'care-order': 'Care order',
  remand: 'Remanded to local authority accommodation',
  'youth-detention': 'Youth detention accommodation',
} as const;

export type LegalStatus = keyof typeof LEGAL_STATUSES;

export const PLACEMENT_KINDS = {
  foster: 'Foster carers',
  residential: "Children's home",
  'connected-person': 'Connected person',
  'with-parents': 'With parents',
  other: 'Somewhere else',
} as const;

export type PlacementKind = keyof typeof PLACEMENT_KINDS;

/** One dated event of a case, exactly as in the facts file (product.md 6). */
export type CaseEvent = { readonly on: LocalDate } & (
  | { readonly what: 'became-looked-after'; readonly legalStatus: LegalStatus }
  | { readonly what: 'legal-status-changed'; readonly legalStatus: LegalStatus }
  | {
      readonly what: 'placement-started';
      readonly kind: PlacementKind;
      readonly untilEighteen?: boolean;
      readonly longTermFoster?: boolean;
      readonly childAgrees?: boolean;
      readonly beforeAssessment?: boolean;
      readonly temporaryApproval?: boolean;
    }
  | { readonly what: 'placement-ended' }
  | {
      readonly what: 'visit-made';
      readonly childSeen: boolean;
      readonly seenAlone?: boolean;
      readonly remote?: boolean;
    }
  | { readonly what: 'review-held'; readonly completedOn?: LocalDate }
  | { readonly what: 'review-adjourned' }
  | { readonly what: 'assessment-completed' }
  | { readonly what: 'placement-decision-made' }
  | { readonly what: 'ceased-to-be-looked-after' }
  | { readonly what: 'returned-home'; readonly planned: boolean }
  | { readonly what: 'post-return-review-held' }
  | { readonly what: 'cin-review-held'; readonly nextWithinWeeks?: number }
  /** Not in product.md's list: the child stepped down from the child in need plan, which ends its reviews. */
  | { readonly what: 'child-in-need-ended' }
  | { readonly what: 'dispute-made-formal' }
);

/** The event that a child came to live somewhere, with what was said of the placement. */
export type Placement = Extract<CaseEvent, { what: 'placement-started' }>;

/** The dated facts of one case, from which every deadline is computed. Events may come in any order. */
export interface Facts {
  readonly asOf: LocalDate;
  readonly bornOn: LocalDate | null;
  readonly events: readonly CaseEvent[];
}

/** What makes a date binding. */
export const FORCES = {
  regulation: 'Regulation',
  'statutory-guidance': 'Statutory guidance',
  'local-policy': 'Local policy',
  plan: 'Agreed in the plan',
} as const;

export type Force = keyof typeof FORCES;

/** The only standings of a deadline; `later` is not yet worth a word on a digest. */
export const STANDINGS = { late: 'Late', 'due-today': 'Due today', 'due-soon': 'Due soon', later: 'On track' } as const;

export type Standing = keyof typeof STANDINGS;

/** A duty on a case with its day, and everything needed to explain it. */
export interface Deadline {
  /** Rule id of the timetable: `R-VIS-01`. */
  readonly rule: string;
  /** What must be done, in a sentence. */
  readonly duty: string;
  /** What kind of act meets it, so that a card can offer the right button. */
  readonly act: 'visit' | 'review' | 'cin-review' | 'other';
  readonly owedBy: 'social-worker' | 'iro' | 'cin-coordinator' | 'team-manager' | 'nominated-officer';
  /** The event that the time runs from, by its name in the facts file. */
  readonly from: { readonly what: CaseEvent['what']; readonly on: LocalDate };
  /** The last lawful day. */
  readonly due: LocalDate;
  /** The last working day on or before `due`. */
  readonly actBy: LocalDate;
  readonly standing: Standing;
  readonly force: Force;
  readonly cite: string;
  readonly url: string;
  /** Sentence that says how sure we are where the source was not read, or null when it was. */
  readonly unverified: string | null;
  /** The arithmetic in words: "20 working days after Thu 26 March 2026". */
  readonly working: string;
  readonly skipped: readonly Skipped[];
  /** Since when the rule has applied. */
  readonly inForceFrom: LocalDate | null;
}

/** A duty that cannot be given a day, and why. */
export interface CannotSay {
  readonly duty: string;
  readonly because: string;
}

export interface Timetable {
  readonly asOf: LocalDate;
  /** The next deadline of each duty, oldest due first. */
  readonly deadlines: readonly Deadline[];
  readonly cannotSay: readonly CannotSay[];
}

/** Local policy: it may tighten a rule, never loosen it. */
export interface LocalPolicy {
  /** How the policy is cited on a card. */
  readonly cite: string;
  readonly url: string;
  /** S1 §3: days within which the first visit after a section 20 return is made (R-VIS-21). */
  readonly firstVisitAfterReturnDays: number;
  /** S1 §3: days within which the first visit after a return under a care order is made (R-VIS-22). */
  readonly firstVisitUnderOrderDays: number;
  /** S1 §6: days within which the review after a return is held, and in which unit (R-REV-21). */
  readonly reviewAfterReturn: { readonly days: number; readonly unit: 'calendar' | 'working' };
  /** S1 §8: weeks between child in need reviews after the first (R-REV-22). */
  readonly cinReviewWeeks: number;
}
