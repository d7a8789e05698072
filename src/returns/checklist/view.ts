import type { Sight } from '../../authority/model.ts';
import { deadlinesOf } from '../../cases/rules.ts';
import { childOf, deadlineLine } from '../../cases/view.ts';
import { nameOf } from '../../people/rules.ts';
import { type Choice, choicesOf, type FormAgain, type Head } from '../../view.ts';
import { hasGate } from '../decisions/gate.ts';
import { mayRequestDecision, sayDecided } from '../decisions/rules.ts';
import {
  ANSWERS,
  type AtStage,
  BEFORE_DECISION,
  type Returning,
  type ReturnPlan,
  ROUTES,
  STAGE_ORDER,
  STAGES,
  type Stage,
} from '../model.ts';
import { isOrder, mayPlan } from '../rules.ts';
import { problemsOf, standingOf } from '../view.ts';
import { mayRecord } from '../went/rules.ts';
import {
  isAnswered,
  isSettled,
  leftBeforeDecision,
  mayAnswer,
  pagesOf,
  type Question,
  requiredBeforeDecision,
} from './rules.ts';

/** One question on a card. */
export interface QuestionView {
  readonly id: string;
  readonly noteId: string;
  readonly words: string;
  /** "Required · Social worker · before the return · NSPCC 2024". */
  readonly about: string;
  /** Answered for good: shown, not asked. */
  readonly isOpen: boolean;
  readonly answered: string;
  readonly typed: { readonly answer: string; readonly note: string };
  readonly choices: { readonly answers: readonly Choice[] };
}

/** One card of the checklist: a stage, or a page of it. */
export interface ChecklistView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly stage: string;
  readonly page: string;
  readonly drawn: string;
  readonly done: number;
  readonly outOf: number;
  readonly progress: string;
  readonly hasProgress: boolean;
  readonly notes: readonly { readonly says: string }[];
  readonly questions: readonly QuestionView[];
  readonly hasQuestions: boolean;
  readonly left: readonly { readonly says: string }[];
  readonly hasLeft: boolean;
  readonly canSave: boolean;
  readonly canRequest: boolean;
  readonly canRecord: boolean;
  readonly hasPrevious: boolean;
  readonly previousTitle: string;
  readonly hasNext: boolean;
  readonly nextTitle: string;
}

export function checklistView(
  { about, plan, stage, page }: AtStage,
  sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): ChecklistView {
  const pages = pagesOf(stage, plan, about);
  const questions = pages[page] ?? [];
  const required = pages.flat().filter(({ use }) => use === 'required');
  const done = required.filter(isAnswered).length;
  const answers = mayAnswer(about, sight) && !plan.overtakenBy;
  const left = leftLines({ about, plan });
  return {
    heading: pages.length > 1 ? `${STAGES[stage]} (${page + 1} of ${pages.length})` : STAGES[stage],
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]} · ${standingOf(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    stage,
    page: String(page),
    drawn: sight.now,
    done,
    outOf: required.length,
    progress: `${done} of ${required.length} done`,
    hasProgress: required.length > 0,
    notes: notesOf({ about, plan }, sight).map((says) => ({ says })),
    questions: questions.map((question) => questionView(question, plan, answers, typed)),
    hasQuestions: questions.length > 0,
    left,
    hasLeft: left.length > 0,
    canSave: answers && questions.some(({ item }) => !isSettled(item, plan)),
    canRequest: mayRequestDecision(about, plan, sight),
    canRecord: mayRecord(plan) && mayPlan(about, sight),
    ...turning(stage, page, pages.length),
    typed: {},
    ...problemsOf(problems),
  };
}

/** Which way the cards can be turned, and whether that is a page or a stage. */
function turning(stage: Stage, page: number, pages: number) {
  const at = STAGE_ORDER.indexOf(stage);
  return {
    hasPrevious: at > 0 || page > 0,
    previousTitle: page > 0 ? 'Previous page' : 'Previous stage',
    hasNext: at < STAGE_ORDER.length - 1 || page < pages - 1,
    nextTitle: page < pages - 1 ? 'Next page' : 'Next stage',
  };
}

function questionView(
  { item, use, answer }: Question,
  plan: ReturnPlan,
  answers: boolean,
  typed: Readonly<Record<string, unknown>>,
): QuestionView {
  const noteId = `note-${item.id}`;
  const value = answer?.answer ?? 'not-done';
  const note = answer?.note ?? '';
  return {
    id: item.id,
    noteId,
    words: answer?.words ?? item.words,
    about: `${use === 'required' ? 'Required' : 'If it helps'} · ${item.owner} · ${item.when} · ${item.source}`,
    isOpen: answers && !isSettled(item, plan),
    answered: note ? `${ANSWERS[value]}: ${note}` : ANSWERS[value],
    typed: { answer: textOr(typed[item.id], value), note: textOr(typed[noteId], note) },
    choices: { answers: choicesOf(ANSWERS) },
  };
}

/** What must be known before the questions: a concern, how the decision stands, what is due next. */
function notesOf({ about, plan }: Returning, { authority, today }: Sight): readonly string[] {
  const { decision, safety, wentHomeOn } = plan;
  const next = wentHomeOn ? deadlinesOf(about, today, authority).deadlines[0] : undefined;
  const line = next ? deadlineLine(next, today, authority) : null;
  return [
    ...(safety?.concern
      ? [
          '⚠ A concern was raised and the manager has been told. If anyone is in immediate danger, ring 999. Decide now whether section 47 enquiries are needed.',
        ]
      : []),
    ...(decision.stands === 'none' ? [] : [sayDecided(plan, { authority })]),
    ...(decision.stands === 'sent-back' ? [`Reason: ${decision.reason}`] : []),
    ...(isOrder(plan.legalStatus) && plan.route === 'unplanned' && !plan.overtakenBy
      ? [
          `Under an order nobody ratifies this return. Tell ${nameOf(about.people.teamManager, authority.register)} and legal. If the child is to stay, start “${ROUTES['with-parents']}”.`,
        ]
      : []),
    ...(line ? [`Next: ${line.duty}, ${line.when}.`] : []),
  ];
}

/** What is left before a decision: the questions themselves when few, a count for each stage when many. */
function leftLines({ about, plan }: Returning): ChecklistView['left'] {
  const waits = plan.decision.stands === 'none' || plan.decision.stands === 'sent-back';
  if (!waits || !hasGate(plan) || plan.overtakenBy) return [];
  const left = leftBeforeDecision(plan, about);
  if (left.length <= 5) return left.map(({ item }) => ({ says: `${STAGES[item.stage]}: ${item.words}` }));
  return BEFORE_DECISION.flatMap((stage) => {
    const many = left.filter(({ item }) => item.stage === stage).length;
    return many > 0 ? [{ says: `${STAGES[stage]}: ${many} left` }] : [];
  });
}

/** "Consider: 9 of 9 done", for each stage before the decision. */
export function stageLines({ about, plan }: Returning): readonly string[] {
  return BEFORE_DECISION.map((stage) => {
    const required = requiredBeforeDecision(plan, about).filter(({ item }) => item.stage === stage);
    return `${STAGES[stage]}: ${required.filter(isAnswered).length} of ${required.length} done`;
  });
}

function textOr(typed: unknown, kept: string): string {
  return typeof typed === 'string' ? typed.slice(0, 4000) : kept;
}
