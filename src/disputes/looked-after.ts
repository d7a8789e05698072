import type { Case } from '../cases/model.ts';
import type { LocalDate } from '../local-date.ts';
import { historyOn } from '../timetable/history.ts';
import type { Facts } from '../timetable/model.ts';
import { isLookedAfter } from '../timetable/rules.ts';

/** Whether the child is looked after on a day, by the facts of the case. */
export function isLookedAfterNow(about: Case, today: LocalDate): boolean {
  return isLookedAfter(factsOn(about, today), today);
}

/** The day on which a child who is not looked after ceased to be; null while looked after, or never known to have been. */
export function ceasedOn(about: Case, today: LocalDate): LocalDate | null {
  const { period, periods } = historyOn(factsOn(about, today), today);
  return period ? null : (periods.at(-1)?.until ?? null);
}

function factsOn({ bornOn, events }: Case, today: LocalDate): Facts {
  return { asOf: today, bornOn, events };
}
