import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import type { Head } from '../../view.ts';
import { type Returning, ROUTES } from '../model.ts';
import { mayPlan } from '../rules.ts';
import { sayDecided } from './rules.ts';

/** To the decider and those who plan the return: the approval no longer stands. */
export interface LapsedView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly says: string;
  readonly next: string;
  readonly mayPlan: boolean;
}

export function lapsedView({ about, plan }: Returning, sight: Sight): LapsedView {
  const plans = mayPlan(about, sight);
  return {
    heading: 'An approval has lapsed',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    says: sayDecided(plan, sight),
    next: plans
      ? 'The child cannot go home on it. Ask for the decision again when it is right.'
      : 'The child cannot go home on it. You are asked again when it is right.',
    mayPlan: plans,
  };
}
