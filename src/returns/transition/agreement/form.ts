import { z } from 'zod';
import { type Instant, isInstant } from '../../../clock.ts';
import { day, readForm, revision, words } from '../../../field.ts';
import type { LocalDate } from '../../../local-date.ts';
import type { Outcome } from '../../../refusal.ts';
import { type ReturnForm, returnId } from '../../form.ts';

/** The written agreement with the parents. */
export interface AgreementForm extends ReturnForm {
  /** When the card was drawn; only ever used to notice that somebody else wrote since. */
  readonly drawn: Instant;
  readonly on: LocalDate;
  readonly goals: string;
  readonly conditions: string;
  readonly ifBroken: string;
}

/** The labels of what is written in words, as the form and the card say them. */
export const AGREEMENT_WORDS = {
  goals: 'Goals',
  conditions: 'Conditions',
  ifBroken: 'What happens if a condition is broken',
} as const;

export const drawn = z.custom<Instant>(isInstant, { error: 'This card is out of date. Open “Plan and steps” again.' });

const agreementSchema: z.ZodType<AgreementForm> = z.object({
  return: returnId,
  drawn,
  on: day('Date agreed'),
  goals: words(AGREEMENT_WORDS.goals),
  conditions: words(AGREEMENT_WORDS.conditions),
  ifBroken: words(AGREEMENT_WORDS.ifBroken),
});

export const AGREEMENT_INPUTS = ['on', 'goals', 'conditions', 'ifBroken'] as const;

export const readAgreementForm = (typed: unknown): Outcome<AgreementForm> => readForm(agreementSchema, typed);

/** A condition that was broken, and what was done about it. */
export interface BreachForm extends ReturnForm {
  readonly revision: number;
  readonly on: LocalDate;
  readonly what: string;
  readonly done: string;
}

const breachSchema: z.ZodType<BreachForm> = z.object({
  return: returnId,
  revision,
  on: day('When it happened'),
  what: words('What happened', 1000),
  done: words('What was done', 1000),
});

export const BREACH_INPUTS = ['on', 'what', 'done'] as const;

export const readBreachForm = (typed: unknown): Outcome<BreachForm> => readForm(breachSchema, typed);
