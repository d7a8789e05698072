import { describe, expect, it } from 'vitest';
import { computerClock, dayOf, type Instant, isInstant, momentOf, plusMinutes, sayTime } from '../src/clock.ts';
import { localDate } from '../src/local-date.ts';

describe('the clocks of England', () => {
  it.each([
    ['2026-06-30T23:30:00.000Z', '2026-07-01'],
    ['2026-01-15T23:30:00.000Z', '2026-01-15'],
    ['2027-03-28T23:30:00.000Z', '2027-03-29'],
  ])('%s is on %s (TV46, TV57)', (moment, day) => {
    expect(dayOf(moment as Instant)).toBe(day);
  });

  it.each([
    ['2026-03-28', '2026-03-28T09:00:00.000Z'],
    ['2026-03-29', '2026-03-29T08:00:00.000Z'],
    ['2026-10-24', '2026-10-24T08:00:00.000Z'],
    ['2026-10-25', '2026-10-25T09:00:00.000Z'],
  ])('nine in the morning of %s is %s (TV54)', (day, moment) => {
    expect(momentOf(localDate(day), '09:00')).toBe(moment);
    expect(sayTime(moment as Instant)).toBe('09:00');
  });

  it('writes every moment in the one form that sorts', () => {
    expect(isInstant(computerClock().now())).toBe(true);
    expect(plusMinutes('2026-01-01T00:00:00.000Z' as Instant, 0.5)).toBe('2026-01-01T00:00:30.000Z');
    expect(isInstant('2026-01-01T00:00:00Z')).toBe(false);
  });
});
