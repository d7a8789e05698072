import type { Authority, Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import { flightPlan, titleOf } from '../../escalation/rules.ts';
import { type LocalDate, plusDays, sayDay } from '../../local-date.ts';
import type { Holder } from '../../people/model.ts';
import { plusWorkingDays } from '../../working-days.ts';
import type { Dispute } from '../model.ts';
import { climbing, climbOf, lapseDay, sayStage } from '../standing.ts';
import { cut } from '../view.ts';
import { officerNow } from '../who.ts';

/** Why each stage that the plan leaves out is passed over. */
export function passedOver(dispute: Dispute, { authority, today }: Sight): readonly string[] {
  return stepsAsOf(dispute, authority, today).flatMap(({ notes }) => notes.map((note) => `${note}.`));
}

/**
 * What has changed in the plan since the last working day, and why: the dispute moved, cover began or ended, or a stage
 * that has lapsed was not escalated and pushes the later ones on. Found by drawing the plan as it stood then.
 */
export function changesOf(dispute: Dispute, { authority, today }: Sight): readonly string[] {
  const state = climbing(dispute);
  if (!state) return [];
  const then = plusWorkingDays(today, -1, authority.holidays);
  const since = then === plusDays(today, -1) ? 'Since yesterday' : `Since ${sayDay(then)}`;
  const says = [
    ...moved(dispute, then),
    ...othersAtTheStage(dispute, authority, then, today),
    ...othersInThePlan(dispute, authority, then, today),
  ];
  return [...new Set(says)].slice(0, 3).map((one) => `${since}: ${one}.`);
}

/** The dispute reached its stage since then: in the words of the history. */
function moved(dispute: Dispute, then: LocalDate): readonly string[] {
  const { rung } = climbing(dispute)!;
  if (dispute.climbed.length === 0 || dayOf(rung.enteredAt) <= then) return [];
  return dispute.history.filter(({ at }) => at === rung.enteredAt).map(({ what }) => cut(what, 200));
}

/** Somebody else answers at the current stage than did then. */
function othersAtTheStage(
  dispute: Dispute,
  authority: Authority,
  then: LocalDate,
  today: LocalDate,
): readonly string[] {
  const { rung } = climbing(dispute)!;
  if (rung.startedOn > then) return [];
  const before = officerNow(dispute, asOf(authority, then, today), then);
  const now = officerNow(dispute, authority, today);
  if (!now || !before || now.person.id === before.person.id) return [];
  return [`${sayChange(now, before)}, so ${sayStage(dispute, rung.stage)} is with ${now.person.name}`];
}

/** Somebody else is next, or later; or the same people are, on later days. */
function othersInThePlan(dispute: Dispute, authority: Authority, then: LocalDate, today: LocalDate): readonly string[] {
  const before = stepsAsOf(dispute, asOf(authority, then, today), then);
  const now = stepsAsOf(dispute, authority, today);
  const changed = now.flatMap((step, at) => {
    const was = before.find(({ stage }) => stage === step.stage);
    if (!was || was.holder.person.id === step.holder.person.id) return [];
    const when = at === 0 ? 'is next' : `answers as ${titleOf(dispute.ladder, step.stage)}`;
    return [`${sayChange(step.holder, was.holder)}, so ${step.holder.person.name} ${when}`];
  });
  const isLater = now.some((step) => before.some(({ stage, due }) => stage === step.stage && due < step.due));
  return isLater ? [...changed, 'nobody has escalated it, so the later stages begin later'] : changed;
}

function stepsAsOf(dispute: Dispute, { register, holidays }: Authority, day: LocalDate) {
  const state = climbing(dispute);
  if (!state) return [];
  const { stage, officer, lapsed } = state.rung;
  const ends = lapseDay(state.rung);
  const due = lapsed && day > ends ? day : ends;
  return flightPlan(climbOf(dispute), { stage, due, officer }, register, holidays);
}

/** The authority as it stood then: cover that has begun since had not. */
function asOf(authority: Authority, then: LocalDate, today: LocalDate): Authority {
  const register = new Map(
    [...authority.register].map(([id, person]) => {
      const { cover } = person;
      const isNew = cover !== null && cover.from > then && cover.from <= today;
      return [id, isNew ? { ...person, cover: null } : person] as const;
    }),
  );
  return { ...authority, register };
}

function sayChange(now: Holder, before: Holder): string {
  if (now.covering) {
    const from = now.covering.cover ? ` from ${sayDay(now.covering.cover.from)}` : '';
    return `${now.person.name} covers for ${now.covering.name}${from}`;
  }
  return before.covering ? `${now.person.name} is back` : `${now.person.name} answers instead of ${before.person.name}`;
}
