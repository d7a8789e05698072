import { describe, expect, it } from 'vitest';
import { firstVisitBySocialWorker } from '../../src/cases/visits/first-visit.ts';
import { localDate } from '../../src/local-date.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { ayesha, chloe, priya } from '../builders/people.ts';
import { lookedAfter, placed, visited, wentHome, withParents } from '../timetable/case-facts.ts';

const visit = { on: localDate('2026-11-30'), childSeen: true };
const home = aCaseWith(wentHome('2026-11-20'));
const inCare = [lookedAfter('2026-10-05', 'care-order'), placed('2026-10-05')];
const placement = { ...aCase(), events: [...inCare, withParents('2026-11-20')] };

describe('the first visit after a return home', () => {
  it.each([
    ['after the return', home],
    ['after a placement with parents', placement],
    [
      'after an attempt that missed the child',
      aCaseWith(wentHome('2026-11-20'), { ...visited('2026-11-24'), childSeen: false } as never),
    ],
    ['after a visit before the return', aCaseWith(visited('2026-11-18'), wentHome('2026-11-20'))],
  ])('is expected to be a social worker’s: %s', (_when, about) => {
    expect(firstVisitBySocialWorker(about, visit, priya)).toContain('expected to be a social worker’s');
    for (const by of [ayesha, chloe]) expect(firstVisitBySocialWorker(about, visit, by)).toBeNull();
  });

  it.each([
    ['a second visit', aCaseWith(wentHome('2026-11-20'), visited('2026-11-24')), visit],
    ['an attempt', home, { ...visit, childSeen: false }],
    ['a visit before the return', home, { ...visit, on: localDate('2026-11-19') }],
    ['a child who is not home', aCase(), visit],
    ['a child who came back into care', aCaseWith(wentHome('2026-11-20'), lookedAfter('2026-11-25', 's20')), visit],
    ['a child moved on from the parents', { ...placement, events: [...placement.events, placed('2026-11-25')] }, visit],
  ])('is not %s', (_what, about, form) => {
    expect(firstVisitBySocialWorker(about, form, priya)).toBeNull();
  });
});
