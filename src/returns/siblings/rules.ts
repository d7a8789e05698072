/**
 * Brothers and sisters who go home to the same parents on the same day: what was found out about the home and the
 * parents for one may be used for the other. Never what is about a child: each child is looked at for themselves.
 */
import { sayDay } from '../../local-date.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { merged } from '../checklist/answering.ts';
import { sayAnswers } from '../checklist/history.ts';
import { mayAnswer } from '../checklist/owners.ts';
import { isAnswered, isSettled, questionsOf } from '../checklist/rules.ts';
import { isDecisionItem } from '../checklist/uses.ts';
import type { Answer, Returning, ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isOpen, mayPlan, withPlan } from '../rules.ts';

const SAME_CHILD = 'is a return of this same child. Choose a brother’s or sister’s.';

/** Whether answers may be taken over into this return now. */
export function mayShare({ about, plan }: Returning, doing: Doing): boolean {
  return mayPlan(about, doing) && whyClosed({ about, plan }) === null;
}

/** The open returns of other children, of those given, that go home on the same day and that the person plans too. */
export function siblingsOf(
  { about, plan }: Returning,
  others: readonly ReturningCase[],
  doing: Doing,
): readonly Returning[] {
  return others
    .filter((other) => other.id !== about.id && mayPlan(other, doing))
    .flatMap((other) => other.returns.map((one) => ({ about: other, plan: one })))
    .filter((other) => isOpen(other.plan, other.about) && dayHome(other.plan) === dayHome(plan));
}

/** What would be taken over: answers about the home and the parents, where this return has none and still asks. */
export function shareable({ about, plan }: Returning, from: Returning, doing: Doing): readonly Answer[] {
  const given = new Map(from.plan.answers.map((answer) => [answer.item, answer]));
  return questionsOf(plan, about).flatMap((question) => {
    const { item } = question;
    const answer = given.get(item.id);
    const isAsked = !isAnswered(question) && !isSettled(item, plan) && !isDecisionItem(item.id, plan.route);
    if (item.about !== 'home' || !isAsked || !answer || answer.answer === 'not-done') return [];
    if (!mayAnswer(item, { about, plan }, doing)) return [];
    return [{ ...answer, by: doing.by.id, at: doing.now, words: item.words, sharedFrom: from.plan.id }];
  });
}

/** Takes a brother's or sister's answers over, in one write on this case alone. */
export function shareAnswers(returning: Returning, from: Returning, doing: Doing): Outcome<Change> {
  const { about, plan } = returning;
  const no = whyNotShared(returning, from, doing);
  if (no) return refuse(`${no} Nothing was changed.`);
  const answers = shareable(returning, from, doing);
  if (answers.length === 0)
    return refuse(
      `There is nothing to use from ${from.plan.id}: nothing that is left here about the home or the parents has been answered there.`,
    );
  const questions = new Map(questionsOf(plan, about).map((question) => [question.item.id, question]));
  const changes = answers.map((answer) => ({ question: questions.get(answer.item)!, answer }));
  const many = `${answers.length} ${answers.length === 1 ? 'answer' : 'answers'}`;
  const what = `${many} about the home and the parents taken from ${from.plan.id}: ${sayAnswers(changes)}`;
  const changed = { ...plan, answers: merged(plan.answers, answers) };
  return done({ about: withPlan(about, changed, what, doing), letters: [] });
}

function whyNotShared(returning: Returning, from: Returning, doing: Doing): string | null {
  if (!mayPlan(returning.about, doing))
    return 'Using a brother’s or sister’s answers is for the child’s social worker, their team manager and those who manage them.';
  const closed = whyClosed(returning);
  if (closed) return closed;
  if (from.about.id === returning.about.id) return `${from.plan.id} ${SAME_CHILD}`;
  if (!mayPlan(from.about, doing)) return `${from.plan.id} is not yours to plan, so its answers cannot be used here.`;
  if (!isOpen(from.plan, from.about)) return `${from.plan.id} is over.`;
  if (dayHome(from.plan) === dayHome(returning.plan)) return null;
  return `${from.plan.id} is for ${sayDay(dayHome(from.plan))} and ${returning.plan.id} for ${sayDay(dayHome(returning.plan))}. Answers are shared only between children who go home together.`;
}

function whyClosed({ about, plan }: Returning): string | null {
  if (plan.overtakenBy) return `${plan.overtakenBy} has taken the place of ${plan.id}.`;
  if (!isOpen(plan, about)) return `${plan.id} is over.`;
  const { stands } = plan.decision;
  if (stands !== 'asked' && stands !== 'approved') return null;
  return `${plan.id} has been sent for a decision, and its answers stay as they were sent.`;
}

function dayHome({ wentHomeOn, plannedFor }: ReturnPlan) {
  return wentHomeOn ?? plannedFor!;
}
