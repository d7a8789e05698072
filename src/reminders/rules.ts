import type { Authority } from '../authority/model.ts';
import { type Owed, ownerOf } from '../cases/deadlines/rules.ts';
import type { Case } from '../cases/model.ts';
import { deadlinesOf } from '../cases/rules.ts';
import { dayOf, type Instant, momentOf } from '../clock.ts';
import type { Letter } from '../letters/model.ts';
import { type LocalDate, plusDays } from '../local-date.ts';
import type { Person, PersonId, Post } from '../people/model.ts';
import { holderOf, whoActsFor } from '../people/rules.ts';
import type { Deadline } from '../timetable/model.ts';
import { actBy, type Holidays, isWorkingDay, plusWorkingDays } from '../working-days.ts';
import { REMINDER_SET, type Told } from './reminder-set.ts';

/** What a case's time has brought: the letters due now, and the next moment to look again, or null. */
export interface WokenCase {
  readonly letters: readonly Letter[];
  readonly wakeAt: Instant | null;
}

/** A moment at which a deadline is said, and to whom besides its owner. */
export interface Moment {
  /** `5` is five days before, `late-1` the first working day after. */
  readonly step: string;
  readonly at: Instant;
  readonly to: readonly ('owner' | Told)[];
}

const START = '09:00';

/**
 * What must be said about a case now. Of each deadline every person hears only the latest moment reached, so that a
 * server that slept catches up in one go. A letter said before has the same key, and the store leaves it out.
 */
export function wakeCase(about: Case, now: Instant, authority: Authority): WokenCase {
  const { deadlines } = deadlinesOf(about, dayOf(now), authority);
  const followedOn = dayOf(about.history[0]?.at ?? now);
  const plans = deadlines.map((deadline) => ({
    deadline,
    moments: momentsOf(deadline, followedOn, authority.holidays),
  }));
  const letters = plans.flatMap(({ deadline, moments }) =>
    lettersOf(
      { about, deadline },
      moments.filter(({ at }) => at <= now),
      now,
      authority,
    ),
  );
  const ahead = plans.flatMap(({ moments }) => moments.map(({ at }) => at)).filter((at) => at > now);
  if (letters.length === 0 || isTimeToTell(now, authority.holidays)) return { letters, wakeAt: earliest(ahead) };
  return { letters: [], wakeAt: earliest([...ahead, nextStart(now, authority.holidays)]) };
}

/** The moments of a deadline, earliest first. None for a rule of which nobody is reminded. */
export function momentsOf(deadline: Deadline, followedOn: LocalDate, holidays: Holidays): readonly Moment[] {
  const { due, actBy: act } = deadline;
  const row = REMINDER_SET.find(({ rules }) => rules.includes(deadline.rule));
  if (!row) return [];
  const before = row.before.map((count) => ({
    step: String(count),
    day: inDays(row.counted === 'working days' ? act : due, -count, row.counted, holidays),
    to: ['owner'] as const,
  }));
  // A case that is followed late would tell every manager within the minute: they hear the next working day.
  const notBefore = inDays(followedOn, 1, 'working days', holidays);
  const overdue = row.overdue.flatMap(({ after, to }, index) => {
    const day = inDays(due, after, 'working days', holidays);
    const climbs = { step: `late-${after}`, day: day && notBefore && day < notBefore ? notBefore : day, to };
    return index === 0 ? [{ step: `late-${after}`, day, to: ['owner'] as const }, climbs] : [climbs];
  });
  return [...before, ...overdue].flatMap(({ step, day, to }) => (day ? [{ step, at: momentOf(day, START), to }] : []));
}

/** For each person the latest of the moments reached. */
function lettersOf(owed: Owed, reached: readonly Moment[], now: Instant, authority: Authority): readonly Letter[] {
  const latest = new Map<PersonId, Letter>();
  const { about, deadline } = owed;
  for (const { step, to } of reached) {
    for (const role of to) {
      const person = personFor(role, owed, dayOf(now), authority);
      if (!person || latest.get(person)?.facts.step === step) continue;
      const key = [about.id, deadline.rule, deadline.due, step, ...(role === 'owner' ? [] : [role])].join('/');
      latest.set(person, letterOf(key, person, deadline, step, now));
    }
  }
  return [...latest.values()];
}

function letterOf(key: string, person: PersonId, { rule, due }: Deadline, step: string, now: Instant): Letter {
  return { key, kind: 'reminder.deadline', to: { person }, facts: { rule, due, step }, live: false, writtenAt: now };
}

/** Who answers when the post itself is vacant, or nobody covers its holder: the next above, and so on. */
const ABOVE: Readonly<Record<'owner' | Told, readonly Post[]>> = {
  owner: ['service-manager', 'head-of-service', 'director'],
  'team-manager': ['service-manager', 'head-of-service', 'director'],
  'service-manager': ['service-manager', 'head-of-service', 'director'],
  iro: ['iro-manager', 'director'],
  'iro-manager': ['iro-manager', 'director'],
  'cin-manager': ['head-of-service', 'director'],
  'nominated-officer': ['nominated-officer', 'director'],
};

/** The person who is told today: whoever acts for the one meant, else somebody above. Null in an authority without posts. */
function personFor(role: 'owner' | Told, owed: Owed, day: LocalDate, authority: Authority): PersonId | null {
  const { register } = authority;
  const { teamManager, iro } = owed.about.people;
  const service = register.get(teamManager)?.service ?? null;
  const acting = (id: PersonId | null | undefined): Person | null =>
    id ? (whoActsFor(id, register, day)?.person ?? null) : null;
  const holding = (post: Post): Person | null => holderOf(post, service, register, day)?.person ?? null;
  const coordinator = holderOf('cin-coordinator', service, register, day);
  const meant: Readonly<Record<'owner' | Told, Person | null>> = {
    owner: acting(ownerOf(owed, authority, day)) ?? acting(teamManager),
    'team-manager': acting(teamManager),
    'service-manager': null,
    iro: acting(iro),
    'iro-manager': null,
    'cin-manager': acting((coordinator?.covering ?? coordinator?.person)?.manager),
    'nominated-officer': null,
  };
  return (meant[role] ?? ABOVE[role].map(holding).find((person) => person !== null))?.id ?? null;
}

/** Never before 08:00 or after 18:00, and on working days only (domain.md 8). */
export function isTimeToTell(now: Instant, holidays: Holidays): boolean {
  const today = dayOf(now);
  return isWorkingDay(today, holidays) && now >= momentOf(today, '08:00') && now < momentOf(today, '18:00');
}

/** When work starts next: what is not urgent and came up at night or on a Sunday is said then. */
export function nextStart(now: Instant, holidays: Holidays): Instant {
  const today = dayOf(now);
  const start = momentOf(today, START);
  return isWorkingDay(today, holidays) && now < start ? start : momentOf(plusWorkingDays(today, 1, holidays), START);
}

/** A day so many days on; always a working day. Null where bank holidays are not listed that far. */
function inDays(
  from: LocalDate,
  count: number,
  counted: 'working days' | 'calendar days',
  holidays: Holidays,
): LocalDate | null {
  // Twice the days and a fortnight cover any stretch of weekends and holidays.
  const furthest = plusDays(from, count * 2 + (count < 0 ? -14 : 14));
  if (furthest < holidays.knownFrom || furthest > holidays.knownUntil) return null;
  return counted === 'working days' ? plusWorkingDays(from, count, holidays) : actBy(plusDays(from, count), holidays);
}

function earliest(moments: readonly Instant[]): Instant | null {
  return moments.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}
