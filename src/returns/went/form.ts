import { z } from 'zod';
import { day, readForm } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';

/** The day a planned return happened. */
export interface WentForm extends ReturnForm {
  readonly day: LocalDate;
}

const wentSchema: z.ZodType<WentForm> = z.object({ return: returnId, day: day('Date of return') });

export const readWentForm = (typed: unknown): Outcome<WentForm> => readForm(wentSchema, typed);
