import { type LocalDate, plusDays } from '../local-date.ts';
import { eventsOf, type History, type Period, placementOf, statusOf } from './history.ts';
import { atHome, cameHome, type Happened, interimOrderAtHome, lastStatus, later } from './home.ts';

/** What started a clock. */
export interface Start extends Happened {
  /** Visits from this day on count towards the duty. */
  readonly visitsFrom: LocalDate;
  /** Weeks agreed at this event until the next, where it says so. */
  readonly weeks: number | null;
}

type Clock = (history: History) => Start | null;

/** What starts a clock, by name; null when nothing in the facts does. Rows of the timetable are composed from these. */
export const CLOCKS = {
  'looked-after': ({ period }) => starting(period?.statuses[0]),

  /** Not before the child was looked after: until then it was no placement. */
  placement: (history) => placementStart(history),

  /** The end of the placement before, while still looked after: a move, or nowhere to live as yet. */
  'placement-left': ({ period, stays, events }) => {
    const left = period && stays.findLast(({ until }) => until !== null && until > period.from)?.until;
    return starting(
      events.find(({ on, what }) => on === left && ['placement-started', 'placement-ended'].includes(what)),
    );
  },

  /** Reg 19: with parents before their assessment is done, until the placement is confirmed or ends. */
  'early-return': (history) => earlyReturn(history),

  'early-return-assessed': (history) => {
    const early = earlyReturn(history);
    return early && starting(eventsOf(history.events, 'assessment-completed').find(({ on }) => on >= early.on));
  },

  /** Reg 28(4): an interim order and living with parents, or with a connected person temporarily approved (reg 24). */
  'interim-order-at-home': (history) =>
    placementOf(history)?.temporaryApproval ? placementStart(history) : starting(interimOrderAtHome(history)),

  /** Reg 28(5)(a): one week from the making of the order; spent where the child comes home later than that. */
  'care-order-made-at-home': (history) => {
    const home = careOrderAtHome(history);
    if (!home || home.living.on > plusDays(home.order.on, 7)) return null;
    return { ...starting(home.order), visitsFrom: later(home.order, home.living).on };
  },

  /** Reg 28(5)(b). */
  'care-order-at-home': (history) => {
    const home = careOrderAtHome(history);
    return home && starting(later(home.order, home.living));
  },

  /** The last review carried out since the child became looked after. */
  review: ({ period, reviews }) => {
    const last = period && reviews.findLast(({ on }) => on >= period.from);
    return last ? starting({ what: 'review-held', on: last.on }) : null;
  },

  /** The first adjournment since a review was last completed: adjourning twice gives no more time. */
  adjournment: ({ period, events, reviews }) => {
    const open = eventsOf(events, 'review-adjourned').filter(
      ({ on }) => !reviews.some((held) => held.completedOn >= on),
    );
    return period && starting(open.find(({ on }) => on >= period.from));
  },

  /** Home, whether still looked after under an order or no longer looked after. */
  return: (history) => starting(cameHome(history)),

  /** Home and no longer looked after. */
  'return-home': (history) => returnHome(history),

  'return-home-from-section-20': (history) => (lastStatus(history) === 's20' ? returnHome(history) : null),

  /** Also fills the gap that reg 28(5)(a) leaves for a child sent home under an older order (R-VIS-07c). */
  'return-home-under-care-order': (history) => {
    const home = cameHome(history);
    if (!home || lastStatus(history) !== 'care-order') return null;
    return statusOf(history.periods.at(-1)!).on <= home.on ? starting(home) : null;
  },

  remand: ({ period }) => starting(remandOf(period)),

  'return-home-while-remanded': ({ period, events }) => {
    if (!period || !remandOf(period)) return null;
    return starting(eventsOf(events, 'returned-home').findLast(({ on }) => on >= period.from));
  },

  /** The first review after the return, or the latest child in need review since then, until the plan has ended. */
  'post-return-review': (history) => {
    const home = history.period ? null : cameHome(history);
    const reviews = ['post-return-review-held', 'cin-review-held'];
    const held = history.events.filter(({ on, what }) => home && on >= home.on && reviews.includes(what));
    const last = held.at(-1);
    const ended = eventsOf(history.events, 'child-in-need-ended').at(-1);
    if (!last || (ended && ended.on >= last.on)) return null;
    const agreed = eventsOf(held, 'cin-review-held').filter(({ on }) => on === last.on);
    const weeks = agreed.flatMap(({ nextWithinWeeks = [] }) => nextWithinWeeks);
    return { ...starting(agreed[0] ?? last), weeks: weeks.length > 0 ? Math.min(...weeks) : null };
  },
} as const satisfies Record<string, Clock>;

export type ClockName = keyof typeof CLOCKS;

function starting(event: Happened): Start;
function starting(event: Happened | null | undefined): Start | null;
function starting(event: Happened | null | undefined): Start | null {
  return event ? { what: event.what, on: event.on, visitsFrom: event.on, weeks: null } : null;
}

function remandOf(period: Period | null): Period['statuses'][number] | null {
  const status = period && statusOf(period);
  return status && ['remand', 'youth-detention'].includes(status.legalStatus) ? status : null;
}

function placementStart(history: History): Start | null {
  const placement = placementOf(history);
  return placement && history.period ? starting(later(placement, history.period.statuses[0]!)) : null;
}

function earlyReturn(history: History): Start | null {
  const placement = placementOf(history);
  if (placement?.kind !== 'with-parents' || !placement.beforeAssessment || !atHome(history)) return null;
  const decided = eventsOf(history.events, 'placement-decision-made').some(({ on }) => on >= placement.on);
  return decided ? null : placementStart(history);
}

function returnHome(history: History): Start | null {
  const home = history.period ? null : cameHome(history);
  return home?.what === 'returned-home' ? starting(home) : null;
}

function careOrderAtHome(history: History): { readonly order: Happened; readonly living: Happened } | null {
  const living = atHome(history);
  if (!living || lastStatus(history) !== 'care-order') return null;
  return { order: statusOf(history.period!), living };
}
