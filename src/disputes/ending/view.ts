import type { Sight } from '../../authority/model.ts';
import { type Choice, choicesOf } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import { REASON_INPUTS } from '../form.ts';
import { type AboutDispute, aboutDispute, type ReasonView } from '../view.ts';
import { RESOLVE_INPUTS } from './form.ts';
import { OUTCOMES } from './model.ts';

/** The second question before a dispute is resolved. */
export interface ResolveView extends AboutDispute {
  readonly warning: string;
  readonly choices: { readonly outcomes: readonly Choice[] };
}

export function resolveView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ResolveView {
  return {
    ...aboutDispute(asked, 'Resolve this dispute?', RESOLVE_INPUTS, sight, problems),
    warning: 'This ends the climb and its clock. What was agreed is checked after ten working days.',
    choices: { outcomes: choicesOf(OUTCOMES) },
  };
}

export function withdrawView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning = 'This ends it for good and cannot be undone. It stays on record and in the figures.';
  return { ...aboutDispute(asked, 'Withdraw this dispute?', REASON_INPUTS, sight, problems), warning };
}

export function overtakeView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning =
    'Say what has overtaken it, such as a court order or a move. It stays on record. If the child is looked after, you can reopen it.';
  return { ...aboutDispute(asked, 'Close as overtaken?', REASON_INPUTS, sight, problems), warning };
}
