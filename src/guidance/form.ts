import { z } from 'zod';
import { readForm } from '../field.ts';
import { done, type Outcome } from '../refusal.ts';
import { referenceIn, withoutReferences } from '../spoken-reference.ts';

/** A question, and whether it named a child or a record. The reference itself goes no further. */
export interface Question {
  readonly question: string;
  readonly namesARecord: boolean;
}

/** Whatever was typed, cut to a sane length: a question is never wrong. */
const asked = z
  .unknown()
  .optional()
  .transform((typed) => (typeof typed === 'string' ? typed.slice(0, 2000).trim() : ''));

/** `question` comes from the card, `said` from what was typed in the chat. */
const schema: z.ZodType<{ question: string; said: string }> = z.object({ question: asked, said: asked });

export function readQuestion(typed: unknown): Outcome<Question> {
  const read = readForm(schema, typed);
  if (!read.ok) return read;
  const text = read.value.question || read.value.said;
  return done({ question: withoutReferences(text), namesARecord: referenceIn(text) !== null });
}

export function readEntry(typed: unknown): Outcome<{ readonly entry: string }> {
  return readForm(z.object({ entry: z.string({ error: NO_ENTRY }).max(60, NO_ENTRY) }), typed);
}

/** For a card from before the guidance changed. */
export const NO_ENTRY = 'That answer is no longer in the guidance. Type “ask” and your question.';
