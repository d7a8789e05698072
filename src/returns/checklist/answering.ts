import type { Instant } from '../../clock.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { Answer, AnswerValue, ItemId, Returning, ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, withPlan } from '../rules.ts';
import { type Changed, sayAnswers } from './history.ts';
import { lettersForTheRest } from './mine.ts';
import { mayAnswer, sayWhose } from './owners.ts';
import { isAnswered, isSettled, type Question, questionsOf } from './rules.ts';
import { isDecisionItem } from './uses.ts';

/** One answer off a card. */
export interface Typed {
  readonly item: ItemId;
  readonly answer: AnswerValue;
  readonly note: string;
}

/** Saves answers to some items, all or none. What is saved already keeps its day and its author. */
export function answerItems(
  about: ReturningCase,
  plan: ReturnPlan,
  typed: readonly Typed[],
  drawn: Instant,
  doing: Doing,
): Outcome<Change> {
  const asItWas = done({ about, letters: [] });
  if (typed.length === 0) return asItWas;
  const questions = new Map(questionsOf(plan, about).map((question) => [question.item.id, question]));
  if (plan.overtakenBy)
    return refuse(`${plan.overtakenBy} has taken the place of ${plan.id}. Its answers are kept as they were.`);
  const beside: Record<string, string> = {};
  const changes: Changed[] = [];
  for (const one of typed) {
    const question = questions.get(one.item);
    if (!question || isDecisionItem(one.item, plan.route))
      return refuse(`“${one.item}” is not a question of ${plan.id}. Nothing was saved.`);
    if (isSame(question.answer, one)) continue;
    const wrong = whyNotAnswered(question, one, drawn, { about, plan }, doing);
    if (wrong) beside[one.item] = wrong;
    const answer = { ...one, by: doing.by.id, at: doing.now, words: question.item.words, sharedFrom: null };
    changes.push({ question, answer });
  }
  if (Object.keys(beside).length > 0) return refuse(Object.values(beside).join(' '), beside);
  if (changes.length === 0) return asItWas;
  const answers = changes.map(({ answer }) => answer);
  const changed = withPlan(about, { ...plan, answers: merged(plan.answers, answers) }, sayAnswers(changes), doing);
  return done({ about: changed, letters: lettersForTheRest({ about, plan }, changed, doing) });
}

/**
 * The plan with an item done by an act that is what the item asks for: a review held, a return recorded. Unchanged
 * where the item is not asked on this route, is the decision itself, is answered already, or stays as a decider saw it.
 */
export function withItemDone(
  plan: ReturnPlan,
  about: ReturningCase,
  item: ItemId,
  note: string,
  { by, now }: Doing,
): ReturnPlan {
  const question = questionsOf(plan, about).find((one) => one.item.id === item);
  if (!question || isDecisionItem(item, plan.route) || isAnswered(question) || isSettled(question.item, plan))
    return plan;
  const { words } = question.item;
  const answer = { item, answer: 'done', note, by: by.id, at: now, words, sharedFrom: null } as const;
  return { ...plan, answers: merged(plan.answers, [answer]) };
}

/** An item set back to not done, with nothing noted, has no answer again. */
export function merged(answers: readonly Answer[], changed: readonly Answer[]): readonly Answer[] {
  const kept = new Map([...answers, ...changed].map((answer) => [answer.item, answer]));
  return [...kept.values()].filter(({ answer, note }) => answer !== 'not-done' || note !== '');
}

function whyNotAnswered(
  { item, answer }: Question,
  typed: Typed,
  drawn: Instant,
  returning: Returning,
  doing: Doing,
): string | null {
  if (isSettled(item, returning.plan))
    return `“${item.words}” is part of what was sent for a decision, and stays as it was sent.`;
  if (!mayAnswer(item, returning, doing))
    return `“${item.words}” is for ${sayWhose(item, returning, doing)} to answer. Nothing was saved.`;
  if (typed.answer === 'not-applicable' && typed.note === '') {
    return `“${item.words}” is marked not applicable: write in the note why.`;
  }
  if (answer && answer.at > drawn) {
    const who = answer.by === doing.by.id ? 'You have' : `${nameOf(answer.by, doing.authority.register)} has`;
    return `${who} answered “${item.words}” since your card was drawn. Check it and save again.`;
  }
  return null;
}

function isSame(answer: Answer | null, { answer: value, note }: Typed): boolean {
  return answer ? answer.answer === value && answer.note === note : value === 'not-done' && note === '';
}
