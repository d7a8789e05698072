import { describe, expect, it } from 'vitest';
import { dayOf, type Instant, sayTime } from '../../src/clock.ts';
import { digestAfter, digestNext, isDigestDue, newDiary, putOffOf } from '../../src/diaries/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { away, ayesha, ben, northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const half = { digestAt: '08:30', last: null };
const said = (moment: Instant | null) => moment && `${dayOf(moment)} ${sayTime(moment)}`;

describe('the next digest', () => {
  it.each([
    ['is today’s before its time', '2026-11-23 08:29', '2026-11-23 08:30'],
    ['is this very moment at its time', '2026-11-23 08:30', '2026-11-23 08:30'],
    ['is tomorrow’s once it has passed', '2026-11-23 08:31', '2026-11-24 08:30'],
    ['is Monday’s from Friday', '2026-11-20 12:00', '2026-11-23 08:30'],
    ['steps over Good Friday and Easter Monday', '2026-04-02 09:00', '2026-04-07 08:30'],
    ['steps over Christmas and the substitute for Boxing Day', '2026-12-24 09:00', '2026-12-29 08:30'],
    ['steps over New Year', '2026-12-31 09:00', '2027-01-04 08:30'],
    [
      'is at half past eight in summer time, on the Monday after the clocks went on',
      '2026-03-27 09:00',
      '2026-03-30 08:30',
    ],
    [
      'is at half past eight in winter time, on the Monday after the clocks went back',
      '2026-10-23 09:00',
      '2026-10-26 08:30',
    ],
  ])('%s', (_how, now, expected) => {
    expect(said(digestNext(half, ayesha, at(...(now.split(' ') as [string, string])), northmoor))).toBe(expected);
  });

  it('is the same moment for London, an hour earlier for the computer in summer', () => {
    expect(digestNext(half, ayesha, at('2026-03-28'), northmoor)).toBe('2026-03-30T07:30:00.000Z');
    expect(digestNext(half, ayesha, at('2026-10-24'), northmoor)).toBe('2026-10-26T08:30:00.000Z');
  });

  it.each([
    ['leave that begins tomorrow', '2026-12-01', '2026-12-04', '2026-11-30 09:00', '2026-12-07 08:30'],
    ['leave of one day', '2026-12-01', '2026-12-01', '2026-11-30 09:00', '2026-12-02 08:30'],
    ['leave that began', '2026-11-23', '2026-11-27', '2026-11-25 12:00', '2026-11-30 08:30'],
  ])('comes after %s', (_what, from, to, now, expected) => {
    const authority = away(ayesha, ben, from, to);
    const person = authority.register.get(ayesha.id)!;
    expect(said(digestNext(half, person, at(...(now.split(' ') as [string, string])), authority))).toBe(expected);
  });

  it('comes at the time that the person has chosen', () => {
    expect(said(digestNext({ ...half, digestAt: '17:30' }, ayesha, at('2026-11-23', '12:00'), northmoor))).toBe(
      '2026-11-23 17:30',
    );
  });

  it('is not today’s a second time, though its time was put later', () => {
    const later = { digestAt: '15:00', last: { on: localDate('2026-11-23'), about: [] } };
    expect(said(digestNext(later, ayesha, at('2026-11-23', '12:00'), northmoor))).toBe('2026-11-24 15:00');
    expect(said(digestAfter({ ...half, digestAt: '15:00' }, ayesha, at('2026-11-23', '08:30'), northmoor))).toBe(
      '2026-11-24 15:00',
    );
  });

  it('is never past the days whose bank holidays are known', () => {
    const { knownUntil } = northmoor.holidays;
    expect(digestNext(half, ayesha, at(knownUntil, '23:00'), northmoor)).toBeNull();
  });
});

describe('a digest is due', () => {
  it.each([
    ['2026-11-23 08:29', false],
    ['2026-11-23 08:30', true],
    ['2026-11-23 17:59', true],
    ['2026-11-23 18:00', false],
    ['2026-11-22 10:00', false],
    ['2026-12-25 10:00', false],
  ])('at %s: %s', (now, expected) => {
    expect(isDigestDue(half, ayesha, at(...(now.split(' ') as [string, string])), northmoor)).toBe(expected);
  });

  it('once a day', () => {
    const had = { ...half, last: { on: localDate('2026-11-23'), about: [] } };
    expect(isDigestDue(had, ayesha, at('2026-11-23', '12:00'), northmoor)).toBe(false);
    expect(isDigestDue(had, ayesha, at('2026-11-24', '12:00'), northmoor)).toBe(true);
  });

  it('never during leave', () => {
    const authority = away(ayesha, ben, '2026-11-23', '2026-11-23');
    expect(isDigestDue(half, authority.register.get(ayesha.id)!, at('2026-11-23', '09:00'), authority)).toBe(false);
  });
});

it('a new diary wakes for the next digest, at half past eight', () => {
  expect(newDiary(ayesha, at('2026-11-20', '12:00'), northmoor)).toMatchObject({
    id: ayesha.id,
    digestAt: '08:30',
    wakeAt: at('2026-11-23', '08:30'),
    last: null,
  });
});

describe('what was put off', () => {
  const due = localDate('2026-12-10');
  const ref = { case: 'C-1042', rule: 'R-VIS-02', due };
  const entry = (until: string, on = '2026-12-01') =>
    ({ ...ref, how: 'snoozed', until: localDate(until), at: at(on) }) as const;
  const off = (until: string, today: string, standing: 'late' | 'due-soon', on?: string) =>
    putOffOf(
      [entry(until, on)],
      { case: 'C-1042', deadline: { rule: 'R-VIS-02', due, standing } },
      localDate(today),
    ) !== null;

  it.each([
    ['is away until its day', '2026-12-08', '2026-12-07', 'due-soon', true, '2026-12-01'],
    ['is back on its day', '2026-12-08', '2026-12-08', 'due-soon', false, '2026-12-01'],
    [
      'is back once it is late, though it was put off while there was time',
      '2026-12-14',
      '2026-12-11',
      'late',
      false,
      '2026-12-01',
    ],
    ['stays away until the next check when it was seen late', '2026-12-16', '2026-12-15', 'late', true, '2026-12-14'],
  ] as const)('%s', (_how, until, today, standing, expected, on) => {
    expect(off(until, today, standing, on)).toBe(expected);
  });

  it('is that deadline and no other', () => {
    const deadline = { rule: 'R-VIS-02', due, standing: 'due-soon' } as const;
    const today = localDate('2026-12-02');
    expect(putOffOf([entry('2026-12-08')], { case: 'C-1043', deadline }, today)).toBeNull();
    expect(
      putOffOf([entry('2026-12-08')], { case: 'C-1042', deadline: { ...deadline, rule: 'R-VIS-03a' } }, today),
    ).toBeNull();
  });
});
