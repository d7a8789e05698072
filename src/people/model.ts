/**
 * People of the authority and the posts they hold. A person is known by their Entra object id, which Teams proves on
 * every activity; names and e-mail addresses are for showing only. A post is the job; a holder has it today; cover
 * acts while the holder is away.
 */
import type { LocalDate } from '../local-date.ts';

/** Entra object id. */
export type PersonId = string;

/** Every post that Homeward knows, with its name as cards say it. */
export const POSTS = {
  'social-worker': 'Social worker',
  'team-manager': 'Team manager',
  'service-manager': 'Service manager',
  'head-of-service': 'Head of service',
  director: "Director of Children's Services",
  'chief-executive': 'Chief Executive',
  iro: 'Independent Reviewing Officer',
  'iro-manager': 'IRO manager',
  'cin-coordinator': 'Child in need co-ordinator',
  'nominated-officer': 'Nominated officer',
  'business-support': 'Business support',
  administrator: 'Administrator',
} as const;

export type Post = keyof typeof POSTS;

/** Who acts for someone who is away, on each day from the first to the last. */
export interface Cover {
  readonly by: PersonId;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly Post[];
  /** The team they work in or manage, where they have one. */
  readonly team: string | null;
  /** The service that the team belongs to; null for posts over the whole authority. */
  readonly service: string | null;
  readonly manager: PersonId | null;
  readonly cover: Cover | null;
}

/** The staff register, by id. */
export type Register = ReadonlyMap<PersonId, Person>;

/** Who answers for a post today: its holder, or the person who covers for the holder. */
export interface Holder {
  readonly person: Person;
  /** The absent holder whom this person covers, or null when the holder answers in person. */
  readonly covering: Person | null;
}
