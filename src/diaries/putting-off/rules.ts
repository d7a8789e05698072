import type { Authority } from '../../authority/model.ts';
import { type Owed, ownerOf } from '../../cases/deadlines/rules.ts';
import { standsFor } from '../../cases/rules.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { Deadline } from '../../timetable/model.ts';
import { actBy, type Holidays, isWorkingDay, plusWorkingDays } from '../../working-days.ts';
import type { DeadlineRef, Diary, PutOff } from '../model.ts';
import { CHECK_LABEL, DAY_LABEL } from './form.ts';

/** How far ahead a deadline that was seen may be looked at again, in working days. */
const CHECK_WITHIN = 5;

/** Whether a deadline is this person's to do, in person or as cover. Only they can put it off. */
export function isTheirs(owed: Owed, by: Person, authority: Authority, today: LocalDate): boolean {
  const owner = ownerOf(owed, authority, today);
  return owner !== null && standsFor(by, owner, authority, today);
}

/** What a diary says of a deadline. */
export function entryFor(diary: Pick<Diary, 'putOff'> | undefined, ref: DeadlineRef): PutOff | null {
  return diary?.putOff.find((one) => isSame(one, ref)) ?? null;
}

/** Why somebody cannot say of a deadline that they have seen it. */
export function notTold(owed: Owed, authority: Authority, today: LocalDate): Refusal {
  return refuse(
    `This is ${whoseIs(owed, authority, today)}, and it is not late: there is nothing for you to do about it.`,
  );
}

/** Why a deadline cannot be put off; null when it can. */
export function snoozeRefusal(owed: Owed, by: Person, authority: Authority, today: LocalDate): Refusal | null {
  const { deadline } = owed;
  if (!isTheirs(owed, by, authority, today)) {
    const whose = whoseIs(owed, authority, today);
    return refuse(`This is ${whose}, so it is not yours to put off. If it is late, you can say that you have seen it.`);
  }
  if (deadline.standing !== 'late' && deadline.standing !== 'due-today') return null;
  const early = deadline.due > today ? `, and today is the last working day before ${sayDay(deadline.due)}` : '';
  const how = deadline.standing === 'late' ? `It was due on ${sayDay(deadline.due)}` : `It is due today${early}`;
  return refuse(`${how} (${deadline.cite}): it cannot be put off. You can say that you have seen it.`);
}

/** The day on which it comes back: a working day, ahead, and not past the last day to act. */
export function snoozedTo(
  deadline: Deadline,
  day: LocalDate,
  today: LocalDate,
  { holidays }: Authority,
): Outcome<LocalDate> {
  const last = sayDay(deadline.actBy);
  if (day > deadline.actBy) {
    const due = deadline.actBy < deadline.due ? ` (it is due on ${sayDay(deadline.due)})` : '';
    return beside(
      'day',
      `${DAY_LABEL}: ${sayDay(day)} is too late. The last day to act is ${last}${due}, by ${deadline.cite}. Choose that day or one before.`,
    );
  }
  if (day <= today)
    return beside('day', `${DAY_LABEL}: ${sayDay(day)} is not ahead. Choose a day from tomorrow to ${last}.`);
  const worked = actBy(day, holidays);
  if (worked > today) return done(worked);
  return beside(
    'day',
    `${DAY_LABEL}: no working day lies between today and ${sayDay(day)}. Choose a later one, up to ${last}.`,
  );
}

/** The days offered, each once: the next working day, the last three to act. */
export function snoozeDays({ actBy: act }: Deadline, today: LocalDate, { holidays }: Authority) {
  const days = new Map<LocalDate, string>();
  const offer = (day: LocalDate, says: string) => {
    if (day > today && day <= act && !days.has(day)) days.set(day, says);
  };
  const next = plusWorkingDays(today, 1, holidays);
  offer(next, next === plusDays(today, 1) ? 'tomorrow' : 'the next working day');
  offer(plusWorkingDays(act, -2, holidays), 'two working days before the last day');
  offer(plusWorkingDays(act, -1, holidays), 'the working day before the last day');
  offer(act, 'the last day to act');
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, says]) => ({ day, says }));
}

/**
 * The days on which it can be looked at again: five working days at most, and none past a deadline that is still ahead.
 * What is due today is late by its next check.
 */
export function checkDays(
  { actBy: act, standing }: Deadline,
  today: LocalDate,
  { holidays }: Authority,
): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = plusDays(today, 1); days.length < CHECK_WITHIN && day <= holidays.knownUntil; day = plusDays(day, 1)) {
    if (isWorkingDay(day, holidays)) days.push(day);
  }
  if (standing === 'late') return days;
  return standing === 'due-today' ? days.slice(0, 1) : days.filter((day) => day <= act);
}

/** The day of the next check; the first that there is where none was chosen. */
export function checkedOn(
  deadline: Deadline,
  day: LocalDate | null,
  today: LocalDate,
  authority: Authority,
): Outcome<LocalDate> {
  const days = checkDays(deadline, today, authority);
  const chosen = day === null ? days[0] : actOn(day, authority.holidays);
  if (chosen !== undefined && days.includes(chosen)) return done(chosen);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last)
    return beside('nextCheck', `${CHECK_LABEL}: bank holidays are not listed that far ahead. Tell business support.`);
  const span = first === last ? sayDay(first) : `a working day from ${sayDay(first)} to ${sayDay(last)}`;
  return beside('nextCheck', `${CHECK_LABEL}: ${day ? sayDay(day) : 'that day'} cannot be chosen. Choose ${span}.`);
}

/** How the history of a diary says it. The rule stands for the deadline: a diary names cases by reference only. */
export function sayEntry({ case: about, rule, due }: DeadlineRef, entry: PutOff | null): string {
  const which = `${rule} of ${about}, due ${sayDay(due)}`;
  if (!entry) return `Shown again: ${which}`;
  return entry.how === 'seen'
    ? `Seen: ${which}; next check ${sayDay(entry.until)}`
    : `Put off to ${sayDay(entry.until)}: ${which}`;
}

/** The entries of a diary with one put in place of what it said of that deadline; without it when null. */
export function withEntry(diary: Diary, ref: DeadlineRef, entry: PutOff | null): readonly PutOff[] {
  const others = diary.putOff.filter((one) => !isSame(one, ref));
  return entry ? [...others, entry] : others;
}

/** Somebody who may see the deadline, and to whom it is not to do, is told of it once it is late. */
export function maySaySeen(owed: Owed, by: Person, authority: Authority, today: LocalDate): boolean {
  return isTheirs(owed, by, authority, today) || owed.deadline.standing === 'late';
}

export function isSame(a: DeadlineRef, b: DeadlineRef): boolean {
  return a.case === b.case && a.rule === b.rule && a.due === b.due;
}

function whoseIs(owed: Owed, authority: Authority, today: LocalDate): string {
  const owner = ownerOf(owed, authority, today);
  return owner === null
    ? 'nobody’s just now, because the post is vacant'
    : `${nameOf(owner, authority.register)}’s to do`;
}

function actOn(day: LocalDate, holidays: Holidays): LocalDate {
  return day < holidays.knownFrom || day > holidays.knownUntil ? day : actBy(day, holidays);
}

function beside(field: string, says: string): Refusal {
  return refuse(says, { [field]: says });
}
