import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
import {
  caseOf,
  deadline,
  happened,
  holidays,
  lookedAfter,
  placed,
  reviewed,
  said,
  salford,
  timetable,
  visited,
  wentHome,
} from './case-facts.ts';

const accommodated = [
  lookedAfter('2026-02-02', 's20'),
  placed('2026-02-02'),
  visited('2026-02-05'),
  reviewed('2026-02-20'),
];
const home = [...accommodated, wentHome('2026-03-24')];
const postReturnReview = happened('2026-04-22', 'post-return-review-held');
const cinReview = (on: string, nextWithinWeeks?: number) =>
  ({ ...happened(on, 'cin-review-held'), ...(nextWithinWeeks ? { nextWithinWeeks } : {}) }) as CaseEvent;

describe('a section 20 child who has gone home', () => {
  it('is owed the local first visit and review, and six months of monitoring; no statutory duty is left', () => {
    const found = timetable('2026-03-24', ...home);
    expect(said(found)).toEqual(['R-VIS-21 2026-04-07', 'R-REV-21 2026-04-13', 'MON-05 2026-09-24']);
    expect(found.deadlines.map(({ force }) => force)).toEqual(['local-policy', 'local-policy', 'plan']);
  });

  it('is owed the same after a planned return, of which the policy leaves the review open', () => {
    const review = deadline('R-REV-21', timetable('2026-03-24', ...accommodated, wentHome('2026-03-24', true)));
    expect(review).toMatchObject({ due: '2026-04-13', unverified: expect.stringContaining('planned') });
    expect(review?.working).toBe(
      '20 calendar days after Tue 24 March 2026 (20 working days would be Thu 23 April 2026)',
    );
  });

  it('is told the calendar reading too, where the policy means working days', () => {
    const policy = { ...salford, reviewAfterReturn: { days: 20, unit: 'working' } } as const;
    const found = timetableOf(caseOf('2026-03-24', ...home), policy, holidays);
    expect(deadline('R-REV-21', found)?.working).toBe(
      '20 working days after Tue 24 March 2026 (20 calendar days would be Mon 13 April 2026)',
    );
  });

  it('is told no other reading that the known bank holidays do not reach', () => {
    const found = timetable('2028-12-08', lookedAfter('2028-11-01', 's20'), wentHome('2028-12-08'));
    expect(deadline('R-REV-21', found)?.working).toBe('20 calendar days after Fri 8 December 2028');
  });

  it.each([
    ['one visit, and no more after it', [visited('2026-03-27')], ['R-REV-21 2026-04-13', 'MON-05 2026-09-24']],
    [
      'the visit still, when only a visit before the return is known',
      [visited('2026-03-23')],
      ['R-VIS-21 2026-04-07', 'R-REV-21 2026-04-13', 'MON-05 2026-09-24'],
    ],
    [
      'child in need reviews every six weeks from the review',
      [visited('2026-03-27'), postReturnReview],
      ['R-REV-22 2026-06-03', 'MON-05 2026-09-24'],
    ],
    [
      'the same, from the review and not from a visit made since',
      [postReturnReview, visited('2026-05-06')],
      ['R-REV-22 2026-06-03', 'MON-05 2026-09-24'],
    ],
    [
      'six weeks from the last one held',
      [visited('2026-03-27'), postReturnReview, cinReview('2026-05-28')],
      ['R-REV-22 2026-07-09', 'MON-05 2026-09-24'],
    ],
    [
      'the interval that the last one agreed',
      [visited('2026-03-27'), postReturnReview, cinReview('2026-05-28', 10)],
      ['R-REV-22 2026-08-06', 'MON-05 2026-09-24'],
    ],
    [
      'six weeks again, where the next agrees none',
      [visited('2026-03-27'), postReturnReview, cinReview('2026-05-07', 10), cinReview('2026-05-28')],
      ['R-REV-22 2026-07-09', 'MON-05 2026-09-24'],
    ],
    [
      'no more of them once the child in need plan has ended',
      [visited('2026-03-27'), postReturnReview, happened('2026-05-27', 'child-in-need-ended')],
      ['MON-05 2026-09-24'],
    ],
    [
      'them again from one held since',
      [visited('2026-03-27'), postReturnReview, happened('2026-05-27', 'child-in-need-ended'), cinReview('2026-05-28')],
      ['R-REV-22 2026-07-09', 'MON-05 2026-09-24'],
    ],
  ])('is owed %s', (_what, events, expected) => {
    expect(said(timetable('2026-05-28', ...home, ...events))).toEqual(expected);
  });

  it('is monitored to the last day of six months, and no longer', () => {
    expect(deadline('MON-05', timetable('2026-09-24', ...home))?.standing).toBe('due-today');
    expect(deadline('MON-05', timetable('2026-09-25', ...home))).toBeUndefined();
  });

  it('is owed none of it once looked after again, elsewhere', () => {
    const found = timetable('2026-04-01', ...home, lookedAfter('2026-04-01', 's20'), placed('2026-04-01'));
    expect(said(found)).toEqual(['R-VIS-01 2026-04-08', 'R-REV-01 2026-05-01']);
  });

  it('is counted from the day of the last return', () => {
    const found = timetable(
      '2026-05-01',
      ...home,
      lookedAfter('2026-04-01', 's20'),
      placed('2026-04-01'),
      wentHome('2026-05-01'),
    );
    expect(said(found)).toEqual(['R-VIS-21 2026-05-15', 'R-REV-21 2026-05-21', 'MON-05 2026-11-01']);
  });
});

describe('the offer of visits after 13 weeks (R-VIS-20)', () => {
  const offered = (asOf: string, bornOn: string | null, ...events: readonly CaseEvent[]) =>
    timetableOf({ ...caseOf(asOf, ...events), bornOn: bornOn as never }, salford, holidays).cannotSay.length;

  it.each([
    ['90 nights', 0, '2010-05-01', [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-05')]],
    ['91 nights (TV36a)', 1, '2013-05-01', [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-06')]],
    [
      '91 nights in two periods (TV36b)',
      1,
      '2013-05-01',
      [
        lookedAfter('2025-11-01', 's20'),
        wentHome('2025-11-30'),
        lookedAfter('2026-01-05', 's20'),
        wentHome('2026-03-08'),
      ],
    ],
    [
      '91 nights, and visited since',
      0,
      '2013-05-01',
      [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-06'), visited('2026-04-06')],
    ],
    [
      '91 nights, turning 16 the day after the return',
      1,
      '2010-04-07',
      [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-06')],
    ],
    [
      '91 nights, turning 16 on the day: an eligible child',
      0,
      '2010-04-06',
      [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-06')],
    ],
    [
      '16, but 91 nights only with those before turning 14',
      1,
      '2010-04-06',
      [
        lookedAfter('2024-04-05', 's20'),
        wentHome('2024-04-10'),
        lookedAfter('2026-01-10', 's20'),
        wentHome('2026-04-06'),
      ],
    ],
    ['no date of birth', 1, null, [lookedAfter('2026-01-05', 's20'), wentHome('2026-04-06')]],
  ])('%s', (_what, count, bornOn, events) => {
    expect(offered('2026-04-06', bornOn, ...events)).toBe(count);
  });
});
