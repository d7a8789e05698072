import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import {
  changed,
  deadline,
  happened,
  lookedAfter,
  placed,
  reviewed,
  said,
  timetable,
  visited,
  wentHome,
  withParents,
} from './case-facts.ts';

const reviewsSaid = (...told: Parameters<typeof timetable>) =>
  said(timetable(...told)).filter((line) => line.startsWith('R-REV'));
const began = lookedAfter('2026-03-26', 's20');

describe('reviews of a looked-after child (reg 33)', () => {
  it.each(['s20', 'interim-care-order', 'care-order', 'remand', 'youth-detention'] as const)(
    'start within 20 working days: %s',
    (status) => {
      expect(reviewsSaid('2026-03-26', lookedAfter('2026-03-26', status))).toEqual(['R-REV-01 2026-04-27']);
    },
  );

  it.each([
    ['2026-04-24', '2026-05-26', ['Early May bank holiday', 'Spring bank holiday']],
    ['2026-12-24', '2027-01-26', ['Christmas Day', 'Boxing Day (substitute)', "New Year's Day"]],
    [
      '2027-12-13',
      '2028-01-13',
      ['Christmas Day (substitute)', 'Boxing Day (substitute)', "New Year's Day (substitute)"],
    ],
    ['2022-09-01', '2022-09-30', ['State Funeral of Queen Elizabeth II']],
  ])('from %s step over each named day to %s', (day, due, skipped) => {
    const first = deadline('R-REV-01', timetable(day, lookedAfter(day, 's20')));
    expect(first).toMatchObject({ due, actBy: due, from: { what: 'became-looked-after', on: day } });
    expect(first?.skipped.map(({ why }) => why)).toEqual(skipped);
  });

  it.each([
    ['three months after the first', [reviewed('2026-04-20')], 'R-REV-02 2026-07-20'],
    ['three months after a first held on the first day', [reviewed('2026-03-26')], 'R-REV-02 2026-06-26'],
    ['three months after a first held at the end of September', [reviewed('2026-09-30')], 'R-REV-02 2026-12-30'],
    ['six months after the second', [reviewed('2026-04-20'), reviewed('2026-07-06')], 'R-REV-03 2027-01-06'],
    [
      'six months after the latest, however early it was',
      [reviewed('2026-04-20'), reviewed('2026-07-06'), reviewed('2026-07-10')],
      'R-REV-03 2027-01-10',
    ],
    [
      'from the day a review was held, not the day it was completed',
      [{ ...reviewed('2026-04-20'), completedOn: localDate('2026-05-11') }],
      'R-REV-02 2026-07-20',
    ],
    [
      'three months after the first, told twice',
      [reviewed('2026-04-20'), reviewed('2026-04-20')],
      'R-REV-02 2026-07-20',
    ],
  ])('%s', (_what, events, expected) => {
    expect(reviewsSaid('2026-10-01', began, ...events)).toEqual([expected]);
  });

  it('are not started again by an order, a placement, or a return under an order', () => {
    const events = [
      began,
      reviewed('2026-04-20'),
      changed('2026-05-01', 'care-order'),
      placed('2026-05-02'),
      withParents('2026-06-01'),
    ];
    expect(reviewsSaid('2026-06-01', ...events)).toEqual(['R-REV-02 2026-07-20']);
  });

  it('are started again by a new period of being looked after', () => {
    const events = [began, reviewed('2026-04-20'), wentHome('2026-05-01'), lookedAfter('2026-06-01', 's20')];
    expect(reviewsSaid('2026-06-01', ...events)).toEqual(['R-REV-01 2026-06-29']);
  });
});

describe('an adjourned review (R-REV-06)', () => {
  const first = [lookedAfter('2026-11-30', 's20'), happened('2026-12-17', 'review-adjourned')];
  it.each([
    ['is resumed within 20 working days', [], ['R-REV-01 2026-12-30', 'R-REV-06 2027-01-19']],
    [
      'gets no more time by being adjourned again',
      [happened('2026-12-21', 'review-adjourned')],
      ['R-REV-01 2026-12-30', 'R-REV-06 2027-01-19'],
    ],
    ['is not held while it is adjourned', [reviewed('2026-12-17')], ['R-REV-01 2026-12-30', 'R-REV-06 2027-01-19']],
    ['is over when a review is held later', [reviewed('2026-12-22')], ['R-REV-02 2027-03-22']],
    [
      'is over when it is completed, though adjourned after it began',
      [{ ...reviewed('2026-12-16'), completedOn: localDate('2026-12-22') }],
      ['R-REV-02 2027-03-16'],
    ],
    [
      'is over when it is completed, though it was first told as held only',
      [reviewed('2026-12-16'), { ...reviewed('2026-12-16'), completedOn: localDate('2026-12-22') }],
      ['R-REV-02 2027-03-16'],
    ],
    [
      'is over when it is completed, though it is told again as held only',
      [{ ...reviewed('2026-12-16'), completedOn: localDate('2026-12-22') }, reviewed('2026-12-16')],
      ['R-REV-02 2027-03-16'],
    ],
    [
      'is over when it is completed, and counts from the day it began',
      [{ ...reviewed('2026-12-17'), completedOn: localDate('2026-12-22') }],
      ['R-REV-02 2027-03-17'],
    ],
  ])('%s', (_what, events, expected) => {
    expect(reviewsSaid('2026-12-22', ...first, ...events)).toEqual(expected);
  });
});

describe('the duties of an early return (reg 19)', () => {
  const home = [lookedAfter('2024-02-05', 'care-order'), withParents('2026-03-30', { beforeAssessment: true })];
  const assessed = happened('2026-04-08', 'assessment-completed');
  const duties = (asOf: string, ...events: Parameters<typeof timetable>[1][]) =>
    said(timetable(asOf, ...home, ...events)).filter((line) => /PWP|NOT/.test(line));

  it.each([
    ['all three clocks (TV10)', [], ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15']],
    ['assessed, not yet reviewed', [assessed], ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15', 'R-PWP-05c 2026-04-22']],
    ['reviewed, not yet assessed', [reviewed('2026-04-08')], ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15']],
    [
      'assessed, and reviewed only on the day of it',
      [assessed, reviewed('2026-03-30')],
      ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15', 'R-PWP-05c 2026-04-22'],
    ],
    [
      'visited, which gives no more time',
      [assessed, visited('2026-04-09')],
      ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15', 'R-PWP-05c 2026-04-22'],
    ],
    ['assessed and reviewed', [assessed, reviewed('2026-04-08')], ['R-NOT-01 2026-04-08', 'R-PWP-05c 2026-04-22']],
    ['decided', [assessed, reviewed('2026-04-08'), happened('2026-04-09', 'placement-decision-made')], []],
    ['decided on the day of it', [happened('2026-03-30', 'placement-decision-made')], []],
    [
      'decided before, about another placement',
      [happened('2026-03-29', 'placement-decision-made')],
      ['R-NOT-01 2026-04-08', 'R-PWP-05b 2026-04-15'],
    ],
    ['moved out', [placed('2026-04-09')], []],
  ])('%s', (_what, events, expected) => {
    expect(duties('2026-04-09', ...events)).toEqual(expected);
  });

  it('are not owed where the assessment came first', () => {
    expect(
      said(timetable('2026-04-09', lookedAfter('2024-02-05', 'care-order'), withParents('2026-03-30'))).join(),
    ).not.toMatch(/PWP|NOT/);
  });
});
