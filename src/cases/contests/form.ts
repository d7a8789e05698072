import { z } from 'zod';
import { readForm, revision, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';

export interface ContestForm {
  readonly case: ChildReference;
  readonly revision: number;
  /** Which review: `review/2026-04-02/1`, from the list. */
  readonly review: string;
  readonly what: string;
  readonly why: string;
  readonly once: string;
}

const contestSchema: z.ZodType<ContestForm> = z.object({
  case: reference,
  revision,
  review: words('Which review', 40),
  what: words('What decision'),
  why: words('Why'),
  once: words('The form', 100),
});

/** The inputs of the form, as the card names them. */
export const CONTEST_INPUTS = ['review', 'what', 'why', 'once'] as const;

export const readContestForm = (typed: unknown): Outcome<ContestForm> => readForm(contestSchema, typed);
