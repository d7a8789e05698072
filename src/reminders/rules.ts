import type { Authority } from '../authority/model.ts';
import type { Told } from '../authority/reminder-set.ts';
import { type Owed, ownerOf } from '../cases/deadlines/rules.ts';
import type { Case } from '../cases/model.ts';
import { deadlinesOf } from '../cases/rules.ts';
import { dayOf, type Instant, momentOf } from '../clock.ts';
import { reminderKey } from '../diaries/digest/naming.ts';
import type { Letter } from '../letters/model.ts';
import { isTimeToTell, nextHours } from '../letters/rules.ts';
import { type LocalDate, plusDays } from '../local-date.ts';
import type { Holder, PersonId, Post } from '../people/model.ts';
import { holderOf, whoActsFor } from '../people/rules.ts';
import type { Deadline } from '../timetable/model.ts';
import { actBy, type Holidays, plusWorkingDays } from '../working-days.ts';

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

/** In time for the digests of the day. */
const START = '08:00';

/** When somebody's next digest comes; null when nobody can say, and then nothing waits for it. */
export type NextDigest = (person: PersonId) => Instant | null;

/**
 * What must be said about a case now. Of each deadline every person hears only the latest moment reached, so that a
 * server that slept catches up in one go. A letter said before has the same key, and the store leaves it out.
 */
export function wakeCase(
  about: Case,
  now: Instant,
  authority: Authority,
  nextDigest: NextDigest = () => null,
): WokenCase {
  const { deadlines } = deadlinesOf(about, dayOf(now), authority);
  const followedOn = dayOf(about.history[0]?.at ?? now);
  const plans = deadlines.map((deadline) => ({
    deadline,
    moments: momentsOf(deadline, followedOn, authority),
  }));
  const letters = plans.flatMap(({ deadline, moments }) => {
    const reached = moments.filter(({ at }) => at <= now);
    return lettersOf({ about, deadline }, reached, { now, authority, nextDigest });
  });
  const ahead = plans.flatMap(({ moments }) => moments.map(({ at }) => at)).filter((at) => at > now);
  return { letters, wakeAt: earliest(ahead) };
}

/** The moments of a deadline, earliest first. None for a rule of which nobody is reminded. */
export function momentsOf(
  deadline: Deadline,
  followedOn: LocalDate,
  { holidays, reminderSet }: Pick<Authority, 'holidays' | 'reminderSet'>,
): readonly Moment[] {
  const { due, actBy: act } = deadline;
  const row = reminderSet.find(({ rules }) => rules.includes(deadline.rule));
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

interface Telling {
  readonly now: Instant;
  readonly authority: Authority;
  readonly nextDigest: NextDigest;
}

/** For each person the latest of the moments reached. */
function lettersOf(owed: Owed, reached: readonly Moment[], telling: Telling): readonly Letter[] {
  const latest = new Map<PersonId, Letter>();
  for (const { step, to } of reached) {
    for (const role of to) {
      const holder = holderFor(role, owed, dayOf(telling.now), telling.authority);
      if (!holder || latest.get(holder.person.id)?.facts.step === step) continue;
      latest.set(holder.person.id, letterOf(owed, step, role, holder, telling));
    }
  }
  return [...latest.values()];
}

function letterOf(
  { about, deadline }: Owed,
  step: string,
  role: 'owner' | Told,
  { person, covering }: Holder,
  { now, nextDigest, authority }: Telling,
): Letter {
  const { rule, due, actBy } = deadline;
  const alone = role === 'owner' && isTooLate(actBy, nextDigest(person.id), now, authority.holidays);
  return {
    key: reminderKey({ case: about.id, rule, due, step, role }),
    kind: 'reminder.deadline',
    to: { person: person.id },
    facts: { rule, due, step, for: (covering ?? person).id, ...(alone ? { alone: 'yes' } : {}) },
    live: false,
    writtenAt: now,
  };
}

/** Whether the next digest would come after the day to act by, while somebody can still be told before it. */
function isTooLate(act: LocalDate, digest: Instant | null, now: Instant, holidays: Holidays): boolean {
  if (digest === null) return true;
  const told = isTimeToTell(now, holidays) ? now : nextHours(now, holidays);
  return act < dayOf(digest) && dayOf(told) < dayOf(digest);
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
function holderFor(role: 'owner' | Told, owed: Owed, day: LocalDate, authority: Authority): Holder | null {
  const { register } = authority;
  const { teamManager, iro } = owed.about.people;
  const service = register.get(teamManager)?.service ?? null;
  const acting = (id: PersonId | null | undefined) => (id ? whoActsFor(id, register, day) : null);
  const coordinator = holderOf('cin-coordinator', service, register, day);
  const meant: Readonly<Record<'owner' | Told, Holder | null>> = {
    owner: acting(ownerOf(owed, authority, day)) ?? acting(teamManager),
    'team-manager': acting(teamManager),
    'service-manager': null,
    iro: acting(iro),
    'iro-manager': null,
    'cin-manager': acting((coordinator?.covering ?? coordinator?.person)?.manager),
    'nominated-officer': null,
  };
  const above = () => ABOVE[role].map((post) => holderOf(post, service, register, day)).find((held) => held !== null);
  return meant[role] ?? above() ?? null;
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
