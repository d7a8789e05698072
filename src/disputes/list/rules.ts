import { asIro } from '../../cases/iro.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import type { DisputeNeeds } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { climbing, waitingResponse } from '../standing.ts';
import { officerNow } from '../who.ts';
import type { ListName } from './form.ts';

interface Looking {
  readonly by: Person;
  /** The services of the person and of everybody whom they cover. */
  readonly services: readonly (string | null)[];
  readonly today: LocalDate;
  readonly needs: Pick<DisputeNeeds, 'authority'>;
}

/** Whether a live dispute that somebody may see is on one of their lists. */
export function isIn(list: ListName, dispute: Dispute, { by, services, today, needs }: Looking): boolean {
  if (list === 'raised') return dispute.raisedBy === by.id || dispute.people.iro === by.id;
  if (list === 'service') return dispute.service !== null && services.includes(dispute.service);
  return list === 'waiting' ? isWaitingFor(dispute, by, needs, today) : true;
}

/** Waiting for somebody's answer, or for the IRO to judge one. */
function isWaitingFor(dispute: Dispute, by: Person, { authority }: Looking['needs'], today: LocalDate): boolean {
  const state = climbing(dispute);
  if (!state) return false;
  if (waitingResponse(dispute)) return asIro(dispute, by, authority, today) !== null;
  return state.at !== 'awaiting-iro' && officerNow(dispute, authority, today)?.person.id === by.id;
}

/** The day on which something is due next: the stage's last, and never past the twentieth; or the day of the check. */
export function dueNext({ state, clock }: Pick<Dispute, 'state' | 'clock'>): LocalDate | null {
  if (state.at === 'resolved-monitoring') return state.checkOn;
  if (!('rung' in state)) return null;
  return clock && clock.cap < state.rung.due ? clock.cap : state.rung.due;
}

export function byWhatIsDue(disputes: readonly Dispute[]): readonly Dispute[] {
  const due = (dispute: Dispute) => dueNext(dispute) ?? '9999';
  return disputes.toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}

export function latestFirst(disputes: readonly Dispute[]): readonly Dispute[] {
  const day = ({ state, raisedOn }: Dispute) => ('on' in state ? state.on : raisedOn);
  return disputes.toSorted((a, b) => (day(a) > day(b) ? -1 : day(a) < day(b) ? 1 : 0));
}
