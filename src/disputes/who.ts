import type { Authority } from '../authority/model.ts';
import { asIro } from '../cases/iro.ts';
import { conflictOf } from '../escalation/conflicts.ts';
import { INFORMAL } from '../escalation/model.ts';
import { officerAt, officerFor } from '../escalation/rules.ts';
import type { LocalDate } from '../local-date.ts';
import type { Holder, Person, Post } from '../people/model.ts';
import { holderOf, holds, whoActsFor } from '../people/rules.ts';
import { landing } from './climbing/climb.ts';
import type { Dispute } from './model.ts';
import { climbing, climbOf } from './standing.ts';

/** The service whose managers a dispute climbs through: the team manager's, or the social worker's when that one has left. */
export function serviceOf({ teamManager, socialWorker }: Dispute['people'], { register }: Authority): string | null {
  return register.get(teamManager)?.service ?? register.get(socialWorker)?.service ?? null;
}

/** Who speaks for the IRO today: the IRO, their cover, or the IRO manager when there is neither. */
export function iroToTell({ people, service }: Dispute, { register }: Authority, today: LocalDate): Person | null {
  const acting = whoActsFor(people.iro, register, today)?.person;
  const isFit = acting && (acting.id === people.iro || holds(acting, 'iro', 'iro-manager'));
  return isFit ? acting : (holderOf('iro-manager', service, register, today)?.person ?? null);
}

/**
 * Who answers at the dispute's stage today, with cover found again; null when it no longer climbs, the post is vacant, or
 * whoever acts there has come to be somebody who may not answer.
 */
export function officerNow(dispute: Dispute, authority: Authority, today: LocalDate): Holder | null {
  const holder = postHolderNow(dispute, authority, today);
  return holder && whyNotNow(dispute, authority, today) === null ? holder : null;
}

/** Why whoever acts at the dispute's stage today may not answer there; null when they may, or there is nobody. */
export function whyNotNow(dispute: Dispute, authority: Authority, today: LocalDate): string | null {
  const state = climbing(dispute);
  const holder = postHolderNow(dispute, authority, today);
  return state && holder && conflictOf(holder.person, state.rung.stage, climbOf(dispute), authority.register, today);
}

/** Why nobody can respond at the dispute's stage today: a vacancy, or whoever acts there may not answer; null while one can. */
export function whyNobodyNow(dispute: Dispute, authority: Authority, today: LocalDate): string | null {
  const state = climbing(dispute);
  if (!state || state.at === 'awaiting-iro') return null;
  if (!postHolderNow(dispute, authority, today)) return 'nobody holds the post or covers for it';
  return whyNotNow(dispute, authority, today);
}

/** Who is next where nobody can respond today: told of it, and so may see what about. Null while somebody can. */
export function nextForNobody(dispute: Dispute, authority: Authority, today: LocalDate): Person | null {
  if (whyNobodyNow(dispute, authority, today) === null) return null;
  return landing(dispute, climbing(dispute)!.rung.stage + 1, authority, today)?.holder.person ?? null;
}

/** Who acts at the dispute's stage today, whether they may answer there or not. */
export function postHolderNow(dispute: Dispute, { register }: Authority, today: LocalDate): Holder | null {
  const state = climbing(dispute);
  return state && officerAt(climbOf(dispute), state.rung.stage, register, today);
}

/** Who holds a post along the dispute's line today. */
export function postHolder(dispute: Dispute, post: Post, { register }: Authority, today: LocalDate): Person | null {
  return officerFor(post, climbOf(dispute).line, register, today)?.person ?? null;
}

/**
 * Who has a part in a dispute, and so may see it (domain.md 7.3): its IRO and their cover, the IRO manager and the Director all; the child's
 * social worker, team manager, service manager and head of service; the Chief Executive once it has reached them or is
 * urgent; officers whose stage it has reached or passed, in their own line, and those told beside them, also of a stage that nobody can answer. Posts that see no
 * case content see none here. Who else may, for what became of the child, is in seeing.ts.
 */
export function maySee(dispute: Dispute, by: Person, authority: Authority, today: LocalDate): boolean {
  if (by.id === dispute.people.iro || asIro(dispute, by, authority, today)) return true;
  if (holds(by, 'iro-manager', 'director')) return true;
  if ((['iro-manager', 'director'] as const).some((post) => postHolder(dispute, post, authority, today)?.id === by.id))
    return true;
  if (dispute.climbed.some(({ officer }) => officer === by.id) || toldOfLapse(dispute, by, authority, today))
    return true;
  if (nextForNobody(dispute, authority, today)?.id === by.id) return true;
  if (whoActsFor(dispute.people.socialWorker, authority.register, today)?.person.id === by.id) return true;
  return reachedBy(dispute).some((post) => {
    const holder = officerFor(post, climbOf(dispute).line, authority.register, today);
    return holder?.person.id === by.id || holder?.covering?.id === by.id;
  });
}

/** The managers of the child's line, and the posts the dispute has come to, with those copied there. */
function reachedBy(dispute: Dispute): readonly Post[] {
  const stages = dispute.climbed.map(({ stage }) => stage).concat(climbing(dispute)?.rung.stage ?? INFORMAL);
  const highest = Math.max(...stages) + (dispute.urgent ? 1 : 0);
  return dispute.ladder.stages
    .slice(0, highest + 1)
    .flatMap(({ post, copied }) => [post, ...copied])
    .concat(
      'team-manager',
      'service-manager',
      'head-of-service',
      ...(dispute.urgent ? (['chief-executive'] as const) : []),
    );
}

/** The manager of an officer who let a stage lapse was told, and may see what about. */
function toldOfLapse(dispute: Dispute, by: Person, { register }: Authority, today: LocalDate): boolean {
  const now = climbing(dispute)?.rung;
  const lapsed = [...dispute.climbed.filter(({ ended }) => ended === 'lapsed'), ...(now?.lapsed ? [now] : [])];
  return lapsed.some(({ officer }) => {
    const manager = register.get(officer)?.manager;
    return manager && whoActsFor(manager, register, today)?.person.id === by.id;
  });
}
