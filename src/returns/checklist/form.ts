import { z } from 'zod';
import { reference } from '../../cases/form.ts';
import { type Instant, isInstant } from '../../clock.ts';
import { choice, maybeWords, readForm } from '../../field.ts';
import { done, type Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';
import { ANSWERS, type AnswerValue, STAGES, type Stage } from '../model.ts';
import type { Typed } from './rules.ts';

/** A child's checklist, asked for by the child's reference. */
export interface ChecklistForm {
  readonly case: string;
}

export const readChecklistForm = (typed: unknown): Outcome<ChecklistForm> =>
  readForm(z.object({ case: reference }), typed);

/** One card of the checklist, with what was answered on it. */
export interface StageForm extends ReturnForm {
  readonly stage: Stage;
  readonly page: number;
  /** When the card was drawn; only ever used to notice that somebody else answered since. */
  readonly drawn: Instant;
  readonly answers: readonly Typed[];
}

const stageSchema = z.object({
  return: returnId,
  stage: choice('Stage', Object.keys(STAGES) as Stage[]),
  page: z.coerce.number({ error: 'This card is out of date.' }).int().min(0).max(20),
  drawn: z.custom<Instant>(isInstant, { error: 'This card is out of date. Open the checklist again.' }),
});

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
  const which = readWhichStage(typed);
  if (!which.ok) return which;
  const answers: Typed[] = [];
  for (const item of Object.keys(typed).filter((key) => ITEM.test(key))) {
    const read = readForm(answerSchema, { answer: typed[item], note: typed[`note-${item}`] });
    if (!read.ok) return read;
    answers.push({ item, ...read.value });
  }
  return done({ ...which.value, answers });
}
