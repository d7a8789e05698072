import { Temporal } from 'temporal-polyfill';

/** A day in England as text, `2026-04-02`: it sorts as text and has no time and no zone. */
export type LocalDate = string & { readonly localDate: unique symbol };

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
) as readonly string[];

/** Whether the text is a real day written as `YYYY-MM-DD` (31 February is not). */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day written as `YYYY-MM-DD`. Throws for anything else: check untrusted text with `isLocalDate` first. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`A day is a real date written like 2026-04-02, not "${text}"`);
  return text;
}

/** Calendar days later (earlier when negative). */
export function plusDays(day: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;
}

/** Calendar months later: the same-numbered day, or the last day of a month that has none (R-CNT-05). */
export function plusMonths(day: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ months }).toString() as LocalDate;
}

/** Calendar years later; 29 February becomes 28 February in a year that has none. */
export function plusYears(day: LocalDate, years: number): LocalDate {
  return Temporal.PlainDate.from(day).add({ years }).toString() as LocalDate;
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysFrom(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Whole years of age on a day. */
export function ageOn(bornOn: LocalDate, day: LocalDate): number {
  return Temporal.PlainDate.from(bornOn).until(Temporal.PlainDate.from(day), { largestUnit: 'year' }).years;
}

/** Monday is 1, Sunday is 7. */
export function weekday(day: LocalDate): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** "Tue 8 December 2026": how a day is written on every card. */
export function sayDay(day: LocalDate): string {
  const { year, month, day: number } = Temporal.PlainDate.from(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${number} ${MONTHS[month - 1]} ${year}`;
}

function daysInMonth(year: number, month: number): number {
  return Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
}
