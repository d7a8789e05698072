import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { type LocalDate, sayDay } from '../local-date.ts';
import type { Person, Register } from '../people/model.ts';
import { actsFor, holds, whoActsFor } from '../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { Facts, Timetable } from '../timetable/model.ts';
import { contradictions, timetableOf } from '../timetable/rules.ts';
import type { FollowForm } from './form.ts';
import type { Case } from './model.ts';

/** Those as whom someone may act on a day: themselves, and everyone whom they cover for. */
export function hatsOf(by: Person, register: Register, day: LocalDate): readonly Person[] {
  return [by, ...(coveredOn(day, register).get(by.id) ?? [])];
}

/** Who is covered by whom on a day, worked out once: every case that is looked at asks. */
function coveredOn(day: LocalDate, register: Register): ReadonlyMap<string, readonly Person[]> {
  const known = covered.get(register);
  if (known?.day === day) return known.by;
  const by = new Map<string, Person[]>();
  for (const person of register.values()) {
    const acting = whoActsFor(person.id, register, day)?.person.id;
    if (acting && acting !== person.id) by.set(acting, [...(by.get(acting) ?? []), person]);
  }
  covered.set(register, { day, by });
  return by;
}

const covered = new WeakMap<
  Register,
  { readonly day: LocalDate; readonly by: ReadonlyMap<string, readonly Person[]> }
>();

/** Whether `by` is that person, or covers for them. Someone on leave is still who they are. */
export function standsFor(by: Person, id: string, { register }: Authority, day: LocalDate): boolean {
  return by.id === id || actsFor(by, id, register, day);
}

/**
 * Who may see and work on a case: the people around the child, whoever covers for them today, and those who manage them
 * or oversee every case. Business support and administrators see no case content (product.md 1).
 */
export function maySee(about: Case, by: Person, { register }: Authority, now: Instant): boolean {
  const { socialWorker, teamManager, iro } = about.people;
  if (by.id === socialWorker || by.id === teamManager || by.id === iro) return true;
  const service = register.get(teamManager)?.service ?? null;
  return hatsOf(by, register, dayOf(now)).some(
    (hat) =>
      Object.values(about.people).includes(hat.id) ||
      holds(hat, 'head-of-service', 'director', 'chief-executive', 'iro-manager', 'nominated-officer') ||
      (holds(hat, 'service-manager', 'cin-coordinator') && (hat.service === null || hat.service === service)),
  );
}

/** What had happened in a case by the end of a day. */
export function factsOf(about: Case, day: LocalDate): Facts {
  return { asOf: day, bornOn: about.bornOn, events: about.events.filter(({ on }) => on <= day) };
}

/** The deadlines of a case as they stand on a day. */
export function deadlinesOf(about: Case, day: LocalDate, { policy, holidays }: Authority): Timetable {
  const { events, bornOn } = about;
  const last = known.get(events);
  const isSame = last?.day === day && last.bornOn === bornOn && last.policy === policy && last.holidays === holidays;
  if (isSame) return last.dates;
  const dates = timetableOf(factsOf(about, day), policy, holidays);
  known.set(events, { day, bornOn, policy, holidays, dates });
  return dates;
}

/** What was last worked out of some events: a morning asks for the same dates again and again. What happens makes other events. */
const known = new WeakMap<
  Case['events'],
  Pick<Authority, 'policy' | 'holidays'> & Pick<Case, 'bornOn'> & { day: LocalDate; dates: Timetable }
>();

/** The case with something changed in it: a history line for it, and a look at what must now be said. */
export function changed(about: Case, by: Person, now: Instant, what: string, parts: Partial<Case>): Case {
  return { ...about, ...parts, wakeAt: now, history: [...about.history, { at: now, by: by.id, what }] };
}

/** Why something cannot have happened on that day: it has not come yet, or it is before the child's care began. */
export function dayRefusal(field: string, label: string, day: LocalDate, about: Case, now: Instant): Refusal | null {
  if (day > dayOf(now)) return inFuture(field, label, day);
  const began = about.events
    .filter(({ what }) => what === 'became-looked-after')
    .map(({ on }) => on)
    .sort()[0];
  if (!began || day >= began) return null;
  const says = `${label}: ${sayDay(day)} is before the child became looked after on ${sayDay(began)}. Please check the date.`;
  return refuse(says, { [field]: says });
}

/** Starts a case from what was typed, or says why not. */
export function startCase(form: FollowForm, by: Person, authority: Authority, now: Instant): Outcome<Case> {
  const today = dayOf(now);
  if (!holds(by, 'social-worker', 'team-manager')) {
    return refuse('Following a child is for the child’s social worker or team manager. Ask them to follow this child.');
  }
  const people = { socialWorker: form.socialWorker, teamManager: form.teamManager, iro: form.iro };
  const wrong = wrongPeople(people, authority);
  if (wrong) return wrong;
  if (form.lookedAfterSince > today) return inFuture('lookedAfterSince', 'Looked after since', form.lookedAfterSince);
  if (form.placementStarted > today) return inFuture('placementStarted', 'Placement started', form.placementStarted);

  const events = [
    { on: form.lookedAfterSince, what: 'became-looked-after', legalStatus: form.legalStatus } as const,
    { on: form.placementStarted, what: 'placement-started', kind: form.placement } as const,
  ];
  const wrongDates = contradictions({ asOf: today, bornOn: form.bornOn, events });
  if (wrongDates.length > 0) return refuse(wrongDates.join(' '));

  return done({
    id: form.reference,
    revision: 0,
    wakeAt: now,
    history: [{ at: now, by: by.id, what: 'Started following this child' }],
    initials: form.initials,
    bornOn: form.bornOn,
    people,
    notes: [],
    events,
    concerns: [],
    praise: [],
    cafcass: [],
    contests: [],
    copied: [],
    returns: [],
  });
}

const AROUND = {
  socialWorker: { post: 'social-worker', label: 'Social worker' },
  teamManager: { post: 'team-manager', label: 'Team manager' },
  iro: { post: 'iro', label: 'IRO' },
} as const;

/** Why these people cannot be the ones around a child. The IRO has no other part in the case (R-IRO-05). */
export function wrongPeople(people: Case['people'], { register }: Authority): Refusal | null {
  for (const field of ['socialWorker', 'teamManager', 'iro'] as const) {
    const { post, label } = AROUND[field];
    if (!register.get(people[field])?.posts.includes(post)) {
      const says = `${label}: please choose someone from the list who holds that post.`;
      return refuse(says, { [field]: says });
    }
  }
  if (people.iro !== people.socialWorker && people.iro !== people.teamManager) return null;
  const says = 'IRO: the IRO of a case can have no other part in it. Please choose someone else.';
  return refuse(says, { iro: says });
}

function inFuture(field: string, label: string, day: LocalDate): Refusal {
  const says = `${label}: ${sayDay(day)} has not come yet. Give the day it happened.`;
  return refuse(says, { [field]: says });
}
