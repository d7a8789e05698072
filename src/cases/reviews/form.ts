import { z } from 'zod';
import { choice, day, maybeWords, readForm, revision } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';

export const REVIEW_KINDS = {
  'looked-after': 'Looked-after review',
  'after-return': 'Review after return home',
  'in-need': 'Child in need review',
} as const;

export type ReviewKind = keyof typeof REVIEW_KINDS;

/** The most weeks that may be set until the next child in need review, so that a slip of the thumb is not a plan. */
export const MOST_WEEKS = 26;

export interface ReviewForm {
  readonly case: ChildReference;
  readonly revision: number;
  readonly on: LocalDate;
  readonly kind: ReviewKind;
  readonly tasks: string;
  /** Weeks until the next child in need review, or null to leave it to the policy. */
  readonly nextWithin: number | null;
  /** Why the interval differs from the policy's; empty where it does not. */
  readonly whyInterval: string;
}

export const TASKS_LABEL = 'Tasks left';
export const WHY_LABEL = 'Why another interval';
const NEXT_LABEL = 'Next review within';
const NOT_WEEKS = `${NEXT_LABEL}: give a whole number of weeks from 1 to ${MOST_WEEKS}, or leave it empty.`;

const reviewSchema: z.ZodType<ReviewForm> = z.object({
  case: reference,
  revision,
  on: day('Date of review'),
  kind: choice('Kind of review', Object.keys(REVIEW_KINDS) as ReviewKind[]),
  tasks: maybeWords(TASKS_LABEL),
  nextWithin: z
    .unknown()
    .optional()
    .transform((typed) => (typed === undefined || typed === '' ? null : Number(typed)))
    .pipe(z.int({ error: NOT_WEEKS }).min(1, NOT_WEEKS).max(MOST_WEEKS, NOT_WEEKS).nullable()),
  whyInterval: maybeWords(WHY_LABEL),
});

/** The inputs of the form, as the card names them. */
export const REVIEW_INPUTS = ['on', 'kind', 'tasks', 'nextWithin', 'whyInterval'] as const;

export function readReviewForm(typed: unknown): Outcome<ReviewForm> {
  return readForm(reviewSchema, typed);
}
