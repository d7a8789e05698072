import { describe, expect, it } from 'vitest';
import { paceOf } from '../../src/letters/model.ts';
import { mayBeSaid } from '../../src/letters/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { asOn, lapsesAt, whyLapsed } from '../../src/returns/decisions/lapsing.ts';
import { requestDecision } from '../../src/returns/decisions/rules.ts';
import { decide } from '../../src/returns/decisions/verdict.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { wakeReturns } from '../../src/returns/wake.ts';
import { recordReturn } from '../../src/returns/went/rules.ts';
import { aConcern as raised } from '../builders/case.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, headHelen, nominatedSamuel, northmoor, priya } from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import {
  anAnswer,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  inCare,
  lapsed,
  planOf,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { changed, happened } from '../timetable/case-facts.ts';

const aConcern = (day: string, time = '12:00') => raised({ raisedAt: at(day, time) });
const why = (about: ReturningCase, day = '2026-12-01', parts: Partial<ReturnPlan> = {}) =>
  whyLapsed({ ...planOf(about), ...parts }, about, localDate(day));
const withEvents = (about: ReturningCase, ...events: ReturningCase['events']): ReturningCase => ({
  ...about,
  events: [...about.events, ...events],
});
/** Approved on Tue 24 November 2026 for Mon 14 December, with a fortnight either way. */
const standing = approved();
const underOrder = approved(inCare(), aPlan({ route: 'with-parents', legalStatus: 'care-order' }));

describe('an approval', () => {
  it('stands while nothing it rested on has changed', () => {
    expect(why(standing)).toBeNull();
    expect(why(underOrder)).toBeNull();
  });

  it.each([
    ['an order is made', withEvents(standing, changed('2026-11-30', 'care-order')), 'legal status has changed'],
    [
      'the order under which the child was to be placed is replaced by another',
      withEvents(underOrder, changed('2026-11-30', 'interim-care-order')),
      'from “Care order” to “Interim care order”',
    ],
    ['care ends', withEvents(standing, happened('2026-11-30', 'ceased-to-be-looked-after')), 'to “Not looked after”'],
    ['a concern is raised', { ...standing, concerns: [aConcern('2026-11-30')] }, 'a concern was raised on Mon 30'],
    ['an older concern is on record', { ...standing, concerns: [aConcern('2026-11-23')] }, null],
    ['the child will be 16 on the planned day', { ...standing, bornOn: localDate('2010-12-10') }, 'no longer fits'],
    ['the child will be 16 just after it', { ...standing, bornOn: localDate('2010-12-15') }, null],
  ] as const)('when %s', (_what, about, because) => {
    if (because) expect(why(about as ReturningCase)).toContain(because);
    else expect(why(about as ReturningCase)).toBeNull();
  });

  it('lapses when the route is changed to one that somebody else decides', () => {
    expect(why(approved(aged(17)), '2026-12-01', { route: 'sixteen-or-seventeen' })).toContain('somebody else must');
  });

  it.each([
    ['14 days later', '2026-12-28', true],
    ['15 days later', '2026-12-29', false],
    ['14 days earlier', '2026-11-30', true],
    ['15 days earlier', '2026-11-29', false],
  ])('with the planned day moved %s stands: %s', (_what, day, stands) => {
    expect(why(standing, '2026-11-25', { plannedFor: localDate(day) }) === null).toBe(stands);
  });

  it('takes the days that its own plan allows', () => {
    const none = { transition: { ...planOf(standing).transition, mayMoveBy: 0 } };
    expect(why(standing, '2026-11-25', { ...none, plannedFor: localDate('2026-12-15') })).toContain('more than 0 days');
    expect(why(standing, '2026-12-14', none)).toBeNull();
    expect(why(standing, '2026-12-15', none)).toContain('not home by Mon 14 December 2026');
  });

  it('lapses the day after the last on which it allows the child home', () => {
    expect(why(standing, '2026-12-28')).toBeNull();
    expect(why(standing, '2026-12-29')).toContain('not home by Mon 28 December 2026');
  });

  it('counts from the day that was decided on, not from wherever it has been moved to since', () => {
    expect(why(standing, '2026-12-29', { plannedFor: localDate('2026-12-24') })).toContain('decided for Mon 14');
  });

  it('does not lapse once the child is home, or another return has taken its place', () => {
    const concerned = { ...standing, concerns: [aConcern('2026-11-30')] };
    expect(why(concerned, '2027-03-01', { wentHomeOn: localDate('2026-11-28') })).toBeNull();
    expect(why(concerned, '2027-03-01', { overtakenBy: 'RH-0002' })).toBeNull();
  });

  it('is not given where it would lapse at once', () => {
    const late = asked(aReturningCase(), aPlan(), { due: localDate('2026-11-24') });
    const plan = { ...planOf(late), plannedFor: localDate('2026-11-24') };
    const verdict = { stands: 'approved', asked: at('2026-11-23'), reason: 'Yes', override: '' } as const;
    const refused = decide({ ...late, returns: [plan] }, plan, verdict, doing(nominatedSamuel, '2026-12-10'));
    expect(refused).toMatchObject({ ok: false, because: expect.stringContaining('would lapse at once') });
  });
});

