import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant, momentOf } from '../clock.ts';
import { isTimeToTell } from '../letters/rules.ts';
import { type LocalDate, plusDays } from '../local-date.ts';
import type { Person, Register } from '../people/model.ts';
import { whoActsFor } from '../people/rules.ts';
import type { Deadline } from '../timetable/model.ts';
import { type Holidays, isWorkingDay } from '../working-days.ts';
import { DIGEST_AT, type Diary, type PutOff } from './model.ts';

/** The diary of somebody who has said nothing about when to be told. It wakes when their next digest is due. */
export function newDiary(person: Person, now: Instant, authority: Authority): Diary {
  const history = [{ at: now, by: 'homeward', what: 'Opened' }];
  const diary = { id: person.id, revision: 0, history, digestAt: DIGEST_AT, putOff: [], last: null, calendar: null };
  return { ...diary, wakeAt: digestNext(diary, person, now, authority) };
}

/** Whether somebody gets a digest on a day: a working day, and not their leave. */
export function isDigestDay({ id }: Person, day: LocalDate, { register, holidays }: Authority): boolean {
  return isWorkingDay(day, holidays) && !isAway(id, register, day);
}

/** Whether a digest is to be written now: it is due today, has not been written, and the working day is not over. */
export function isDigestDue(
  { digestAt, last }: Pick<Diary, 'digestAt' | 'last'>,
  person: Person,
  now: Instant,
  authority: Authority,
): boolean {
  const today = dayOf(now);
  if (last?.on === today || !isKnown(today, authority.holidays) || !isDigestDay(person, today, authority)) return false;
  return momentOf(today, digestAt) <= now && isTimeToTell(now, authority.holidays);
}

/** The first digest to come, this very moment counted; null past the days whose bank holidays are known. */
export function digestNext(
  diary: Pick<Diary, 'digestAt' | 'last'>,
  person: Person,
  now: Instant,
  authority: Authority,
): Instant | null {
  const today = dayOf(now);
  for (let day = today; isKnown(day, authority.holidays); day = plusDays(day, 1)) {
    const at = momentOf(day, diary.digestAt);
    if (at >= now && diary.last?.on !== day && isDigestDay(person, day, authority)) return at;
  }
  return null;
}

/** The first digest after this moment. */
export function digestAfter(
  diary: Pick<Diary, 'digestAt' | 'last'>,
  person: Person,
  now: Instant,
  authority: Authority,
): Instant | null {
  return digestNext({ ...diary, last: { on: dayOf(now), about: [] } }, person, now, authority);
}

/** What somebody has put off of a deadline until a later day. What has become late since is to be seen again. */
export function putOffOf(
  putOff: readonly PutOff[],
  of: { readonly case: string; readonly deadline: Pick<Deadline, 'rule' | 'due' | 'standing'> },
  today: LocalDate,
): PutOff | null {
  const found = putOff.findLast(
    (each) => each.case === of.case && each.rule === of.deadline.rule && each.due === of.deadline.due,
  );
  if (!found || found.until <= today) return null;
  return of.deadline.standing === 'late' && dayOf(found.at) <= found.due ? null : found;
}

function isAway(id: string, register: Register, day: LocalDate): boolean {
  return whoActsFor(id, register, day)?.person.id !== id;
}

function isKnown(day: LocalDate, { knownFrom, knownUntil }: Holidays): boolean {
  return knownFrom <= day && day <= knownUntil;
}
