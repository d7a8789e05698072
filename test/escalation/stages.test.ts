import { describe, expect, it } from 'vitest';
import { INFORMAL } from '../../src/escalation/model.ts';
import {
  capOf,
  flightPlan,
  formalTotal,
  landingAt,
  reminderDays,
  stageDue,
  titleOf,
} from '../../src/escalation/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { away, grace, headHelen, iroOlu, northmoor, priya, tom, without } from '../builders/people.ts';

const { holidays, ladder, register } = northmoor;
const line = { teamManager: priya.id, service: 'North' };
const day = localDate;
const conflicts = { decidedBy: null, iro: iroOlu.id, asked: [] };
const climb = (cap: string | null, urgent = false) => ({
  ladder,
  line,
  conflicts,
  urgent,
  cap: cap === null ? null : day(cap),
});

/** The last day of each stage when nobody ever answers. */
function lastDays(formalOn: string): string[] {
  const cap = capOf(day(formalOn), holidays);
  const ends: string[] = [];
  let start = day(formalOn);
  for (let stage = 0; stage < ladder.stages.length; stage += 1) {
    start = stageDue(climb(cap), stage, start, holidays);
    ends.push(start);
  }
  return ends;
}

describe('the days of a climb', () => {
  it.each([
    ['TV42, over Easter', '2026-03-25', ['2026-04-01', '2026-04-10', '2026-04-17', '2026-04-22', '2026-04-24']],
    ['TV43, over Christmas', '2026-12-18', ['2026-12-29', '2027-01-06', '2027-01-13', '2027-01-18', '2027-01-20']],
    [
      'TV44, from a Sunday with a clock change',
      '2026-10-25',
      ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-18', '2026-11-20'],
    ],
    [
      'TV45, Easter with a clock change',
      '2027-03-19',
      ['2027-03-30', '2027-04-06', '2027-04-13', '2027-04-16', '2027-04-20'],
    ],
    ['TV46, midsummer', '2026-07-01', ['2026-07-08', '2026-07-15', '2026-07-22', '2026-07-27', '2026-07-29']],
  ])('are right for %s', (_what, formalOn, ends) => {
    expect(lastDays(formalOn)).toEqual(ends);
    expect(capOf(day(formalOn), holidays)).toBe(ends.at(-1));
  });

  it('give the Director three days from a bypass on day one, with the cap where it was (TV47)', () => {
    expect(stageDue(climb('2026-04-24'), 3, day('2026-03-25'), holidays)).toBe('2026-03-30');
  });

  it('give an urgent stage one working day (TV48)', () => {
    expect(stageDue(climb(null, true), 0, day('2026-05-22'), holidays)).toBe('2026-05-26');
  });

  it('give the informal rung five working days, outside the twenty (TV51)', () => {
    expect(stageDue(climb(null), INFORMAL, day('2026-04-01'), holidays)).toBe('2026-04-10');
  });

  it('never take a stage past the cap', () => {
    expect(stageDue(climb('2026-04-24'), 2, day('2026-04-21'), holidays)).toBe('2026-04-24');
  });

  it('total twenty in the sample ladder', () => {
    expect(formalTotal(ladder)).toBe(20);
  });
});

describe('who answers at the next stage', () => {
  const on = day('2026-04-02');

  it('is the holder of its post in the child’s service', () => {
    expect(landingAt(climb(null), 1, null, register, on)).toMatchObject({
      stage: 1,
      holder: { person: { name: 'Grace Obi' } },
      notes: [],
    });
  });

  it('is the team manager named in the case, not any other', () => {
    const south = { ...climb(null), line: { teamManager: tom.id, service: 'South' } };
    expect(landingAt(south, 0, null, register, on)).toMatchObject({ holder: { person: { name: 'Tom Reed' } } });
  });

  it('is cover while the holder is away', () => {
    const covered = away(grace, tom, '2026-04-01', '2026-04-09').register;
    expect(landingAt(climb(null), 1, null, covered, on)).toMatchObject({
      stage: 1,
      holder: { person: { name: 'Tom Reed' }, covering: { name: 'Grace Obi' } },
    });
  });

  it('passes over a vacancy with a note', () => {
    expect(landingAt(climb(null), 1, null, without(grace).register, on)).toMatchObject({
      stage: 2,
      notes: [expect.stringContaining('Service manager passed over: nobody holds the post')],
    });
  });

  it('passes over a person who was asked just before under another hat', () => {
    const covered = away(headHelen, grace, '2026-04-01', '2026-04-30').register;
    expect(landingAt(climb(null), 2, grace.id, covered, on)).toMatchObject({
      stage: 3,
      notes: [expect.stringContaining('Grace Obi answers there too')],
    });
  });

  it('is nobody above the last stage', () => {
    expect(landingAt(climb(null), 5, null, register, on)).toBeNull();
  });
});

describe('the flight plan', () => {
  const atFirst = { stage: 0, due: day('2026-04-01'), officer: priya.id };
  const said = (steps: ReturnType<typeof flightPlan>) =>
    steps.map(({ stage, holder, due }) => `${titleOf(ladder, stage)}: ${holder.person.name} by ${due}`);

  it('names each later stage with its holder and last day, up to day twenty', () => {
    expect(said(flightPlan(climb('2026-04-24'), atFirst, register, holidays))).toEqual([
      'Service manager: Grace Obi by 2026-04-10',
      'Head of service: Helen Frost by 2026-04-17',
      "Director of Children's Services: Ruth Adeyemi by 2026-04-22",
      'Chief Executive: David Lowe by 2026-04-24',
    ]);
  });

  it('names cover for a holder who will be away by then', () => {
    const covered = away(headHelen, tom, '2026-04-13', '2026-04-17').register;
    expect(said(flightPlan(climb('2026-04-24'), atFirst, covered, holidays))[1]).toBe(
      'Head of service: Tom Reed by 2026-04-17',
    );
  });

  it('starts the twenty days where the informal rung ends', () => {
    const informal = { stage: INFORMAL, due: day('2026-04-10'), officer: priya.id };
    const plan = flightPlan(climb(null), informal, register, holidays);
    expect(said(plan)[0]).toBe('Team manager: Priya Shah by 2026-04-17');
    expect(plan.at(-1)?.due).toBe(capOf(day('2026-04-10'), holidays));
  });

  it('ends where the days do', () => {
    expect(flightPlan(climb('2026-04-24'), { ...atFirst, due: day('2026-04-24') }, register, holidays)).toEqual([]);
  });
});

describe('the reminders of a stage', () => {
  it.each([
    [
      'five days over Easter',
      '2026-04-01',
      '2026-04-10',
      [
        ['2026-04-08', 'half-way'],
        ['2026-04-09', 'tomorrow'],
        ['2026-04-10', 'today'],
      ],
    ],
    [
      'three days',
      '2026-04-17',
      '2026-04-22',
      [
        ['2026-04-21', 'tomorrow'],
        ['2026-04-22', 'today'],
      ],
    ],
    ['one day', '2026-05-22', '2026-05-26', [['2026-05-26', 'today']]],
  ])('are half-way, the working day before and the day itself, for %s', (_what, from, due, days) => {
    expect(reminderDays(day(from), day(due), holidays).map(({ on, what }) => [on, what])).toEqual(days);
  });
});
