import type { LocalDate } from '../local-date.ts';
import { eventsOf, type History, type Period, statusOf } from './history.ts';
import type { CaseEvent, LegalStatus } from './model.ts';

/** Something that happened, by its name in the facts file. */
export interface Happened {
  readonly what: CaseEvent['what'];
  readonly on: LocalDate;
}

/** The later of two events; the first when both were on one day. */
export function later(a: Happened, b: Happened): Happened {
  return b.on > a.on ? b : a;
}

/** How the child is looked after, or was when the last period ended. */
export function lastStatus({ periods }: History): LegalStatus | null {
  const last = periods.at(-1);
  return last ? statusOf(last).legalStatus : null;
}

/**
 * Since when a child under an order has been living with parents; null when elsewhere. "Living with", not "placed
 * with": a child already at home when the order is made counts (reg 15(2), reg 28(4) and (5)).
 */
export function atHome(history: History): Happened | null {
  return history.period && homeIn(history, history.period);
}

/** The day the child came home from elsewhere, whether still looked after or not; null when never away, or away now. */
export function cameHome(history: History): Happened | null {
  const last = history.periods.at(-1);
  if (!last) return null;
  const home = homeIn(history, last);
  if (home && home.on > last.from) return home;
  if (history.period) return null;
  return eventsOf(history.events, 'returned-home').findLast(({ on }) => on >= last.from) ?? null;
}

/**
 * The care order, once it has been made on a child who is living with parents, and the interim order before it where no
 * visit has been made since: the interval of that visit goes on running (law-check 3.2).
 */
export function interimOrderAtHome(history: History): Happened | null {
  const home = atHome(history);
  if (!home) return null;
  const now = statusOf(history.period!);
  const before = history.period!.statuses.at(-2);
  if (now.legalStatus === 'interim-care-order') return later(now, home);
  const carriesOn = before?.legalStatus === 'interim-care-order' && home.on < now.on && !visitedSince(history, now.on);
  return carriesOn ? later(before, home) : null;
}

export function visitedSince({ visits }: History, day: LocalDate): boolean {
  return visits.some((on) => on >= day);
}

function homeIn({ stays, events, day }: History, period: Period): Happened | null {
  if (!['interim-care-order', 'care-order'].includes(statusOf(period).legalStatus)) return null;
  const end = period.until ?? day;
  const stay = stays.findLast(({ placement }) => placement.on <= end);
  const livedThere = stay && (stay.until === null || stay.until === period.until);
  if (livedThere && stay.placement.kind === 'with-parents') return later(period.statuses[0]!, stay.placement);
  const since = stay && stay.placement.on > period.from ? stay.placement.on : period.from;
  const returned = eventsOf(events, 'returned-home').filter(({ on }) => on >= since);
  return returned.findLast(({ on }) => period.until === null || on < period.until) ?? null;
}
