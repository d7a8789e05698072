import { type LocalDate, plusDays, plusMonths, sayDay } from '../local-date.ts';
import { type Holidays, plusWorkingDays, type Skipped, skippedBetween } from '../working-days.ts';
import type { LocalPolicy } from './model.ts';

/** A length of time: weeks and months are calendar time, which no holiday stretches (R-CNT-04). */
export interface Length {
  readonly count: number;
  readonly of: 'calendar day' | 'working day' | 'week' | 'month';
}

/** The length that the authority's local policy sets. */
export type SetByPolicy =
  | 'first-visit-after-return'
  | 'first-visit-under-order'
  | 'review-after-return'
  | 'cin-reviews';

export const weeks = (count: number): Length => ({ count, of: 'week' });
export const months = (count: number): Length => ({ count, of: 'month' });
export const workingDays = (count: number): Length => ({ count, of: 'working day' });

/** A row's length in days, weeks or months; `agreedWeeks` is what the last review agreed, where it did. */
export function lengthOf(within: Length | SetByPolicy, agreedWeeks: number | null, policy: LocalPolicy): Length {
  if (typeof within !== 'string') return within;
  const { days, unit } = policy.reviewAfterReturn;
  const set: Record<SetByPolicy, Length> = {
    'first-visit-after-return': { count: policy.firstVisitAfterReturnDays, of: 'calendar day' },
    'first-visit-under-order': { count: policy.firstVisitUnderOrderDays, of: 'calendar day' },
    'review-after-return': { count: days, of: unit === 'calendar' ? 'calendar day' : 'working day' },
    'cin-reviews': { count: agreedWeeks ?? policy.cinReviewWeeks, of: 'week' },
  };
  return set[within];
}

/** The last day on which the duty can be done in time; null where the bank holidays are not known that far. */
export function dueBy(from: LocalDate, { count, of }: Length, holidays: Holidays): LocalDate | null {
  if (of === 'working day') {
    const lastThatFits = plusWorkingDays(plusDays(holidays.knownUntil, 1), -count, holidays);
    return from >= holidays.knownFrom && from < lastThatFits ? plusWorkingDays(from, count, holidays) : null;
  }
  const due = of === 'month' ? plusMonths(from, count) : plusDays(from, of === 'week' ? 7 * count : count);
  return due >= holidays.knownFrom && due <= holidays.knownUntil ? due : null;
}

/** Working days step over holidays on the way; calendar time only between the last working day and the last lawful one. */
export function skipped(
  from: LocalDate,
  act: LocalDate,
  due: LocalDate,
  { of }: Length,
  holidays: Holidays,
): readonly Skipped[] {
  return skippedBetween(of === 'working day' ? from : act, due, holidays);
}

/** R-REV-21: the policy does not name the unit, so the other one is shown too (domain.md 2). */
export function otherReading(
  within: Length | SetByPolicy,
  from: LocalDate,
  { count, of }: Length,
  holidays: Holidays,
): string {
  if (within !== 'review-after-return') return '';
  const other: Length = { count, of: of === 'working day' ? 'calendar day' : 'working day' };
  const due = dueBy(from, other, holidays);
  return due ? ` (${sayLength(other)} would be ${sayDay(due)})` : '';
}

/** "20 working days". */
export function sayLength({ count, of }: Length): string {
  return `${count} ${of}${count === 1 ? '' : 's'}`;
}
