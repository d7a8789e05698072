import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Holder, Person, PersonId, Post } from '../../people/model.ts';
import { holderOf, holds, lineOf, nameOf, sayHolder, whoActsFor } from '../../people/rules.ts';
import type { Case } from '../model.ts';
import { hatsOf, maySee, standsFor } from '../rules.ts';
import type { Concern, ConcernLevel } from './model.ts';

/** Who hears of a concern, and at which level that is. */
export interface Hears {
  readonly person: PersonId;
  readonly level: ConcernLevel;
  /** With their post, and whom they cover for: "Priya Shah (Team manager)". */
  readonly says: string;
}

/**
 * Whoever acts today for the team manager of the case, or for the service manager; the next one up when that is one of
 * `except` (who raised it, who passed it up) or nobody acts for them. Nobody answers their own concern in another hat
 * (domain.md 7.3).
 */
export function whoHears(
  about: Case,
  from: ConcernLevel,
  except: readonly PersonId[],
  authority: Authority,
  day: LocalDate,
): Hears {
  const { teamManager, iro } = about.people;
  const { register } = authority;
  const suits = (holder: Holder | null): holder is Holder =>
    holder !== null && holder.person.id !== iro && !except.includes(holder.person.id);
  const acting = whoActsFor(teamManager, register, day);
  if (from === 'team-manager' && suits(acting)) {
    return { person: acting.person.id, level: 'team-manager', says: sayHolder(acting, 'team-manager') };
  }
  const found = above(about, authority, day).find(suits);
  if (!found) return { person: teamManager, level: 'team-manager', says: nameOf(teamManager, register) };
  const [post = 'service-manager'] = (found.covering ?? found.person).posts;
  return { person: found.person.id, level: 'service-manager', says: sayHolder(found, post) };
}

/** Who acts today for the service manager, for those who manage the team manager, and for the posts over all services. */
function above(about: Case, authority: Authority, day: LocalDate): readonly (Holder | null)[] {
  const { register } = authority;
  const held = (post: Post) => holderOf(post, serviceOf(about, authority), register, day);
  const line = lineOf(about.people.teamManager, register).slice(1);
  return [
    held('service-manager'),
    ...line.map((id) => whoActsFor(id, register, day)),
    held('head-of-service'),
    held('director'),
  ];
}

/** Who must answer a concern now; null once it is answered. */
export function whoAnswers(about: Case, concern: Concern, authority: Authority, day: LocalDate): Hears | null {
  const { state, raisedBy, passedUp } = concern;
  if (state.at !== 'waiting') return null;
  const except = state.level === 'service-manager' && passedUp ? [raisedBy, passedUp.by] : [raisedBy];
  return whoHears(about, state.level, except, authority, day);
}

/** Whether somebody acts today as the team manager of the case. */
export function isTeamManager({ people }: Case, by: Person, authority: Authority, day: LocalDate): boolean {
  return standsFor(by, people.teamManager, authority, day);
}

/** Whether somebody acts today as the service manager of the case, or above. */
export function isAbove(about: Case, by: Person, authority: Authority, day: LocalDate): boolean {
  const service = serviceOf(about, authority);
  const line = lineOf(about.people.teamManager, authority.register).slice(1);
  return hatsOf(by, authority.register, day).some(
    (hat) =>
      line.includes(hat.id) ||
      holds(hat, 'head-of-service', 'director') ||
      (holds(hat, 'service-manager') && (hat.service === null || hat.service === service)),
  );
}

/**
 * Whether somebody may answer a concern as it stands: who holds or covers its level, or is above it. Never who raised
 * it, never who passed it up, never the child's IRO (R-IRO-05).
 */
export function mayAnswer(
  about: Case,
  { raisedBy, passedUp, state }: Concern,
  by: Person,
  authority: Authority,
  day: LocalDate,
): boolean {
  if (state.at !== 'waiting' || by.id === raisedBy || by.id === about.people.iro) return false;
  if (isAbove(about, by, authority, day)) return state.level === 'team-manager' || passedUp?.by !== by.id;
  return state.level === 'team-manager' && isTeamManager(about, by, authority, day);
}

/** Whoever may see the case or must answer; who raised or answered a concern keeps sight of it. */
export function maySeeConcern(about: Case, concern: Concern, by: Person, authority: Authority, now: Instant): boolean {
  const { raisedBy, passedUp, sentDown, state } = concern;
  const acted = [raisedBy, passedUp?.by, sentDown?.by, state.at === 'waiting' ? null : state.answer.by];
  return (
    acted.includes(by.id) || maySee(about, by, authority, now) || mayAnswer(about, concern, by, authority, dayOf(now))
  );
}

function serviceOf({ people }: Case, { register }: Authority): string | null {
  return register.get(people.teamManager)?.service ?? null;
}