describe('when an approval has lapsed', () => {
  it('a return cannot be recorded on it, and the refusal says why and what to do', () => {
    const concerned = { ...standing, concerns: [aConcern('2026-11-30')] };
    for (const about of [concerned, lapsed()]) {
      const refused = recordReturn(
        about,
        planOf(about),
        { day: localDate('2026-12-14'), time: '' },
        doing(ayesha, '2026-12-14'),
      );
      expect(refused).toMatchObject({ ok: false, because: expect.stringContaining('a concern was raised') });
      expect(refused).toMatchObject({ because: expect.stringMatching(/again.*record an unplanned return/) });
    }
  });

  it('a return that happened before it lapsed can still be recorded, for that day', () => {
    const about = { ...lapsed(), concerns: [aConcern('2026-12-01')] };
    const day = localDate('2026-11-30');
    const recorded = allowed(recordReturn(about, planOf(about), { day, time: '' }, doing(ayesha, '2026-12-02')));
    expect(planOf(recorded.about)).toMatchObject({ wentHomeOn: day, decision: { stands: 'approved' } });
    expect(asOn(planOf(about), about, localDate('2026-12-01')).decision.stands).toBe('lapsed');
  });

  it('it can be asked for again, and is kept among the earlier ones for ever', () => {
    const about = lapsed();
    const told = { ...planOf(about), answers: [...planOf(about).answers, anAnswer('DEC-08')] };
    const again = allowed(requestDecision({ ...about, returns: [told] }, told, doing(ayesha, '2026-12-02'))).about;
    expect(planOf(again)).toMatchObject({ decision: { stands: 'asked' }, earlier: [{ stands: 'lapsed' }] });
    // Who decided, and telling the family of it, is asked again with the next decision.
    expect(planOf(again).answers.map(({ item }) => item)).not.toContain('DEC-08');
  });
});

