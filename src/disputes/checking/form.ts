import { z } from 'zod';
import { choice, maybeWords, readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ActForm, act, keysOf, stage } from '../form.ts';
import { CHECKS, type CheckKind } from './model.ts';

export interface CheckForm extends ActForm {
  readonly kind: CheckKind;
  readonly passed: boolean;
  readonly says: string;
  /** Where it is reopened when it was not done; null for the stage that agreed it. */
  readonly to: number | null;
}

const checkForm: z.ZodType<CheckForm> = z
  .object({
    ...act,
    kind: choice('Which check', keysOf<CheckKind>(CHECKS)),
    done: choice('Was it done?', ['yes', 'no']),
    says: maybeWords('In words'),
    to: stage('If not, reopen at').optional(),
  })
  .transform(({ done, to, ...rest }, at) => {
    const passed = done === 'yes';
    if (!passed && rest.says === '')
      at.addIssue({ code: 'custom', path: ['says'], message: 'In words: say what was not done.' });
    return { ...rest, passed, to: to ?? null };
  });

export const readCheckForm = (typed: unknown): Outcome<CheckForm> => readForm(checkForm, typed);

export const CHECK_INPUTS = ['kind', 'done', 'says', 'to'] as const;
