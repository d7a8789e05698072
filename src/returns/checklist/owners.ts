/** Whose an item is, and who answers it today. */
import { hatsOf, standsFor } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { type Holder, type PersonId, POSTS, type Post, type Register } from '../../people/model.ts';
import { holderOf, holds, lineOf, sayHolder, whoActsFor } from '../../people/rules.ts';
import type { Returning, ReturningCase } from '../model.ts';
import { type Doing, mayPlan } from '../rules.ts';
import type { Item } from './checklist.ts';

/** The names that cards show. People outside Homeward answer through the social worker. */
export const OWNERS = {
  'social-worker': 'Social worker',
  'team-manager': 'Team manager',
  'service-manager': 'Service manager',
  iro: 'IRO',
  'cin-coordinator': 'Child in need co-ordinator',
  'nominated-officer': 'Nominated officer',
  director: "Director of Children's Services",
  'iro-manager': 'Quality assurance',
  carer: 'Carer',
  'lead-professional': 'Lead professional',
} as const;

export type Owner = keyof typeof OWNERS;

/** How the checklist writes them down. */
const CODES = {
  SW: 'social-worker',
  TM: 'team-manager',
  SM: 'service-manager',
  IRO: 'iro',
  CIN: 'cin-coordinator',
  NO: 'nominated-officer',
  DCS: 'director',
  QA: 'iro-manager',
  CARER: 'carer',
  LEAD: 'lead-professional',
} as const satisfies Readonly<Record<string, Owner>>;

type Code = keyof typeof CODES;

export type OwnerCodes = Code | `${Code} ${Code}`;

export function ownersFrom(codes: OwnerCodes): readonly Owner[] {
  return codes.split(' ').map((code) => CODES[code as Code]);
}

/** "Social worker, Team manager". */
export function sayOwners({ owners }: Pick<Item, 'owners'>): string {
  return owners.map((owner) => OWNERS[owner]).join(', ');
}

/**
 * Whether a person may answer an item: one of its owners, whoever covers for them today, and the managers above a
 * practitioner. Nobody answers another's part: not the social worker the manager's or the IRO's, nor they the others'.
 */
export function mayAnswer(item: Item, returning: Returning, doing: Doing): boolean {
  return item.owners.some((owner) => answersAs(owner, item, returning, doing));
}

/** Whether an item is a person's own part, and not one they may only answer because they manage the social worker. */
export function isTheirs(item: Item, returning: Returning, doing: Doing): boolean {
  const { by, now, authority } = doing;
  const { socialWorker } = returning.about.people;
  return item.owners.some((owner) =>
    postOf(owner) === 'social-worker'
      ? standsFor(by, socialWorker, authority, dayOf(now))
      : answersAs(owner, item, returning, doing),
  );
}

function answersAs(owner: Owner, item: Item, returning: Returning, doing: Doing): boolean {
  const { about } = returning;
  if (owner === 'iro') return reviews(about, doing);
  if (owner === 'team-manager') return manages(about, doing);
  if (owner === 'social-worker' || owner === 'carer' || owner === 'lead-professional') return mayPlan(about, doing);
  const { by, now, authority } = doing;
  const service = serviceOf(about, authority.register);
  const barred = isDecider(owner) ? worked(item, returning) : new Set<PersonId>();
  if (barred.has(by.id)) return false;
  return hatsOf(by, authority.register, dayOf(now)).some(
    (hat) => holds(hat, owner) && (hat.service === null || hat.service === service) && !barred.has(hat.id),
  );
}

/** Whether a person is the team manager of the case, covers for them today, or manages them. */
export function manages({ people }: ReturningCase, { by, now, authority }: Doing): boolean {
  const today = dayOf(now);
  return lineOf(people.teamManager, authority.register).some((id) => standsFor(by, id, authority, today));
}

/** The IRO; while the IRO is away their cover, never somebody outside the reviewing service (R-IRO-05), and the IRO manager. */
function reviews({ people: { iro } }: ReturningCase, { by, now, authority: { register } }: Doing): boolean {
  if (by.id === iro) return true;
  const acting = whoActsFor(iro, register, dayOf(now));
  if (acting?.person.id === iro || !holds(by, 'iro', 'iro-manager')) return false;
  return acting?.person.id === by.id || holds(by, 'iro-manager');
}

/** Who answers for an owner today; null where nobody can. */
export function holderFor(owner: Owner, item: Item | null, returning: Returning, doing: Doing): Holder | null {
  const { people } = returning.about;
  const { now, authority } = doing;
  const { register } = authority;
  const today = dayOf(now);
  const post = postOf(owner);
  if (post === 'social-worker') return whoActsFor(people.socialWorker, register, today);
  if (post === 'team-manager') return whoActsFor(people.teamManager, register, today);
  const service = serviceOf(returning.about, register);
  if (post === 'iro') return reviewer(people.iro, service, doing);
  const barred = item && isDecider(owner) ? worked(item, returning) : new Set<PersonId>();
  return holderOf(post, service, new Map([...register].filter(([id]) => !barred.has(id))), today);
}

/** "Waiting for Olu Bankole (Independent Reviewing Officer)". */
export function sayWhose(item: Item, returning: Returning, doing: Doing): string {
  const whose = item.owners.map((owner) => {
    const holder = holderFor(owner, item, returning, doing);
    const post = postOf(owner);
    return holder ? sayHolder(holder, post) : `the ${POSTS[post]}, a post that nobody fills today`;
  });
  return [...new Set(whose)].join(' or ');
}

function reviewer(iro: PersonId, service: string | null, { now, authority: { register } }: Doing): Holder | null {
  const acting = whoActsFor(iro, register, dayOf(now));
  if (acting && (acting.person.id === iro || holds(acting.person, 'iro', 'iro-manager'))) return acting;
  const manager = holderOf('iro-manager', service, register, dayOf(now));
  return manager && { person: manager.person, covering: register.get(iro) ?? null };
}

/** Who has worked on the plan, besides answering this very item: they take no deciding officer's part in it. */
function worked({ id }: Item, { about, plan }: Returning): ReadonlySet<PersonId> {
  const others = plan.answers.filter(({ item }) => item !== id).map(({ by }) => by);
  return new Set([...Object.values(about.people), plan.startedBy, ...others]);
}

function isDecider(owner: Owner): boolean {
  return owner === 'nominated-officer' || owner === 'director';
}

/** The post that answers for an owner. */
export function postOf(owner: Owner): Post {
  return owner === 'carer' || owner === 'lead-professional' ? 'social-worker' : owner;
}

function serviceOf({ people }: ReturningCase, register: Register): string | null {
  return register.get(people.teamManager)?.service ?? null;
}
