import { describe, expect, it } from 'vitest';
import type { Instant } from '../../src/clock.ts';
import { resolve } from '../../src/disputes/ending/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import { plusWorkingDays } from '../../src/working-days.ts';
import { aDispute, allowed, escalated, resolveForm, wokenOn } from '../builders/dispute.ts';
import { iroOlu, northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

/** Every day here was counted by hand from the bank holidays of domain.md 1.1, not from the code. */
const instant = (text: string) => text as Instant;
const count = (from: string, days: number) => plusWorkingDays(localDate(from), days, northmoor.holidays);

/** The last day of every stage when nobody ever answers, and of the twenty. */
function climbOf(dispute: Dispute, until: string) {
  const { climbed, state, clock } = wokenOn(dispute, [at(until, '12:00')]).dispute;
  const last = 'rung' in state ? [state.rung.due] : [];
  return { ends: [...climbed.map(({ due }) => due), ...last], cap: clock?.cap };
}

const CLIMBS: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'TV42, Wed 25 Mar 2026: Thu 26 is day 1; 3 and 6 Apr are not worked',
    '2026-03-25',
    ['2026-04-01', '2026-04-10', '2026-04-17', '2026-04-22', '2026-04-24'],
  ],
  [
    'TV43, Fri 18 Dec 2026: 21–24 Dec are days 1–4, 25 and 28 Dec and 1 Jan are not worked, Tue 29 is day 5',
    '2026-12-18',
    ['2026-12-29', '2027-01-06', '2027-01-13', '2027-01-18', '2027-01-20'],
  ],
  [
    'TV44, Sun 25 Oct 2026, when the clocks go back: Mon 26 is day 1',
    '2026-10-25',
    ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-18', '2026-11-20'],
  ],
  [
    'TV45, Fri 19 Mar 2027: 22–25 Mar are days 1–4, 26 and 29 Mar are not worked, Tue 30 is day 5',
    '2027-03-19',
    ['2027-03-30', '2027-04-06', '2027-04-13', '2027-04-16', '2027-04-20'],
  ],
  [
    'Thu 2 Apr 2026: 3 and 6 Apr are not worked, Tue 7 is day 1, 1 May is day 19, 4 May is not worked, 5 May is day 20',
    '2026-04-02',
    ['2026-04-13', '2026-04-20', '2026-04-27', '2026-04-30', '2026-05-05'],
  ],
  [
    'Good Friday 3 Apr 2026, not itself counted: Tue 7 is day 1, as from the day before',
    '2026-04-03',
    ['2026-04-13', '2026-04-20', '2026-04-27', '2026-04-30', '2026-05-05'],
  ],
  [
    'Fri 27 Mar 2026, the clocks go forward on the 29th: 30 Mar–2 Apr are days 1–4, Tue 7 Apr is day 5',
    '2026-03-27',
    ['2026-04-07', '2026-04-14', '2026-04-21', '2026-04-24', '2026-04-28'],
  ],
  [
    'Thu 23 Apr 2026: 24, 27–30 Apr are days 1–5, 1 May is day 6, 4 May is not worked, Fri 8 is day 10',
    '2026-04-23',
    ['2026-04-30', '2026-05-08', '2026-05-15', '2026-05-20', '2026-05-22'],
  ],
  [
    'Fri 1 May 2026: 4 May is not worked, 5–8 are days 1–4, Fri 22 is day 14, 25 is not worked, Tue 26 is day 15',
    '2026-05-01',
    ['2026-05-11', '2026-05-18', '2026-05-26', '2026-05-29', '2026-06-02'],
  ],
  [
    'Mon 17 Aug 2026: Fri 28 is day 9, 31 Aug is not worked, Tue 1 Sep is day 10',
    '2026-08-17',
    ['2026-08-24', '2026-09-01', '2026-09-08', '2026-09-11', '2026-09-15'],
  ],
  [
    'Fri 23 Oct 2026, before the clocks go back: the same as from the Sunday',
    '2026-10-23',
    ['2026-10-30', '2026-11-06', '2026-11-13', '2026-11-18', '2026-11-20'],
  ],
  [
    'Thu 24 Dec 2026: 29–31 Dec are days 1–3, 1 Jan is not worked, 4 and 5 Jan are days 4 and 5',
    '2026-12-24',
    ['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-22', '2027-01-26'],
  ],
  [
    'Christmas Day 2026: as from Christmas Eve, since Tue 29 is day 1 of both',
    '2026-12-25',
    ['2027-01-05', '2027-01-12', '2027-01-19', '2027-01-22', '2027-01-26'],
  ],
  [
    'Thu 25 Mar 2027: 26 and 29 Mar are not worked, 30 Mar–2 Apr are days 1–4, Mon 5 Apr is day 5',
    '2027-03-25',
    ['2027-04-05', '2027-04-12', '2027-04-19', '2027-04-22', '2027-04-26'],
  ],
  [
    'Easter Sunday 28 Mar 2027, when the clocks go forward: Tue 30 is day 1',
    '2027-03-28',
    ['2027-04-05', '2027-04-12', '2027-04-19', '2027-04-22', '2027-04-26'],
  ],
  [
    'Mon 26 Apr 2027: 27–30 Apr are days 1–4, 3 May is not worked, Tue 4 is day 5',
    '2027-04-26',
    ['2027-05-04', '2027-05-11', '2027-05-18', '2027-05-21', '2027-05-25'],
  ],
  [
    'Mon 17 May 2027: Fri 28 is day 9, 31 May is not worked, Tue 1 June is day 10',
    '2027-05-17',
    ['2027-05-24', '2027-06-01', '2027-06-08', '2027-06-11', '2027-06-15'],
  ],
  [
    'Sun 31 Oct 2027, when the clocks go back: Mon 1 Nov is day 1',
    '2027-10-31',
    ['2027-11-05', '2027-11-12', '2027-11-19', '2027-11-24', '2027-11-26'],
  ],
  [
    'Mon 20 Dec 2027: 21–24 are days 1–4, 27 and 28 are not worked, 29–31 are 5–7, 3 Jan is not worked, Thu 6 is day 10',
    '2027-12-20',
    ['2027-12-29', '2028-01-06', '2028-01-13', '2028-01-18', '2028-01-20'],
  ],
  [
    'Thu 17 Feb 2028, a leap year: 25 and 28 Feb are days 6 and 7, Tue 29 is day 8, Thu 2 Mar is day 10',
    '2028-02-17',
    ['2028-02-24', '2028-03-02', '2028-03-09', '2028-03-14', '2028-03-16'],
  ],
  [
    'leap day, Tue 29 Feb 2028: Wed 1 Mar is day 1',
    '2028-02-29',
    ['2028-03-07', '2028-03-14', '2028-03-21', '2028-03-24', '2028-03-28'],
  ],
  [
    'Thu 13 Apr 2028: 14 and 17 Apr are not worked, Tue 18 is day 1, Fri 28 is day 9, 1 May is not worked, 2 May is day 10',
    '2028-04-13',
    ['2028-04-24', '2028-05-02', '2028-05-09', '2028-05-12', '2028-05-16'],
  ],
];

