import { daysFrom, type LocalDate } from '../local-date.ts';
import type { CaseEvent, Facts, LegalStatus, Placement } from './model.ts';

/**
 * The facts of a case put in order, as they stood at the end of one day: when the child was looked after and how, where
 * the child lived, which visits and reviews count. The file order of events never matters.
 */
export interface History {
  readonly day: LocalDate;
  readonly bornOn: LocalDate | null;
  readonly events: readonly CaseEvent[];
  readonly periods: readonly Period[];
  /** The period of being looked after that is open at the end of the day, if any. */
  readonly period: Period | null;
  readonly stays: readonly Stay[];
  /** Days on which the child was seen in person. A remote contact, or a child not seen, is no visit (R-VIS-13). */
  readonly visits: readonly LocalDate[];
  readonly reviews: readonly Review[];
}

/** A time of being looked after, without a break. */
export interface Period {
  readonly from: LocalDate;
  /** The day on which the child ceased to be looked after. */
  readonly until: LocalDate | null;
  /** How the child was looked after, oldest first; each from the day of the event that first names it. */
  readonly statuses: readonly {
    readonly on: LocalDate;
    readonly what: CaseEvent['what'];
    readonly legalStatus: LegalStatus;
  }[];
}

export interface Stay {
  readonly placement: Placement;
  readonly until: LocalDate | null;
}

/** A review that was carried out; intervals run from the day it was held, also when it was completed later. */
export interface Review {
  readonly on: LocalDate;
  readonly completedOn: LocalDate;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type Day = readonly [LocalDate, readonly CaseEvent[]];

/** The facts as they stood at the end of `day`. */
export function historyOn({ bornOn, events: all }: Facts, day: LocalDate): History {
  const days = byDay(
    all.filter(({ on }) => on <= day),
    ({ on }) => on,
  );
  const events = days.flatMap(([, ofDay]) => ofDay);
  const periods = periodsOf(days);
  const latest = periods.at(-1);
  return {
    day,
    bornOn,
    events,
    periods,
    period: latest?.until === null ? latest : null,
    stays: staysOf(days, periods),
    visits: eventsOf(events, 'visit-made').flatMap(({ on, childSeen, remote }) => (childSeen && !remote ? [on] : [])),
    reviews: reviewsOf(events),
  };
}

/** Day by day, oldest first; what is of one day stays as it was told. */
export function byDay<T>(told: readonly T[], dayOf: (one: T) => LocalDate): readonly (readonly [LocalDate, T[]])[] {
  const days = Map.groupBy(told, dayOf);
  return [...days.keys()].sort().map((day) => [day, days.get(day)!]);
}

/** The events of one kind, oldest first. */
export function eventsOf<W extends CaseEvent['what']>(events: readonly CaseEvent[], what: W) {
  return events.filter((event): event is Extract<CaseEvent, { what: W }> => event.what === what);
}

/** The legal status that a period ended with, or stands at. */
export function statusOf(period: Period): Period['statuses'][number] {
  return period.statuses.at(-1)!;
}

/** Where the child lives at the end of the day. */
export function placementOf({ stays }: History): Placement | null {
  const stay = stays.at(-1);
  return stay?.until === null ? stay.placement : null;
}

/** Nights in which the child was looked after, all periods together, from `since` on where given (13 weeks are 91). */
export function nightsLookedAfter({ periods, day }: History, since: LocalDate | null): number {
  return periods.reduce((nights, { from, until }) => {
    const first = since && since > from ? since : from;
    return nights + Math.max(0, daysFrom(first, until ?? day));
  }, 0);
}

function periodsOf(days: readonly Day[]): readonly Period[] {
  const periods: Writable<Period>[] = [];
  let open: Writable<Period> | null = null;
  for (const [on, events] of days) {
    const wasOpen = open !== null;
    for (const change of eventsOf(events, 'legal-status-changed')) {
      if (open && statusOf(open).legalStatus !== change.legalStatus) open.statuses = [...open.statuses, change];
    }
    if (open && ceased(events, open)) {
      open.until = on;
      open = null;
    }
    const began = eventsOf(events, 'became-looked-after')[0];
    if (!began || open) continue;
    open = { from: on, until: null, statuses: [began] };
    periods.push(open);
    // Accommodated and home again on one day: the end cannot be that of an earlier period.
    if (!wasOpen && ceased(events, open)) {
      open.until = on;
      open = null;
    }
  }
  return periods;
}

/** A section 20 child who goes home ceases to be looked after that day (product.md 6); anyone else only when it is said. */
function ceased(events: readonly CaseEvent[], period: Period): boolean {
  return events.some(
    ({ what }) =>
      what === 'ceased-to-be-looked-after' || (what === 'returned-home' && statusOf(period).legalStatus === 's20'),
  );
}

function staysOf(days: readonly Day[], periods: readonly Period[]): readonly Stay[] {
  const stays: Writable<Stay>[] = [];
  const leave = (on: LocalDate) => {
    const last = stays.at(-1);
    if (last?.until === null) last.until = on;
  };
  for (const [on, events] of days) {
    const left = events.some(({ what }) => what === 'placement-ended') || periods.some(({ until }) => until === on);
    const lived = stays.at(-1)?.until === null;
    const placement = eventsOf(events, 'placement-started').at(-1);
    if (left || placement) leave(on);
    if (placement) stays.push({ placement, until: left && !lived ? on : null });
  }
  return stays;
}

/** One review a day at most; a review adjourned on the day it was held has not been carried out until it is completed. */
function reviewsOf(events: readonly CaseEvent[]): readonly Review[] {
  const adjourned = new Set(eventsOf(events, 'review-adjourned').map(({ on }) => on));
  const reviews = new Map<LocalDate, Review>();
  for (const { on, completedOn } of eventsOf(events, 'review-held')) {
    const last = completedOn ?? (adjourned.has(on) ? undefined : on);
    const known = reviews.get(on)?.completedOn;
    if (last && (!known || known < last)) reviews.set(on, { on, completedOn: last });
  }
  return [...reviews.values()];
}
