import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import type { KeptLetter } from '../../letters/model.ts';
import type { FormAgain, Head } from '../../view.ts';
import { problemsOf } from '../../view.ts';
import { type ReturningCase, ROUTES } from '../model.ts';
import { type Mine, QUESTIONS_A_CARD, questionsFor } from './mine.ts';
import { type QuestionView, questionView } from './question-view.ts';

/** What one person can answer now, a few at a time: for those who do not work the whole checklist. */
export interface QuestionsView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly drawn: string;
  readonly page: string;
  readonly says: string;
  readonly questions: readonly QuestionView[];
  readonly canSave: boolean;
  readonly hasOthers: boolean;
  readonly otherPage: string;
}

export function questionsView(
  { about, plan, page }: Mine,
  sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): QuestionsView {
  const open = questionsFor({ about, plan }, sight);
  const pages = Math.max(1, Math.ceil(open.length / QUESTIONS_A_CARD));
  const at = Math.min(page, pages - 1);
  const shown = open.slice(at * QUESTIONS_A_CARD, (at + 1) * QUESTIONS_A_CARD);
  return {
    heading: 'Your questions',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    drawn: sight.now,
    page: String(at),
    says: sayOpen(open.length, shown.length),
    questions: shown.map((question) => questionView(question, { about, plan }, sight, typed)),
    canSave: shown.length > 0,
    hasOthers: pages > 1,
    otherPage: String((at + 1) % pages),
    typed: {},
    ...problemsOf(problems),
  };
}

/** Tells an owner what is theirs; not sent where nothing is left by then. */
export function questionsLetter(
  about: ReturningCase,
  { facts }: KeptLetter,
  sight: Sight,
): QuestionsView | { readonly dropped: string } {
  const plan = about.returns.find(({ id }) => id === facts.return);
  if (!plan) return { dropped: 'the return is no longer kept' };
  const isLeft = questionsFor({ about, plan }, sight).length > 0;
  return isLeft ? questionsView({ about, plan, page: 0 }, sight) : { dropped: 'nothing of theirs is left to answer' };
}

function sayOpen(many: number, shown: number): string {
  if (many === 0) return 'Nothing of this return waits for you now.';
  const waits = many === 1 ? '1 question of this return is yours.' : `${many} questions of this return are yours.`;
  return shown < many ? `${waits} Here are ${shown}.` : waits;
}