describe('the last days of a whole climb that nobody answers', () => {
  it.each(CLIMBS)('%s', (_working, formalOn, ends) => {
    const { ends: said, cap } = climbOf(aDispute({}, at(formalOn)), count(formalOn, 25));
    expect(said).toEqual(ends);
    expect(cap).toBe(ends.at(-1));
  });

  it.each([
    [
      'TV46, 2026-06-30T23:30Z is Wed 1 July 00:30: Thu 2 is day 1',
      '2026-06-30T23:30:00.000Z',
      '2026-07-08',
      '2026-07-29',
    ],
    [
      '2026-06-30T22:59Z is still Tue 30 June 23:59: Wed 1 July is day 1',
      '2026-06-30T22:59:00.000Z',
      '2026-07-07',
      '2026-07-28',
    ],
    [
      '2026-03-28T23:30Z is Sat 28 Mar 23:30, not yet summer: Mon 30 is day 1',
      '2026-03-28T23:30:00.000Z',
      '2026-04-07',
      '2026-04-28',
    ],
    [
      '2026-03-29T23:30Z is Mon 30 Mar 00:30: Tue 31 is day 1, Wed 8 Apr day 5',
      '2026-03-29T23:30:00.000Z',
      '2026-04-08',
      '2026-04-29',
    ],
    [
      '2026-10-25T00:30Z is 01:30 for the first time that night: Mon 26 is day 1',
      '2026-10-25T00:30:00.000Z',
      '2026-10-30',
      '2026-11-20',
    ],
    [
      '2026-10-25T23:30Z is Sun 25 Oct 23:30, no longer summer: Mon 26 is day 1',
      '2026-10-25T23:30:00.000Z',
      '2026-10-30',
      '2026-11-20',
    ],
    [
      '2027-03-28T23:30Z is Easter Monday 00:30: Tue 30 is day 1, Mon 5 Apr day 5',
      '2027-03-28T23:30:00.000Z',
      '2027-04-05',
      '2027-04-26',
    ],
    [
      '2026-12-31T23:59Z is New Year’s Eve: 4–8 Jan are days 1–5',
      '2026-12-31T23:59:00.000Z',
      '2027-01-08',
      '2027-01-29',
    ],
  ])('%s', (_working, raised, due, cap) => {
    expect(aDispute({}, instant(raised))).toMatchObject({ state: { rung: { due } }, clock: { cap } });
  });
});

