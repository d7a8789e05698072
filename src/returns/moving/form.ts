import { z } from 'zod';
import { day, readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnForm, returnId } from '../form.ts';
import type { Move } from './rules.ts';

/** A new planned day, and why. */
export interface MoveForm extends ReturnForm, Move {}

const moveSchema: z.ZodType<MoveForm> = z.object({
  return: returnId,
  day: day('New planned date'),
  why: words('Why it moves'),
});

export const readMoveForm = (typed: unknown): Outcome<MoveForm> => readForm(moveSchema, typed);
