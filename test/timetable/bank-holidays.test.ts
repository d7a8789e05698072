import { describe, expect, it } from 'vitest';
import { localDate, weekday } from '../../src/local-date.ts';
import listed from '../../src/timetable/bank-holidays.json' with { type: 'json' };
import { englandAndWales } from '../../src/timetable/bank-holidays.ts';
import worked from './vectors.json' with { type: 'json' };

const days = listed.days.map(({ on }) => on);

describe('the bank holidays of England and Wales', () => {
  it('are those of the worked examples, from Christmas 2025 to Easter 2028', () => {
    expect(days.filter((on) => on >= '2025-12-25' && on <= '2028-04-17')).toEqual(worked.bank_holidays);
  });

  it('are listed once each, in order, never at a weekend, and inside the days known', () => {
    expect(days).toEqual([...new Set(days)].sort());
    expect(days.filter((on) => weekday(localDate(on)) > 5)).toEqual([]);
    expect(days.filter((on) => on < listed.knownFrom || on > listed.knownUntil)).toEqual([]);
  });

  it('are eight a year, and nine in the years that had one more', () => {
    const counted = Map.groupBy(days, (on) => on.slice(0, 4));
    const more = [...counted].filter(([, { length }]) => length === 9).map(([year]) => year);
    expect(more).toEqual(['2012', '2023']);
    expect(counted.get('2022')?.length).toBe(10);
    const rest = [...counted].filter(([year]) => !['2011', '2012', '2022', '2023'].includes(year));
    expect(rest.filter(([, { length }]) => length !== 8)).toEqual([]);
  });

  it.each([
    ['2011-04-29', 'Royal Wedding'],
    ['2012-06-04', 'Spring bank holiday'],
    ['2012-06-05', 'Diamond Jubilee'],
    ['2020-05-08', 'Early May bank holiday (VE Day)'],
    ['2022-06-02', 'Spring bank holiday'],
    ['2022-06-03', 'Platinum Jubilee'],
    ['2022-09-19', 'State Funeral of Queen Elizabeth II'],
    ['2023-05-08', 'Coronation of King Charles III'],
    ['2027-12-27', 'Christmas Day (substitute)'],
    ['2027-12-28', 'Boxing Day (substitute)'],
  ])('%s is %s', (on, name) => {
    expect(englandAndWales([]).names.get(localDate(on))).toBe(name);
  });

  it.each(['2012-05-28', '2020-05-04', '2022-05-30'])('%s was moved, and is a working day', (on) => {
    expect(days).not.toContain(on);
  });

  it('can be added to, without a bank holiday losing its name', () => {
    const on = localDate('2026-06-15');
    const christmas = localDate('2026-12-25');
    const names = englandAndWales([
      { on, name: 'One-off holiday' },
      { on: christmas, name: 'Office closed' },
    ]).names;
    expect([names.get(on), names.get(christmas)]).toEqual(['One-off holiday', 'Christmas Day']);
  });
});
