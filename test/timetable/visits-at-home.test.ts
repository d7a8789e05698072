import { describe, expect, it } from 'vitest';
import {
  changed,
  happened,
  lookedAfter,
  placed,
  reviewed,
  timetable,
  visited,
  visitsSaid,
  wentHome,
  withParents,
} from './case-facts.ts';

const inCare = lookedAfter('2024-02-05', 'care-order');

describe('visits to an early return, before the parent is assessed (reg 28(3))', () => {
  const home = [inCare, placed('2024-02-05'), withParents('2026-04-20', { beforeAssessment: true })];
  it.each([
    ['weekly from the placement', '2026-04-20', [], 'R-VIS-05a 2026-04-27'],
    ['weekly from the last visit', '2026-04-24', [visited('2026-04-24')], 'R-VIS-05a 2026-05-01'],
    [
      'weekly, whatever was reviewed before or on the day of it',
      '2026-04-24',
      [reviewed('2026-04-10'), reviewed('2026-04-20'), visited('2026-04-24')],
      'R-VIS-05a 2026-05-01',
    ],
    ['weekly until the review', '2026-04-28', [visited('2026-04-24')], 'R-VIS-05a 2026-05-01'],
    ['six-weekly after it', '2026-04-28', [visited('2026-04-24'), reviewed('2026-04-28')], 'R-VIS-05b 2026-06-05'],
    [
      'the first week still owed where nobody has visited by the review',
      '2026-04-28',
      [reviewed('2026-04-28')],
      'R-VIS-05a 2026-04-27',
    ],
    [
      'reg 28(5) once the placement is confirmed',
      '2026-05-05',
      [visited('2026-05-01'), happened('2026-05-05', 'placement-decision-made')],
      'R-VIS-07b 2026-06-12',
    ],
  ])('%s', (_what, asOf, events, expected) => {
    const found = visitsSaid(timetable(asOf, ...home, ...events));
    expect(found.filter((line) => !line.startsWith('R-VIS-22'))).toEqual([expected]);
  });

  it('are owed beside the local policy’s first visit under a care order', () => {
    expect(visitsSaid(timetable('2026-04-20', ...home))).toEqual(['R-VIS-05a 2026-04-27', 'R-VIS-22 2026-04-27']);
  });

  it('take the earlier of paragraphs (3) and (4) under an interim order: four weeks, not six', () => {
    const found = timetable(
      '2026-04-28',
      lookedAfter('2026-03-02', 'interim-care-order'),
      withParents('2026-04-20', { beforeAssessment: true }),
      visited('2026-04-24'),
      reviewed('2026-04-28'),
    );
    expect(visitsSaid(found)).toEqual(['R-VIS-06b 2026-05-22']);
  });

  it('take the earlier of paragraphs (3) and (5) under a new care order: one week, not six', () => {
    const found = timetable(
      '2026-04-29',
      lookedAfter('2026-03-02', 'interim-care-order'),
      withParents('2026-04-20', { beforeAssessment: true }),
      visited('2026-04-24'),
      reviewed('2026-04-28'),
      changed('2026-04-29', 'care-order'),
    );
    expect(visitsSaid(found)).toEqual(['R-VIS-07a 2026-05-06']);
  });
});

describe('visits under an interim order at home (reg 28(4))', () => {
  it.each([
    [
      'from the order, for a child already living there',
      [withParents('2025-01-10'), lookedAfter('2026-12-16', 'interim-care-order')],
      'R-VIS-06a 2026-12-23',
    ],
    [
      'from coming home, for an older order',
      [lookedAfter('2026-11-02', 'interim-care-order'), placed('2026-11-02'), withParents('2026-12-16')],
      'R-VIS-06a 2026-12-23',
    ],
    [
      'from a return home recorded under the order',
      [lookedAfter('2026-11-02', 'interim-care-order'), placed('2026-11-02'), wentHome('2026-12-16', true)],
      'R-VIS-06a 2026-12-23',
    ],
    [
      'for a connected person with temporary approval (reg 24)',
      [lookedAfter('2026-12-16', 's20'), placed('2026-12-16', 'connected-person', { temporaryApproval: true })],
      'R-VIS-06a 2026-12-23',
    ],
    [
      'not for a connected person without it',
      [lookedAfter('2026-12-16', 's20'), placed('2026-12-16', 'connected-person')],
      'R-VIS-01 2026-12-23',
    ],
  ])('weekly %s', (_what, events, expected) => {
    expect(visitsSaid(timetable('2026-12-16', ...events))).toEqual([expected]);
  });

  it('go weekly to the first review and four-weekly from the last visit then (TV24)', () => {
    const home = [lookedAfter('2026-12-16', 'interim-care-order'), withParents('2026-12-16')];
    const visits = [visited('2026-12-22'), visited('2026-12-29'), visited('2027-01-05')];
    expect(visitsSaid(timetable('2026-12-22', ...home, ...visits.slice(0, 1)))).toEqual(['R-VIS-06a 2026-12-29']);
    expect(visitsSaid(timetable('2026-12-29', ...home, ...visits.slice(0, 2)))).toEqual(['R-VIS-06a 2027-01-05']);
    expect(visitsSaid(timetable('2027-01-08', ...home, ...visits, reviewed('2027-01-08')))).toEqual([
      'R-VIS-06b 2027-02-02',
    ]);
  });

  it('end when the child moves out', () => {
    const found = timetable(
      '2026-12-30',
      lookedAfter('2026-12-16', 'interim-care-order'),
      withParents('2026-12-16'),
      visited('2026-12-22'),
      placed('2026-12-30'),
    );
    expect(visitsSaid(found)).toEqual(['R-VIS-01 2027-01-06']);
  });
});

