import { localDate } from '../../src/local-date.ts';
import { englandAndWales } from '../../src/timetable/bank-holidays.ts';
import type {
  CaseEvent,
  Deadline,
  Facts,
  LegalStatus,
  LocalPolicy,
  Placement,
  Timetable,
} from '../../src/timetable/model.ts';
import { timetableOf } from '../../src/timetable/rules.ts';

/** Facts of made-up cases, in the words of the facts file. */

export const holidays = englandAndWales([]);

export const salford: LocalPolicy = {
  cite: 'Sample policy',
  url: '',
  firstVisitAfterReturnDays: 14,
  firstVisitUnderOrderDays: 7,
  reviewAfterReturn: { days: 20, unit: 'calendar' },
  cinReviewWeeks: 6,
};

type Told = Omit<Placement, 'on' | 'what' | 'kind'>;

const day = localDate;
export const lookedAfter = (on: string, legalStatus: LegalStatus): CaseEvent => ({
  on: day(on),
  what: 'became-looked-after',
  legalStatus,
});
export const changed = (on: string, legalStatus: LegalStatus): CaseEvent => ({
  on: day(on),
  what: 'legal-status-changed',
  legalStatus,
});
export const placed = (on: string, kind: Placement['kind'] = 'foster', told: Told = {}): CaseEvent => ({
  on: day(on),
  what: 'placement-started',
  kind,
  ...told,
});
export const withParents = (on: string, told: Told = {}): CaseEvent => placed(on, 'with-parents', told);
export const visited = (on: string): CaseEvent => ({ on: day(on), what: 'visit-made', childSeen: true });
export const reviewed = (on: string): CaseEvent => ({ on: day(on), what: 'review-held' });
export const wentHome = (on: string, planned = false): CaseEvent => ({ on: day(on), what: 'returned-home', planned });

type Bare = Exclude<
  CaseEvent['what'],
  'became-looked-after' | 'legal-status-changed' | 'placement-started' | 'visit-made' | 'returned-home'
>;
export const happened = (on: string, what: Bare): CaseEvent => ({ on: day(on), what }) as CaseEvent;

export function caseOf(asOf: string, ...events: readonly CaseEvent[]): Facts {
  return { asOf: day(asOf), bornOn: day('2013-05-01'), events };
}

export function timetable(asOf: string, ...events: readonly CaseEvent[]): Timetable {
  return timetableOf(caseOf(asOf, ...events), salford, holidays);
}

/** The one deadline of a rule, or undefined. */
export function deadline(rule: string, { deadlines }: Timetable): Deadline | undefined {
  return deadlines.find((one) => one.rule === rule);
}

/** "R-VIS-01 2026-04-03" for each deadline, oldest first. */
export function said({ deadlines }: Timetable): readonly string[] {
  return deadlines.map(({ rule, due }) => `${rule} ${due}`);
}

/** What is said of visits only. */
export function visitsSaid(found: Timetable): readonly string[] {
  return said(found).filter((line) => line.startsWith('R-VIS'));
}