describe('time and an approval', () => {
  it('looks again at the start of work after its last day', () => {
    expect(lapsesAt(planOf(standing), standing, { now: at('2026-11-25'), holidays: northmoor.holidays })).toBe(
      at('2026-12-29', '09:00'),
    );
    const overNewYear = approved(aReturningCase(), aPlan({ plannedFor: localDate('2026-12-17') }));
    expect(wakeReturns(overNewYear, at('2026-11-25'), northmoor).wakeAt).toBe(at('2027-01-04', '09:00'));
  });

  it('has nothing to wait for in a plan that nobody has approved, or that is over', () => {
    for (const about of [aReturningCase({ returns: [aPlan()] }), lapsed()]) {
      expect(wakeReturns(about, at('2027-01-01'), northmoor).wakeAt).toBeNull();
    }
  });

  it('writes the lapse down and tells the decider, the social worker and the team manager, once', async () => {
    const { tick, kept, letters, drawn } = await council({ ...standing, wakeAt: at('2026-11-24') });
    await tick('2026-12-28');
    expect(planOf(await kept()).decision.stands).toBe('approved');
    await tick('2026-12-29');
    const about = await kept();
    expect(planOf(about).decision).toMatchObject({ stands: 'lapsed', lapsedAt: at('2026-12-29', '09:00') });
    expect(about.history.at(-1)).toMatchObject({
      by: 'homeward',
      what: expect.stringContaining('the approval has lapsed because'),
    });
    await tick('2026-12-30');
    const told = (await letters()).filter(({ kind }) => kind === 'return.lapsed').map(({ to }) => to);
    expect(told).toHaveLength(3);
    for (const { id } of [nominatedSamuel, ayesha, priya]) expect(told).toContainEqual({ person: id });
    const cards = await drawn('return.lapsed');
    const [toOfficer] = cards.filter((card) => card.includes('You are asked again'));
    const [toWorker] = cards.filter((card) => !card.includes('You are asked again'));
    expect(toOfficer).toContain('RH-0001 was approved by Samuel Okoro on Tue 24 November 2026');
    expect(toOfficer).not.toContain('Record an earlier return');
    expect(toWorker).toContain('Record an earlier return');
  });

  it('is lapsed for everyone from the moment the facts change, before a sweep has looked', async () => {
    const { press, kept, needs } = await council(standing, '2026-12-01');
    await needs.cases.save({ ...(await kept()), concerns: [aConcern('2026-12-01', '08:00')] });
    const checklist = await press(ayesha, 'return.open', { return: 'RH-0001' });
    expect(checklist.text).toContain('⚠ Approval lapsed');
    expect(checklist.buttons).not.toContain('Record the return');
    expect(checklist.buttons).toContain('Request decision');
    expect((await press(nominatedSamuel, 'return.view', { return: 'RH-0001' })).text).toContain('a concern was raised');
    expect(planOf(await kept()).decision.stands).toBe('approved');
  });

  it('is saved with the next thing that somebody does, and told of in the same write', async () => {
    const { press, kept, letters, needs } = await council(standing, '2026-12-01');
    await needs.cases.save({ ...(await kept()), concerns: [aConcern('2026-12-01', '08:00')] });
    const checklist = await press(ayesha, 'return.open', { return: 'RH-0001' });
    await press(ayesha, 'return.request', checklist.sends('Request decision'));
    expect(planOf(await kept())).toMatchObject({ decision: { stands: 'asked' }, earlier: [{ stands: 'lapsed' }] });
    expect((await kept()).history.map(({ what }) => what).at(-2)).toContain('the approval has lapsed');
    const shown = await press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    expect(shown.text).toContain('Before: approved by Samuel Okoro, Tue 24 November 2026: Well prepared');
    expect(shown.text).toContain('Lapsed because a concern was raised');
    expect((await letters()).map(({ kind }) => kind)).toContain('return.decide');
  });

  it('says so in the channel, and nothing of why', async () => {
    const room = await council({ ...asked(), wakeAt: null });
    const open = await room.press(ayesha, 'return.open', { return: 'RH-0001' });
    expect(open.text).toContain('is with Samuel Okoro');
    await room.press(nominatedSamuel, 'return.approve', {
      return: 'RH-0001',
      asked: at('2026-11-23'),
      reason: 'Well prepared',
    });
    const about = await room.kept();
    const channel = {
      key: 'channel',
      kind: 'return.decide.channel',
      to: { channel: northmoor.decisionsChannel },
      facts: { return: 'RH-0001', asked: at('2026-11-23') },
      live: true,
      writtenAt: at('2026-11-23'),
    } as const;
    await room.needs.cases.save({ ...about, concerns: [aConcern('2026-11-24')] }, [channel]);
    await room.tick('2026-11-24', '12:01');
    const [card] = await room.drawn('return.decide.channel');
    expect(card).toContain('⚠ Approval lapsed on Tue 24 November 2026');
    expect(card).not.toContain('concern');
  });
});

describe('a card of an earlier request', () => {
  it('decides nothing once another has been asked, and shows what waits now', async () => {
    const room = await council(asked());
    const old = await room.press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    await room.press(nominatedSamuel, 'return.send-back', old.sends('Send back', { reason: 'See the child first' }));
    room.clock.moveTo('2026-11-25');
    const checklist = await room.press(ayesha, 'return.open', { return: 'RH-0001' });
    await room.press(ayesha, 'return.request', checklist.sends('Request decision'));
    const before = await room.kept();
    const late = await room.press(nominatedSamuel, 'return.approve', old.sends('Approve', { reason: 'Fine' }));
    expect(late.text).toContain('has been asked for again since your card was drawn');
    expect(late.text).toContain('Before: sent back by Samuel Okoro, Mon 23 November 2026: See the child first');
    expect(await room.kept()).toEqual(before);
    const now = late.sends('Approve', { reason: 'Fine' });
    expect((await room.press(nominatedSamuel, 'return.approve', now)).text).toContain('was approved by Samuel Okoro');
  });
});

