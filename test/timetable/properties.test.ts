import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAuthority } from '../../src/authority/form.ts';
import { type LocalDate, localDate, plusDays } from '../../src/local-date.ts';
import { englandAndWales } from '../../src/timetable/bank-holidays.ts';
import type { CaseEvent, Deadline, Facts } from '../../src/timetable/model.ts';
import { contradictions, timetableOf } from '../../src/timetable/rules.ts';
import { isWorkingDay } from '../../src/working-days.ts';

const read = readAuthority(readFileSync('src/demo/authority.json', 'utf8'));
if (!read.ok) throw new Error(read.problems.join('\n'));
const { policy } = read.authority;
const holidays = englandAndWales([]);

const FIRST = localDate('2025-01-01');
const statuses = ['s20', 'interim-care-order', 'care-order', 'remand'] as const;
const kinds = ['foster', 'residential', 'connected-person', 'with-parents'] as const;

/** A child's story that could be so: care begins, a placement, then visits, reviews, an order or a return, in any order. */
const stories: fc.Arbitrary<Facts> = fc
  .record({
    begins: fc.integer({ min: 0, max: 300 }),
    status: fc.constantFrom(...statuses),
    kind: fc.constantFrom(...kinds),
    flags: fc.record({ untilEighteen: fc.boolean(), beforeAssessment: fc.boolean(), temporaryApproval: fc.boolean() }),
    visits: fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 }),
    reviews: fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
    order: fc.option(fc.integer({ min: 1, max: 400 }), { nil: null }),
    home: fc.option(fc.integer({ min: 401, max: 420 }), { nil: null }),
    asOf: fc.integer({ min: 421, max: 600 }),
  })
  .map(({ begins, status, kind, flags, visits, reviews, order, home, asOf }) => {
    const start = plusDays(FIRST, begins);
    const on = (days: number) => plusDays(start, days);
    const events: CaseEvent[] = [
      { on: start, what: 'became-looked-after', legalStatus: status },
      { on: start, what: 'placement-started', kind, ...flags },
      ...visits.map((days): CaseEvent => ({ on: on(days), what: 'visit-made', childSeen: true })),
      ...reviews.map((days): CaseEvent => ({ on: on(days), what: 'review-held' })),
      ...(order === null ? [] : [{ on: on(order), what: 'legal-status-changed', legalStatus: 'care-order' } as const]),
      ...(home === null ? [] : [{ on: on(home), what: 'returned-home', planned: true } as const]),
    ];
    return { asOf: on(asOf), bornOn: localDate('2014-03-14'), events };
  })
  .filter((facts) => contradictions(facts).length === 0);

const deadlinesOf = (facts: Facts) => timetableOf(facts, policy, holidays).deadlines;
const dueOf = (deadlines: readonly Deadline[], rule: string): LocalDate | undefined =>
  deadlines.find((one) => one.rule === rule)?.due;

describe('whatever happened to a child', () => {
  it('nothing falls due before what it runs from, and is acted on by a working day no later than that', () => {
    fc.assert(
      fc.property(stories, (facts) => {
        for (const { due, actBy, from } of deadlinesOf(facts)) {
          expect(due >= from.on).toBe(true);
          expect(actBy <= due).toBe(true);
          expect(isWorkingDay(actBy, holidays)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('the order in which the events were written down does not matter', () => {
    const shuffled = stories.chain((facts) =>
      fc.shuffledSubarray([...facts.events], { minLength: facts.events.length }).map((events) => ({ facts, events })),
    );
    fc.assert(
      fc.property(shuffled, ({ facts, events }) => {
        expect(timetableOf({ ...facts, events }, policy, holidays)).toEqual(timetableOf(facts, policy, holidays));
      }),
      { numRuns: 300 },
    );
  });

  it('one more day off never brings a date that is counted in working days forward', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 900 }), (facts, days) => {
        const off = englandAndWales([{ on: plusDays(FIRST, days), name: 'One more day off' }]);
        const before = deadlinesOf(facts);
        const after = timetableOf(facts, policy, off).deadlines;
        for (const { rule, due } of before) expect((dueOf(after, rule) ?? due) >= due).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('a visit made later never makes the next one due earlier', () => {
    fc.assert(
      fc.property(stories, fc.integer({ min: 0, max: 40 }), (facts, back) => {
        const visited = (day: LocalDate): Facts => ({
          ...facts,
          events: [...facts.events, { on: day, what: 'visit-made', childSeen: true }],
        });
        const later = visited(facts.asOf);
        const sooner = visited(plusDays(facts.asOf, -back));
        const next = (of: Facts) => deadlinesOf(of).filter(({ act }) => act === 'visit');
        for (const { rule, due } of next(sooner)) expect((dueOf(next(later), rule) ?? due) >= due).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
