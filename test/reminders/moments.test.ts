import { describe, expect, it } from 'vitest';
import { NOT_REMINDED, REMINDER_SET } from '../../src/authority/reminder-set.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import { dayOf, sayTime } from '../../src/clock.ts';
import { localDate } from '../../src/local-date.ts';
import { momentsOf, wakeCase } from '../../src/reminders/rules.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { TIMETABLE } from '../../src/timetable/timetable.ts';
import { aCase } from '../builders/case.ts';
import { ayesha, grace, northmoor, priya } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import {
  changed,
  happened,
  lookedAfter,
  placed,
  reviewed,
  visited,
  wentHome,
  withParents,
} from '../timetable/case-facts.ts';

const { holidays } = northmoor;
const s20 = [lookedAfter('2026-05-01', 's20'), placed('2026-05-01')];
const yearOne = [...s20, visited('2026-05-06'), reviewed('2026-05-20'), reviewed('2026-08-12')];

/** The moments of one rule for a child with these events, as days and times in England. */
function momentsOfRule(rule: string, today: string, events: readonly CaseEvent[]) {
  const about = { ...aCase(), events };
  const deadline = deadlinesOf(about, localDate(today), northmoor).deadlines.find((one) => one.rule === rule);
  if (!deadline) throw new Error(`${rule} is not among the deadlines`);
  const moments = momentsOf(deadline, localDate('2026-01-05'), northmoor);
  return {
    due: deadline.due,
    moments: moments.map(({ step, at: moment, to }) => [step, dayOf(moment), sayTime(moment), to.join('+')]),
  };
}

describe('the moments of a deadline', () => {
  it.each([
    [
      'weekly visit',
      'R-VIS-06a',
      '2026-11-10',
      [lookedAfter('2026-11-02', 'interim-care-order'), withParents('2026-11-02'), visited('2026-11-09')],
      '2026-11-16',
      [
        ['2', '2026-11-12'],
        ['1', '2026-11-13'],
        ['0', '2026-11-16'],
        ['late-1', '2026-11-17'],
        ['late-1', '2026-11-17', 'team-manager'],
        ['late-2', '2026-11-18', 'service-manager'],
      ],
    ],
    [
      'six-weekly visit over Christmas',
      'R-VIS-02',
      '2026-12-01',
      [...yearOne, visited('2026-11-16')],
      '2026-12-28',
      [
        // Due on the substitute for Boxing Day: counted back from Thu 24 December, the last working day.
        ['10', '2026-12-10'],
        ['5', '2026-12-17'],
        ['2', '2026-12-22'],
        ['1', '2026-12-23'],
        ['0', '2026-12-24'],
        ['late-1', '2026-12-29'],
        ['late-1', '2026-12-29', 'team-manager'],
        ['late-3', '2026-12-31', 'service-manager'],
      ],
    ],
    [
      'six-weekly visit over Easter and into summer time',
      'R-VIS-02',
      '2027-02-22',
      [...yearOne, visited('2027-02-15')],
      '2027-03-29',
      [
        ['10', '2027-03-11'],
        ['5', '2027-03-18'],
        ['2', '2027-03-23'],
        ['1', '2027-03-24'],
        ['0', '2027-03-25'],
        ['late-1', '2027-03-30'],
        ['late-1', '2027-03-30', 'team-manager'],
        ['late-3', '2027-04-01', 'service-manager'],
      ],
    ],
    [
      'six-monthly review',
      'R-REV-03',
      '2026-12-01',
      [...yearOne, visited('2026-11-30')],
      '2027-02-12',
      [
        ['20', '2027-01-15'],
        ['10', '2027-01-29'],
        ['5', '2027-02-05'],
        ['2', '2027-02-10'],
        ['late-1', '2027-02-15'],
        ['late-1', '2027-02-15', 'team-manager+iro'],
      ],
    ],
    [
      'first review',
      'R-REV-01',
      '2026-10-06',
      [lookedAfter('2026-10-05', 's20'), placed('2026-10-05')],
      '2026-11-02',
      [
        ['10', '2026-10-19'],
        ['5', '2026-10-26'],
        ['2', '2026-10-29'],
        ['1', '2026-10-30'],
        ['late-1', '2026-11-03'],
        ['late-1', '2026-11-03', 'iro-manager'],
      ],
    ],
    [
      'reg 19 assessment and review',
      'R-PWP-05b',
      '2026-12-24',
      [lookedAfter('2026-06-01', 'care-order'), withParents('2026-12-24', { beforeAssessment: true })],
      '2027-01-12',
      [
        ['5', '2027-01-05'],
        ['2', '2027-01-08'],
        ['1', '2027-01-11'],
        ['late-1', '2027-01-13'],
        ['late-1', '2027-01-13', 'nominated-officer+service-manager'],
      ],
    ],
    [
      'review after a return, in calendar days',
      'R-REV-21',
      '2026-12-14',
      [...s20, wentHome('2026-12-13')],
      '2027-01-02',
      [
        ['10', '2026-12-23'],
        ['5', '2026-12-24'],
        ['2', '2026-12-31'],
        ['late-1', '2027-01-04'],
        ['late-1', '2027-01-04', 'iro-manager'],
      ],
    ],
    [
      'child in need review',
      'R-REV-22',
      '2026-11-03',
      [...s20, wentHome('2026-10-12'), happened('2026-11-02', 'post-return-review-held')],
      '2026-12-14',
      [
        ['10', '2026-11-30'],
        ['5', '2026-12-07'],
        ['2', '2026-12-10'],
        ['late-1', '2026-12-15'],
        ['late-1', '2026-12-15', 'cin-manager'],
      ],
    ],
  ] as const)('of a %s follow the reminder set', (_class, rule, today, events, due, expected) => {
    const found = momentsOfRule(rule, today, events);
    expect(found.due).toBe(due);
    expect(found.moments).toEqual(expected.map(([step, day, to = 'owner']) => [step, day, '08:00', to]));
  });

  it('are at eight in England in winter and in summer, across both changes of the clocks', () => {
    const spring = { ...aCase(), events: [...yearOne, visited('2027-02-15')] };
    const [deadline] = deadlinesOf(spring, localDate('2027-02-22'), northmoor).deadlines.filter(
      ({ act }) => act === 'visit',
    );
    const instants = momentsOf(deadline!, localDate('2026-01-05'), northmoor).map(({ at: moment }) => moment);
    expect(instants).toContain('2027-03-25T08:00:00.000Z');
    expect(instants).toContain('2027-03-30T07:00:00.000Z');
    const autumn = { ...aCase(), events: [...s20, visited('2026-09-15')] };
    const [visit] = deadlinesOf(autumn, localDate('2026-10-20'), northmoor).deadlines.filter(
      ({ act }) => act === 'visit',
    );
    const inAutumn = momentsOf(visit!, localDate('2026-01-05'), northmoor).map(({ at: moment }) => moment);
    expect(visit!.due).toBe('2026-10-27');
    expect(inAutumn).toContain('2026-10-23T07:00:00.000Z');
    expect(inAutumn).toContain('2026-10-26T08:00:00.000Z');
  });

  it('that lie beyond the known bank holidays are left out', () => {
    const { knownUntil } = holidays;
    const about = { ...aCase(), events: [lookedAfter('2026-10-05', 'care-order'), placed('2026-10-05')] };
    const [deadline] = deadlinesOf(about, localDate('2026-10-06'), northmoor).deadlines;
    const last = { ...deadline!, due: knownUntil, actBy: knownUntil };
    expect(momentsOf(last, localDate('2026-10-05'), northmoor).filter(({ step }) => step.startsWith('late'))).toEqual(
      [],
    );
  });
});

