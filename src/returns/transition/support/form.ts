import { z } from 'zod';
import type { Instant } from '../../../clock.ts';
import { day, maybeWords, readForm, revision, words } from '../../../field.ts';
import type { LocalDate } from '../../../local-date.ts';
import type { Outcome } from '../../../refusal.ts';
import { type ReturnForm, returnId } from '../../form.ts';
import { drawn } from '../agreement/form.ts';

/** A service that is promised to the child or the parents. */
export interface ServiceForm extends ReturnForm {
  readonly revision: number;
  readonly name: string;
  readonly who: string;
  readonly startBy: LocalDate;
}

const serviceSchema: z.ZodType<ServiceForm> = z.object({
  return: returnId,
  revision,
  name: words('Service', 120),
  who: words('Who provides it', 120),
  startBy: day('Starts by'),
});

export const SERVICE_INPUTS = ['name', 'who', 'startBy'] as const;

export const readServiceForm = (typed: unknown): Outcome<ServiceForm> => readForm(serviceSchema, typed);

/** Who supports in the first weeks, the plan for a sudden return, and how far the date may move. */
export interface ReadyForm extends ReturnForm {
  readonly drawn: Instant;
  readonly firstWeeks: string;
  readonly sudden: string;
  /** Null where the card did not ask. */
  readonly mayMoveBy: number | null;
}

/** Four weeks at most: our proposal, not a rule, like the fortnight it begins with. */
const MOST_LEEWAY = 28;
export const LEEWAY_LABEL = `Days the return may move without a new decision (0 to ${MOST_LEEWAY})`;
const LEEWAY = `${LEEWAY_LABEL}: give a whole number of days.`;

export const READY_WORDS = {
  firstWeeks: 'Who supports in the first two weeks, and whom the child can call',
  sudden: 'Plan for a sudden return',
} as const;

const readySchema: z.ZodType<ReadyForm> = z.object({
  return: returnId,
  drawn,
  firstWeeks: maybeWords(READY_WORDS.firstWeeks, 1000),
  sudden: maybeWords(READY_WORDS.sudden, 1000),
  mayMoveBy: words(LEEWAY_LABEL, 20)
    .pipe(z.string().regex(/^\d{1,2}$/, LEEWAY))
    .transform(Number)
    .pipe(z.number().max(MOST_LEEWAY, LEEWAY))
    .optional()
    .transform((days) => days ?? null),
});

export const READY_INPUTS = ['firstWeeks', 'sudden', 'mayMoveBy'] as const;

export const readReadyForm = (typed: unknown): Outcome<ReadyForm> => readForm(readySchema, typed);
