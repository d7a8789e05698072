import type { Sight } from '../../authority/model.ts';
import { type Choice, choicesOf } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import { VERDICTS } from '../responding/model.ts';
import { sayAction, sayAnswer } from '../responding/view.ts';
import { waitingResponse } from '../standing.ts';
import { type AboutDispute, aboutDispute } from '../view.ts';
import { JUDGE_INPUTS } from './form.ts';

/** The IRO judges the response that waits. */
export interface JudgeView extends AboutDispute {
  readonly response: string;
  readonly actions: readonly { readonly says: string }[];
  readonly choices: { readonly verdicts: readonly Choice[] };
}

export function judgeView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): JudgeView {
  const waiting = waitingResponse(asked.about);
  return {
    ...aboutDispute(asked, 'Is this response enough?', JUDGE_INPUTS, sight, problems),
    response: waiting ? sayAnswer(waiting, sight) : 'No response waits for you.',
    actions: waiting ? waiting.actions.map((one) => ({ says: sayAction(one) })) : [],
    choices: { verdicts: choicesOf(VERDICTS) },
  };
}