describe('an interim order that becomes a care order at home', () => {
  const home = [lookedAfter('2026-01-12', 'interim-care-order'), withParents('2026-01-12'), reviewed('2026-02-06')];
  const order = changed('2026-03-19', 'care-order');
  it.each([
    [
      'a week from the order, where that is earlier than four weeks from the visit',
      '2026-03-16',
      [],
      'R-VIS-07a 2026-03-26',
    ],
    ['four weeks from the visit, where that is earlier', '2026-02-20', [], 'R-VIS-06b 2026-03-20'],
    ['the care order’s own rule, where both fall on one day', '2026-02-26', [], 'R-VIS-07a 2026-03-26'],
    ['six weeks from the first visit after it', '2026-03-16', [visited('2026-03-25')], 'R-VIS-07b 2026-05-06'],
    ['six weeks from a visit on the day of the order', '2026-03-16', [visited('2026-03-19')], 'R-VIS-07b 2026-04-30'],
  ])('%s', (_what, last, after, expected) => {
    expect(visitsSaid(timetable('2026-03-25', ...home, visited(last), order, ...after))).toEqual([expected]);
  });
});

describe('visits under a care order at home (reg 28(5))', () => {
  const homeOn = (day: string) => [lookedAfter('2026-03-19', 'care-order'), placed('2026-03-19'), withParents(day)];

  it.each([
    ['home the day after the order', '2026-03-20', ['R-VIS-07a 2026-03-26', 'R-VIS-22 2026-03-27']],
    ['home a week after it', '2026-03-26', ['R-VIS-07a 2026-03-26', 'R-VIS-22 2026-04-02']],
    [
      'home a week and a day after it: reg 28(5)(a) is spent, policy fills the gap',
      '2026-03-27',
      ['R-VIS-22 2026-04-03'],
    ],
  ])('%s', (_what, day, expected) => {
    expect(visitsSaid(timetable(day, ...homeOn(day)))).toEqual(expected);
  });

  it('count only visits since the child has been home', () => {
    const found = timetable('2026-03-24', ...homeOn('2026-03-24'), visited('2026-03-21'));
    expect(visitsSaid(found)).toEqual(['R-VIS-07a 2026-03-26', 'R-VIS-22 2026-03-31']);
  });

  it('fill the gap within a week of the return, over the clock change, and go six-weekly then (TV26)', () => {
    const home = [inCare, placed('2024-02-05'), withParents('2026-03-23')];
    expect(visitsSaid(timetable('2026-03-23', ...home))).toEqual(['R-VIS-22 2026-03-30']);
    expect(visitsSaid(timetable('2026-03-27', ...home, visited('2026-03-27')))).toEqual(['R-VIS-07b 2026-05-08']);
  });

  it('never step down after a year', () => {
    expect(
      visitsSaid(
        timetable('2026-02-20', inCare, withParents('2024-02-05', { untilEighteen: true }), visited('2026-02-20')),
      ),
    ).toEqual(['R-VIS-07b 2026-04-03']);
  });

  it('end when the child ceases to be looked after', () => {
    const found = timetable(
      '2026-03-01',
      inCare,
      withParents('2024-02-05'),
      visited('2026-02-20'),
      happened('2026-03-01', 'ceased-to-be-looked-after'),
    );
    expect(found).toMatchObject({ deadlines: [], cannotSay: [] });
  });
});
