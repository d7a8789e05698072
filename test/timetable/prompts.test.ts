import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { PROMPTS } from '../../src/timetable/prompts.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
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

const known = { ...holidays, knownUntil: localDate('2040-12-31') };

/** The ids of what is said without a day, for a child born on 1 May 2013 unless told otherwise. */
function prompted(asOf: string, events: readonly CaseEvent[], bornOn: string | null = '2013-05-01') {
  const facts = { ...caseOf(asOf, ...events), bornOn: bornOn === null ? null : localDate(bornOn) };
  const { cannotSay } = timetableOf(facts, salford, known);
  return PROMPTS.filter(({ duty }) => cannotSay.some((said) => said.duty === duty)).map(({ id }) => id);
}

const began = lookedAfter('2026-02-02', 's20');
const first = placed('2026-02-02');
const seen = visited('2026-02-05');

describe('the placement plan and the notices (R-PLN-01)', () => {
  it.each([
    ['are asked for from the start of a placement', [began, first], true],
    ['no longer once the child was visited there', [began, first, seen], false],
    ['but a remote contact is no visit', [began, first, { ...seen, remote: true }], true],
    ['not without a placement', [began], false],
    [
      'not for a child in youth detention, who has another plan',
      [lookedAfter('2026-02-02', 'youth-detention'), first],
      false,
    ],
    [
      'not for a child with parents: the plan comes before, and the notices have a row',
      [lookedAfter('2024-02-05', 'care-order'), withParents('2026-02-02', { beforeAssessment: true })],
      false,
    ],
  ])('%s', (_what, events, expected) => {
    expect(prompted('2026-02-06', events).includes('R-PLN-01')).toBe(expected);
  });
});

describe('notice of the end of a placement (R-TRM-03)', () => {
  const moved = placed('2026-02-10', 'residential');
  const ended = happened('2026-02-10', 'placement-ended');
  it.each([
    ['is asked for after a move', [first, seen, moved], true],
    ['is not asked for after the first placement', [first], false],
    ['is asked for where the child has no placement as yet', [first, seen, ended], true],
    ['is still asked for when the next placement starts later', [first, seen, ended, placed('2026-02-12')], true],
    ['ends with a visit on the day of the move', [first, moved, visited('2026-02-10')], false],
    ['does not end with a visit before the move', [first, moved, visited('2026-02-09')], true],
    ['is left to the return plan when the child went home', [first, seen, wentHome('2026-02-10')], false],
    [
      'does not come back with a new period of being looked after',
      [first, seen, wentHome('2026-02-10'), lookedAfter('2026-02-10', 's20')],
      false,
    ],
  ])('%s', (_what, events, expected) => {
    expect(prompted('2026-02-13', [began, ...events]).includes('R-TRM-03')).toBe(expected);
  });

  it('is asked for after a move to parents under a care order', () => {
    const events = [lookedAfter('2024-02-05', 'care-order'), placed('2024-02-05'), withParents('2026-02-12')];
    expect(prompted('2026-02-13', events)).toEqual(['R-TRM-03']);
  });
});

describe('the needs assessment for the pathway plan (R-DEC-13)', () => {
  const since = (day: string) => [lookedAfter(day, 'care-order'), placed(day), visited(day)];
  const twice = [lookedAfter('2028-12-01', 's20'), wentHome('2028-12-31'), ...since('2029-04-01')];
  it.each([
    ['not the day before turning 16', '2029-04-30', since('2028-01-10'), false],
    ['on the day of turning 16', '2029-05-01', since('2028-01-10'), true],
    ['three months after', '2029-08-01', since('2028-01-10'), true],
    ['no longer the day after that', '2029-08-02', since('2028-01-10'), false],
    ['not with 90 nights, at 16', '2029-05-31', since('2029-03-02'), false],
    ['at 16, however early care began', '2029-05-01', since('2026-01-10'), true],
    ['with 91 nights, at 16', '2029-06-01', since('2029-03-02'), true],
    ['three months after those', '2029-09-01', since('2029-03-02'), true],
    ['no longer the day after', '2029-09-02', since('2029-03-02'), false],
    ['nights of an earlier period count: 90', '2029-05-31', twice, false],
    ['nights of an earlier period count: 91', '2029-06-01', twice, true],
    [
      'nights before turning 14 do not: 90 since',
      '2029-05-31',
      [lookedAfter('2027-01-01', 's20'), wentHome('2027-05-01'), ...since('2029-03-02')],
      false,
    ],
    [
      'from the first day of care, for one who had the nights before',
      '2029-12-03',
      [lookedAfter('2028-01-10', 's20'), wentHome('2028-12-31'), ...since('2029-12-03')],
      true,
    ],
    ['not once home', '2029-06-01', [lookedAfter('2028-01-10', 's20'), wentHome('2029-06-01')], false],
  ])('%s', (_what, asOf, events, expected) => {
    expect(prompted(asOf, events).includes('R-DEC-13')).toBe(expected);
  });

  it('cannot be asked for without a date of birth', () => {
    expect(prompted('2029-05-01', since('2028-01-10'), null)).toEqual([]);
  });
});

describe('what a remand asks for (R-REM-02, R-REM-03)', () => {
  const remanded = [lookedAfter('2026-02-02', 'remand'), first, seen];
  const detained = [lookedAfter('2026-02-02', 'youth-detention'), first, seen];
  it.each([
    ['to the authority: what comes after', remanded, ['R-REM-02']],
    ['until the first review since', [...remanded, reviewed('2026-02-12')], []],
    ['or until it ends', [...remanded, changed('2026-02-12', 's20')], []],
    ['to youth detention: the detention placement plan too', detained, ['R-VIS-08', 'R-REM-02', 'R-REM-03']],
    ['until the first review since, visits excepted', [...detained, reviewed('2026-02-12')], ['R-VIS-08']],
    [
      'asked again when a remand begins after a review',
      [began, first, seen, reviewed('2026-02-09'), changed('2026-02-12', 'remand')],
      ['R-REM-02'],
    ],
    ['never for another legal status', [began, first, seen], []],
  ])('%s', (_what, events, expected) => {
    expect(prompted('2026-02-13', events)).toEqual(expected);
  });
});
