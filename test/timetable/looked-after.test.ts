import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate, plusDays } from '../../src/local-date.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import {
  contradictions,
  isLookedAfter,
  legalStatusOn,
  placementOn,
  timetableOf,
  workingDaysLookedAfter,
} from '../../src/timetable/rules.ts';
import {
  caseOf,
  changed,
  happened,
  holidays,
  lookedAfter,
  placed,
  reviewed,
  salford,
  visited,
  wentHome,
  withParents,
} from './case-facts.ts';

const story = caseOf(
  '2026-12-31',
  lookedAfter('2026-01-12', 's20'),
  placed('2026-01-12'),
  changed('2026-02-09', 'interim-care-order'),
  placed('2026-03-02', 'residential'),
  changed('2026-05-11', 'care-order'),
  withParents('2026-06-01'),
  happened('2026-09-01', 'ceased-to-be-looked-after'),
  lookedAfter('2026-10-05', 's20'),
  placed('2026-10-05'),
  happened('2026-10-12', 'placement-ended'),
  wentHome('2026-11-02'),
);

describe('how a child stands on a day', () => {
  it.each([
    ['2026-01-11', null, null],
    ['2026-01-12', 's20', 'foster'],
    ['2026-02-08', 's20', 'foster'],
    ['2026-02-09', 'interim-care-order', 'foster'],
    ['2026-03-02', 'interim-care-order', 'residential'],
    ['2026-05-11', 'care-order', 'residential'],
    ['2026-06-01', 'care-order', 'with-parents'],
    ['2026-08-31', 'care-order', 'with-parents'],
    ['2026-09-01', null, null],
    ['2026-10-05', 's20', 'foster'],
    ['2026-10-12', 's20', null],
    ['2026-11-01', 's20', null],
    ['2026-11-02', null, null],
  ])('on %s: %s, %s', (on, status, kind) => {
    const day = localDate(on);
    expect([legalStatusOn(story, day), placementOn(story, day)?.kind ?? null]).toEqual([status, kind]);
    expect(isLookedAfter(story, day)).toBe(status !== null);
  });

  it('who leaves a placement has none, whatever else happened that day', () => {
    const left = happened('2026-02-02', 'placement-ended');
    const facts = caseOf('2026-02-02', lookedAfter('2026-01-12', 's20'), placed('2026-01-12'), left);
    const seen = { ...facts, events: [...facts.events, visited('2026-02-02')] };
    expect(placementOn(seen, localDate('2026-02-02'))).toBeNull();
  });

  it('whose placement ends on the day the next one starts is in the next one', () => {
    const moved = [happened('2026-02-02', 'placement-ended'), placed('2026-02-02', 'residential')];
    const facts = caseOf('2026-02-02', lookedAfter('2026-01-12', 's20'), placed('2026-01-12'), ...moved);
    expect(placementOn(facts, localDate('2026-02-02'))?.kind).toBe('residential');
  });

  it('who is accommodated again is not back in the placement of before', () => {
    const before = [lookedAfter('2026-01-12', 's20'), placed('2026-01-12'), wentHome('2026-02-02')];
    const facts = caseOf('2026-03-02', ...before, lookedAfter('2026-03-02', 's20'));
    expect(placementOn(facts, localDate('2026-03-02'))).toBeNull();
  });

  it('who is accommodated and home again on one day is not looked after that night', () => {
    const facts = caseOf('2026-01-13', lookedAfter('2026-01-12', 's20'), placed('2026-01-12'), wentHome('2026-01-12'));
    expect(isLookedAfter(facts, localDate('2026-01-12'))).toBe(false);
    expect(placementOn(facts, localDate('2026-01-12'))).toBeNull();
  });

  it('who goes home and is accommodated again on one day is in a new period', () => {
    const facts = caseOf(
      '2026-02-02',
      lookedAfter('2026-01-12', 's20'),
      wentHome('2026-02-02'),
      lookedAfter('2026-02-02', 's20'),
    );
    expect(isLookedAfter(facts, localDate('2026-02-02'))).toBe(true);
    expect(workingDaysLookedAfter(facts, localDate('2026-02-03'), holidays)).toBe(2);
  });
});

describe('working days looked after (reg 39(4))', () => {
  it.each([
    ['2026-01-12', 1],
    ['2026-01-18', 5],
    ['2026-09-01', 162],
    ['2026-09-02', 0],
    ['2026-10-05', 1],
    ['2026-11-02', 21],
    ['2025-12-01', 0],
  ])('until %s: %i, in that period only', (until, days) => {
    expect(workingDaysLookedAfter(story, localDate(until), holidays)).toBe(days);
  });

  it('do not count a first day at a weekend', () => {
    expect(
      workingDaysLookedAfter(caseOf('2026-05-04', lookedAfter('2026-05-02', 's20')), localDate('2026-05-05'), holidays),
    ).toBe(1);
  });
});

const START = localDate('2026-01-12');
const anEvent = fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 8 })).map(([days, kind]): CaseEvent => {
  const on = plusDays(START, days + 1);
  const makers = [
    placed(on, 'residential'),
    withParents(on, { beforeAssessment: true }),
    visited(on),
    visited(on),
    reviewed(on),
    changed(on, 'interim-care-order'),
    changed(on, 'care-order'),
    happened(on, 'assessment-completed'),
    wentHome(on),
  ];
  return makers[kind]!;
});
const histories = fc
  .array(anEvent, { maxLength: 14 })
  .map((events) => [lookedAfter(START, 's20'), placed(START), ...events])
  .filter((events) => contradictions(caseOf('2026-12-31', ...events)).length === 0);

describe('any history that can be so', () => {
  it('comes to the same timetable in whatever order it is told', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
        ),
        ([told, shuffled]) => {
          const of = (events: readonly CaseEvent[]) => timetableOf(caseOf('2026-12-31', ...events), salford, holidays);
          expect(of(shuffled)).toEqual(of(told));
        },
      ),
    );
  });

  it('has at most one deadline a rule and one statutory visit, oldest first, to act on no later than the last lawful day', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { deadlines } = timetableOf(caseOf('2026-12-31', ...events), salford, holidays);
        const rules = deadlines.map(({ rule }) => rule);
        expect(rules).toEqual([...new Set(rules)]);
        expect(
          deadlines.filter(({ act, force }) => act === 'visit' && force === 'regulation').length,
        ).toBeLessThanOrEqual(1);
        expect(deadlines.map(({ due }) => due)).toEqual(deadlines.map(({ due }) => due).sort());
        for (const { from, actBy, due } of deadlines) expect(from.on <= actBy && actBy <= due).toBe(true);
      }),
    );
  });
});
