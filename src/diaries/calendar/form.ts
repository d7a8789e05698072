import { z } from 'zod';
import { readForm } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';

/** What a button of the calendar card was drawn from: since when the link it speaks of was on; '' for none. */
export interface CalendarForm {
  readonly drawn: string;
}

const schema: z.ZodType<CalendarForm> = z.object({ drawn: z.string().max(40).catch('') });

export function readCalendarForm(typed: unknown): Outcome<CalendarForm> {
  return readForm(schema, typed);
}
