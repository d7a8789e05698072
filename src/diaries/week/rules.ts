import type { Authority } from '../../authority/model.ts';
import type { Owed } from '../../cases/deadlines/rules.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { stepsAhead } from '../../disputes/climbing/view.ts';
import type { Dispute } from '../../disputes/model.ts';
import type { Letter } from '../../letters/model.ts';
import { type LocalDate, plusDays, weekday } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { plusWorkingDays } from '../../working-days.ts';
import { manyWaiting } from '../digest/rules.ts';
import { AHEAD_WORKING_DAYS, type Coming, type LateVisits, TELLS_OF_ALL, TELLS_OF_STAFF, type Week } from './model.ts';

/**
 * The card of this week for a manager, written when their first digest of the week is due: on Monday, or when they are
 * next at work. It has one key a week, and the store keeps a key once.
 */
export function weekLetters(person: Person, now: Instant): readonly Letter[] {
  if (!isToldWeekly(person)) return [];
  const monday = mondayOf(dayOf(now));
  const to = { person: person.id };
  return [{ key: `week/${monday}`, kind: 'digest.week', to, facts: { week: monday }, live: false, writtenAt: now }];
}

export function isToldWeekly(person: Person): boolean {
  return holds(person, ...TELLS_OF_STAFF, ...TELLS_OF_ALL);
}

/** Whether somebody is told of the whole authority, and not of their staff by worker. */
export function isToldOfAll(person: Person): boolean {
  return holds(person, ...TELLS_OF_ALL);
}

export function mondayOf(day: LocalDate): LocalDate {
  return plusDays(day, 1 - weekday(day));
}

/** The disputes that will reach this person within five working days if nobody answers them, soonest first. */
export function comingTo(
  person: Person,
  live: readonly Dispute[],
  authority: Authority,
  today: LocalDate,
): readonly Coming[] {
  const until = plusWorkingDays(today, AHEAD_WORKING_DAYS, authority.holidays);
  return live
    .flatMap((dispute) => {
      const step = stepsAhead(dispute, authority, today).find(({ holder }) => holder.person.id === person.id);
      return step && step.begins <= until ? [{ dispute, stage: step.stage, on: step.begins }] : [];
    })
    .sort((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)));
}

/** Of every service of the authority, the visits that the regulations ask for and that are late; most first. */
export function lateVisitsIn(owed: readonly Owed[], { register }: Authority): readonly LateVisits[] {
  const services = [...new Set([...register.values()].flatMap(({ service }) => service ?? []))].sort();
  const serviceOf = ({ about }: Owed) => register.get(about.people.teamManager)?.service ?? null;
  const isLate = ({ deadline }: Owed) =>
    deadline.act === 'visit' && deadline.force === 'regulation' && deadline.standing === 'late';
  const late = owed.filter(isLate).map(serviceOf);
  const counts = [...services, null].map((service) => ({
    service: service ?? 'No service',
    late: late.filter((one) => one === service).length,
  }));
  return counts
    .filter(({ service, late: count }) => count > 0 || service !== 'No service')
    .sort((a, b) => b.late - a.late);
}

/** Whether there is nothing to tell: then that is told. */
export function isNil({ waiting, coming, lateVisits }: Week): boolean {
  return manyWaiting(waiting) + coming.length + lateVisits.filter(({ late }) => late > 0).length === 0;
}
