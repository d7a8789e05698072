import { describe, expect, it } from 'vitest';
import {
  changed,
  happened,
  lookedAfter,
  placed,
  said,
  timetable,
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
});
