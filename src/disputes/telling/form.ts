import { z } from 'zod';
import { maybeDay, readForm, yesNo } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act } from '../form.ts';
import { ADVOCATE_LABEL } from '../raising/form.ts';

/** What the child has been told since the dispute was raised. */
export interface ToldForm extends ActForm {
  readonly childKnows: boolean;
  readonly advocateOn: LocalDate | null;
}

const toldForm: z.ZodType<ToldForm> = z.object({ ...act, childKnows: yesNo(), advocateOn: maybeDay(ADVOCATE_LABEL) });

export const readToldForm = (typed: unknown): Outcome<ToldForm> => readForm(toldForm, typed);

export const TOLD_INPUTS = ['childKnows', 'advocateOn'] as const;
