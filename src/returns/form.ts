import { z } from 'zod';
import { readForm } from '../field.ts';
import { done, type Outcome } from '../refusal.ts';
import type { ReturnId } from './model.ts';

/** A return's own reference, as a card or a person gives it. */
export const returnId = z
  .string({ error: 'This card does not say which return it is about.' })
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^RH-\d{4,12}$/, 'A return is named like RH-0001.'));

/** Which return. */
export interface ReturnForm {
  readonly return: ReturnId;
}

const returnSchema: z.ZodType<ReturnForm> = z.object({ return: returnId });

export function readReturnForm(typed: unknown): Outcome<ReturnForm> {
  return readForm(returnSchema, typed);
}

/** A form about one return: which return, and whatever was typed on the form so far. */
export interface ReturnAsk extends ReturnForm {
  readonly typed: Readonly<Record<string, unknown>>;
}

export function readReturnAsk(typed: Readonly<Record<string, unknown>>): Outcome<ReturnAsk> {
  const read = readReturnForm(typed);
  return read.ok ? done({ ...read.value, typed }) : read;
}
