import { ageOn, type LocalDate, plusDays, plusMonths, plusYears } from '../local-date.ts';
import type { Start } from './clocks.ts';
import { eventsOf, type History, nightsLookedAfter, placementOf } from './history.ts';
import { atHome, lastStatus, visitedSince } from './home.ts';

type Condition = (history: History, start: Start) => boolean;

/** What must be so for a clock to run, by name. Rows of the timetable are composed from these; all that a row names must hold. */
export const CONDITIONS = {
  /** Reg 28(2): none of (3) to (5) applies. Youth detention is reg 28(6). */
  'ordinary-placement': (history) =>
    !atHome(history) && !placementOf(history)?.temporaryApproval && lastStatus(history) !== 'youth-detention',
  'no-placement': (history) => !placementOf(history) && !atHome(history) && lastStatus(history) !== 'youth-detention',
  'youth-detention': (history) => lastStatus(history) === 'youth-detention',
  'section-20-with-parents': (history) =>
    lastStatus(history) === 's20' && placementOf(history)?.kind === 'with-parents',
  'neither-section-20-nor-care-order': (history) => !['s20', 'care-order'].includes(lastStatus(history) ?? ''),

  'not-visited': (history, { visitsFrom }) => !visitedSince(history, visitsFrom),
  visited: (history, { visitsFrom }) => visitedSince(history, visitsFrom),
  /** Six weeks stay six weeks until the first visit made on or after the placement's anniversary (law-check 3.2). */
  'last-visit-in-first-year': ({ visits }, { on }) => visits.at(-1)! < plusYears(on, 1),
  'last-visit-after-first-year': ({ visits }, { on }) => visits.at(-1)! >= plusYears(on, 1),
  'until-eighteen': (history) => placementOf(history)?.untilEighteen === true,
  'not-until-eighteen': (history) => placementOf(history)?.untilEighteen !== true,
  'long-term-foster': (history) => isLongTermFoster(history),
  'not-long-term-foster': (history) => !isLongTermFoster(history),

  /** "First review" is read as the first held after the placement or the order (law-check 3.2). */
  'visited-and-reviewed': (history, start) => visitedAndReviewed(history, start),
  'not-visited-and-reviewed': (history, start) => !visitedAndReviewed(history, start),
  'not-assessed-and-reviewed': (history, { on }) =>
    !history.reviews.some((review) => review.on > on) ||
    !eventsOf(history.events, 'assessment-completed').some((assessed) => assessed.on >= on),

  'no-review': ({ reviews }, { on }) => reviewsSince(reviews, on) === 0,
  'one-review': ({ reviews, period }) => reviewsSince(reviews, period!.from) === 1,
  'two-or-more-reviews': ({ reviews, period }) => reviewsSince(reviews, period!.from) > 1,
  'no-post-return-review': ({ events }, { on }) =>
    !eventsOf(events, 'post-return-review-held').some((review) => review.on >= on),
  /** A time to be sat out, not an act to be done: once it is over nothing is late. */
  'six-months-not-over': ({ day }, { on }) => day <= plusMonths(on, 6),

  /** S1 §3: "a period or periods amounting to 13 weeks"; all periods are counted. */
  'thirteen-weeks': (history) => nightsLookedAfter(history, null) >= 13 * 7,
  'not-eligible': (history, { on }) => !isEligible(history, on),
  /** Reg 42(1): the time in which the needs assessment is owed; no event says that it was made. */
  'eligible-within-three-months': (history) => {
    const since = eligibleSince(history);
    return since !== null && since <= history.day && history.day <= plusMonths(since, 3);
  },
} as const satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;

/** Whether all named conditions hold. */
export function allHold(names: readonly ConditionName[], history: History, start: Start): boolean {
  return names.every((name) => CONDITIONS[name](history, start));
}

/** Reg 28(3A): the child is old enough to be asked, and agrees. */
function isLongTermFoster(history: History): boolean {
  const placement = placementOf(history);
  return placement?.longTermFoster === true && placement.childAgrees === true;
}

/** CPR 40 (R-DEC-12): 16 or 17, and looked after for 13 weeks since turning 14. Not known to be, without a date of birth. */
function isEligible(history: History, day: LocalDate): boolean {
  const { bornOn } = history;
  return bornOn !== null && ageOn(bornOn, day) >= 16 && nightsLookedAfter(history, plusYears(bornOn, 14)) >= 13 * 7;
}

/**
 * The day a looked-after child is both 16 and has the 13 weeks; null when not looked after, or without a date of birth.
 * A period that began before 14 has its 13 weeks long before 16, from whichever day they are counted.
 */
function eligibleSince(history: History): LocalDate | null {
  const { bornOn, period, periods } = history;
  if (!bornOn || !period) return null;
  const before = nightsLookedAfter({ ...history, periods: periods.slice(0, -1) }, plusYears(bornOn, 14));
  const thirteenWeeks = plusDays(period.from, Math.max(0, 13 * 7 - before));
  const sixteen = plusYears(bornOn, 16);
  return sixteen > thirteenWeeks ? sixteen : thirteenWeeks;
}

function visitedAndReviewed(history: History, { on, visitsFrom }: Start): boolean {
  return visitedSince(history, visitsFrom) && history.reviews.some((review) => review.on > on);
}

function reviewsSince(reviews: History['reviews'], day: LocalDate): number {
  return reviews.filter(({ on }) => on >= day).length;
}
