import { describe, expect, it } from 'vitest';
import { dayOf, type Instant, sayTime } from '../../src/clock.ts';
import { type KeptLetter, paceOf } from '../../src/letters/model.ts';
import { mayBeSaid } from '../../src/letters/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { checksAfter } from '../../src/returns/after/checks.ts';
import { brokeDownLetter, checkLetter } from '../../src/returns/after/letters.ts';
import { NOTHING_AFTER } from '../../src/returns/after/model.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { NOTHING_PLANNED, type Service } from '../../src/returns/transition/model.ts';
import { wakeReturns } from '../../src/returns/wake.ts';
import { away, ayesha, chloe, northmoor, priya, sightOf } from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import { anAnswer, anUnplanned, aReturningCase, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, wentHome } from '../timetable/case-facts.ts';

const waiting: Service = {
  id: 1,
  name: 'Parenting course',
  who: 'Family Centre',
  startBy: localDate('2027-12-31'),
  checked: null,
};
const begun: Service = { ...waiting, id: 2, checked: { begun: true, words: '', by: ayesha.id, at: at('2026-12-01') } };
const withServices = (...services: readonly Service[]) => ({ transition: { ...NOTHING_PLANNED, services } });

/** Home on a day from section 20, with a service that is promised and has not begun. */
function homeOn(day: string, parts: Partial<ReturnPlan> = {}): ReturningCase {
  const plan = anUnplanned({ wentHomeOn: localDate(day), ...withServices(waiting, begun), ...parts });
  const child = aReturningCase();
  return { ...child, events: [lookedAfter('2026-01-05', 's20'), wentHome(day)], returns: [plan] };
}

const asked = (about: ReturningCase, now: Instant, authority = northmoor) =>
  checksAfter(planOf(about), about, now, authority);
const said = (about: ReturningCase, now: Instant) => asked(about, now).letters.map(({ facts }) => facts.what);
const moment = (instant: Instant | null) => instant && `${dayOf(instant)} ${sayTime(instant)}`;
const broken = {
  on: localDate('2026-12-01'),
  backInCare: false,
  why: 'x',
  learned: 'y',
  by: ayesha.id,
  at: at('2026-12-01'),
};

describe('two and six weeks after a return', () => {
  // Worked by hand: the last working day on or before, at nine in London.
  it.each([
    ['an ordinary Friday', '2026-11-20', '2026-12-04', '2027-01-01, New Year’s Day: the day before', '2026-12-31'],
    ['two weeks end on Christmas Day', '2026-12-11', '2026-12-24', 'an ordinary Friday', '2027-01-22'],
    ['two weeks end on the Monday after Boxing Day', '2026-12-14', '2026-12-24', 'a Monday', '2027-01-25'],
    ['two weeks end on Good Friday', '2026-03-20', '2026-04-02', 'six weeks on 1 May', '2026-05-01'],
    ['two weeks end on Easter Monday', '2027-03-15', '2027-03-25', 'a Monday, the clocks forward', '2027-04-26'],
    ['six weeks end on Easter Monday', '2027-02-15', '2027-03-01', 'the Thursday before Good Friday', '2027-03-25'],
    ['six weeks end on the early May holiday', '2026-03-23', '2026-04-02', 'the Friday before', '2026-05-01'],
  ])('%s: home on %s', (_why, home, first, _then, second) => {
    const about = homeOn(home);
    const before = asked(about, at(home));
    expect(before.letters).toEqual([]);
    expect(moment(before.wakeAt)).toBe(`${first} 09:00`);
    expect(said(about, at(first, '08:59'))).toEqual([]);
    expect(said(about, at(first, '09:00'))).toEqual(['services']);
    const then = asked(about, at(first, '09:00'));
    expect(moment(then.wakeAt)).toBe(`${second} 09:00`);
    expect(said(about, at(second, '08:59'))).toEqual(['services']);
    expect(said(about, at(second, '09:00'))).toContain('help');
    expect(asked(about, at(second, '09:00')).wakeAt).toBeNull();
  });

  it('the social worker is asked, or whoever covers, once for each question', () => {
    const about = homeOn('2026-11-20');
    const letters = asked(about, at('2026-12-04', '09:00')).letters;
    expect(letters).toMatchObject([
      { key: 'RH-0001/check/services', kind: 'return.check', to: { person: ayesha.id }, facts: { return: 'RH-0001' } },
    ]);
    const leave = away(ayesha, chloe, '2026-12-04', '2026-12-04');
    const [covered] = asked(about, at('2026-12-04', '09:00'), leave).letters;
    expect(covered).toMatchObject({ key: 'RH-0001/check/services', to: { person: chloe.id } });
    expect(JSON.stringify(letters)).not.toMatch(/C-1042|Parenting|Family Centre/);
  });

  it('nobody is asked at night or at the weekend: the next morning of work will do', async () => {
    const room = await council({ ...homeOn('2026-11-20'), wakeAt: at('2026-12-04') });
    const checks = async () => (await room.letters()).filter(({ kind }) => kind === 'return.check');
    for (const [day, time] of [
      ['2026-12-04', '18:00'],
      ['2026-12-05', '11:00'],
      ['2026-12-07', '07:59'],
    ] as const) {
      await room.tick(day, time);
      const [check, ...more] = await checks();
      expect(more).toEqual([]);
      expect(mayBeSaid(paceOf(check!), at(day, time), northmoor.holidays)).toBe(false);
    }
    expect(mayBeSaid(paceOf((await checks())[0]!), at('2026-12-07', '08:00'), northmoor.holidays)).toBe(true);
  });

  it.each([
    ['no service was promised', withServices(), []],
    ['every service has begun', withServices(begun), []],
    ['the checklist says it was checked', { answers: [anAnswer('SUP-01')] }, []],
    ['it was called not applicable', { answers: [anAnswer('SUP-01', { answer: 'not-applicable' })] }, []],
    ['only a note stands beside the question', { answers: [anAnswer('SUP-01', { answer: 'not-done' })] }, ['services']],
    ['another question was answered', { answers: [anAnswer('SUP-04')] }, ['services']],
    ['the child is not home yet', { wentHomeOn: null }, []],
    ['another return took its place', { overtakenBy: 'RH-0002' }, []],
    ['it broke down', { after: { ...NOTHING_AFTER, breakdown: broken } }, []],
  ])('after two weeks, when %s', (_when, parts: Partial<ReturnPlan>, what) => {
    expect(said(homeOn('2026-11-20', parts), at('2026-12-04'))).toEqual(what);
  });

  it('nobody is asked once the child is back in care', () => {
    const about = homeOn('2026-11-20');
    const back = { ...about, events: [...about.events, lookedAfter('2026-12-01', 's20')] };
    expect(asked(back, at('2026-12-04'))).toEqual({ letters: [], wakeAt: null });
  });

  it('the second question is asked though nothing was promised, until it is answered', () => {
    expect(said(homeOn('2026-11-20', withServices()), at('2027-01-04'))).toEqual(['help']);
    expect(said(homeOn('2026-11-20', { answers: [anAnswer('SUP-04')] }), at('2026-12-31'))).toEqual(['services']);
  });

  it('what was missed for long is not brought up any more', () => {
    const about = homeOn('2026-11-20');
    expect(said(about, at('2027-01-04'))).toEqual(['help']);
    expect(said(about, at('2027-05-21'))).toEqual(['help']);
    expect(said(about, at('2027-05-24'))).toEqual([]);
  });

  it('it is the sweep that asks', () => {
    const about = homeOn('2026-11-20');
    const woken = wakeReturns(about, at('2026-12-04', '09:00'), northmoor);
    expect(woken.letters.map(({ key }) => key)).toContain('RH-0001/check/services');
    expect(woken.changed).toBe(false);
  });
});

