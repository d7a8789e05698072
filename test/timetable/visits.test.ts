import { describe, expect, it } from 'vitest';
import {
  changed,
  deadline,
  happened,
  lookedAfter,
  placed,
  timetable,
  visited,
  visitsSaid,
  withParents,
} from './case-facts.ts';

const inCare = lookedAfter('2024-02-05', 'care-order');
const accommodated = lookedAfter('2026-02-02', 's20');

describe('visits in an ordinary placement (reg 28(2))', () => {
  it.each(['s20', 'interim-care-order', 'care-order', 'remand'] as const)(
    'start within a week of the placement: %s',
    (status) => {
      const found = timetable('2026-02-03', lookedAfter('2026-02-02', status), placed('2026-02-03'));
      expect(visitsSaid(found)).toEqual(['R-VIS-01 2026-02-10']);
    },
  );

  it.each([
    ['the same day', '2026-02-02', { what: 'placement-started', on: '2026-02-02' }],
    ['later', '2026-02-05', { what: 'placement-started', on: '2026-02-05' }],
    ['a placement older than being looked after', '2026-01-30', { what: 'became-looked-after', on: '2026-02-02' }],
  ])('count from the placement, or from being looked after where that came later: %s', (_when, day, from) => {
    const [first] = timetable('2026-02-06', accommodated, placed(day)).deadlines;
    expect(first).toMatchObject({ rule: 'R-VIS-01', from });
  });

  it('count a visit on the day of the placement', () => {
    expect(visitsSaid(timetable('2026-02-03', accommodated, placed('2026-02-03'), visited('2026-02-03')))).toEqual([
      'R-VIS-02 2026-03-17',
    ]);
  });

  it.each([
    ['a visit to the last placement', visited('2026-02-09')],
    ['a remote contact', { ...visited('2026-02-12'), remote: true }],
    ['a visit at which the child was not seen', { ...visited('2026-02-12'), childSeen: false }],
  ])('do not count %s', (_what, event) => {
    const found = timetable(
      '2026-02-13',
      accommodated,
      placed('2026-02-02'),
      placed('2026-02-10', 'residential'),
      event,
    );
    expect(visitsSaid(found)).toEqual(['R-VIS-01 2026-02-17']);
  });

  it('start again with each new placement, and run on through a change of legal status', () => {
    const sofar = [accommodated, placed('2026-02-02'), visited('2026-02-05')];
    expect(visitsSaid(timetable('2026-02-20', ...sofar, changed('2026-02-19', 'interim-care-order')))).toEqual([
      'R-VIS-02 2026-03-19',
    ]);
    expect(visitsSaid(timetable('2026-02-20', ...sofar, placed('2026-02-19')))).toEqual(['R-VIS-01 2026-02-26']);
  });

  it('count a placement from before only since the child has been looked after', () => {
    const found = timetable('2026-02-02', placed('2025-06-01', 'connected-person'), accommodated);
    expect(visitsSaid(found)).toEqual(['R-VIS-01 2026-02-09']);
  });

  it('that start on the day of becoming looked after are said to count from the placement', () => {
    const found = timetable('2026-02-02', accommodated, placed('2026-02-02'));
    expect(deadline('R-VIS-01', found)?.from).toEqual({ what: 'placement-started', on: '2026-02-02' });
  });

  const untilEighteen = { untilEighteen: true };
  const longTerm = { longTermFoster: true, childAgrees: true };
  it.each([
    ['six weeks the day before the anniversary', {}, '2025-02-09', 'R-VIS-02 2025-03-23'],
    ['six weeks on the anniversary', {}, '2025-02-10', 'R-VIS-03b 2025-03-24'],
    ['six weeks the day before, meant to last to 18', untilEighteen, '2025-02-09', 'R-VIS-02 2025-03-23'],
    ['three months on the anniversary, meant to last to 18', untilEighteen, '2025-02-10', 'R-VIS-03a 2025-05-10'],
    ['six weeks the day before, long-term foster', longTerm, '2025-02-09', 'R-VIS-02 2025-03-23'],
    ['six months on the anniversary, long-term foster', longTerm, '2025-02-10', 'R-VIS-04 2025-08-10'],
    [
      'six weeks where the child agrees to a placement that is not long-term',
      { childAgrees: true },
      '2025-02-10',
      'R-VIS-03b 2025-03-24',
    ],
    ['long-term foster without the child’s word', { longTermFoster: true }, '2025-02-10', 'R-VIS-03b 2025-03-24'],
    [
      'long-term foster where the child does not agree',
      { ...longTerm, childAgrees: false, untilEighteen: true },
      '2025-02-10',
      'R-VIS-03a 2025-05-10',
    ],
  ])('after a year: %s', (_what, told, last, expected) => {
    expect(visitsSaid(timetable(last, inCare, placed('2024-02-10', 'foster', told), visited(last)))).toEqual([
      expected,
    ]);
  });

  it('stay at six weeks after the anniversary until the next visit is made', () => {
    const found = timetable('2025-03-30', inCare, placed('2024-02-10', 'foster', untilEighteen), visited('2025-02-01'));
    expect(visitsSaid(found)).toEqual(['R-VIS-02 2025-03-15']);
  });

  it('have their first anniversary on 28 February for a placement of a leap day', () => {
    const of = (last: string) => visitsSaid(timetable(last, inCare, placed('2024-02-29'), visited(last)));
    expect([...of('2025-02-27'), ...of('2025-02-28')]).toEqual(['R-VIS-02 2025-04-10', 'R-VIS-03b 2025-04-11']);
  });

  it.each([
    ['no placement is recorded', [], 'no placement is recorded'],
    [
      'the placement has ended',
      [placed('2026-02-02'), happened('2026-02-20', 'placement-ended')],
      'no placement is recorded',
    ],
  ])('cannot be dated where %s', (_what, events, because) => {
    const { deadlines, cannotSay } = timetable('2026-02-20', accommodated, ...events);
    expect(deadlines.map(({ rule }) => rule)).toEqual(['R-REV-01']);
    expect(cannotSay[0]).toEqual({ duty: 'Visit the child', because: expect.stringContaining(because) });
  });

  it('are not guessed for youth detention, whose intervals nobody has read', () => {
    const found = timetable('2026-02-03', lookedAfter('2026-02-02', 'youth-detention'), placed('2026-02-02', 'other'));
    expect(visitsSaid(found)).toEqual([]);
    expect(found.cannotSay[0]).toEqual({
      duty: expect.stringContaining('youth detention'),
      because: expect.stringContaining('reg 28(6)'),
    });
  });

  it('say what is odd about a section 20 child placed with parents', () => {
    const found = timetable('2026-02-10', accommodated, withParents('2026-02-10'));
    expect(visitsSaid(found)).toEqual(['R-VIS-01 2026-02-17']);
    expect(found.cannotSay[0]?.because).toContain('cannot be placed with parents (reg 15)');
  });
});

