import { isDeepStrictEqual } from 'node:util';
import { dayOf, type Instant, momentOf } from '../clock.ts';
import { type LocalDate, plusDays, weekday } from '../local-date.ts';
import { type Holidays, isWorkingDay } from '../working-days.ts';
import type { Pace } from './letters.ts';
import type { Passage } from './model.ts';

/** Between these times nobody is written to, nor at weekends and on bank holidays (domain.md 8). */
const QUIET = { from: '18:00', until: '08:00' } as const;

/** Whether it is no quiet hour. */
export function isTimeToTell(now: Instant, holidays: Holidays): boolean {
  const today = dayOf(now);
  return isWorked(today, holidays) && now >= momentOf(today, QUIET.until) && now < momentOf(today, QUIET.from);
}

/** Whether a letter of this pace may be said now; only what is for a child's safety may be at any hour. */
export function mayBeSaid(pace: Pace, now: Instant, holidays: Holidays): boolean {
  return pace === 'at-once' || isTimeToTell(now, holidays);
}

/** When the next working day begins; today's beginning, before it has. */
export function nextHours(now: Instant, holidays: Holidays): Instant {
  const today = dayOf(now);
  const isAhead = now < momentOf(today, QUIET.until);
  for (let day = isAhead ? today : plusDays(today, 1); ; day = plusDays(day, 1))
    if (isWorked(day, holidays)) return momentOf(day, QUIET.until);
}

/** Past the end of the list of bank holidays weekdays count as worked: a letter said on a holiday is better than none. */
function isWorked(day: LocalDate, holidays: Holidays): boolean {
  const isKnown = day >= holidays.knownFrom && day <= holidays.knownUntil;
  return isKnown ? isWorkingDay(day, holidays) : weekday(day) <= 5;
}

/**
 * What is written down of a letter that fared so, when meanwhile something else may have been written than was read. What
 * reached Teams, or may have, stands whatever happened to it here; what did not says nothing new about a letter that moved on.
 */
export function passageAfter(stands: Passage, read: Passage, fared: Passage): Passage {
  if (stands === read || isDeepStrictEqual(stands, read)) return fared;
  if (fared.at === 'sent') return stands.at === 'sent' && stands.drawn > fared.drawn ? stands : fared;
  return fared.at === 'unknown' && stands.at !== 'sent' ? fared : stands;
}