describe('the letters, as the record stands when they are sent', () => {
  const kept = (kind: KeptLetter['kind'], what: string): KeptLetter => ({
    key: 'k',
    kind,
    to: { person: ayesha.id },
    facts: { return: 'RH-0001', what },
    live: false,
    writtenAt: at('2026-12-04'),
    record: { kind: 'case', id: 'C-1042' },
    passage: { at: 'unsent', tries: 0, nextTryAt: at('2026-12-04'), trouble: null },
    attempts: [],
  });
  const sight = sightOf(ayesha, at('2026-12-04'));

  it('name what has not begun, and open the way to answer', () => {
    const about = homeOn('2026-11-20');
    expect(checkLetter(about, kept('return.check', 'services'), sight)).toMatchObject({
      heading: 'Has each promised service begun?',
      lines: [{ says: '○ Parenting course, promised by Fri 31 December 2027' }],
      asksServices: true,
      asksHelp: false,
    });
    expect(checkLetter(about, kept('return.check', 'help'), sight)).toMatchObject({
      heading: 'Is the family pulling out of help?',
      why: expect.stringContaining('the week is our proposal'),
      lines: [],
      asksHelp: true,
    });
  });

  it('are dropped once they were answered, or the record is gone', () => {
    const done = homeOn('2026-11-20', withServices(begun));
    expect(checkLetter(done, kept('return.check', 'services'), sight)).toHaveProperty('dropped');
    expect(checkLetter(aReturningCase(), kept('return.check', 'help'), sight)).toHaveProperty('dropped');
    expect(brokeDownLetter(done, kept('return.broke-down', ''), sight)).toHaveProperty('dropped');
  });

  it('say what was learned to those who are told', () => {
    const about = homeOn('2026-11-20', { after: { ...NOTHING_AFTER, breakdown: { ...broken, backInCare: true } } });
    expect(brokeDownLetter(about, kept('return.broke-down', ''), sightOf(priya, at('2026-12-01')))).toMatchObject({
      learned: 'y',
      facts: [
        { title: 'Broke down on', value: 'Tue 1 December 2026' },
        { title: 'Back in care', value: 'Yes' },
        { title: 'Recorded by', value: 'Ayesha Khan' },
      ],
    });
  });
});
