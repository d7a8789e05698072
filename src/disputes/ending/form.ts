import { z } from 'zod';
import { choice, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act, keysOf } from '../form.ts';
import { type DisputeOutcome, OUTCOMES } from './model.ts';

export interface ResolveForm extends ActForm {
  readonly outcome: DisputeOutcome;
  readonly changed: string;
}

const resolveForm: z.ZodType<ResolveForm> = z.object({
  ...act,
  outcome: choice('Outcome', keysOf<DisputeOutcome>(OUTCOMES)),
  changed: words('What changed for the child'),
});

export const readResolveForm = (typed: unknown): Outcome<ResolveForm> => readForm(resolveForm, typed);

export const RESOLVE_INPUTS = ['outcome', 'changed'] as const;
