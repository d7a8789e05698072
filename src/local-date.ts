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
  return isReal(text);
}

const isReal = remembered((text: string) => {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
});

/** The day written as `YYYY-MM-DD`. Throws for anything else: check untrusted text with `isLocalDate` first. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new Error(`A day is a real date written like 2026-04-02, not "${text}"`);
  return text;
}

/** Calendar days later (earlier when negative). */
export const plusDays = remembered((day: LocalDate, days: number) => {
  return Temporal.PlainDate.from(day).add({ days }).toString() as LocalDate;
});

/** Calendar months later: the same-numbered day, or the last day of a month that has none (R-CNT-05). */
export const plusMonths = remembered((day: LocalDate, months: number) => {
  return Temporal.PlainDate.from(day).add({ months }).toString() as LocalDate;
});

/** Calendar years later; 29 February becomes 28 February in a year that has none. */
export const plusYears = remembered((day: LocalDate, years: number) => {
  return Temporal.PlainDate.from(day).add({ years }).toString() as LocalDate;
});

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysFrom(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Whole years of age on a day. */
export const ageOn = remembered((bornOn: LocalDate, day: LocalDate) => {
  return Temporal.PlainDate.from(bornOn).until(Temporal.PlainDate.from(day), { largestUnit: 'year' }).years;
});

/** Monday is 1, Sunday is 7. */
export const weekday = remembered((day: LocalDate) => Temporal.PlainDate.from(day).dayOfWeek);

/** "Tue 8 December 2026": how a day is written on every card. */
export const sayDay = remembered((day: LocalDate) => {
  const { year, month, day: number } = Temporal.PlainDate.from(day);
  return `${WEEKDAYS[weekday(day) - 1]} ${number} ${MONTHS[month - 1]} ${year}`;
});

/**
 * The same days are asked for again and again, and Temporal is exact but slow (some 10 µs a sum): what it once answered is
 * kept, and forgotten all at once when there is too much of it. Kept by the first word and then by the second, since to put
 * them together costs more than to look twice.
 */
export function remembered<A extends readonly [string] | readonly [string, string | number], R>(
  ask: (...about: A) => R,
): (...about: A) => R {
  const answers = new Map<string, Map<string | number | undefined, R>>();
  let size = 0;
  return (...about) => {
    const [first, second] = about;
    const known = answers.get(first)?.get(second);
    if (known !== undefined) return known;
    if (size >= 50_000) {
      answers.clear();
      size = 0;
    }
    const answer = ask(...about);
    const kept = answers.get(first) ?? new Map<string | number | undefined, R>();
    answers.set(first, kept.set(second, answer));
    size += 1;
    return answer;
  };
}