describe('the last day of one stage', () => {
  it.each([
    [
      'TV47, formal Wed 25 Mar 2026, to the Director that day: 26, 27, 30 Mar',
      '2026-03-25',
      '2026-03-25',
      3,
      '2026-03-30',
      '2026-04-24',
    ],
    [
      'formal Fri 18 Dec 2026, to the Director on Wed 23: 24, 29, 30 Dec',
      '2026-12-18',
      '2026-12-23',
      3,
      '2026-12-30',
      '2027-01-20',
    ],
    [
      'formal Fri 18 Dec 2026, to the Head of service on Fri 15 Jan: 5 days would be 22 Jan, the cap is Wed 20',
      '2026-12-18',
      '2027-01-15',
      2,
      '2027-01-20',
      '2027-01-20',
    ],
    [
      'formal Fri 19 Mar 2027, to the Chief Executive on Thu 25: 30, 31 Mar',
      '2027-03-19',
      '2027-03-25',
      4,
      '2027-03-31',
      '2027-04-20',
    ],
    [
      'formal Thu 17 Feb 2028, to the Director on Mon 28: 29 Feb, 1, 2 Mar',
      '2028-02-17',
      '2028-02-28',
      3,
      '2028-03-02',
      '2028-03-16',
    ],
  ] as const)('after a bypass: %s', (_working, formalOn, on, stage, due, cap) => {
    const before = { ...aDispute({}, at(formalOn)), escalateAutomatically: false };
    expect(escalated(before, stage, at(on))).toMatchObject({ state: { rung: { due } }, clock: { cap } });
  });

  it.each([
    ['TV48, Fri 22 May 2026: 25 May is not worked', '2026-05-22', '2026-05-26'],
    ['Thu 2 Apr 2026: Good Friday to Easter Monday are not worked', '2026-04-02', '2026-04-07'],
    ['Sat 28 Mar 2026, the night before the clocks go forward', '2026-03-28', '2026-03-30'],
    ['Christmas Eve 2026: 25 and 28 Dec are not worked', '2026-12-24', '2026-12-29'],
    ['Fri 30 Apr 2027: 3 May is not worked', '2027-04-30', '2027-05-04'],
    ['Mon 28 Feb 2028: Tue is 29 Feb', '2028-02-28', '2028-02-29'],
  ])('when it is urgent, one working day: %s', (_working, on, due) => {
    expect(aDispute({ urgent: true }, at(on))).toMatchObject({ state: { rung: { due } } });
  });

  it('TV48, two working days from Fri 22 May 2026 are Tue 26 and Wed 27', () => {
    expect(count('2026-05-22', 2)).toBe('2026-05-27');
  });

  it.each([
    ['TV51, Wed 1 Apr 2026: 2, 7, 8, 9, 10 Apr', 5, '2026-04-01', '2026-04-10'],
    ['Mon 21 Dec 2026: 22, 23, 24, 29, 30 Dec', 5, '2026-12-21', '2026-12-30'],
    ['Wed 24 Mar 2027: 25, 30, 31 Mar, 1, 2 Apr', 5, '2027-03-24', '2027-04-02'],
    ['Fri 25 Feb 2028: 28, 29 Feb, 1, 2, 3 Mar', 5, '2028-02-25', '2028-03-03'],
    ['TV49, ten from Thu 26 Mar 2026: 27, 30, 31, 1, 2, 7, 8, 9, 10, 13 Apr', 10, '2026-03-26', '2026-04-13'],
    ['TV49, ten from Thu 17 Dec 2026: 18, 21–24, 29–31 Dec, 4, 5 Jan', 10, '2026-12-17', '2027-01-05'],
  ])('when it is informal, outside the twenty: %s', (_working, informalDays, on, due) => {
    const authority = { ...northmoor, ladder: { ...northmoor.ladder, informalDays } };
    expect(aDispute({ startAt: INFORMAL }, at(on), authority)).toMatchObject({ state: { rung: { due } }, clock: null });
  });
});

