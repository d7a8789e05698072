/**
 * What the IRO writes down when raising a dispute: the theme, the concern, what it means for the child, and what should
 * change. It is never edited afterwards; only what the child is told of it may be added to.
 */

import type { ChildReference } from '../../cases/model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { LegalStatus } from '../../timetable/model.ts';

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

/** The four grounds that councils' protocols share (R-IRO-04). */
export const GROUNDS = {
  'needs-not-met': 'Needs in the revised plan are not met',
  'review-not-to-rule': 'The case was not reviewed as the rules say',
  'decision-not-carried-out': 'A review decision was not carried out',
  'other-breach': 'Another significant breach of duty',
} as const;
export type Ground = keyof typeof GROUNDS;

/** What the child knows of it, and when they were told of an advocate and of complaining (R-DIS-10). */
export interface ChildTold {
  readonly knows: boolean;
  readonly advocateOn: LocalDate | null;
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
  /** Why it is urgent; empty where it is not, or where it was raised before this was asked. */
  readonly whyUrgent: string;
  readonly grounds: readonly Ground[];
  readonly childTold: ChildTold;
  /** The officer whose own decision is disputed, who answers at no stage in any hat; null where it is nobody's alone. */
  readonly decidedBy: PersonId | null;
  /** A complaint or a court case under way: noted, and stops nothing (R-DIS-11); empty where there is none. */
  readonly besides: string;
}

/** The legal status that one of the children had on the day it was raised. */
export interface StatusThen {
  readonly child: ChildReference;
  readonly status: LegalStatus;
}
