import { dayOf, sayMoment } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { POSTS, type Register } from '../../people/model.ts';
import { type Item, itemsOf } from '../checklist/checklist.ts';
import { isAnswered, type Question, questionsOf } from '../checklist/rules.ts';
import { isDecisionItem } from '../checklist/uses.ts';
import { ASKINGS, type Asking, type Decided } from '../decisions/model.ts';
import { decidedIn, wordFor } from '../decisions/rules.ts';
import { wordsOf } from '../decisions/without.ts';
import {
  ANSWERS,
  type Answer,
  type ReturningCase,
  type ReturnPlan,
  ROUTES,
  STAGE_ORDER,
  STAGES,
  type Stage,
} from '../model.ts';
import { lastChange } from './changes.ts';
import type { Written } from './model.ts';
import { apart, given, sayAll, sayWho } from './words.ts';

/** Every answer that was given to a request for a decision, oldest first: what lapsed and was asked again too. */
export function decidedOf(plan: ReturnPlan): readonly Decided[] {
  return [...new Map([...plan.earlier, ...decidedIn(plan)].map((one) => [one.asking.at, one])).values()];
}

export function decisionNote(plan: ReturnPlan, decided: Decided, register: Register): Written {
  const { asking, by, at, reason, override } = decided;
  const lapsed = decided.stands === 'lapsed' ? decided : null;
  return {
    key: `decision/${plan.id}/${asking.at}`,
    title: `Decision on ${plan.id}: ${wordFor(decided)}${lapsed ? ', since lapsed' : ''}`,
    day: dayOf(at),
    by: sayWho(by, register),
    lines: apart(
      [
        `Return: ${plan.id}, ${ROUTES[plan.route]}`,
        `Asked for: ${ASKINGS[asking.kind]}`,
        `Asked by: ${sayWho(asking.by, register)}, ${sayMoment(asking.at)}`,
        `Whose decision: ${POSTS[asking.post]}; sent to ${sayWho(asking.of, register)}`,
        `Why this post: ${asking.why} (${asking.cite})`,
        ...given(asking.kind === 'confirmation' ? 'Needed by' : 'Needed before', asking.due && sayDay(asking.due)),
      ],
      [`Decided: ${capital(wordFor(decided))}, ${sayMoment(at)}`, `Reason: ${reason}`],
      passedOver(plan, asking, override),
      lapsed ? [`Lapsed: ${sayMoment(lapsed.lapsedAt)}, because ${lapsed.because}.`] : [],
    ),
    changedAt: lapsed?.lapsedAt ?? at,
  };
}

/** Required questions that were put to the decider unanswered: shown for ever (promise 3). */
function passedOver(plan: ReturnPlan, { without, whyWithout }: Asking, override: string): readonly string[] {
  return [
    ...(without.length > 0 ? ['Required questions that were not answered:', ...wordsOf(without, plan)] : []),
    ...given('Why it could not wait for them', whyWithout),
    ...given('Why they were passed over', override),
  ];
}

/** A note for each stage of the checklist in which something is answered. */
export function stageNotes(plan: ReturnPlan, about: ReturningCase, register: Register): readonly Written[] {
  return STAGE_ORDER.flatMap((stage) => {
    const answers = itemsOf(plan.checklistVersion)
      .filter((item) => item.stage === stage)
      .flatMap((item) => plan.answers.filter((answer) => answer.item === item.id));
    return answers.length > 0 ? [stageNote(stage, answers, plan, about, register)] : [];
  });
}

function stageNote(
  stage: Stage,
  answers: readonly Answer[],
  plan: ReturnPlan,
  about: ReturningCase,
  register: Register,
): Written {
  const questions = questionsOf(plan, about);
  const changedAt = lastChange(
    answers.map(({ at }) => at),
    about,
    plan,
    (what) => what.includes(`${STAGES[stage]}: `),
  );
  return {
    key: `stage/${plan.id}/${stage}`,
    title: `Return-home checklist ${plan.id}: ${STAGES[stage]}`,
    day: dayOf(changedAt),
    by: sayAll(
      answers.map(({ by }) => by),
      register,
    ),
    lines: apart(
      [`Return: ${plan.id}, ${ROUTES[plan.route]}`],
      ...answers.map((answer) => answerLines(answer, questions, register)),
      leftLines(questions.filter((question) => isLeft(question, stage, plan))),
    ),
    changedAt,
  };
}

function answerLines(
  { item, words, answer, note, by, at, sharedFrom }: Answer,
  asked: readonly Question[],
  register: Register,
) {
  const isAsked = asked.some((question) => question.item.id === item);
  return [
    isAsked ? words : `${words} (not asked on this route)`,
    `${ANSWERS[answer]}, ${sayWho(by, register)}, ${sayDay(dayOf(at))}`,
    ...given('Note', note),
    ...(sharedFrom ? [`Taken from ${sharedFrom}, the return of a sibling.`] : []),
  ];
}

function isLeft(question: Question, stage: Stage, { route }: ReturnPlan): boolean {
  const { item, use } = question;
  return item.stage === stage && use === 'required' && !isAnswered(question) && !isDecisionItem(item.id, route);
}

function leftLines(left: readonly { readonly item: Item }[]): readonly string[] {
  if (left.length === 0) return ['Left to do: nothing that is required in this stage.'];
  return ['Left to do (required):', ...left.map(({ item }) => item.words)];
}

function capital(said: string): string {
  return said.charAt(0).toUpperCase() + said.slice(1);
}