describe('reminders to whoever decides', () => {
  const remindersOf = async (parts: Parameters<typeof asked>[2], days: readonly string[], authority = northmoor) => {
    const about = asked(aReturningCase(), aPlan(), { at: at('2026-11-20'), ...parts });
    const room = await council({ ...about, wakeAt: at('2026-11-20') }, '2026-11-20', authority);
    for (const day of days) await room.tick(day);
    const said = (await room.letters()).filter(({ kind }) => kind === 'return.decide');
    return said.map(({ key, to }) => [key.split('/')[2], 'person' in to ? to.person : '']);
  };
  const every = ['2026-11-29', '2026-11-30', '2026-12-01', '2026-12-05', '2026-12-07', '2026-12-10', '2026-12-11'];

  it('are said 10, 5 and 2 working days before the return, each once', async () => {
    expect(await remindersOf({}, [...every, '2026-12-14'])).toEqual(
      ['10', '5', '2'].map((day) => [day, nominatedSamuel.id]),
    );
  });

  it('are not said of days before it was asked, and after a sleep only the latest is', async () => {
    expect(await remindersOf({ at: at('2026-12-02') }, every)).toEqual(
      ['5', '2'].map((day) => [day, nominatedSamuel.id]),
    );
    expect(await remindersOf({}, ['2026-12-11'])).toEqual([['2', nominatedSamuel.id]]);
  });

  it('are said 5, 2 and 1 working days before a placement must be confirmed', async () => {
    expect(await remindersOf({ kind: 'confirmation' }, every)).toEqual(
      ['5', '2', '1'].map((day) => [day, nominatedSamuel.id]),
    );
  });

  it.each(['ratification', 'early-placement'] as const)('are not said of a %s', async (kind) => {
    expect(await remindersOf({ kind }, every)).toEqual([]);
  });

  it('go to whoever covers on the day', async () => {
    const away = { by: headHelen.id, from: localDate('2026-12-01'), to: localDate('2026-12-08') };
    const register = new Map([...northmoor.register, [nominatedSamuel.id, { ...nominatedSamuel, cover: away }]]);
    expect(await remindersOf({}, every, { ...northmoor, register })).toEqual([
      ['10', nominatedSamuel.id],
      ['5', headHelen.id],
      ['2', nominatedSamuel.id],
    ]);
  });

  it('are written when the server wakes on a Sunday night, once, and said in working hours', async () => {
    const room = await council({ ...asked(), wakeAt: at('2026-11-23') });
    const said = async () => (await room.letters()).filter(({ kind }) => kind === 'return.decide');
    await room.tick('2026-12-06', '03:00');
    const { holidays } = northmoor;
    const [letter, ...more] = await said();
    expect(more).toEqual([]);
    expect(mayBeSaid(paceOf(letter!), at('2026-12-06', '03:00'), holidays)).toBe(false);
    expect(mayBeSaid(paceOf(letter!), at('2026-12-07', '08:00'), holidays)).toBe(true);
    await room.tick('2026-12-07', '08:59');
    expect(await said()).toHaveLength(1);
  });

  it('are not sent once it is answered', async () => {
    const room = await council({ ...asked(), wakeAt: at('2026-11-23') });
    await room.tick('2026-11-30');
    await room.press(nominatedSamuel, 'return.send-back', {
      return: 'RH-0001',
      asked: at('2026-11-23'),
      reason: 'Not yet',
    });
    await room.tick('2026-12-07');
    expect((await room.letters()).filter(({ kind }) => kind === 'return.decide')).toHaveLength(1);
    expect(await room.drawn('return.decide')).toEqual([expect.stringContaining('decided before it was sent')]);
  });
});

function aged(years: number): ReturningCase {
  return { ...aReturningCase(), bornOn: localDate(`${2026 - years}-05-01`) };
}
