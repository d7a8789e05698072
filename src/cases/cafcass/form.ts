import { z } from 'zod';
import { readForm, revision, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';

export interface ReferForm {
  readonly case: ChildReference;
  readonly revision: number;
  readonly why: string;
  readonly once: string;
}

const referSchema: z.ZodType<ReferForm> = z.object({
  case: reference,
  revision,
  why: words('Why'),
  once: words('The form', 100),
});

/** The inputs of the form, as the card names them. */
export const REFER_INPUTS = ['why', 'once'] as const;

export const readReferForm = (typed: unknown): Outcome<ReferForm> => readForm(referSchema, typed);
