import { REMINDER_SET } from '../../src/authority/reminder-set.ts';
import type { Case } from '../../src/cases/model.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import { type LocalDate, plusDays } from '../../src/local-date.ts';
import type { Deadline } from '../../src/timetable/model.ts';
import { COUNCIL } from './council.ts';

/** Weekends and bank holidays, counted one day at a time: slower than the product's counting, and not the same. */
export function isWorkday(day: LocalDate): boolean {
  const known = WORKDAYS.get(day);
  if (known !== undefined) return known;
  const [year, month, date] = day.split('-').map(Number);
  const weekday = new Date(Date.UTC(year!, month! - 1, date!)).getUTCDay();
  WORKDAYS.set(day, weekday !== 0 && weekday !== 6 && !COUNCIL.holidays.names.has(day));
  return WORKDAYS.get(day)!;
}

const WORKDAYS = new Map<LocalDate, boolean>();

function workdaysFrom(day: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0; ) {
    at = plusDays(at, step);
    if (isWorkday(at)) left -= 1;
  }
  return at;
}

function onOrBefore(day: LocalDate): LocalDate {
  return isWorkday(day) ? day : onOrBefore(plusDays(day, -1));
}

/** The days on which the set has a deadline said, by the reminder's key, and its class. */
export function stepsOf(about: Case, { rule, due, actBy }: Deadline): ReadonlyMap<string, LocalDate> {
  const days = new Map<string, LocalDate>();
  const row = REMINDER_SET.find(({ rules }) => rules.includes(rule));
  const key = (step: string) => `${about.id}/${rule}/${due}/${step}`;
  for (const count of row?.before ?? []) {
    const day = row!.counted === 'working days' ? workdaysFrom(actBy, -count) : onOrBefore(plusDays(due, -count));
    days.set(key(String(count)), day);
  }
  for (const [level, { after, to }] of (row?.overdue ?? []).entries()) {
    const day = workdaysFrom(due, after);
    if (level === 0) days.set(key(`late-${after}`), day);
    // The reviewing officer owes the review: told as its owner, and not twice.
    for (const role of to) if (role !== 'iro') days.set(`${key(`late-${after}`)}/${role}`, day);
  }
  return days;
}

/** What ought to be said in the year, worked out case by case as the facts change, beside the product. */
export class Expected {
  readonly #open = new Map<string, Map<string, LocalDate>>();
  /** Reminder keys by the day on which each is to be in a digest. */
  readonly said = new Map<string, LocalDate>();

  /** Something was put on record about a case on a day, after the digests of that day. */
  changed(about: Case, on: LocalDate, until: LocalDate): void {
    this.#close(about.id, on);
    const { deadlines } = deadlinesOf(about, on, COUNCIL);
    const ahead = deadlines.flatMap((deadline) => [...stepsOf(about, deadline)]).filter(([, day]) => day > on);
    this.#open.set(about.id, new Map(ahead.filter(([, day]) => day <= until)));
  }

  /** Everything still open is said until the last day. */
  end(until: LocalDate): void {
    for (const id of [...this.#open.keys()]) this.#close(id, until);
  }

  #close(id: string, on: LocalDate): void {
    for (const [key, day] of this.#open.get(id) ?? []) if (day <= on) this.said.set(key, day);
    this.#open.delete(id);
  }
}
