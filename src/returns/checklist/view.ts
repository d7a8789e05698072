import type { Sight } from '../../authority/model.ts';
import { deadlinesOf } from '../../cases/rules.ts';
import { childOf, deadlineLine } from '../../cases/view.ts';
import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { FormAgain, Head } from '../../view.ts';
import { problemsOf } from '../../view.ts';
import { learnedBefore } from '../after/ending.ts';
import { hasGate } from '../decisions/gate.ts';
import { mayRequestDecision, sayDecided } from '../decisions/rules.ts';
import { overridesOf } from '../decisions/without.ts';
import { earlyPlacement } from '../early.ts';
import {
  type AtStage,
  BEFORE_DECISION,
  type Returning,
  type ReturningCase,
  ROUTES,
  STAGE_ORDER,
  STAGES,
  type Stage,
} from '../model.ts';
import { isOrder, mayPlan } from '../rules.ts';
import { mayShare } from '../siblings/rules.ts';
import { standingOf } from '../view.ts';
import { mayRecord } from '../went/rules.ts';
import { manages } from './owners.ts';
import { PROMPTS } from './prompts.ts';
import { isOpenTo, type QuestionView, questionView } from './question-view.ts';
import { isAnswered, leftBeforeDecision, type Question, requiredBeforeDecision } from './rules.ts';
import { pagesOf } from './turning.ts';

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
  readonly canShare: boolean;
  readonly prompts: readonly { readonly says: string }[];
  readonly hasPrompts: boolean;
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
  const isOpen = (question: Question) => isOpenTo(question, { about, plan }, sight);
  const left = leftLines({ about, plan }, sight);
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
    notes: [
      ...notesOf({ about, plan }, sight),
      ...(stage === 'consider' && page === 0 ? learnedBefore(about) : []),
    ].map((says) => ({ says })),
    questions: questions.map((question) => questionView(question, { about, plan }, sight, typed)),
    hasQuestions: questions.length > 0,
    left,
    hasLeft: left.length > 0,
    canSave: questions.some(isOpen),
    canRequest: mayRequestDecision(about, plan, sight),
    canRecord: mayRecord(plan) && mayPlan(about, sight),
    canShare: stage === 'consider' && page === 0 && mayShare({ about, plan }, sight),
    ...promptsOf(stage, page, about, sight),
    ...turning(stage, page, pages.length),
    typed: {},
    ...problemsOf(problems),
  };
}

/** On the first page of a stage, for the team manager and those above. */
function promptsOf(stage: Stage, page: number, about: ReturningCase, sight: Sight) {
  const hasPrompts = page === 0 && manages(about, sight);
  return { hasPrompts, prompts: hasPrompts ? PROMPTS[stage].map((says) => ({ says })) : [] };
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

/** The concern that an unplanned return began with: for as long as nobody has dealt with it, first of all. */
function safetyNote({ about, plan }: Returning, { register }: Sight['authority']): readonly string[] {
  if (!plan.safety?.concern) return [];
  const raised = about.concerns.find((one) => one.about === 'unplanned-return' && one.raisedAt === plan.startedAt);
  if (raised?.state.at === 'dealt-with') {
    const { by, at } = raised.state.answer;
    return [
      `The concern of that day, ${raised.id}, was dealt with by ${nameOf(by, register)} on ${sayDay(dayOf(at))}.`,
    ];
  }
  return [
    '⚠ A concern was raised and the manager has been told. If anyone is in immediate danger, ring 999. Decide now whether section 47 enquiries are needed.',
  ];
}

/** What must be known before the questions: a concern, how the decision stands, what is due next. */
function notesOf({ about, plan }: Returning, { authority, today }: Sight): readonly string[] {
  const { decision, wentHomeOn } = plan;
  const next = wentHomeOn ? deadlinesOf(about, today, authority).deadlines[0] : undefined;
  const line = next ? deadlineLine(next, today, authority) : null;
  return [
    ...safetyNote({ about, plan }, authority),
    ...(plan.route === 'unplanned' && plan.transition.sudden && !plan.overtakenBy
      ? [`The plan kept ready for a sudden return: ${atAGlance(plan.transition.sudden.words)}`]
      : []),
    ...(decision.stands === 'none' ? [] : [sayDecided(plan, { authority })]),
    ...(decision.stands === 'sent-back' ? [`Reason: ${decision.reason}`] : []),
    ...overridesOf(plan, { authority }).map(({ says }) => says),
    ...(isOrder(plan.legalStatus) && plan.route === 'unplanned' && !plan.overtakenBy
      ? [
          `Under an order nobody ratifies this return. Tell ${nameOf(about.people.teamManager, authority.register)} and legal. If the child is to stay, start “${ROUTES['with-parents']}”.`,
        ]
      : []),
    ...(line ? [`Next: ${line.duty}, ${line.when}.`] : []),
  ];
}

/** What is left before a decision: the questions themselves when few, a count for each stage when many. */
function leftLines({ about, plan }: Returning, { today }: Sight): ChecklistView['left'] {
  const isDecided = plan.decision.stands === 'approved' && !earlyPlacement(plan, about, today);
  if (plan.decision.stands === 'asked' || isDecided) return [];
  if (!hasGate(plan) || plan.overtakenBy) return [];
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

const A_GLANCE = 160;

/** The whole of it is in the plan and steps. */
function atAGlance(text: string): string {
  return text.length > A_GLANCE ? `${text.slice(0, A_GLANCE - 1).trimEnd()}…` : text;
}
