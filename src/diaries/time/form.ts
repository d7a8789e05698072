import { z } from 'zod';
import { readForm, words } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';

/** The hours between which a digest may come: no quiet ones, and early enough to act on it the same day. */
export const EARLIEST = '08:00';
export const LATEST = '17:30';

/** When somebody wants their digest. */
export interface TimeForm {
  readonly time: string;
}

const WRONG = `Time: please give a time from ${EARLIEST} to ${LATEST}, like 08:30.`;

const timeSchema: z.ZodType<TimeForm> = z.object({
  time: words('Time', 40).pipe(
    z.string().refine((time) => /^\d{2}:[0-5]\d$/.test(time) && EARLIEST <= time && time <= LATEST, WRONG),
  ),
});

export function readTimeForm(typed: unknown): Outcome<TimeForm> {
  return readForm(timeSchema, typed);
}
