import { z } from 'zod';
import { page } from '../../cases/form.ts';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { act, type DisputeForm } from '../form.ts';

/** Which dispute, and which page of its story. */
export interface TimelineForm extends DisputeForm {
  readonly page: number;
}

const timelineForm: z.ZodType<TimelineForm> = z.object({ dispute: act.dispute, page });

export const readTimelineForm = (typed: unknown): Outcome<TimelineForm> => readForm(timelineForm, typed);
