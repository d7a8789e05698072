import { z } from 'zod';
import { day, readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { readStageForm, type StageForm } from '../checklist/form.ts';
import { type ReturnForm, readReturnForm, returnId } from '../form.ts';
import type { Went } from './rules.ts';

/** When a planned return happened. */
export interface WentForm extends ReturnForm, Went {}

const time = z
  .string({ error: 'Time: write it like 16:30, or leave it empty.' })
  .optional()
  .transform((typed) => (typed ?? '').trim())
  .pipe(z.string().regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'Time: write it like 16:30, or leave it empty.'));

const wentSchema: z.ZodType<WentForm> = z.object({ return: returnId, day: day('Date of return'), time });

export const readWentForm = (typed: unknown): Outcome<WentForm> => readForm(wentSchema, typed);

/** The day the court discharged the order. */
export interface DischargeForm extends ReturnForm {
  readonly day: WentForm['day'];
}

const dischargeSchema: z.ZodType<DischargeForm> = z.object({ return: returnId, day: day('Date of the discharge') });

export const readDischargeForm = (typed: unknown): Outcome<DischargeForm> => readForm(dischargeSchema, typed);

/** The way to the form: from a checklist it brings along what was answered on the card. */
export function readWentAsk(typed: Readonly<Record<string, unknown>>): Outcome<ReturnForm | StageForm> {
  return 'stage' in typed ? readStageForm(typed) : readReturnForm(typed);
}
