import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import { leftBeforeDecision } from '../checklist/rules.ts';
import { type Returning, STAGES } from '../model.ts';
import { EARLY_MEANS } from './gate.ts';
import { LEFT_A_CARD } from './past.ts';
import { mayBeEarly } from './without.ts';

/** The form that puts required items to the decider to pass over. */
export interface RequestFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly mayBeEarly: boolean;
  /** What a placement before the assessment brings with it. */
  readonly early: string;
  readonly leftHeading: string;
  readonly left: readonly { readonly says: string }[];
}

export function requestFormView(
  { about, plan }: Returning,
  _sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): RequestFormView {
  const left = leftBeforeDecision(plan, about);
  const more = left.length - LEFT_A_CARD;
  const shown = left.slice(0, LEFT_A_CARD).map(({ item }) => ({ says: `○ ${STAGES[item.stage]}: ${item.words}` }));
  return {
    heading: 'Decide without the rest',
    quiet: `${childOf(about)} · ${plan.id} · only the decider may pass over what is left`,
    id: plan.id,
    revision: String(about.revision),
    mayBeEarly: mayBeEarly(plan),
    early: EARLY_MEANS,
    leftHeading: `Left before a decision: ${left.length}`,
    left: more > 0 ? [...shown, { says: `and ${more} more: the checklist has them.` }] : shown,
    typed: typedAgain(['whyWithout', 'early'], { early: 'false', ...typed }),
    ...problemsOf(problems),
  };
}
