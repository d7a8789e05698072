import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/timetable/form.ts';
import { contradictions } from '../../src/timetable/rules.ts';
import {
  caseOf,
  changed,
  happened,
  lookedAfter,
  placed,
  reviewed,
  visited,
  wentHome,
  withParents,
} from './case-facts.ts';

const began = { on: '2026-03-26', what: 'became-looked-after', legalStatus: 's20' };
const problemsOf = (typed: unknown) => {
  const read = readFacts(JSON.stringify(typed));
  return read.ok ? [] : read.problems;
};
const inEvents = (...events: readonly unknown[]) =>
  problemsOf({ asOf: '2026-05-01', bornOn: '2013-05-01', events: [began, ...events] });

describe('facts that cannot be so', () => {
  it.each([
    [
      'an event after the day asked about',
      { on: '2026-05-02', what: 'placement-ended' },
      /^events\.1\.on: "2026-05-02": .*after Fri 1 May 2026/,
    ],
    [
      'an event before birth',
      { on: '2013-04-30', what: 'placement-started', kind: 'with-parents' },
      /^events\.1\.on: "2013-04-30": .*before the child was born, Wed 1 May 2013/,
    ],
    [
      'a review completed before it was held',
      { on: '2026-04-02', what: 'review-held', completedOn: '2026-04-01' },
      /^events\.1\.completedOn: "2026-04-01": A review held on Thu 2 April 2026 .* before, on Wed 1 April 2026/,
    ],
    [
      'a review completed after the day asked about',
      { on: '2026-04-02', what: 'review-held', completedOn: '2026-05-02' },
      /^events\.1\.completedOn: "2026-05-02": Sat 2 May 2026 is after Fri 1 May 2026/,
    ],
    [
      'two legal statuses on one day',
      { on: '2026-03-26', what: 'legal-status-changed', legalStatus: 'care-order' },
      /^events\.1\.legalStatus: "care-order": Two legal statuses are given for Thu 26 March 2026/,
    ],
    [
      'becoming looked after twice',
      { on: '2026-04-02', what: 'became-looked-after', legalStatus: 's20' },
      /^events\.1\.on: "2026-04-02": .*already looked after on Thu 2 April 2026/,
    ],
    [
      'becoming looked after again on the day asked about',
      { on: '2026-05-01', what: 'became-looked-after', legalStatus: 's20' },
      /already looked after on Fri 1 May 2026/,
    ],
    [
      'ceasing after the day asked about, and only that',
      { on: '2026-05-02', what: 'ceased-to-be-looked-after' },
      /after Fri 1 May 2026/,
    ],
    [
      'an adjournment before care began',
      { on: '2026-03-25', what: 'review-adjourned' },
      /adjourned when the child was not looked after/,
    ],
    [
      'a visit before care began',
      { on: '2026-03-25', what: 'visit-made', childSeen: true },
      /before the child became looked after/,
    ],
    ['a review before care began', { on: '2026-03-25', what: 'review-held' }, /when the child was not looked after/],
    [
      'an order before care began',
      { on: '2026-03-25', what: 'legal-status-changed', legalStatus: 's20' },
      /when the child was not looked after/,
    ],
    [
      'a return before care began',
      { on: '2026-03-25', what: 'returned-home', planned: false },
      /had never been looked after/,
    ],
    ['ceasing before care began', { on: '2026-03-25', what: 'ceased-to-be-looked-after' }, /was not looked after then/],
    [
      'a review after a return that never was',
      { on: '2026-04-25', what: 'post-return-review-held' },
      /before any return home/,
    ],
  ])('are refused: %s', (_what, event, problem) => {
    expect(inEvents(event)).toEqual([expect.stringMatching(problem)]);
  });

  it('are refused: two placements starting on one day', () => {
    const placement = { on: '2026-04-02', what: 'placement-started', kind: 'foster' };
    expect(inEvents(placement, placement)).toEqual([
      expect.stringMatching(/^events\.2\.on: .*Two placements start on Thu 2 April 2026/),
    ]);
  });

  it('are refused: a looked-after review once the child is home', () => {
    const home = { on: '2026-04-02', what: 'returned-home', planned: true };
    expect(inEvents(home, { on: '2026-04-20', what: 'review-held' })).toEqual([
      expect.stringContaining('it is a review after the return home'),
    ]);
  });

  it.each([
    ['after a placement elsewhere', placed('2026-04-02')],
    ['before the return', wentHome('2026-04-21')],
  ])('are refused: a review after the return, held %s', (_what, event) => {
    const review = happened('2026-04-20', 'post-return-review-held');
    expect(contradictions(caseOf('2026-05-01', lookedAfter('2026-03-26', 'care-order'), event, review))).toEqual([
      'The review after the return was held on Mon 20 April 2026, before any return home.',
    ]);
  });

  it.each([
    [
      'two periods in care, with a review on the last day of the first',
      [
        lookedAfter('2026-01-12', 's20'),
        visited('2026-01-14'),
        changed('2026-02-09', 'care-order'),
        reviewed('2026-03-02'),
        happened('2026-03-02', 'ceased-to-be-looked-after'),
        lookedAfter('2026-04-01', 's20'),
        reviewed('2026-04-08'),
        wentHome('2026-04-20'),
      ],
    ],
    [
      'an order on the day of a move',
      [lookedAfter('2026-01-12', 's20'), placed('2026-02-09'), changed('2026-02-09', 'care-order')],
    ],
    ['the same legal status told twice', [lookedAfter('2026-01-12', 's20'), changed('2026-01-12', 's20')]],
    [
      'a review on the day of the return',
      [lookedAfter('2026-01-12', 's20'), wentHome('2026-04-20'), happened('2026-04-20', 'post-return-review-held')],
    ],
    [
      'a review after a placement with parents',
      [
        lookedAfter('2026-01-12', 'care-order'),
        withParents('2026-04-02'),
        happened('2026-04-20', 'post-return-review-held'),
      ],
    ],
  ])('are not: %s', (_what, events) => {
    expect(contradictions(caseOf('2026-05-01', ...events))).toEqual([]);
  });

  it('are not: events on the day asked about, and on the day of birth', () => {
    const born = {
      asOf: '2026-03-26',
      bornOn: '2026-03-26',
      events: [began, { on: '2026-03-26', what: 'review-held', completedOn: '2026-03-26' }],
    };
    expect(problemsOf(born)).toEqual([]);
  });

  it('are said in plain sentences when an event is added to a case', () => {
    expect(contradictions(caseOf('2026-05-01', lookedAfter('2026-03-26', 's20'), visited('2026-03-25')))).toEqual([
      'The visit on Wed 25 March 2026 was made before the child became looked after.',
    ]);
    expect(contradictions(caseOf('2026-05-01', lookedAfter('2026-03-26', 's20'), visited('2026-03-26')))).toEqual([]);
  });
});
