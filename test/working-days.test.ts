import { describe, expect, it } from 'vitest';
import { localDate } from '../src/local-date.ts';
import { englandAndWales } from '../src/timetable/bank-holidays.ts';
import {
  actBy,
  holidaysEndSoon,
  isWorkingDay,
  nextWorkingDay,
  plusWorkingDays,
  skippedBetween,
  workingDaysFrom,
} from '../src/working-days.ts';

const holidays = englandAndWales([]);
const day = localDate;

describe('counting working days', () => {
  it.each([
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-03-26', 20, '2026-04-27'],
    ['2026-12-14', 20, '2027-01-14'],
    ['2026-04-24', 20, '2026-05-26'],
    ['2026-12-25', 20, '2027-01-26'],
    ['2027-12-13', 20, '2028-01-13'],
    ['2026-04-07', -5, '2026-03-27'],
    ['2026-04-07', -2, '2026-04-01'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2026-05-02', 0, '2026-05-02'],
  ])('%s and %i is %s', (from, count, expected) => {
    expect(plusWorkingDays(day(from), count, holidays)).toBe(expected);
  });

  it('counts back to what it counted forward', () => {
    expect(workingDaysFrom(day('2026-03-26'), day('2026-04-27'), holidays)).toBe(20);
    expect(workingDaysFrom(day('2026-04-27'), day('2026-03-26'), holidays)).toBe(-20);
    expect(workingDaysFrom(day('2026-04-02'), day('2026-04-02'), holidays)).toBe(0);
  });

  it('names the holidays it stepped over, and no weekend', () => {
    expect(skippedBetween(day('2026-03-26'), day('2026-04-27'), holidays)).toEqual([
      { on: '2026-04-03', why: 'Good Friday' },
      { on: '2026-04-06', why: 'Easter Monday' },
    ]);
  });

  it('acts by the working day before Good Friday, and goes on after Easter Monday', () => {
    expect(actBy(day('2026-04-03'), holidays)).toBe('2026-04-02');
    expect(actBy(day('2026-04-06'), holidays)).toBe('2026-04-02');
    expect(nextWorkingDay(day('2026-04-03'), holidays)).toBe('2026-04-07');
  });

  it('takes the authority’s own day off too', () => {
    expect(
      isWorkingDay(day('2026-12-24'), englandAndWales([{ on: day('2026-12-24'), name: 'Town hall closed' }])),
    ).toBe(false);
  });

  it('refuses to guess beyond the list', () => {
    expect(() => plusWorkingDays(holidays.knownUntil, 1, holidays)).toThrow('Bank holidays are listed from');
  });
});

describe('the end of the known bank holidays', () => {
  it.each([
    ['2027-12-30', false],
    ['2027-12-31', true],
    ['2029-01-01', true],
  ])('seen from %s, is near: %s', (today, near) => {
    expect(holidaysEndSoon(holidays, day(today))).toBe(near);
  });
});
