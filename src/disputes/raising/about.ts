import type { Case, ChildReference } from '../../cases/model.ts';
import { maySee as maySeeCase } from '../../cases/rules.ts';
import { caseOf as casesAround } from '../../cases/store.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { whoActsFor } from '../../people/rules.ts';
import type { DisputeNeeds } from '../actions.ts';
import type { DisputeId } from '../model.ts';
import { liveAbout } from '../siblings/actions.ts';
import { mayRaise } from './rules.ts';

/** What the form to raise a dispute is drawn from: what was typed, the child, and what the IRO may add. */
export interface RaiseAsked {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly about: Case | null;
  /** The other looked-after children that this person reviews, those with the same social worker first. */
  readonly others: readonly Case[];
  /** What is open about the child already. */
  readonly open: readonly DisputeId[];
}

/** The form again, as far as the person may see what belongs on it. */
export async function raiseAsked(
  typed: RaiseAsked['typed'],
  reference: ChildReference | null,
  by: Person,
  needs: DisputeNeeds,
): Promise<RaiseAsked> {
  const about = reference === null ? null : await childOf(reference, by, needs);
  const today = dayOf(needs.clock.now());
  const isTheirs = about !== null && mayRaise(about, by, needs.authority, today) === null;
  const open = isTheirs ? await liveAbout([about.id], by, needs) : [];
  return { typed, about: isTheirs ? about : null, others: await othersOf(about, by, needs), open };
}

/** The case, for somebody who may see it: to anybody else it is as if it were not there. */
export async function childOf(
  reference: string,
  by: Person,
  { cases, authority, clock }: DisputeNeeds,
): Promise<Case | null> {
  const found = await cases.get(reference);
  return found && maySeeCase(found, by, authority, clock.now()) ? found : null;
}

/** The looked-after children that this person may raise a dispute about today, but for the one it is about. */
export async function othersOf(about: Case | null, by: Person, needs: DisputeNeeds): Promise<readonly Case[]> {
  const { authority, cases, clock } = needs;
  const today = dayOf(clock.now());
  const covered = [...authority.register.keys()].filter(
    (id) => id !== by.id && whoActsFor(id, authority.register, today)?.person.id === by.id,
  );
  const iros = new Set([by.id, ...covered, ...(about ? [about.people.iro] : [])]);
  const found = (await Promise.all([...iros].map((iro) => cases.find(casesAround(iro))))).flat();
  const theirs = found.filter(
    (one, at) =>
      one.id !== about?.id &&
      found.findIndex(({ id }) => id === one.id) === at &&
      mayRaise(one, by, authority, today) === null,
  );
  const isNear = (one: Case) => (one.people.socialWorker === about?.people.socialWorker ? 0 : 1);
  return theirs.toSorted((a, b) => isNear(a) - isNear(b) || (a.id < b.id ? -1 : 1));
}
