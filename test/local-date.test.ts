import { describe, expect, it } from 'vitest';
import {
  ageOn,
  daysFrom,
  isLocalDate,
  localDate,
  plusDays,
  plusMonths,
  plusYears,
  sayDay,
  weekday,
} from '../src/local-date.ts';

describe('a day in England', () => {
  it.each(['2026-02-28', '2028-02-29', '2026-12-31', '1900-01-01'])('takes %s', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    '2026-02-31',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '31/02/2026',
    '0000-01-01',
    '',
    null,
    20260401,
  ])('does not take %s', (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it('says what a wrong day was', () => {
    expect(() => localDate('31 February')).toThrow('"31 February"');
  });

  it.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-09-30', 3, '2026-12-30'],
    ['2026-12-31', 3, '2027-03-31'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(plusMonths(localDate(day), months)).toBe(expected);
  });

  it('counts days over a change of the clocks as days, not hours', () => {
    expect(plusDays(localDate('2026-03-22'), 7)).toBe('2026-03-29');
    expect(plusDays(localDate('2026-10-19'), 7)).toBe('2026-10-26');
    expect(daysFrom(localDate('2026-03-28'), localDate('2026-03-30'))).toBe(2);
  });

  it('turns a year after 29 February into 28 February', () => {
    expect(plusYears(localDate('2028-02-29'), 1)).toBe('2029-02-28');
  });

  it('tells an age by the birthday', () => {
    expect(ageOn(localDate('2010-03-14'), localDate('2026-03-13'))).toBe(15);
    expect(ageOn(localDate('2010-03-14'), localDate('2026-03-14'))).toBe(16);
  });

  it('is written out as on every card', () => {
    expect(sayDay(localDate('2026-12-08'))).toBe('Tue 8 December 2026');
    expect(weekday(localDate('2026-12-08'))).toBe(2);
  });
});
