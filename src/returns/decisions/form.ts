import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';

/** An answer to a request for a decision. */
export interface VerdictForm extends ReturnForm {
  readonly asked: string;
  readonly reason: string;
}

const verdictSchema: z.ZodType<VerdictForm> = z.object({
  return: returnId,
  asked: z.string({ error: 'This card is out of date.' }).max(40),
  reason: words('Reason'),
});

export const readVerdictForm = (typed: unknown): Outcome<VerdictForm> => readForm(verdictSchema, typed);
