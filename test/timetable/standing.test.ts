import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { englandAndWales } from '../../src/timetable/bank-holidays.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
import {
  caseOf,
  deadline,
  holidays,
  lookedAfter,
  placed,
  reviewed,
  said,
  salford,
  timetable,
  visited,
} from './case-facts.ts';

describe('how a deadline stands', () => {
  const goodFriday = [lookedAfter('2026-03-26', 's20'), placed('2026-03-27')];
  it.each([
    ['2026-03-27', 'due-soon', 'four working days before Maundy Thursday'],
    ['2026-04-01', 'due-soon', 'the day before the last working day'],
    ['2026-04-02', 'due-today', 'the last working day, though Good Friday is the last lawful one'],
    ['2026-04-03', 'due-today', 'the last lawful day'],
    ['2026-04-04', 'late', 'the day after'],
  ])('on %s is %s: %s', (asOf, standing) => {
    expect(deadline('R-VIS-01', timetable(asOf, ...goodFriday))).toMatchObject({
      due: '2026-04-03',
      actBy: '2026-04-02',
      standing,
    });
  });

  it.each([
    ['2026-12-17', 'later', 'six working days before Tue 29 December'],
    ['2026-12-18', 'due-soon', 'five working days before it, over Christmas'],
    ['2026-12-19', 'due-soon', 'the Saturday after'],
  ])('on %s is %s: %s', (asOf, standing) => {
    const found = timetable(asOf, lookedAfter('2026-11-17', 's20'), placed('2026-11-17'), visited('2026-11-17'));
    expect(deadline('R-VIS-02', found)).toMatchObject({ due: '2026-12-29', standing });
  });

  it('lists the oldest first', () => {
    expect(said(timetable('2026-03-27', ...goodFriday))).toEqual(['R-VIS-01 2026-04-03', 'R-REV-01 2026-04-27']);
  });
});

describe('days beyond the bank holidays that are known', () => {
  it.each([
    ['2028-11-29', 'R-REV-01 2028-12-29'],
    ['2028-11-30', 'nothing'],
  ])('a first review counted from %s: %s', (day, expected) => {
    const { deadlines, cannotSay } = timetableOf(caseOf(day, lookedAfter(day, 's20'), placed(day)), salford, holidays);
    expect(said({ deadlines, cannotSay, asOf: localDate(day) }).filter((line) => line.includes('REV'))).toEqual(
      expected === 'nothing' ? [] : [expected],
    );
    if (expected === 'nothing') {
      expect(cannotSay[0]).toEqual({
        duty: 'Hold the child’s first review',
        because: expect.stringContaining('Sun 31 December 2028'),
      });
    }
  });

  it('are not guessed for calendar time either: the last working day before could not be named', () => {
    const sofar = [
      lookedAfter('2028-02-01', 's20'),
      placed('2028-02-01'),
      visited('2028-11-20'),
      reviewed('2028-02-20'),
      reviewed('2028-07-02'),
    ];
    const { deadlines, cannotSay } = timetable('2028-11-20', ...sofar);
    expect(deadlines).toEqual([]);
    expect(cannotSay.map(({ duty }) => duty)).toEqual([
      expect.stringContaining('every six weeks'),
      'Hold the child’s next review',
    ]);
  });

  it('begin only after the last day known', () => {
    const found = timetable('2028-12-24', lookedAfter('2028-02-01', 's20'), placed('2028-12-24'));
    expect(deadline('R-VIS-01', found)).toMatchObject({ due: '2028-12-31', actBy: '2028-12-29' });
  });

  it('are not guessed before the first day known', () => {
    const known = { ...holidays, knownFrom: localDate('2026-03-27') };
    const { deadlines, cannotSay } = timetableOf(
      caseOf('2026-03-26', lookedAfter('2026-03-26', 's20'), placed('2026-03-26')),
      salford,
      known,
    );
    expect(deadlines).toEqual([]);
    expect(cannotSay.filter(({ because }) => because.includes('Bank holidays')).length).toBe(2);
  });
});

describe('the first day of the bank holidays that are known', () => {
  it.each([
    ['2026-03-16', [], 'a time that was over before it'],
    ['2026-03-20', ['R-VIS-01 2026-03-27'], 'a visit due on it'],
  ])('for a child placed on %s gives %j: %s', (day, expected) => {
    const known = { ...holidays, knownFrom: localDate('2026-03-27') };
    const found = timetableOf(caseOf('2026-03-30', lookedAfter(day, 's20'), placed(day)), salford, known);
    expect(said(found)).toEqual(expected);
    expect(found.cannotSay).toContainEqual({
      duty: 'Hold the child’s first review',
      because: expect.stringContaining('Bank holidays are listed from Fri 27 March 2026'),
    });
  });

  it('can be asked about', () => {
    const known = { ...holidays, knownFrom: localDate('2026-03-26') };
    const facts = caseOf('2026-03-26', lookedAfter('2026-03-26', 's20'), placed('2026-03-26'));
    expect(said(timetableOf(facts, salford, known))).toEqual(['R-VIS-01 2026-04-02', 'R-REV-01 2026-04-27']);
  });
});

describe('a one-off holiday of the authority', () => {
  it('moves working-day deadlines, and never calendar ones', () => {
    const facts = caseOf('2026-03-26', lookedAfter('2026-03-26', 's20'), placed('2026-03-26'));
    const extra = englandAndWales([{ on: localDate('2026-04-02'), name: 'One-off holiday' }]);
    const { deadlines } = timetableOf(facts, salford, extra);
    expect(deadlines.map(({ due, actBy }) => [due, actBy])).toEqual([
      ['2026-04-02', '2026-04-01'],
      ['2026-04-28', '2026-04-28'],
    ]);
  });
});

describe('a young person', () => {
  it.each([
    ['2031-04-30', 1],
    ['2031-05-01', 0],
  ])('on %s is owed %i of the duties to a child', (asOf, count) => {
    const known = { ...holidays, knownUntil: localDate('2035-12-31') };
    const { deadlines, cannotSay } = timetableOf(caseOf(asOf, lookedAfter('2031-04-28', 's20')), salford, known);
    expect(deadlines.length).toBe(count);
    expect(cannotSay.filter(({ because }) => because.includes('turned 18 on Thu 1 May 2031'))).toMatchObject(
      count === 0 ? [{ duty: 'Visits and reviews' }] : [],
    );
  });
});
