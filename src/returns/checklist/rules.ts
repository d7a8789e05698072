import { ageOn } from '../../local-date.ts';
import { type Answer, BEFORE_DECISION, type ItemId, type ReturningCase, type ReturnPlan } from '../model.ts';
import { goesHomeUnderOrder, isEarly } from '../rules.ts';
import { type Item, itemsOf } from './checklist.ts';
import { type Circumstances, followsDecision, isDecisionItem, type Use, useOf } from './uses.ts';

/** An item as it is used in one plan, with its answer. */
export interface Question {
  readonly item: Item;
  readonly use: Exclude<Use, 'unused'>;
  readonly answer: Answer | null;
}

/** Every item of a plan's checklist that is used, stage by stage, with the answers so far. */
export function questionsOf(plan: ReturnPlan, about: ReturningCase): readonly Question[] {
  const so = circumstancesOf(plan, about);
  return itemsOf(plan.checklistVersion).flatMap((item) => {
    const use = useOf(item, plan.route, so);
    return use === 'unused' ? [] : [{ item, use, answer: plan.answers.find((one) => one.item === item.id) ?? null }];
  });
}

/** Whether it is answered: not-done with a note is not. */
export function isAnswered({ answer }: Question): boolean {
  return answer !== null && answer.answer !== 'not-done';
}

/** What must be answered before a decision can be asked for: not the decision itself, nor what follows it. */
export function requiredBeforeDecision(plan: ReturnPlan, about: ReturningCase): readonly Question[] {
  return questionsOf(plan, about).filter(
    ({ item, use }) =>
      use === 'required' &&
      BEFORE_DECISION.includes(item.stage) &&
      !isDecisionItem(item.id, plan.route) &&
      !isForLater(item.id, plan),
  );
}

/** What of it is left. Worked out each time, never stored. */
export function leftBeforeDecision(plan: ReturnPlan, about: ReturningCase): readonly Question[] {
  return requiredBeforeDecision(plan, about).filter((question) => !isAnswered(question));
}

/**
 * While a decision is asked for, and after approval, what it looks back on stays as the decider saw it. What was passed
 * over can still be answered afterwards.
 */
export function isSettled({ id, stage }: Item, plan: ReturnPlan): boolean {
  const { decision } = plan;
  if (decision.stands !== 'asked' && decision.stands !== 'approved') return false;
  if (decision.stands === 'approved' && decision.asking.without.includes(id)) return false;
  return BEFORE_DECISION.includes(stage) && !isForLater(id, plan);
}

/** What is answered only once it is decided; and, with the child home under the order first, the way to its discharge. */
function isForLater(id: ItemId, plan: ReturnPlan): boolean {
  return followsDecision(id) || (id === 'DEC-07' && plan.homeFirst);
}

export function circumstancesOf(plan: ReturnPlan, { bornOn }: ReturningCase): Circumstances {
  const age = ageOn(bornOn, plan.wentHomeOn ?? plan.plannedFor!);
  return {
    accommodated: plan.legalStatus === 's20',
    sixteenOrSeventeen: age === 16 || age === 17,
    weeklyVisits: goesHomeUnderOrder(plan) && (plan.legalStatus === 'interim-care-order' || isEarly(plan)),
    homeFirst: plan.homeFirst,
  };
}