describe('the check of what was agreed, at ten working days', () => {
  it.each([
    ['TV50, resolved Fri 10 Apr 2026: no holiday, two weeks', '2026-04-10', '2026-04-24'],
    ['resolved Thu 17 Dec 2026: 18, 21–24, 29–31 Dec, 4, 5 Jan', '2026-12-17', '2027-01-05'],
    ['resolved Tue 23 Mar 2027: 24, 25, 30, 31 Mar, 1, 2, 5–8 Apr', '2027-03-23', '2027-04-08'],
    ['resolved Tue 22 Feb 2028: 23–25, 28, 29 Feb, 1–3, 6, 7 Mar', '2028-02-22', '2028-03-07'],
  ])('%s', (_working, on, checkOn) => {
    const dispute = aDispute({}, at(on));
    expect(allowed(resolve(dispute, resolveForm(dispute), iroOlu, northmoor, at(on))).state).toMatchObject({ checkOn });
  });

  it('TV50, twenty from Fri 10 Apr 2026: 24 Apr is the tenth, 4 May is not worked, Mon 11 May is the twentieth', () => {
    expect(count('2026-04-10', 20)).toBe('2026-05-11');
  });
});

/** The mornings between two days on which the officer, or the Director, is reminded. */
function remindedOn(formalOn: string, what: RegExp, until: number): string[] {
  const dispute = aDispute({ escalateAutomatically: false }, at(formalOn));
  const mornings = Array.from({ length: until }, (_, day) => at(count(formalOn, day + 1), '09:00'));
  return wokenOn(dispute, mornings).mornings.flatMap(({ now, letters }) =>
    letters.some(({ kind, facts }) => kind === 'dispute.reminder' && what.test(facts.what!)) ? [now.slice(0, 10)] : [],
  );
}

describe('reminders', () => {
  it.each([
    [
      'TV52, before Tue 7 Apr 2026: Fri 27 Mar, Wed 1 Apr, Thu 2 Apr',
      '2026-04-07',
      ['2026-03-27', '2026-04-01', '2026-04-02'],
    ],
    ['TV53, before Tue 29 Dec 2026: 18, 23, 24 Dec', '2026-12-29', ['2026-12-18', '2026-12-23', '2026-12-24']],
    ['TV53, before Tue 30 Mar 2027: 19, 24, 25 Mar', '2027-03-30', ['2027-03-19', '2027-03-24', '2027-03-25']],
  ])('at five, two and one working days %s', (_working, due, days) => {
    expect([-5, -2, -1].map((before) => count(due, before))).toEqual(days);
  });

  it.each([
    [
      'formal Fri 27 Mar 2026: day 3 is Wed 1 Apr, day 4 Thu 2, day 5 Tue 7',
      '2026-03-27',
      ['2026-04-01', '2026-04-02', '2026-04-07'],
    ],
    [
      'formal Fri 18 Dec 2026: day 3 is Wed 23, day 4 Thu 24, day 5 Tue 29',
      '2026-12-18',
      ['2026-12-23', '2026-12-24', '2026-12-29'],
    ],
    [
      'formal Fri 19 Mar 2027: day 3 is Wed 24, day 4 Thu 25, day 5 Tue 30',
      '2027-03-19',
      ['2027-03-24', '2027-03-25', '2027-03-30'],
    ],
    [
      'formal Wed 23 Feb 2028: day 3 is Mon 28, day 4 Tue 29, day 5 Wed 1 Mar',
      '2028-02-23',
      ['2028-02-28', '2028-02-29', '2028-03-01'],
    ],
  ])('of a stage of five days, %s', (_working, formalOn, days) => {
    expect(remindedOn(formalOn, /half-way|tomorrow|today/, 5)).toEqual(days);
  });

  it.each([
    ['over Easter: 17, 22, 23, 24 Apr', '2026-03-25', ['2026-04-17', '2026-04-22', '2026-04-23', '2026-04-24']],
    ['over Christmas: 13, 18, 19, 20 Jan', '2026-12-18', ['2027-01-13', '2027-01-18', '2027-01-19', '2027-01-20']],
  ])('of the twenty days, on days 15, 18, 19 and 20 %s', (_working, formalOn, days) => {
    expect(remindedOn(formalOn, /twenty-days/, 20)).toEqual(days);
  });

  it.each([
    ['due Fri 27 Mar 2026, winter: Mon 30 is summer, so 08:00Z', '2026-03-20', '2026-03-30T08:00:00.000Z'],
    ['due Fri 23 Oct 2026, summer: Mon 26 is winter, so 09:00Z', '2026-10-16', '2026-10-26T09:00:00.000Z'],
    ['due Thu 25 Mar 2027, winter: Tue 30 is summer, so 08:00Z', '2027-03-18', '2027-03-30T08:00:00.000Z'],
    ['due Fri 29 Oct 2027, summer: Mon 1 Nov is winter, so 09:00Z', '2027-10-22', '2027-11-01T09:00:00.000Z'],
  ])('at 09:00 in England: a stage %s is when it moves up', (_working, formalOn, moment) => {
    const [before] = wokenOn(aDispute({}, at(formalOn)), [at(count(formalOn, 5), '09:00')]).mornings;
    expect(before!.wakeAt).toBe(moment);
  });
});
