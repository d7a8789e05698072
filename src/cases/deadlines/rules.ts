import type { Authority } from '../../authority/model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { holderOf, holds } from '../../people/rules.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Deadline } from '../../timetable/model.ts';
import type { Case } from '../model.ts';
import { deadlinesOf, standsFor } from '../rules.ts';

/** A deadline with the case that it is on. */
export interface Owed {
  readonly about: Case;
  readonly deadline: Deadline;
}

/** Whose duty a deadline is: somebody around the child, or who holds the post today; null while the post is vacant. */
export function ownerOf({ about, deadline }: Owed, { register }: Authority, day: LocalDate): PersonId | null {
  const { socialWorker, teamManager, iro } = about.people;
  const service = register.get(teamManager)?.service ?? null;
  const held = (post: 'cin-coordinator' | 'nominated-officer') => {
    const holder = holderOf(post, service, register, day);
    return holder ? (holder.covering ?? holder.person).id : null;
  };
  switch (deadline.owedBy) {
    case 'social-worker':
      return socialWorker;
    case 'team-manager':
      return teamManager;
    case 'iro':
      return iro;
    case 'cin-coordinator':
    case 'nominated-officer':
      return held(deadline.owedBy);
  }
}

/** Every deadline of these cases, oldest first. */
export function owedOn(cases: readonly Case[], today: LocalDate, authority: Authority): readonly Owed[] {
  return cases
    .flatMap((about) => deadlinesOf(about, today, authority).deadlines.map((deadline) => ({ about, deadline })))
    .sort((a, b) => compare(a.deadline.due, b.deadline.due) || compare(a.about.id, b.about.id));
}

/** Those that need something done: late, due today or due soon. */
export function pressing(owed: readonly Owed[]): readonly Owed[] {
  return owed.filter(({ deadline }) => deadline.standing !== 'later');
}

/** Those that are the duty of `by`, in person or as cover. */
export function owedTo(by: Person, owed: readonly Owed[], today: LocalDate, authority: Authority): readonly Owed[] {
  return owed.filter((one) => {
    const owner = ownerOf(one, authority, today);
    return owner !== null && standsFor(by, owner, authority, today);
  });
}

/** One worker's share of what is pressing. */
export interface WorkerShare {
  readonly worker: PersonId;
  readonly owed: readonly Owed[];
}

/** What is pressing, by whose duty it is: most late first. Duties of a vacant post are under the team manager. */
export function byWorker(owed: readonly Owed[], today: LocalDate, authority: Authority): readonly WorkerShare[] {
  const shares = new Map<PersonId, Owed[]>();
  for (const one of pressing(owed)) {
    const worker = ownerOf(one, authority, today) ?? one.about.people.teamManager;
    shares.set(worker, [...(shares.get(worker) ?? []), one]);
  }
  const late = ({ owed: share }: WorkerShare) => share.filter(({ deadline }) => deadline.standing === 'late').length;
  return [...shares]
    .map(([worker, share]) => ({ worker, owed: share }))
    .sort((a, b) => late(b) - late(a) || b.owed.length - a.owed.length || compare(a.worker, b.worker));
}

/** Why somebody gets no list by worker. */
export function teamRefusal(by: Person): Refusal | null {
  const manages = [
    'team-manager',
    'service-manager',
    'head-of-service',
    'director',
    'chief-executive',
    'iro-manager',
  ] as const;
  return holds(by, ...manages) ? null : refuse('The list by worker is for managers. Type “deadlines” for your own.');
}

/** A date that a change moved: what it was and what it is, null where there is none. */
export interface Moved {
  readonly before: Deadline | null;
  readonly after: Deadline | null;
}

/** The dates that differ between a case as it was and as it is, oldest first. */
export function movedBetween(before: Case, after: Case, today: LocalDate, authority: Authority): readonly Moved[] {
  const was = deadlinesOf(before, today, authority).deadlines;
  const is = deadlinesOf(after, today, authority).deadlines;
  const pairs = [...new Set([...was, ...is].map(({ rule }) => rule))].map((rule) => ({
    before: was.find((deadline) => deadline.rule === rule) ?? null,
    after: is.find((deadline) => deadline.rule === rule) ?? null,
  }));
  return pairs
    .filter((pair) => pair.before?.due !== pair.after?.due)
    .sort((a, b) => compare((a.after ?? a.before)!.due, (b.after ?? b.before)!.due));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
