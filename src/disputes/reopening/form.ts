import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { act, type ReasonForm, stage } from '../form.ts';

export interface ReopenForm extends ReasonForm {
  readonly to: number;
}

const reopenForm: z.ZodType<ReopenForm> = z.object({ ...act, to: stage('Reopen at'), why: words('Why') });

export const readReopenForm = (typed: unknown): Outcome<ReopenForm> => readForm(reopenForm, typed);

export const REOPEN_INPUTS = ['to', 'why'] as const;
