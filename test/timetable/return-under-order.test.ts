import { describe, expect, it } from 'vitest';
import {
  changed,
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

describe('a return from elsewhere than section 20', () => {
  const inCare = [
    lookedAfter('2024-02-05', 'care-order'),
    placed('2024-02-05'),
    reviewed('2024-02-28'),
    reviewed('2026-03-02'),
  ];
  const discharged = happened('2026-03-24', 'ceased-to-be-looked-after');

  it('under a care order: both the regulation and the policy, and monitoring beside the reviews', () => {
    expect(said(timetable('2026-03-24', ...inCare, withParents('2026-03-24')))).toEqual([
      'R-VIS-22 2026-03-31',
      'R-REV-03 2026-09-02',
      'MON-05 2026-09-24',
    ]);
  });

  it('on the day the order is discharged: a week, and the review after the return', () => {
    expect(said(timetable('2026-03-24', ...inCare, discharged, wentHome('2026-03-24', true)))).toEqual([
      'R-VIS-22 2026-03-31',
      'R-REV-21 2026-04-13',
      'MON-05 2026-09-24',
    ]);
  });

  it('with the order discharged later: monitoring goes on from the day the child came home', () => {
    const found = timetable('2026-03-24', ...inCare, withParents('2026-01-12'), visited('2026-01-15'), discharged);
    expect(said(found)).toEqual(['MON-05 2026-07-12']);
  });

  it('from an interim order that ended: the policy sets no day for the first visit, and that is said', () => {
    const found = timetable(
      '2026-03-24',
      lookedAfter('2026-02-02', 'interim-care-order'),
      placed('2026-02-02'),
      discharged,
      wentHome('2026-03-24'),
    );
    expect(said(found)).toEqual(['R-REV-21 2026-04-13', 'MON-05 2026-09-24']);
    expect(found.cannotSay).toEqual([
      { duty: expect.stringContaining('first visit'), because: expect.stringContaining('only after section 20') },
    ]);
  });

  it('during a remand: whether the child is still looked after is asked', () => {
    const found = timetable(
      '2026-03-24',
      lookedAfter('2026-02-02', 'remand'),
      placed('2026-02-02'),
      wentHome('2026-03-24'),
    );
    expect(found.cannotSay[0]).toEqual({
      duty: 'Check whether the child is still looked after',
      because: expect.stringContaining('remand'),
    });
  });

  it('is none for a child at home when the order was made', () => {
    const found = timetable('2026-03-24', lookedAfter('2026-03-24', 'care-order'), withParents('2026-03-24'));
    expect(said(found)).toEqual(['R-VIS-07a 2026-03-31', 'R-REV-01 2026-04-23']);
  });

  it('is no return under a care order where the child came home under the interim order before it', () => {
    const found = timetable(
      '2026-03-24',
      lookedAfter('2026-02-02', 'interim-care-order'),
      placed('2026-02-02'),
      withParents('2026-02-16'),
      changed('2026-03-24', 'care-order'),
    );
    expect(said(found)).not.toContainEqual(expect.stringContaining('R-VIS-22'));
  });

  it('is one for a child who comes home later than a week after the order that followed an interim order', () => {
    const found = timetable(
      '2026-03-24',
      lookedAfter('2026-02-02', 'interim-care-order'),
      placed('2026-02-02'),
      changed('2026-03-02', 'care-order'),
      withParents('2026-03-24'),
    );
    expect(said(found).filter((line) => line.startsWith('R-VIS'))).toEqual(['R-VIS-22 2026-03-31']);
  });

  it('is none for a child whose interim order became a care order at home', () => {
    const found = timetable(
      '2026-03-24',
      lookedAfter('2026-02-02', 'interim-care-order'),
      withParents('2026-02-02'),
      visited('2026-03-23'),
      reviewed('2026-02-20'),
      changed('2026-03-24', 'care-order'),
    );
    expect(said(found)).toEqual(['R-VIS-07a 2026-03-31', 'R-REV-02 2026-05-20']);
  });
});
