import { type LocalDate, plusDays, plusYears, sayDay, weekday } from './local-date.ts';

/** The days that are not worked in England and Wales, besides weekends. */
export interface Holidays {
  /** Day to its name: "Good Friday", "Christmas Day (substitute)". */
  readonly names: ReadonlyMap<LocalDate, string>;
  /** The first and last day for which the list is known to be complete. Counting outside them throws. */
  readonly knownFrom: LocalDate;
  readonly knownUntil: LocalDate;
}

/** A day that a count in working days stepped over, and why. */
export interface Skipped {
  readonly on: LocalDate;
  readonly why: string;
}

/** Counting went outside the days for which bank holidays are listed. */
export class BeyondKnownHolidays extends Error {
  readonly code = 'holidays-unknown';
  constructor({ knownFrom, knownUntil }: Holidays) {
    super(
      `Bank holidays are listed from ${sayDay(knownFrom)} to ${sayDay(knownUntil)}: outside them working days cannot be counted`,
    );
  }
}

/** Whether the list must be lengthened: it ends within a year, and dates that far ahead can soon not be worked out. */
export function holidaysEndSoon({ knownUntil }: Holidays, today: LocalDate): boolean {
  return knownUntil <= plusYears(today, 1);
}

/** Working day: not Saturday, Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales (R-CNT-01). */
export function isWorkingDay(day: LocalDate, holidays: Holidays): boolean {
  if (day < holidays.knownFrom || day > holidays.knownUntil) throw new BeyondKnownHolidays(holidays);
  return weekday(day) <= 5 && !holidays.names.has(day);
}

/**
 * The day that is `count` working days after `from`, which is not itself counted (R-CNT-03); before it when negative.
 * One day at a time: adding the holidays up afterwards can land on a Saturday or on another holiday.
 */
export function plusWorkingDays(from: LocalDate, count: number, holidays: Holidays): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = from;
  for (let left = Math.abs(count); left > 0; ) {
    day = plusDays(day, step);
    if (isWorkingDay(day, holidays)) left -= 1;
  }
  return day;
}

/** The last working day on or before `day`: when to act so as not to be late (R-CNT-06). */
export function actBy(day: LocalDate, holidays: Holidays): LocalDate {
  return isWorkingDay(day, holidays) ? day : plusWorkingDays(day, -1, holidays);
}

/** The first working day on or after `day`. */
export function nextWorkingDay(day: LocalDate, holidays: Holidays): LocalDate {
  return isWorkingDay(day, holidays) ? day : plusWorkingDays(day, 1, holidays);
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. `from` is not counted. */
export function workingDaysFrom(from: LocalDate, to: LocalDate, holidays: Holidays): number {
  const [first, last, sign] = to < from ? ([to, from, -1] as const) : ([from, to, 1] as const);
  let count = 0;
  for (let day = plusDays(first, 1); day <= last; day = plusDays(day, 1)) if (isWorkingDay(day, holidays)) count += 1;
  return count * sign || 0;
}

/** The named holidays after `from` up to and with `to`, oldest first. Weekends are not named. */
export function skippedBetween(from: LocalDate, to: LocalDate, holidays: Holidays): readonly Skipped[] {
  return onWeekdays(holidays).filter(({ on }) => on > from && on <= to);
}

const WEEKDAY_HOLIDAYS = new WeakMap<Holidays, readonly Skipped[]>();

/** The holidays that are no Saturday or Sunday, oldest first: sorted once for each list of them. */
function onWeekdays(holidays: Holidays): readonly Skipped[] {
  const known = WEEKDAY_HOLIDAYS.get(holidays);
  if (known) return known;
  const sorted = [...holidays.names]
    .filter(([day]) => weekday(day) <= 5)
    .map(([on, why]) => ({ on, why }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  WEEKDAY_HOLIDAYS.set(holidays, sorted);
  return sorted;
}
