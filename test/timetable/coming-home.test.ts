import { describe, expect, it } from 'vitest';
import {
  changed,
  deadline,
  happened,
  lookedAfter,
  placed,
  said,
  timetable,
  visited,
  visitsSaid,
  wentHome,
  withParents,
} from './case-facts.ts';

describe('whether a child is home', () => {
  it('under a care order that follows section 20: a week from the order, and no weekly visits before it', () => {
    const events = [lookedAfter('2026-02-02', 's20'), withParents('2026-02-02'), changed('2026-03-24', 'care-order')];
    expect(visitsSaid(timetable('2026-03-24', ...events))).toEqual(['R-VIS-07a 2026-03-31']);
  });

  it('is over with a placement elsewhere after the return', () => {
    const events = [lookedAfter('2026-02-02', 'care-order'), placed('2026-02-02'), wentHome('2026-03-02')];
    expect(visitsSaid(timetable('2026-04-01', ...events, placed('2026-04-01')))).toEqual(['R-VIS-01 2026-04-08']);
  });

  it('is not told by a return from an earlier period of being looked after', () => {
    const events = [lookedAfter('2026-02-02', 's20'), wentHome('2026-03-02'), lookedAfter('2026-04-01', 'remand')];
    expect(said(timetable('2026-05-01', ...events, happened('2026-05-01', 'ceased-to-be-looked-after')))).toEqual([]);
  });

  it('nor by one from an earlier period where the child, now in care, has no placement as yet', () => {
    const earlier = [lookedAfter('2025-05-01', 's20'), placed('2025-05-01'), wentHome('2025-06-20')];
    const found = timetable('2026-02-02', ...earlier, lookedAfter('2026-02-02', 'care-order'));
    expect(said(found)).toEqual(['R-REV-01 2026-03-02']);
    expect(found.cannotSay[0]?.because).toContain('no placement is recorded');
  });

  it('ends with the placement with parents, wherever the child goes from there', () => {
    const home = [lookedAfter('2026-02-02', 'care-order'), withParents('2026-02-02'), visited('2026-02-09')];
    const found = timetable('2026-02-16', ...home, happened('2026-02-16', 'placement-ended'));
    expect(visitsSaid(found)).toEqual([]);
    expect(found.cannotSay[0]?.because).toContain('no placement is recorded');
  });

  it('is told by a return on the day the order is made', () => {
    const found = timetable('2026-03-24', lookedAfter('2026-03-24', 'care-order'), wentHome('2026-03-24'));
    expect(said(found)).toEqual(['R-VIS-07a 2026-03-31', 'R-REV-01 2026-04-23']);
  });

  it('is told by a return on the day of being accommodated', () => {
    const found = timetable('2026-01-12', lookedAfter('2026-01-12', 's20'), wentHome('2026-01-12'));
    expect(said(found)).toEqual(['R-VIS-21 2026-01-26', 'R-REV-21 2026-02-01', 'MON-05 2026-07-12']);
  });

  it('is nothing to ask of a child who was never looked after', () => {
    expect(timetable('2026-03-27', placed('2026-03-27'))).toMatchObject({ deadlines: [], cannotSay: [] });
  });

  it('is not started again by a care order told twice', () => {
    const home = [lookedAfter('2026-03-19', 'care-order'), withParents('2026-03-19'), visited('2026-03-24')];
    expect(visitsSaid(timetable('2026-04-20', ...home, changed('2026-04-20', 'care-order')))).toEqual([
      'R-VIS-07b 2026-05-05',
    ]);
  });
});

describe('monitoring of a child home under a care order that was then discharged', () => {
  const inCare = [lookedAfter('2024-02-05', 'care-order'), placed('2024-02-05')];
  const discharged = happened('2026-03-24', 'ceased-to-be-looked-after');
  it.each([
    [
      'goes on from the first return, though the child is said to return again',
      [wentHome('2026-01-12'), discharged, wentHome('2026-03-24')],
      '2026-07-12',
    ],
    [
      'goes on whatever placement is told after the end of care',
      [withParents('2026-01-12'), discharged, placed('2026-03-30', 'other')],
      '2026-07-12',
    ],
    [
      'starts with a placement with parents told for that same day',
      [withParents('2026-03-24'), discharged],
      '2026-09-24',
    ],
  ])('%s', (_what, events, until) => {
    expect(deadline('MON-05', timetable('2026-03-30', ...inCare, ...events))?.due).toBe(until);
  });
});
