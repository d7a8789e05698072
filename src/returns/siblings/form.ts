import { z } from 'zod';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';
import type { ReturnId } from '../model.ts';

/** Whose answers to use in which return. */
export interface ShareForm extends ReturnForm {
  readonly from: ReturnId;
}

const shareSchema: z.ZodType<ShareForm> = z.object({
  return: returnId,
  from: z
    .string({ error: 'Brother’s or sister’s return: please choose one from the list.' })
    .regex(/^RH-\d{4,12}$/, 'Brother’s or sister’s return: please choose one from the list.'),
});

export const readShareForm = (typed: unknown): Outcome<ShareForm> => readForm(shareSchema, typed);
