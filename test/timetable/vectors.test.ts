import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { timetableOf, workingDaysLookedAfter } from '../../src/timetable/rules.ts';
import {
  caseOf,
  deadline,
  happened,
  holidays,
  lookedAfter,
  placed,
  reviewed,
  salford,
  timetable,
  visited,
  wentHome,
  withParents,
} from './case-facts.ts';
import worked from './vectors.json' with { type: 'json' };

type Expected = Partial<
  Record<'due' | 'act_by' | 'notices' | 'assess' | 'decide' | 'calendar' | 'working' | 'working_days', string | number>
>;

/** A case in which the rule runs from the day of the worked example, and nothing else has happened since. */
const CASES: Readonly<Record<string, (day: string) => readonly CaseEvent[]>> = {
  'R-REV-01': (day) => [lookedAfter(day, 's20')],
  'R-REV-02': (day) => [lookedAfter('2026-02-02', 'care-order'), reviewed(day)],
  'R-REV-03': (day) => [lookedAfter('2026-02-02', 'care-order'), reviewed('2026-02-20'), reviewed(day)],
  'R-REV-06': (day) => [lookedAfter('2026-11-30', 's20'), happened(day, 'review-adjourned')],
  'R-VIS-01': (day) => [lookedAfter('2026-02-02', 's20'), placed(day)],
  'R-VIS-02': (day) => [lookedAfter('2026-02-02', 's20'), placed('2026-02-02'), visited(day)],
  'R-VIS-03a': (day) => [
    lookedAfter('2024-02-02', 'care-order'),
    placed('2024-02-02', 'foster', { untilEighteen: true }),
    visited(day),
  ],
  'R-VIS-04': (day) => [
    lookedAfter('2024-02-02', 'care-order'),
    placed('2024-02-02', 'foster', { longTermFoster: true, childAgrees: true }),
    visited(day),
  ],
  'R-VIS-05a': (day) => [lookedAfter('2026-02-02', 'care-order'), withParents(day, { beforeAssessment: true })],
  'R-VIS-06b': (day) => [
    lookedAfter('2026-12-16', 'interim-care-order'),
    withParents('2026-12-16'),
    visited('2026-12-22'),
    visited('2026-12-29'),
    visited(day),
    reviewed('2027-01-08'),
  ],
  'R-VIS-07a': (day) => [lookedAfter(day, 'care-order'), withParents(day)],
  'R-VIS-07b': (day) => [lookedAfter('2026-03-19', 'care-order'), withParents('2026-03-19'), visited(day)],
  'R-VIS-22': (day) => [lookedAfter('2024-02-02', 'care-order'), placed('2024-02-02'), withParents(day)],
  'R-VIS-21': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
  'R-REV-21': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
  'R-REV-22': (day) => [
    lookedAfter('2025-12-01', 's20'),
    wentHome('2026-03-24'),
    happened(day, 'post-return-review-held'),
  ],
  'MON-05': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
};

describe('the worked examples of domain.md 5', () => {
  const plain = worked.vectors.filter(({ rule }) => (rule === 'MON' ? 'MON-05' : rule) in CASES && rule !== 'R-REV-21');

  it('are all used here', () => {
    const unused = worked.vectors.filter((vector) => !plain.includes(vector)).map(({ rule }) => rule);
    expect(new Set(unused)).toEqual(new Set(['R-PWP-05/R-NOT-01', 'R-DEC-04', 'R-REV-21']));
  });

  it.each(plain)('$id: $rule from $input', ({ rule: listed, input, expect: expected }) => {
    const rule = listed === 'MON' ? 'MON-05' : listed;
    const { due, act_by = due } = expected as Expected;
    const asOf = rule === 'R-VIS-06b' ? '2027-01-08' : (input as string);
    expect(deadline(rule, timetable(asOf, ...CASES[rule]!(input as string)))).toMatchObject({ due, actBy: act_by });
  });

  it.each(worked.vectors.filter(({ rule }) => rule === 'R-REV-21'))(
    '$id: both readings of "20 days" from $input',
    ({ input, expect: expected }) => {
      const { calendar, working } = expected as Expected;
      const facts = caseOf(input as string, ...CASES['R-REV-21']!(input as string));
      const inWorkingDays = { ...salford, reviewAfterReturn: { days: 20, unit: 'working' } } as const;
      expect(deadline('R-REV-21', timetableOf(facts, salford, holidays))).toMatchObject({ due: calendar });
      expect(deadline('R-REV-21', timetableOf(facts, inWorkingDays, holidays))).toMatchObject({
        due: working,
        actBy: working,
      });
    },
  );

  it.each(worked.vectors.filter(({ rule }) => rule.startsWith('R-PWP')))(
    '$id: an early return on $input',
    ({ input, expect: expected }) => {
      const { notices, assess, decide } = expected as Record<'notices' | 'assess' | 'decide', string>;
      const home = [lookedAfter('2026-02-02', 'care-order'), withParents(input as string, { beforeAssessment: true })];
      const first = timetable(input as string, ...home);
      expect(deadline('R-NOT-01', first)).toMatchObject({ due: notices });
      expect(deadline('R-PWP-05b', first)).toMatchObject({ due: assess });
      const assessed = timetable(assess, ...home, happened(assess, 'assessment-completed'), reviewed(assess));
      expect(deadline('R-PWP-05b', assessed)).toBeUndefined();
      expect(deadline('R-PWP-05c', assessed)).toMatchObject({ due: decide });
    },
  );

  it.each([
    ['TV15', '2026-03-02', '2026-03-27', 20],
    ['TV16', '2026-03-02', '2026-03-30', 21],
    ['TV17a', '2026-03-16', '2026-04-10', 18],
    ['TV17b', '2026-03-16', '2026-04-14', 20],
    ['TV17c', '2026-03-16', '2026-04-15', 21],
  ])('%s: from %s to %s, %i working days with the first (law-check 4)', (_id, from, until, days) => {
    expect(workingDaysLookedAfter(caseOf(until, lookedAfter(from, 's20')), localDate(until), holidays)).toBe(days);
  });
});
