import { z } from 'zod';
import { INFORMAL } from '../escalation/model.ts';
import { readForm, revision, words } from '../field.ts';
import { done, type Outcome } from '../refusal.ts';
import type { DisputeId } from './model.ts';

export const keysOf = <K extends string>(names: Readonly<Record<K, string>>) => Object.keys(names) as K[];

const dispute = words('Dispute', 20)
  .transform((typed) => typed.toUpperCase())
  .pipe(z.string().regex(/^D-\d{4,12}$/, 'Dispute: write its reference like D-0001.'));

/** A stage as a choice: `informal`, or its place on the ladder counted from 0. */
export const stage = (label: string) =>
  z
    .string({ error: `${label}: please choose one from the list.` })
    .regex(/^(informal|\d{1,2})$/, `${label}: please choose one from the list.`)
    .transform((typed) => (typed === 'informal' ? INFORMAL : Number(typed)));

/** Which dispute. */
export interface DisputeForm {
  readonly dispute: DisputeId;
}

export const readDisputeForm = (typed: unknown): Outcome<DisputeForm> => readForm(z.object({ dispute }), typed);

/** A dispute, with whatever else was typed on the card that asks for it. */
export interface DisputeAsk extends DisputeForm {
  readonly typed: Readonly<Record<string, unknown>>;
}

export function readDisputeAsk(typed: Readonly<Record<string, unknown>>): Outcome<DisputeAsk> {
  const which = readDisputeForm(typed);
  return which.ok ? done({ ...which.value, typed }) : which;
}

/** What every button and form of a dispute carries: which one, and the revision its card was drawn from. */
export interface ActForm extends DisputeForm {
  readonly revision: number;
}

/** The two fields of it. */
export const act = { dispute, revision };

const actForm: z.ZodType<ActForm> = z.object({ ...act });

/** A button that needs no words: what it does, it does at once. */
export const readActForm = (typed: unknown): Outcome<ActForm> => readForm(actForm, typed);

export interface ReasonForm extends ActForm {
  readonly why: string;
}

const reasonForm: z.ZodType<ReasonForm> = z.object({ ...act, why: words('Why') });

/** Agree to escalate, Withdraw, Refer to Cafcass: a reason each. */
export const readReasonForm = (typed: unknown): Outcome<ReasonForm> => readForm(reasonForm, typed);

export const REASON_INPUTS = ['why'] as const;
