import { z } from 'zod';
import { choice, day, maybeDay, maybeWords, readForm, revision } from '../../../field.ts';
import type { LocalDate } from '../../../local-date.ts';
import type { Outcome } from '../../../refusal.ts';
import { type ReturnForm, returnId } from '../../form.ts';
import { STEP_WENT, STEPS, type StepKind, type StepWent } from '../model.ts';

/** A step towards home that is planned, or that has been. */
export interface StepForm extends ReturnForm {
  /** Of the case as the form was drawn: a form sent twice carries the same one. */
  readonly revision: number;
  readonly kind: StepKind;
  readonly on: LocalDate;
}

const record = { return: returnId, revision };
const stepKind = Object.keys(STEPS) as StepKind[];

const stepSchema: z.ZodType<StepForm> = z.object({ ...record, kind: choice('Step', stepKind), on: day('Day') });

export const STEP_INPUTS = ['kind', 'on'] as const;

export const readStepForm = (typed: unknown): Outcome<StepForm> => readForm(stepSchema, typed);

/** A step as a card names it: number, kind and day, so that an old card never means another step. */
const step = z
  .string({ error: 'Step: please choose one from the list.' })
  .regex(/^\d{1,4}\/[a-z]{1,20}\/\d{4}-\d{2}-\d{2}$/, 'Step: please choose one from the list.');

export const STEP_CHANGES = { move: 'Move it to another day', drop: 'Drop it' } as const;

export interface StepChangeForm extends ReturnForm {
  readonly revision: number;
  readonly step: string;
  readonly change: keyof typeof STEP_CHANGES;
  readonly on: LocalDate | null;
}

const changeSchema: z.ZodType<StepChangeForm> = z.object({
  ...record,
  step,
  change: choice('What should happen', ['move', 'drop']),
  on: maybeDay('New day'),
});

export const STEP_CHANGE_INPUTS = ['step', 'change', 'on'] as const;

export const readStepChangeForm = (typed: unknown): Outcome<StepChangeForm> => readForm(changeSchema, typed);

/** How a step went whose day has come. */
export interface StepWentForm extends ReturnForm {
  readonly revision: number;
  readonly step: string;
  readonly how: StepWent;
  readonly words: string;
}

const wentSchema: z.ZodType<StepWentForm> = z.object({
  ...record,
  step,
  how: choice('How did it go?', Object.keys(STEP_WENT) as StepWent[]),
  words: maybeWords('In a few words', 1000),
});

export const STEP_WENT_INPUTS = ['step', 'how', 'words'] as const;

export const readStepWentForm = (typed: unknown): Outcome<StepWentForm> => readForm(wentSchema, typed);
