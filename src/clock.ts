import { Temporal } from 'temporal-polyfill';
import { type LocalDate, remembered, sayDay } from './local-date.ts';

/** A moment in UTC as text, always `2026-04-02T08:00:00.000Z`: it sorts as text. */
export type Instant = string & { readonly instant: unique symbol };

/** What time it is. Passed in wherever time matters; the only thing that asks the computer is `computerClock`. */
export interface Clock {
  now(): Instant;
}

const LONDON = 'Europe/London';

export function computerClock(): Clock {
  return { now: () => asInstant(Temporal.Now.instant()) };
}

/** The day it is in England at a moment (R-CNT-07). */
export const dayOf = remembered((moment: Instant) => london(moment).toPlainDate().toString() as LocalDate);

/** The moment when the clocks of England show `time` ("09:00") on `day`. Never asked for 01:00 to 02:00, which may not exist. */
export const momentOf = remembered((day: LocalDate, time: string) =>
  asInstant(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(LONDON).toInstant()),
);

/** "09:05", as the clocks of England show it. */
export function sayTime(moment: Instant): string {
  return london(moment).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** "Tue 8 December 2026, 16:05". */
export function sayMoment(moment: Instant): string {
  return `${sayDay(dayOf(moment))}, ${sayTime(moment)}`;
}

export function plusMinutes(moment: Instant, minutes: number): Instant {
  return asInstant(Temporal.Instant.from(moment).add({ seconds: Math.round(minutes * 60) }));
}

export function plusMilliseconds(moment: Instant, milliseconds: number): Instant {
  return asInstant(Temporal.Instant.from(moment).add({ milliseconds: Math.ceil(milliseconds) }));
}

/** Milliseconds from one moment to another; negative when `to` is earlier. */
export function millisecondsFrom(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}

/** Whether the text is a moment in the one form that sorts. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text);
}

function london(moment: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(LONDON);
}

function asInstant(moment: Temporal.Instant): Instant {
  return moment.toString({ fractionalSecondDigits: 3 }) as Instant;
}
