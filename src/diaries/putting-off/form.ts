import { z } from 'zod';
import { type DeadlineForm, readDeadlineForm } from '../../cases/deadlines/form.ts';
import { day, maybeDay, readForm } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import { done, type Outcome } from '../../refusal.ts';

export const DAY_LABEL = 'Day';
export const OTHER_LABEL = 'Another day';
export const CHECK_LABEL = 'Next check';

/** A deadline, and the day to which it is put off. */
export interface SnoozeForm extends DeadlineForm {
  readonly day: LocalDate;
}

/** A day of the list, unless another was given beside it. */
const snoozeSchema = z
  .object({ day: day(DAY_LABEL), other: maybeDay(OTHER_LABEL) })
  .transform(({ day: listed, other }) => ({ day: other ?? listed }));

export function readSnoozeForm(typed: Readonly<Record<string, unknown>>): Outcome<SnoozeForm> {
  return withDeadline(typed, snoozeSchema);
}

/** A deadline that somebody has seen, and when they look at it again; null for the next working day. */
export interface SeenForm extends DeadlineForm {
  readonly nextCheck: LocalDate | null;
}

const seenSchema = z.object({ nextCheck: maybeDay(CHECK_LABEL) });

export function readSeenForm(typed: Readonly<Record<string, unknown>>): Outcome<SeenForm> {
  return withDeadline(typed, seenSchema);
}

function withDeadline<T>(typed: Readonly<Record<string, unknown>>, schema: z.ZodType<T>): Outcome<DeadlineForm & T> {
  const which = readDeadlineForm(typed);
  if (!which.ok) return which;
  const read = readForm(schema, typed);
  return read.ok ? done({ ...which.value, ...read.value }) : read;
}
