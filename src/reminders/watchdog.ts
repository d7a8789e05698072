/**
 * What should have fired and did not. The watchdog does nothing itself: it looks at what the ticks and the post have left
 * undone, and reckons anew when each record should wake, so that a bot that has gone silent is told from a healthy one.
 */
import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant, millisecondsFrom, momentOf, plusMilliseconds, plusMinutes } from '../clock.ts';
import type { Diary } from '../diaries/model.ts';
import { digestNext } from '../diaries/rules.ts';
import { wake } from '../disputes/climbing/wake.ts';
import type { Dispute } from '../disputes/model.ts';
import type { KeptLetter, Letter } from '../letters/model.ts';
import { plusDays } from '../local-date.ts';
import type { Register } from '../people/model.ts';
import { holds, whoActsFor } from '../people/rules.ts';
import type { ReturningCase } from '../returns/model.ts';
import { earliest, wakeReturns } from '../returns/wake.ts';
import { plusWorkingDays } from '../working-days.ts';
import { wakeCase } from './rules.ts';

/** What the watchdog finds, each in plain words for the administrator: so many of what. */
export const MISSES = {
  'ticks-silent': 'Nobody has been reminded of anything for more than 5 minutes: the clock of Homeward has stopped',
  'wake-overdue': 'children, disputes or diaries that should have been looked at have not been',
  'letters-untouched': 'messages whose time has come have not been sent or tried',
  'letters-held': 'reminders were in no digest that they should have been in',
  'wake-wrong': 'children, disputes or diaries would have been looked at too late; that has been put right',
} as const;

export type Miss = keyof typeof MISSES;

export interface Missed {
  readonly code: Miss;
  readonly count: number;
}

/** A tick that is older than this means that nobody is being reminded. */
export const SILENT_AFTER_MINUTES = 5;

/** Ten thousand letters take some eight minutes at the pace that Teams allows; what waits longer is forgotten. */
export const UNTOUCHED_AFTER_MINUTES = 15;

export function isSilent(lastTick: Instant, now: Instant): boolean {
  return millisecondsFrom(lastTick, now) > SILENT_AFTER_MINUTES * 60_000;
}

/** Whatever was due before this moment is overdue. */
export function overdueBefore(now: Instant): Instant {
  return plusMinutes(now, -UNTOUCHED_AFTER_MINUTES);
}

/** Letters that were to be sent or redrawn, and that nobody has touched. One that waits for a closed chat is on another list. */
export function untouched(waiting: readonly KeptLetter[]): readonly KeptLetter[] {
  return waiting.filter(({ passage }) => passage.at !== 'unsent' || passage.waitsFor === undefined);
}

/** What was held before this moment has missed a whole working day of digests; null past the known bank holidays. */
export function heldTooLongBefore(now: Instant, { holidays }: Authority): Instant | null {
  const today = dayOf(now);
  if (plusDays(today, -14) < holidays.knownFrom || today > holidays.knownUntil) return null;
  return momentOf(plusWorkingDays(today, -1, holidays), '00:00');
}

/** Those of the letters that somebody could have had in a digest by now: while nobody acts for them, they are kept for their return. */
export function heldTooLong(
  letters: readonly KeptLetter[],
  now: Instant,
  { register }: Authority,
): readonly KeptLetter[] {
  return letters.filter(({ to }) => 'person' in to && whoActsFor(to.person, register, dayOf(now)) !== null);
}

/** Whether a record sleeps past the moment at which it should be looked at. What has woken already is the next tick's. */
export function sleepsTooLong(wakeAt: Instant | null, expected: Instant | null, now: Instant): boolean {
  if (expected === null || (wakeAt !== null && wakeAt <= now)) return false;
  return wakeAt === null || wakeAt > expected;
}

/** When a case should next be looked at. */
export function wakeOfCase(about: ReturningCase, now: Instant, authority: Authority): Instant | null {
  const returns = wakeReturns(about, now, authority);
  if (returns.changed) return now;
  return earliest([returns.wakeAt, wakeCase(about, now, authority).wakeAt]);
}

/** When a dispute should next be looked at. */
export function wakeOfDispute(
  dispute: Dispute,
  about: ReturningCase | undefined,
  now: Instant,
  authority: Authority,
): Instant | null {
  const { changed, wakeAt } = wake(dispute, now, authority, about);
  return changed ? now : wakeAt;
}

/** When somebody's diary should next be looked at, after this moment; null for somebody who has left the register. */
export function wakeOfDiary(diary: Diary, now: Instant, authority: Authority): Instant | null {
  const person = authority.register.get(diary.id);
  return person ? digestNext(diary, person, plusMilliseconds(now, 1), authority) : null;
}

/** Tells whoever acts for each administrator, once a day, by its key. */
export function missedLetters(found: readonly Missed[], register: Register, now: Instant): readonly Letter[] {
  const day = dayOf(now);
  const administrators = [...register.values()].filter((person) => holds(person, 'administrator'));
  const told = new Set(administrators.map(({ id }) => whoActsFor(id, register, day)?.person.id ?? id));
  return [...told].map((person) => ({
    key: `watch/${day}/${person}`,
    kind: 'watch.missed',
    to: { person },
    facts: { found: found.map(({ code, count }) => `${code}:${count}`).join(' ') },
    live: false,
    writtenAt: now,
  }));
}
