import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { type LocalDate, sayDay } from '../local-date.ts';
import type { Person } from '../people/model.ts';
import { nameOf } from '../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { Climbing, Dispute } from './model.ts';
import { climbing, isStale, sayStage } from './standing.ts';
import { actingIro, officerNow } from './who.ts';

/** The IRO, or their cover, acting on a dispute that still climbs. */
export interface IroActing {
  readonly state: Climbing;
  /** " (as cover for Olu Bankole)", or nothing. */
  readonly cover: string;
}

export const STALE: Refusal = refuse(
  'Something happened to this dispute after your card was drawn. Nothing was saved; this is how it stands now.',
);

/** Whether the person is the officer at the current stage today, cover found again. */
export function officerActing(dispute: Dispute, by: Person, authority: Authority, today: LocalDate): Outcome<Climbing> {
  const state = climbing(dispute);
  if (!state) return closed(dispute);
  const holder = officerNow(dispute, authority, today);
  if (holder?.person.id === by.id) return done(state);
  const where = sayStage(dispute, state.rung.stage);
  if (holder?.covering?.id === by.id)
    return refuse(`You are away and ${holder.person.name} covers for you at ${where}. They can respond.`);
  return refuse(
    `It is at ${where}, and ${holder ? `${holder.person.name} answers there` : 'nobody holds that post today'}. Only the officer at the stage can respond.`,
  );
}

export function iroActing(
  dispute: Dispute,
  revision: number,
  what: string,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<IroActing> {
  const acting = actingIro(dispute, by, authority, dayOf(now));
  if (!acting) return notTheIro(dispute, what, authority);
  const state = climbing(dispute);
  if (!state) return closed(dispute);
  if (isStale(dispute, revision)) return STALE;
  return done({ state, cover: sayCover(acting.covering, authority) });
}

export function notTheIro(dispute: Dispute, what: string, { register }: Authority): Refusal {
  return refuse(
    `Only the IRO, ${nameOf(dispute.people.iro, register)}, can ${what}. Managers respond, or agree to escalate.`,
  );
}

export function closed({ state, id }: Dispute): Refusal {
  const how = state.at === 'withdrawn' ? 'withdrawn' : 'brought to an end';
  const on = 'on' in state ? ` on ${sayDay(state.on)}` : '';
  return refuse(`${id} was ${how}${on}. Nothing more can be done on it.`);
}

export function sayCover(covering: string | null, { register }: Authority): string {
  return covering === null ? '' : ` (as cover for ${nameOf(covering, register)})`;
}
