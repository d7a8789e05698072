import { z } from 'zod';
import { choice, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act, type ReasonForm, stage } from '../form.ts';

export interface EscalateForm extends ReasonForm {
  readonly to: number;
}

const escalateForm: z.ZodType<EscalateForm> = z.object({ ...act, to: stage('Escalate to'), why: words('Why') });

export const readEscalateForm = (typed: unknown): Outcome<EscalateForm> => readForm(escalateForm, typed);

export const ESCALATE_INPUTS = ['to', 'why'] as const;

export interface AutomaticForm extends ActForm {
  readonly automatic: boolean;
}

const automaticForm: z.ZodType<AutomaticForm> = z.object({
  ...act,
  automatic: choice('Escalate automatically', ['true', 'false']).transform((typed) => typed === 'true'),
});

export const readAutomaticForm = (typed: unknown): Outcome<AutomaticForm> => readForm(automaticForm, typed);
