import { z } from 'zod';
import { type Instant, isInstant } from '../../clock.ts';
import { choice, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act, keysOf } from '../form.ts';
import { VOID_BECAUSE, type VoidBecause } from './model.ts';

/** Asks that a dispute is void. */
export interface VoidForm extends ActForm {
  readonly because: VoidBecause;
  readonly why: string;
  /** How often it had been asked when the card was drawn. */
  readonly drawn: number;
}

const voidForm: z.ZodType<VoidForm> = z.object({
  ...act,
  because: choice('Because', keysOf<VoidBecause>(VOID_BECAUSE)),
  why: words('Why'),
  drawn: z.coerce.number({ error: 'This card is out of date.' }).int(),
});

export const readVoidForm = (typed: unknown): Outcome<VoidForm> => readForm(voidForm, typed);

export const VOID_INPUTS = ['because', 'why'] as const;

/** The second person’s answer, to the request that their card showed. */
export interface AnswerVoidForm extends ActForm {
  readonly asked: Instant;
  readonly says: string;
}

const answerForm: z.ZodType<AnswerVoidForm> = z.object({
  ...act,
  asked: z.custom<Instant>(isInstant, { error: 'This card is out of date.' }),
  says: words('In your words'),
});

export const readAnswerVoidForm = (typed: unknown): Outcome<AnswerVoidForm> => readForm(answerForm, typed);

export const ANSWER_INPUTS = ['says'] as const;
