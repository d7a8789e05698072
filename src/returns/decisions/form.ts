import { z } from 'zod';
import { maybeWords, readForm, words, yesNo } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';
import type { WithoutForm } from './without.ts';

/** An answer to a request for a decision. */
export interface VerdictForm extends ReturnForm {
  readonly asked: string;
  readonly reason: string;
  readonly override: string;
}

const verdictSchema: z.ZodType<VerdictForm> = z.object({
  return: returnId,
  asked: z.string({ error: 'This card is out of date.' }).max(40),
  reason: words('Reason'),
  override: maybeWords('Why these may be passed over'),
});

export const readVerdictForm = (typed: unknown): Outcome<VerdictForm> => readForm(verdictSchema, typed);

/** A request with required items left. */
export interface WithoutTyped extends ReturnForm, WithoutForm {}

const withoutSchema: z.ZodType<WithoutTyped> = z.object({
  return: returnId,
  whyWithout: words('Why it cannot wait'),
  early: yesNo(),
});

export const readWithoutForm = (typed: unknown): Outcome<WithoutTyped> => readForm(withoutSchema, typed);