describe('the reminder set', () => {
  it('says of every rule of the timetable whether anybody is reminded, once', () => {
    const said = [...REMINDER_SET.flatMap(({ rules }) => rules), ...NOT_REMINDED];
    expect(new Set(said).size).toBe(said.length);
    expect(TIMETABLE.map(({ id }) => id).filter((id) => !said.includes(id))).toEqual([]);
  });

  it('reminds of no date that is only a time to be sat out', () => {
    const about = {
      ...aCase(),
      events: [
        lookedAfter('2026-05-01', 'care-order'),
        changed('2026-05-01', 'care-order'),
        placed('2026-05-01'),
        withParents('2026-10-01'),
      ],
    };
    const deadline = deadlinesOf(about, localDate('2026-10-05'), northmoor).deadlines.find(
      ({ rule }) => rule === 'MON-05',
    );
    expect(momentsOf(deadline!, localDate('2026-05-01'), northmoor)).toEqual([]);
  });
});

describe('waking a case', () => {
  const about = { ...aCase(), events: [...yearOne, visited('2026-11-16')] };
  const wake = (day: string, time = '08:00', one = about) => {
    const { letters, wakeAt } = wakeCase(one, at(day, time), northmoor, () => null);
    return { keys: letters.map(({ key }) => key), wakeAt };
  };

  it('says nothing before the first moment, and sleeps until it', () => {
    expect(wake('2026-12-10', '07:59')).toEqual({ keys: [], wakeAt: at('2026-12-10', '08:00') });
  });

  it('says a reminder at its moment, under a key of its own', () => {
    expect(wake('2026-12-17')).toEqual({ keys: ['C-1042/R-VIS-02/2026-12-28/5'], wakeAt: at('2026-12-22', '08:00') });
  });

  it('says only the latest after a sleep of three days', () => {
    expect(wake('2026-12-24', '11:30')).toMatchObject({ keys: ['C-1042/R-VIS-02/2026-12-28/0'] });
  });

  it('writes a reminder whenever it wakes: quiet hours are the post’s, and a digest comes in the morning', () => {
    const keys = ['C-1042/R-VIS-02/2026-12-28/0'];
    expect(wake('2026-12-25', '12:00')).toEqual({ keys, wakeAt: at('2026-12-29', '08:00') });
    expect(wake('2026-12-24', '23:00')).toEqual({ keys, wakeAt: at('2026-12-29', '08:00') });
  });

  it('tells each rung its own latest when it slept through two', () => {
    expect(wake('2026-12-31').keys).toEqual([
      'C-1042/R-VIS-02/2026-12-28/late-1',
      'C-1042/R-VIS-02/2026-12-28/late-1/team-manager',
      'C-1042/R-VIS-02/2026-12-28/late-3/service-manager',
    ]);
  });

  it('never reminds of a visit that was made', () => {
    const visitedAgain = { ...about, events: [...about.events, visited('2026-12-21')] };
    expect(wake('2026-12-29', '08:00', visitedAgain).keys).toEqual([]);
  });

  it('sleeps for good when nothing is to come', () => {
    const grown = { ...about, bornOn: localDate('2008-06-01') };
    expect(wake('2026-12-29', '08:00', grown)).toEqual({ keys: [], wakeAt: null });
  });

  it('always sleeps until a moment still to come', () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const now = at(
        `2026-12-${String(18 + Math.floor(hour / 24)).padStart(2, '0')}`,
        `${String(hour % 24).padStart(2, '0')}:00`,
      );
      const { wakeAt } = wakeCase(about, now, northmoor);
      if (wakeAt !== null) expect(wakeAt > now).toBe(true);
    }
  });

  it('spares the managers until the next working day when a case is followed late', () => {
    const followed = {
      ...aCase(),
      history: [{ at: at('2026-11-20', '09:30'), by: 'x', what: 'Started following this child' }],
    };
    const digest = () => at('2026-11-23', '08:30');
    const friday = wakeCase(followed, at('2026-11-20', '09:31'), northmoor, digest);
    expect(new Set(friday.letters.map(({ facts }) => facts.step))).toEqual(new Set(['late-1']));
    expect(friday.letters.map(({ key }) => key.split('/').length)).toEqual([4, 4]);
    expect(friday.wakeAt).toBe(at('2026-11-23', '08:00'));
    const monday = wakeCase(followed, at('2026-11-23', '08:00'), northmoor, digest);
    expect(monday.letters.map(({ key }) => key)).toContain('C-1042/R-VIS-01/2026-10-12/late-1/team-manager');
    expect(monday.letters.filter(({ facts }) => facts.alone)).toEqual([]);
  });
});

