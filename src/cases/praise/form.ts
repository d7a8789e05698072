import { z } from 'zod';
import { readForm, revision, words } from '../../field.ts';
import type { PersonId } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';
import type { PraiseId } from './model.ts';

export const PRAISE_LABELS = { says: 'What was good', impact: 'What it meant for the child' } as const;

export interface PraiseForm {
  readonly case: ChildReference;
  readonly revision: number;
  /** Whose work the form said it was, to be checked against the case: never taken from it. */
  readonly worker: PersonId;
  readonly says: string;
  readonly impact: string;
  readonly once: string;
}

const praiseSchema: z.ZodType<PraiseForm> = z.object({
  case: reference,
  revision,
  worker: words('Whose work', 100),
  says: words(PRAISE_LABELS.says),
  impact: words(PRAISE_LABELS.impact),
  once: words('The form', 100),
});

/** The inputs of the form, as the card names them. */
export const PRAISE_INPUTS = ['says', 'impact', 'once'] as const;

export const readPraiseForm = (typed: unknown): Outcome<PraiseForm> => readForm(praiseSchema, typed);

/** Which good practice is meant: `G-0001`. */
export interface OpenPraiseForm {
  readonly praise: PraiseId;
}

const openSchema: z.ZodType<OpenPraiseForm> = z.object({
  praise: z
    .string({ error: 'Which good practice? Type its reference, like “G-0001”.' })
    .max(20, 'Which good practice? Type its reference, like “G-0001”.')
    .transform((typed) => typed.trim().toUpperCase()),
});

export const readOpenPraise = (typed: unknown): Outcome<OpenPraiseForm> => readForm(openSchema, typed);
