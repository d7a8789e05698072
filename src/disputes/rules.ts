import type { Authority } from '../authority/model.ts';
import { asIro, sayAsCover } from '../cases/iro.ts';
import type { Case } from '../cases/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { type LocalDate, plusDays, sayDay } from '../local-date.ts';
import type { Person } from '../people/model.ts';
import { nameOf } from '../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import type { Holidays } from '../working-days.ts';
import type { ActForm } from './form.ts';
import type { Climbing, Dispute } from './model.ts';
import { climbing, isStale, sayStage } from './standing.ts';
import { officerNow, whyNotNow } from './who.ts';

/** What somebody does to a dispute: the dispute and their form in, the dispute after it out, or why not. */
export type Act<F> = (
  dispute: Dispute,
  form: F,
  by: Person,
  authority: Authority,
  now: Instant,
  about?: Case,
) => Outcome<Dispute>;

/** The IRO, or their cover, acting on a dispute, once it is settled that they may. */
export interface IroActing<S> {
  readonly dispute: Dispute;
  readonly state: S;
  readonly by: Person;
  /** " (as cover for Olu Bankole)", with the IRO manager said to be one, or nothing. */
  readonly cover: string;
  readonly authority: Authority;
  readonly now: Instant;
  readonly today: LocalDate;
  /** The child’s case, for what hangs on reviews held and on being looked after. */
  readonly about: Case | null;
}

/** What must hold before the IRO does something. */
export interface IroMust<S> {
  /** What they do, for “Only the IRO can …”. */
  readonly what: string;
  /** Theirs alone: not even cover may. */
  readonly isTheirsAlone: boolean;
  /** The state it goes on from; null when the dispute is past it. */
  readonly stands: (dispute: Dispute) => S | null;
  /** An older card will do, because nothing of how the dispute stands is changed. */
  readonly fromAnyCard: boolean;
}

/** Most of what the IRO does: cover may do it, while the dispute climbs, from a card that shows it as it stands. */
export const WHILE_IT_CLIMBS = {
  isTheirsAlone: false,
  stands: climbing,
  fromAnyCard: false,
} as const;

/** Where everything that the IRO does starts: is it the IRO, is the dispute still open to it, is the card out of date. */
export function byTheIro<F extends ActForm, S>(
  must: IroMust<S>,
  decide: (acting: IroActing<S>, form: F) => Outcome<Dispute>,
): Act<F> {
  return (dispute, form, by, authority, now, about) => {
    const today = dayOf(now);
    const acting = asIro(dispute, by, authority, today);
    if (!acting || (must.isTheirsAlone && acting.covering !== null)) return notTheIro(dispute, must.what, authority);
    const state = must.stands(dispute);
    if (!state) return closed(dispute);
    if (!must.fromAnyCard && isStale(dispute, form.revision)) return STALE;
    const cover = sayAsCover(acting, by, authority);
    return decide({ dispute, state, by, cover, authority, now, today, about: about ?? null }, form);
  };
}

/** Whether the person is the officer at the current stage today, cover found again. */
export function officerActing(dispute: Dispute, by: Person, authority: Authority, today: LocalDate): Outcome<Climbing> {
  const state = climbing(dispute);
  if (!state) return closed(dispute);
  const holder = officerNow(dispute, authority, today);
  if (holder?.person.id === by.id) return done(state);
  const where = sayStage(dispute, state.rung.stage);
  if (holder?.covering?.id === by.id)
    return refuse(`You are away and ${holder.person.name} covers for you at ${where}. They can respond.`);
  const nobodyThere = whyNotNow(dispute, authority, today) ?? 'nobody holds that post today';
  return refuse(
    `It is at ${where}, and ${holder ? `${holder.person.name} answers there` : nobodyThere}. Only the officer at the stage can respond.`,
  );
}

export const STALE: Refusal = refuse(
  'Something happened to this dispute after your card was drawn. Nothing was saved; this is how it stands now.',
);

export function closed({ state, id }: Dispute): Refusal {
  const how = state.at === 'withdrawn' ? 'withdrawn' : 'brought to an end';
  const on = 'on' in state ? ` on ${sayDay(state.on)}` : '';
  return refuse(`${id} was ${how}${on}. Nothing more can be done on it.`);
}

/** Calendar days ahead that counting twenty working days may need, with every holiday there is in between. */
const LOOK_AHEAD = 45;

/** Bank holidays are not listed far enough ahead to count the days of a dispute. */
export function unknownDays(today: LocalDate, { knownUntil }: Holidays): Refusal | null {
  if (plusDays(today, LOOK_AHEAD) <= knownUntil) return null;
  return refuse(
    `Bank holidays are listed only until ${sayDay(knownUntil)}, so its days cannot be counted. Ask the administrator to bring the calendar up to date.`,
  );
}

export function notTheIro(dispute: Dispute, what: string, { register }: Authority): Refusal {
  return refuse(
    `Only the IRO, ${nameOf(dispute.people.iro, register)}, can ${what}. Managers respond, or agree to escalate.`,
  );
}