describe('a reminder that cannot wait for the next digest', () => {
  const about = { ...aCase(), events: [...yearOne, visited('2026-11-16')] };

  it.each([
    ['comes with the digest that is still to come today', '2026-12-24 08:00', '2026-12-24 08:30', false],
    ['comes with a digest that is due this very moment', '2026-12-24 11:00', '2026-12-24 11:00', false],
    ['goes alone on the last day to act, when today’s digest has gone', '2026-12-24 11:00', '2026-12-29 08:30', true],
    ['waits while there is still a digest before the last day', '2026-12-22 11:00', '2026-12-23 08:30', false],
    [
      'waits in the evening, when nobody could be told before the digest anyway',
      '2026-12-24 18:30',
      '2026-12-29 08:30',
      false,
    ],
    ['waits at the weekend', '2027-01-02 11:00', '2027-01-04 08:30', false],
    ['goes alone once late, when today’s digest has gone', '2026-12-29 09:00', '2026-12-30 08:30', true],
    [
      'goes alone to somebody whose next digest comes after a week’s leave',
      '2026-12-23 09:00',
      '2027-01-04 08:30',
      true,
    ],
  ])('%s', (_how, now, digest, alone) => {
    const moment = (said: string) => at(...(said.split(' ') as [string, string]));
    const { letters } = wakeCase(about, moment(now), northmoor, () => moment(digest));
    const own = letters.filter(({ key }) => key.split('/').length === 4);
    expect(own.map(({ facts }) => facts.alone === 'yes')).toEqual([alone]);
  });

  it('is only the owner’s: whoever is told of it hears in their digest', () => {
    const { letters } = wakeCase(about, at('2026-12-31', '11:00'), northmoor, () => at('2027-01-04', '08:30'));
    expect(letters.map(({ key, facts }) => [key.split('/').slice(3).join('/'), facts.alone ?? '', facts.for])).toEqual([
      ['late-1', 'yes', ayesha.id],
      ['late-1/team-manager', '', priya.id],
      ['late-3/service-manager', '', grace.id],
    ]);
  });
});
