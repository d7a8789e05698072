import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { type CaseForm, reference } from '../form.ts';

/** Which visit or review to undo: `visit/17`, by the line of the history that says it was logged. */
export interface UndoForm extends CaseForm {
  readonly which: string;
}

const undoSchema: z.ZodType<UndoForm> = z.object({ case: reference, which: words('What to undo', 30) });

export function readUndoForm(typed: unknown): Outcome<UndoForm> {
  return readForm(undoSchema, typed);
}
