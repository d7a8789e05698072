import { z } from 'zod';
import { choice, maybeWords, readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { act, keysOf, type ReasonForm } from '../form.ts';
import { VERDICTS, type Verdict } from '../responding/model.ts';

export interface JudgeForm extends ReasonForm {
  readonly verdict: Verdict;
}

const judgeForm: z.ZodType<JudgeForm> = z
  .object({
    ...act,
    verdict: choice('Judge response', keysOf<Verdict>(VERDICTS)),
    why: maybeWords('Why'),
  })
  .refine(({ verdict, why }) => verdict === 'satisfactory' || why !== '', {
    path: ['why'],
    message: 'Why: say what is missing, so that the officer can put it right.',
  });

export const readJudgeForm = (typed: unknown): Outcome<JudgeForm> => readForm(judgeForm, typed);

export const JUDGE_INPUTS = ['verdict', 'why'] as const;
