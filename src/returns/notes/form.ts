import { z } from 'zod';
import { type CaseForm, page, reference } from '../../cases/form.ts';
import { type Instant, isInstant } from '../../clock.ts';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { returnId } from '../form.ts';
import type { ReturnId } from '../model.ts';

/** Whose notes: a child's, asked for by the child's reference or by one of the child's returns. */
export type NotesForm = { readonly page: number } & (
  | { readonly case: string; readonly return: null }
  | { readonly case: null; readonly return: ReturnId }
);

const ofCase = z.object({
  page,
  case: reference,
  return: z
    .unknown()
    .optional()
    .transform(() => null),
});
const ofReturn = z.object({
  page,
  return: returnId,
  case: z
    .unknown()
    .optional()
    .transform(() => null),
});

export function readNotesForm(typed: Readonly<Record<string, unknown>>): Outcome<NotesForm> {
  return typed.return === undefined ? readForm<NotesForm>(ofCase, typed) : readForm<NotesForm>(ofReturn, typed);
}

/** One note of a child, and which part of it. What stands in the block comes back too, and is never read. */
export interface NoteForm extends CaseForm {
  readonly note: string;
  readonly page: number;
  /** When its first part was drawn, or null where it is opened afresh. Only ever used to notice a change since. */
  readonly drawn: Instant | null;
}

const noteSchema: z.ZodType<NoteForm> = z.object({
  case: reference,
  note: z.string({ error: 'This card does not say which note it is about.' }).max(200),
  page,
  drawn: z.custom<Instant>(isInstant).nullable().catch(null),
});

export const readNoteForm = (typed: unknown): Outcome<NoteForm> => readForm(noteSchema, typed);
