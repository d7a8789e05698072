import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act } from '../form.ts';

/** What came of asking Cafcass, or of the referral. */
export interface CafcassSaidForm extends ActForm {
  readonly says: string;
}

const saidForm: z.ZodType<CafcassSaidForm> = z.object({ ...act, says: words('What Cafcass said or decided') });

export const readCafcassSaidForm = (typed: unknown): Outcome<CafcassSaidForm> => readForm(saidForm, typed);

export const CAFCASS_SAID_INPUTS = ['says'] as const;
