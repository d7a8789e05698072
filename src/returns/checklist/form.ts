import { z } from 'zod';
import { reference } from '../../cases/form.ts';
import { type Instant, isInstant } from '../../clock.ts';
import { choice, maybeWords, readForm } from '../../field.ts';
import { done, type Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';
import { ANSWERS, type AnswerValue, STAGES, type Stage } from '../model.ts';
import type { Typed } from './answering.ts';

/** A child's checklist, asked for by the child's reference. */
export interface ChecklistForm {
  readonly case: string;
}

export const readChecklistForm = (typed: unknown): Outcome<ChecklistForm> =>
  readForm(z.object({ case: reference }), typed);

/** A page of a person's own questions. */
export interface WhichMine extends ReturnForm {
  readonly page: number;
}

/** The same with what was answered on it. */
export interface MineForm extends WhichMine {
  /** When the card was drawn; only ever used to notice that somebody answered since. */
  readonly drawn: Instant;
  readonly answers: readonly Typed[];
}

/** One card of the checklist, with what was answered on it. */
export interface StageForm extends MineForm {
  readonly stage: Stage;
}

const page = z.coerce.number({ error: 'This card is out of date.' }).int().min(0).max(40);
const whichSchema: z.ZodType<WhichMine> = z.object({ return: returnId, page: page.catch(0) });
const mineSchema = z.object({
  return: returnId,
  page,
  drawn: z.custom<Instant>(isInstant, { error: 'This card is out of date. Open the checklist again.' }),
});
const stageSchema = mineSchema.extend({ stage: choice('Stage', Object.keys(STAGES) as Stage[]) });

const ITEM = /^[A-Z]{2,3}-\d{2}$/;
const answerSchema = z.object({
  answer: choice('Answer', Object.keys(ANSWERS) as AnswerValue[]),
  note: maybeWords('Note or evidence'),
});

/** Which card of which checklist, whatever was answered on it. */
export function readWhichStage(typed: unknown): Outcome<StageForm> {
  const which = readForm(stageSchema, typed);
  return which.ok ? done({ ...which.value, answers: [] }) : which;
}

/** The card with its answers. Whether each is a question of this plan is for the rules. */
export function readStageForm(typed: Readonly<Record<string, unknown>>): Outcome<StageForm> {
  return withAnswers(readWhichStage(typed), typed);
}

export const readWhichMine = (typed: unknown): Outcome<WhichMine> => readForm(whichSchema, typed);

export function readMineForm(typed: Readonly<Record<string, unknown>>): Outcome<MineForm> {
  const which = readForm(mineSchema, typed);
  return withAnswers(which.ok ? done({ ...which.value, answers: [] }) : which, typed);
}

function withAnswers<F extends MineForm>(which: Outcome<F>, typed: Readonly<Record<string, unknown>>): Outcome<F> {
  if (!which.ok) return which;
  const answers: Typed[] = [];
  for (const item of Object.keys(typed).filter((key) => ITEM.test(key))) {
    const read = readForm(answerSchema, { answer: typed[item], note: typed[`note-${item}`] });
    if (!read.ok) return read;
    answers.push({ item, ...read.value });
  }
  return done({ ...which.value, answers });
}
