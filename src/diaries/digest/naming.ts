import type { LocalDate } from '../../local-date.ts';
import type { DeadlineRef } from '../model.ts';

/** What the key of a reminder says: the deadline, the step of its set, and whose duty it is or who is told. */
export interface ReminderName extends DeadlineRef {
  /** `5` is five days before, `late-1` the first working day after. */
  readonly step: string;
  readonly role: string;
}

/** The role of whoever owes the duty. */
export const OWNER = 'owner';

/** `C-1042/R-VIS-02/2026-12-28/5`, and with `/team-manager` for somebody who is told. */
export function reminderKey({ case: about, rule, due, step, role }: ReminderName): string {
  return [about, rule, due, step, ...(role === OWNER ? [] : [role])].join('/');
}

/** The key read back; null for the key of anything else. */
export function nameOfReminder(key: string): ReminderName | null {
  const [about, rule, due, step, role = OWNER, ...more] = key.split('/');
  if (!about || !rule || !due || !step || more.length > 0) return null;
  return { case: about, rule, due: due as LocalDate, step, role };
}

/** The key of a day's digest among the letters of its diary. */
export const digestKey = (day: LocalDate) => `digest/${day}`;

/** The keys of the reminders that a digest brings, as its letter carries them. */
export const sayKeys = (keys: Iterable<string>) => [...keys].join(' ');
export const keysIn = (brings: string | undefined) => (brings ?? '').split(' ').filter((key) => key !== '');