describe('visits in calendar time', () => {
  it.each([
    ['over the clock change of 29 March 2026', '2026-03-25', '2026-04-01', '2026-04-01', []],
    ['over the clock change of 25 October 2026', '2026-10-21', '2026-10-28', '2026-10-28', []],
    ['over the clock change of Easter Sunday 2027', '2027-03-23', '2027-03-30', '2027-03-30', []],
    ['on Good Friday', '2026-03-27', '2026-04-03', '2026-04-02', ['Good Friday']],
    ['on Easter Monday', '2026-03-30', '2026-04-06', '2026-04-02', ['Good Friday', 'Easter Monday']],
    ['on Christmas Day', '2026-12-18', '2026-12-25', '2026-12-24', ['Christmas Day']],
    [
      'on the substitute for Boxing Day',
      '2026-12-21',
      '2026-12-28',
      '2026-12-24',
      ['Christmas Day', 'Boxing Day (substitute)'],
    ],
    ['on a Sunday', '2026-05-10', '2026-05-17', '2026-05-15', []],
    ['on a leap day', '2028-02-22', '2028-02-29', '2028-02-29', []],
  ])('are never stretched: %s', (_what, day, due, actBy, skipped) => {
    const [first] = timetable(day, lookedAfter('2026-02-02', 'care-order'), placed(day)).deadlines.filter(
      ({ act }) => act === 'visit',
    );
    expect(first).toMatchObject({ rule: 'R-VIS-01', due, actBy });
    expect(first?.skipped.map(({ why }) => why)).toEqual(skipped);
  });
});

describe('weekly visits to a child at home', () => {
  const home = [inCare, placed('2024-02-05'), withParents('2026-04-20', { beforeAssessment: true })];
  it.each([
    ['the placement, where the last visit was before it', '2026-04-17', 'placement-started'],
    ['a visit on the day of it', '2026-04-20', 'visit-made'],
  ])('count from %s', (_what, day, what) => {
    expect(deadline('R-VIS-05a', timetable('2026-04-20', ...home, visited(day)))).toMatchObject({
      due: '2026-04-27',
      from: { what, on: '2026-04-20' },
    });
  });

  it('that start on the day of the order are said to count from the order', () => {
    const found = timetable('2026-12-16', lookedAfter('2026-12-16', 'interim-care-order'), withParents('2026-12-16'));
    expect(deadline('R-VIS-06a', found)?.from).toEqual({ what: 'became-looked-after', on: '2026-12-16' });
  });
});
