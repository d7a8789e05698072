import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { PersonId } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { type PageForm, page, reference } from '../form.ts';
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

/** A value that a command may leave out, as an empty text or not at all; then null. */
function leftOut(schema: z.ZodType<string>): z.ZodType<string | null> {
  return z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());
}
