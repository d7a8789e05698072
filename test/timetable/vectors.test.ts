import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { timetableOf, workingDaysLookedAfter } from '../../src/timetable/rules.ts';
import {
  caseOf,
  deadline,
  happened,
  holidays,
  lookedAfter,
  reviewed,
  salford,
  timetable,
  withParents,
} from './case-facts.ts';
import { CASES } from './case-of-rule.ts';
import worked from './vectors.json' with { type: 'json' };

type Expected = Partial<
  Record<'due' | 'act_by' | 'notices' | 'assess' | 'decide' | 'calendar' | 'working' | 'working_days', string | number>
>;

describe('the worked examples of domain.md 5', () => {
  const plain = worked.vectors.filter(({ rule }) => (rule === 'MON' ? 'MON-05' : rule) in CASES && rule !== 'R-REV-21');

  it('are all used here', () => {
    const unused = worked.vectors.filter((vector) => !plain.includes(vector)).map(({ rule }) => rule);
    expect(new Set(unused)).toEqual(new Set(['R-PWP-05/R-NOT-01', 'R-DEC-04', 'R-REV-21']));
  });

  it.each(plain)('$id: $rule from $input', ({ rule: listed, input, expect: expected }) => {
    const rule = listed === 'MON' ? 'MON-05' : listed;
    const { due, act_by = due } = expected as Expected;
    expect(deadline(rule, timetable(input as string, ...CASES[rule]!(input as string)))).toMatchObject({
      due,
      actBy: act_by,
    });
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
