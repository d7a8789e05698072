import type { Case } from '../cases/model.ts';
import { ageOn, type LocalDate, plusDays, plusYears } from '../local-date.ts';
import { eventsOf, historyOn } from '../timetable/history.ts';
import { cameHome } from '../timetable/home.ts';
import type { Facts } from '../timetable/model.ts';
import { isLookedAfter } from '../timetable/rules.ts';

/** Whether the child is looked after on a day, by the facts of the case; nobody is from their eighteenth birthday on. */
export function isLookedAfterNow(about: Case, today: LocalDate): boolean {
  return today < eighteenOn(about) && isLookedAfter(factsOn(about, today), today);
}

/** How and when a child ceased to be looked after: by what is on record, or by turning 18. */
export interface Ceased {
  readonly on: LocalDate;
  readonly isGrownUp: boolean;
}

/** Since when a child who is not looked after is not; null while looked after, or never known to have been. */
export function ceased(about: Case, today: LocalDate): Ceased | null {
  const last = historyOn(factsOn(about, today), today).periods.at(-1);
  if (!last) return null;
  const birthday = eighteenOn(about);
  // What is recorded of a grown-up child later, such as the end of the order, is the same ceasing.
  if (today >= birthday && last.from < birthday && (last.until ?? birthday) >= birthday)
    return { on: birthday, isGrownUp: true };
  return last.until === null ? null : { on: last.until, isGrownUp: false };
}

/** The day on which a child turns 18: for one born on 29 February, 1 March where there is no 29th. */
export function eighteenOn({ bornOn }: Pick<Case, 'bornOn'>): LocalDate {
  const birthday = plusYears(bornOn, 18);
  return ageOn(bornOn, birthday) < 18 ? plusDays(birthday, 1) : birthday;
}

/** Whether the child came home and is in need since: no longer looked after, not yet 18, and no step down has ended that plan. */
export function isInNeedAfterReturn(about: Case, today: LocalDate): boolean {
  const history = historyOn(factsOn(about, today), today);
  const home = history.period ? null : cameHome(history);
  if (home === null || today >= eighteenOn(about)) return false;
  return !eventsOf(history.events, 'child-in-need-ended').some(({ on }) => on >= home.on);
}

function factsOn({ bornOn, events }: Case, today: LocalDate): Facts {
  return { asOf: today, bornOn, events };
}
