import { z } from 'zod';
import { choice, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';
import { CONCERN_ABOUT, type ConcernId } from './model.ts';

/** Which concern is meant: `E-0001`, as it was typed or as a card carries it. */
export interface ConcernForm {
  readonly concern: ConcernId;
}

const concernId = z
  .string({ error: 'Which concern? Type its reference, like “E-0001”.' })
  .max(20, 'Which concern? Type its reference, like “E-0001”.')
  .transform((typed) => typed.trim().toUpperCase());

const concernSchema: z.ZodType<ConcernForm> = z.object({ concern: concernId });

export const readConcernForm = (typed: unknown): Outcome<ConcernForm> => readForm(concernSchema, typed);

/** What a concern that is raised by itself can be about; the others follow a visit, a return, an agreement. */
export const RAISED_ALONE = { agency: CONCERN_ABOUT.agency, other: CONCERN_ABOUT.other } as const;

export const RAISE_LABELS = {
  about: 'What is it about',
  what: 'What is the concern',
  wanted: 'What do you ask for',
} as const;

export interface RaiseForm {
  readonly case: ChildReference;
  readonly about: keyof typeof RAISED_ALONE;
  readonly what: string;
  readonly wanted: string;
  readonly once: string;
}

const raiseSchema: z.ZodType<RaiseForm> = z.object({
  case: reference,
  about: choice(RAISE_LABELS.about, Object.keys(RAISED_ALONE) as (keyof typeof RAISED_ALONE)[]),
  what: words(RAISE_LABELS.what),
  wanted: words(RAISE_LABELS.wanted),
  once: words('The form', 100),
});

/** The inputs of the form, as the card names them. */
export const RAISE_INPUTS = ['about', 'what', 'wanted', 'once'] as const;

export const readRaiseForm = (typed: unknown): Outcome<RaiseForm> => readForm(raiseSchema, typed);

export const WORDS_LABEL = 'In your words';

/** An answer to a concern. */
export interface AnswerForm extends ConcernForm {
  /** How often it had been answered when the card was drawn. */
  readonly drawn: number;
  readonly says: string;
}

const answerSchema: z.ZodType<AnswerForm> = z.object({
  concern: concernId,
  drawn: z.coerce.number({ error: 'This card is out of date.' }).int(),
  says: words(WORDS_LABEL),
});

export const readAnswerForm = (typed: unknown): Outcome<AnswerForm> => readForm(answerSchema, typed);
