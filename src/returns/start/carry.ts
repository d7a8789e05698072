import { questionsOf } from '../checklist/rules.ts';
import { followsDecision, isDecisionItem } from '../checklist/uses.ts';
import type { ItemId, ReturningCase, ReturnPlan } from '../model.ts';

/**
 * A plan that takes another's place begins with what was known there: the answers that its own route asks for too, as
 * they were given, and the steps, agreement and services. Never the decision, which rested on the other route.
 */
export function carriedOver(plan: ReturnPlan, from: ReturnPlan, about: ReturningCase): ReturnPlan {
  const known = { ...plan, answers: from.answers };
  const asked = questionsOf(known, about).filter(
    ({ item: { id } }) =>
      !isDecisionItem(id, plan.route) &&
      !followsDecision(id) &&
      !(plan.route === 'unplanned' && OF_THE_PLANNED.includes(id)),
  );
  const ids = new Set(asked.map(({ item }) => item.id));
  return { ...known, answers: from.answers.filter(({ item }) => ids.has(item)), transition: from.transition };
}

/** What was answered of a return as it was planned, and must be asked of the one that happened (domain.md 6.6). */
const OF_THE_PLANNED: readonly ItemId[] = ['CON-05', 'ASM-18', 'DEC-01', 'DEC-02'];

/** "; it takes the place of RH-0001, and 12 answers are carried over". */
export function sayCarried({ answers }: ReturnPlan, { id }: ReturnPlan): string {
  const many = answers.length === 1 ? '1 answer is' : `${answers.length} answers are`;
  return `; it takes the place of ${id}, and ${many} carried over`;
}
