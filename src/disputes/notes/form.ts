import { z } from 'zod';
import { page, reference } from '../../cases/form.ts';
import type { ChildReference } from '../../cases/model.ts';
import { type Instant, isInstant } from '../../clock.ts';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { act, type DisputeForm } from '../form.ts';

/** The note of a dispute for one child's file. What stands in the block comes back too, and is never read. */
export interface NoteForm extends DisputeForm {
  /** Which child's; null for the first that the person may take it for. */
  readonly case: ChildReference | null;
  readonly page: number;
  /** When its first part was drawn, or null where it is opened afresh. Only ever used to notice a change since. */
  readonly drawn: Instant | null;
}

const noteForm: z.ZodType<NoteForm> = z.object({
  dispute: act.dispute,
  case: reference.nullable().catch(null),
  page,
  drawn: z.custom<Instant>(isInstant).nullable().catch(null),
});

export const readNoteForm = (typed: unknown): Outcome<NoteForm> => readForm(noteForm, typed);
