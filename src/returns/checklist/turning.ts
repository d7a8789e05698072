import {
  type AtStage,
  type Returning,
  type ReturningCase,
  type ReturnPlan,
  STAGE_ORDER,
  type Stage,
} from '../model.ts';
import { type Doing, mayPlan } from '../rules.ts';
import { mayAnswer } from './owners.ts';
import { isAnswered, isSettled, type Question, questionsOf } from './rules.ts';
import { isDecisionItem } from './uses.ts';

/** With a note beside each, more would not fit a phone. */
export const ITEMS_A_CARD = 5;

/** The pages of a stage, at most five items each. The decision itself is not a question. */
export function pagesOf(stage: Stage, plan: ReturnPlan, about: ReturningCase): readonly (readonly Question[])[] {
  const asked = questionsOf(plan, about).filter(
    ({ item }) => item.stage === stage && !isDecisionItem(item.id, plan.route),
  );
  const pages = Math.max(1, Math.ceil(asked.length / ITEMS_A_CARD));
  return Array.from({ length: pages }, (_, page) => asked.slice(page * ITEMS_A_CARD, (page + 1) * ITEMS_A_CARD));
}

/** Where to go on: the first page with something required left; the first page when all is done. */
export function firstCard(returning: Returning): AtStage {
  return firstWith(returning, () => true) ?? { ...returning, stage: 'consider', page: 0 };
}

/** The same for a reader: whoever owns single items begins at the first of theirs. */
export function firstCardFor(returning: Returning, doing: Doing): AtStage {
  if (mayPlan(returning.about, doing)) return firstCard(returning);
  return firstWith(returning, ({ item }) => mayAnswer(item, returning, doing)) ?? firstCard(returning);
}

function firstWith({ about, plan }: Returning, isWanted: (question: Question) => boolean): AtStage | null {
  for (const stage of STAGE_ORDER) {
    const page = pagesOf(stage, plan, about).findIndex((questions) =>
      questions.some(
        (one) => one.use === 'required' && !isAnswered(one) && !isSettled(one.item, plan) && isWanted(one),
      ),
    );
    if (page >= 0) return { about, plan, stage, page };
  }
  return null;
}

/** The card at a page of a stage; the last when there are fewer. */
export function cardAt({ about, plan }: Returning, stage: Stage, page: number): AtStage {
  return { about, plan, stage, page: Math.min(page, pagesOf(stage, plan, about).length - 1) };
}

/** The card after or before: the next page, or the next stage; the same at either end. */
export function turnedFrom(at: AtStage, by: 1 | -1): AtStage {
  const { about, plan, stage, page } = at;
  const pages = pagesOf(stage, plan, about).length;
  if (page + by >= 0 && page + by < pages) return { ...at, page: page + by };
  const other = STAGE_ORDER[STAGE_ORDER.indexOf(stage) + by];
  return other ? cardAt({ about, plan }, other, by > 0 ? 0 : Number.MAX_SAFE_INTEGER) : at;
}
