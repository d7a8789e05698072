import { standsFor } from '../../cases/rules.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { ageOn } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import {
  type Answer,
  type AnswerValue,
  type AtStage,
  BEFORE_DECISION,
  type ItemId,
  type Returning,
  type ReturningCase,
  type ReturnPlan,
  STAGE_ORDER,
  STAGES,
  type Stage,
} from '../model.ts';
import { type Doing, isEarly, mayPlan, withPlan } from '../rules.ts';
import { type Item, itemsOf } from './checklist.ts';
import { type Circumstances, followsDecision, isDecisionItem, type Use, useOf } from './uses.ts';

/** An item as it is used in one plan, with its answer. */
export interface Question {
  readonly item: Item;
  readonly use: Exclude<Use, 'unused'>;
  readonly answer: Answer | null;
}

/** One answer off a card. */
export interface Typed {
  readonly item: ItemId;
  readonly answer: AnswerValue;
  readonly note: string;
}

export const ITEMS_A_CARD = 7;

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
      !followsDecision(item.id),
  );
}

/** What of it is left. Worked out each time, never stored. */
export function leftBeforeDecision(plan: ReturnPlan, about: ReturningCase): readonly Question[] {
  return requiredBeforeDecision(plan, about).filter((question) => !isAnswered(question));
}

/** The pages of a stage, at most seven items each. The decision itself is not a question. */
export function pagesOf(stage: Stage, plan: ReturnPlan, about: ReturningCase): readonly (readonly Question[])[] {
  const asked = questionsOf(plan, about).filter(
    ({ item }) => item.stage === stage && !isDecisionItem(item.id, plan.route),
  );
  const pages = Math.max(1, Math.ceil(asked.length / ITEMS_A_CARD));
  return Array.from({ length: pages }, (_, page) => asked.slice(page * ITEMS_A_CARD, (page + 1) * ITEMS_A_CARD));
}

/** Where to go on: the first page with something required left; the first page when all is done. */
export function firstCard({ about, plan }: Returning): AtStage {
  for (const stage of STAGE_ORDER) {
    const page = pagesOf(stage, plan, about).findIndex((questions) =>
      questions.some((one) => one.use === 'required' && !isAnswered(one) && !isSettled(one.item, plan)),
    );
    if (page >= 0) return { about, plan, stage, page };
  }
  return { about, plan, stage: 'consider', page: 0 };
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

/** While a decision is asked for, and after approval, what it looks back on stays as the decider saw it. */
export function isSettled({ id, stage }: Item, { decision }: ReturnPlan): boolean {
  const decided = decision.stands === 'asked' || decision.stands === 'approved';
  return decided && BEFORE_DECISION.includes(stage) && !followsDecision(id);
}

/** Saves answers to some items. What is saved already keeps its day and its author. */
export function answerItems(
  about: ReturningCase,
  plan: ReturnPlan,
  typed: readonly Typed[],
  drawn: Instant,
  doing: Doing,
): Outcome<ReturningCase> {
  if (!mayAnswer(about, doing)) {
    return refuse('Answering the checklist is for the people around the child and those who manage them.');
  }
  if (plan.overtakenBy)
    return refuse(`${plan.overtakenBy} has taken the place of ${plan.id}. Its answers are kept as they were.`);
  const questions = new Map(questionsOf(plan, about).map((question) => [question.item.id, question]));
  const beside: Record<string, string> = {};
  const changed: Answer[] = [];
  for (const one of typed) {
    const question = questions.get(one.item);
    if (!question || isDecisionItem(one.item, plan.route))
      return refuse(`“${one.item}” is not a question of ${plan.id}. Nothing was saved.`);
    if (isSame(question.answer, one)) continue;
    const wrong = whyNotAnswered(question, one, plan, drawn, doing);
    if (wrong) beside[one.item] = wrong;
    changed.push({ ...one, by: doing.by.id, at: doing.now, words: question.item.words, sharedFrom: null });
  }
  if (Object.keys(beside).length > 0) return refuse(Object.values(beside).join(' '), beside);
  if (changed.length === 0) return done(about);
  return done(
    withPlan(about, { ...plan, answers: merged(plan.answers, changed) }, sayAnswers(changed, questions), doing),
  );
}

export function circumstancesOf(plan: ReturnPlan, { bornOn }: ReturningCase): Circumstances {
  const age = ageOn(bornOn, plan.wentHomeOn ?? plan.plannedFor!);
  return {
    accommodated: plan.legalStatus === 's20',
    sixteenOrSeventeen: age === 16 || age === 17,
    weeklyVisits: plan.legalStatus === 'interim-care-order' || isEarly(plan),
  };
}

/** Who answers the checklist: those who plan the return, and the IRO, who owns some of its items. */
export function mayAnswer(about: ReturningCase, doing: Doing): boolean {
  return mayPlan(about, doing) || standsFor(doing.by, about.people.iro, doing.authority, dayOf(doing.now));
}

function whyNotAnswered(
  { item, answer }: Question,
  typed: Typed,
  plan: ReturnPlan,
  drawn: Instant,
  { by, authority }: Doing,
): string | null {
  if (typed.answer === 'not-applicable' && typed.note === '') {
    return `“${item.words}” is marked not applicable: write in the note why.`;
  }
  if (isSettled(item, plan))
    return `“${item.words}” is part of what was sent for a decision, and stays as it was sent.`;
  if (answer && answer.by !== by.id && answer.at > drawn) {
    return `${nameOf(answer.by, authority.register)} has answered “${item.words}” since your card was drawn. Check it and save again.`;
  }
  return null;
}

function isSame(answer: Answer | null, { answer: value, note }: Typed): boolean {
  return answer ? answer.answer === value && answer.note === note : value === 'not-done' && note === '';
}

/** An item set back to not done, with nothing noted, has no answer again. */
function merged(answers: readonly Answer[], changed: readonly Answer[]): readonly Answer[] {
  const kept = new Map([...answers, ...changed].map((answer) => [answer.item, answer]));
  return [...kept.values()].filter(({ answer, note }) => answer !== 'not-done' || note !== '');
}

function sayAnswers(changed: readonly Answer[], questions: ReadonlyMap<ItemId, Question>): string {
  const count = (value: AnswerValue, words: string) => {
    const many = changed.filter(({ answer }) => answer === value).length;
    return many > 0 ? [`${many} ${words}`] : [];
  };
  const stages = new Set(changed.map(({ item }) => STAGES[questions.get(item)!.item.stage]));
  const counts = [
    ...count('done', 'done'),
    ...count('not-applicable', 'not applicable'),
    ...count('not-done', 'not done'),
  ];
  return `${[...stages].join(', ')}: ${counts.join(', ')}`;
}
