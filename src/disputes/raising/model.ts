/**
 * What the IRO writes down when raising a dispute: the theme, the concern, what it means for the child, and what should
 * change. It is never edited afterwards.
 */

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
