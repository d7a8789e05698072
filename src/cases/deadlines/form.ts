import { z } from 'zod';
import { day, readForm, words } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { type CaseAsk, type PageForm, page, reference } from '../form.ts';
import type { ChildReference } from '../model.ts';

/** Which deadlines to list: of one case, of one worker, or one's own when both are null. */
export interface DeadlinesForm extends PageForm {
  readonly case: ChildReference | null;
  readonly worker: PersonId | null;
}

const deadlinesSchema: z.ZodType<DeadlinesForm> = z.object({
  case: leftOut(reference),
  worker: leftOut(words('Worker', 100)),
  page,
});

export function readDeadlinesForm(typed: unknown): Outcome<DeadlinesForm> {
  return readForm(deadlinesSchema, typed);
}

/** Which case's dates to explain. */
export interface WhyForm extends PageForm {
  readonly case: ChildReference;
}

const whySchema: z.ZodType<WhyForm> = z.object({ case: reference, page });

export function readWhyForm(typed: unknown): Outcome<WhyForm> {
  return readForm(whySchema, typed);
}

/** The deadline that a button was drawn beside, and whatever was typed on its card so far. */
export interface DeadlineForm extends CaseAsk {
  readonly rule: string;
  readonly due: LocalDate;
}

/** Which deadline: of which case, by which rule, with which last lawful day. */
export const whichDeadline = { case: reference, rule: words('Rule', 20), due: day('Due') };

const deadlineSchema = z.object(whichDeadline);

export function readDeadlineForm(typed: Readonly<Record<string, unknown>>): Outcome<DeadlineForm> {
  const read = readForm(deadlineSchema, typed);
  return read.ok ? done({ ...read.value, typed }) : read;
}

/** A value that a command may leave out, as an empty text or not at all; then null. */
function leftOut(schema: z.ZodType<string>): z.ZodType<string | null> {
  return z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());
}
