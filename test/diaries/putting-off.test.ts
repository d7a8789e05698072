import { describe, expect, it } from 'vitest';
import { standingDeadline } from '../../src/cases/deadlines/settled.ts';
import type { Case } from '../../src/cases/model.ts';
import { checkDays, checkedOn, snoozeDays, snoozedTo, snoozeRefusal } from '../../src/diaries/putting-off/rules.ts';
import { localDate } from '../../src/local-date.ts';
import type { Deadline } from '../../src/timetable/model.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import { away, ayesha, ben, northmoor, priya } from '../builders/people.ts';
import { lookedAfter, placed, reviewed, visited } from '../timetable/case-facts.ts';

/** Due on Thu 19 November 2026. */
const visitedOnce = aCaseWith(visited('2026-10-08'));
/** Due on Sat 12 December 2026: to be made by Friday. */
const dueOnSaturday: Case = {
  ...aCase(),
  events: [lookedAfter('2026-05-01', 's20'), placed('2026-05-01'), visited('2026-10-31'), reviewed('2026-09-14')],
};
/** Due on Mon 28 December 2026, a bank holiday: to be made by Christmas Eve. */
const overChristmas: Case = {
  ...dueOnSaturday,
  events: [lookedAfter('2026-05-01', 's20'), placed('2026-05-01'), visited('2026-11-16'), reviewed('2026-09-14')],
};

function owed(about: Case, due: string, today: string): Deadline {
  return standingDeadline(about, { rule: 'R-VIS-02', due: localDate(due) }, localDate(today), northmoor)!;
}

const at = (about: Case, due: string, today: string, day: string) =>
  snoozedTo(owed(about, due, today), localDate(day), localDate(today), northmoor);

describe('the day to which a deadline is put off', () => {
  it.each([
    ['tomorrow', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-10', '2026-11-10'],
    ['the last day to act', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-19', '2026-11-19'],
    ['the Friday, for a Sunday', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-15', '2026-11-13'],
    ['Christmas Eve, the last to act', overChristmas, '2026-12-28', '2026-12-21', '2026-12-24', '2026-12-24'],
  ])('is %s', (_which, about, due, today, day, until) => {
    expect(at(about, due, today, day)).toEqual({ ok: true, value: until });
  });

  it.each([
    ['past it', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-20', 'last day to act is Thu 19 November 2026'],
    [
      'between the last day to act and the day it is due',
      dueOnSaturday,
      '2026-12-12',
      '2026-12-07',
      '2026-12-12',
      'The last day to act is Fri 11 December 2026 (it is due on Sat 12 December 2026)',
    ],
    ['a holiday after the last day to act', overChristmas, '2026-12-28', '2026-12-21', '2026-12-25', 'Thu 24 December'],
    ['far beyond the listed holidays', visitedOnce, '2026-11-19', '2026-11-09', '2099-01-01', 'too late'],
    ['today', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-09', 'is not ahead'],
    ['yesterday', visitedOnce, '2026-11-19', '2026-11-09', '2026-11-08', 'is not ahead'],
    ['a Sunday with no working day between', visitedOnce, '2026-11-19', '2026-11-13', '2026-11-15', 'no working day'],
  ])('is never %s', (_which, about, due, today, day, because) => {
    expect(at(about, due, today, day)).toMatchObject({ ok: false, beside: { day: expect.stringContaining(because) } });
  });

  it('is refused with the regulation', () => {
    expect(at(visitedOnce, '2026-11-19', '2026-11-09', '2026-11-20')).toMatchObject({
      because: expect.stringContaining('Care Planning Regulations 2010 (SI 2010/959) reg 28'),
    });
  });

  it.each([
    ['far ahead', '2026-11-09', ['2026-11-10', '2026-11-17', '2026-11-18', '2026-11-19']],
    ['over a weekend', '2026-11-13', ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']],
    ['on the eve', '2026-11-18', ['2026-11-19']],
  ])('is offered %s, each day once', (_when, today, days) => {
    const offered = snoozeDays(owed(visitedOnce, '2026-11-19', today), localDate(today), northmoor);
    expect(offered.map(({ day }) => day)).toEqual(days);
    for (const { day } of offered) expect(at(visitedOnce, '2026-11-19', today, day)).toMatchObject({ ok: true });
  });
});

describe('who may put a deadline off', () => {
  const refusal = (about: Case, due: string, today: string, by = ayesha, authority = northmoor) =>
    snoozeRefusal({ about, deadline: owed(about, due, today) }, by, authority, localDate(today));

  it('is whoever owes it, or covers for them today', () => {
    expect(refusal(visitedOnce, '2026-11-19', '2026-11-09')).toBeNull();
    const covered = away(ayesha, ben, '2026-11-09', '2026-11-09');
    expect(refusal(visitedOnce, '2026-11-19', '2026-11-09', ben, covered)).toBeNull();
    expect(refusal(visitedOnce, '2026-11-19', '2026-11-10', ben, covered)?.because).toContain('Ayesha Khan’s to do');
  });

  it.each([
    ['the team manager who is told', priya, '2026-11-09', 'Ayesha Khan’s to do'],
    ['anybody on the day it is due', ayesha, '2026-11-19', 'It is due today (Care Planning Regulations 2010'],
    ['anybody once it is late', ayesha, '2026-11-20', 'It was due on Thu 19 November 2026 (Care Planning'],
  ])('is not %s', (_who, by, today, because) => {
    expect(refusal(visitedOnce, '2026-11-19', today, by)?.because).toContain(because);
  });

  it('is nobody on the last working day before a Saturday', () => {
    const says = refusal(dueOnSaturday, '2026-12-12', '2026-12-11')?.because;
    expect(says).toContain('today is the last working day before Sat 12 December 2026');
    expect(says).toContain('You can say that you have seen it');
  });
});

describe('the next check of a deadline that was seen', () => {
  const days = (about: Case, due: string, today: string) =>
    checkDays(owed(about, due, today), localDate(today), northmoor);

  it('is within five working days', () => {
    expect(days(visitedOnce, '2026-11-19', '2026-11-09').at(-1)).toBe('2026-11-16');
  });

  it('is not past the last day to act', () => {
    expect(days(visitedOnce, '2026-11-19', '2026-11-17')).toEqual(['2026-11-18', '2026-11-19']);
    expect(days(dueOnSaturday, '2026-12-12', '2026-12-10')).toEqual(['2026-12-11']);
  });

  it('is the next working day of what is due today, and within five of what is late', () => {
    expect(days(visitedOnce, '2026-11-19', '2026-11-19')).toEqual(['2026-11-20']);
    expect(days(dueOnSaturday, '2026-12-12', '2026-12-11')).toEqual(['2026-12-14']);
    expect(days(visitedOnce, '2026-11-19', '2026-11-20')).toHaveLength(5);
  });

  it('is the next working day where none was chosen', () => {
    const deadline = owed(visitedOnce, '2026-11-19', '2026-11-13');
    expect(checkedOn(deadline, null, localDate('2026-11-13'), northmoor)).toEqual({ ok: true, value: '2026-11-16' });
  });

  it.each([
    ['a sixth working day', '2026-11-17'],
    ['today', '2026-11-09'],
    ['a day nobody has listed the holidays for', '2099-01-01'],
  ])('is not %s', (_which, day) => {
    const deadline = owed(visitedOnce, '2026-11-19', '2026-11-09');
    expect(checkedOn(deadline, localDate(day), localDate('2026-11-09'), northmoor)).toMatchObject({
      ok: false,
      beside: { nextCheck: expect.stringContaining('from Tue 10 November 2026 to Mon 16 November 2026') },
    });
  });
});
