import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { mayMove, movePlannedDay } from '../../src/returns/moving/rules.ts';
import { administratorPeter, ayesha, iroOlu, northmoor, priya } from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import {
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  lapsed,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';

const move = (about: ReturningCase, day: string, by = ayesha, today = '2026-11-25') =>
  movePlannedDay(about, planOf(about), { day: localDate(day), why: 'School starts later' }, doing(by, today));
const one = (plan: Parameters<typeof aPlan>[0]) => ({ ...aReturningCase(), returns: [aPlan(plan)] });

describe('moving the planned day of a return', () => {
  it.each([
    ['a return that is prepared', readyToDecide()],
    ['one that was approved', approved()],
    ['one whose approval lapsed', lapsed()],
  ])('is done for %s, and said in the history with before and after', (_what, about) => {
    const outcome = move(about, '2026-12-18');
    if (!outcome.ok) throw new Error(outcome.because);
    expect(planOf(outcome.value.about).plannedFor).toBe('2026-12-18');
    expect(outcome.value.about.history.at(-1)?.what).toBe(
      'RH-0001: planned day moved from Mon 14 December 2026 to Fri 18 December 2026: School starts later',
    );
    expect(outcome.value.letters).toEqual([]);
  });

  it.each([
    ['a day that has passed', approved(), '2026-11-24', 'has passed'],
    [
      'a day beyond the known bank holidays',
      approved(),
      '2099-01-05',
      'further ahead than the bank holidays are known',
    ],
    [
      'a day on which the young person is 16',
      { ...approved(), bornOn: localDate('2010-12-20') },
      '2026-12-20',
      '“Young person of 16 or 17”',
    ],
    [
      'a child who is home',
      one({ wentHomeOn: localDate('2026-11-20') }),
      '2026-12-18',
      'there is no planned date to move',
    ],
    [
      'a return after which nobody planned',
      { ...aReturningCase(), returns: [anUnplanned()] },
      '2026-12-18',
      'no planned date',
    ],
    ['a return whose place was taken', one({ overtakenBy: 'RH-0002' }), '2026-12-18', 'RH-0002 has taken the place'],
    ['a return that waits for a decision', asked(), '2026-12-18', 'is with Samuel Okoro for a decision'],
  ])('is refused for %s', (_what, about, day, because) => {
    expect(move(about, day)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('takes today, and the last day that is known', () => {
    expect(move(approved(), '2026-11-25').ok).toBe(true);
    expect(move(readyToDecide(), northmoor.holidays.knownUntil).ok).toBe(true);
  });

  it('changes nothing when the day is the same', () => {
    const about = approved();
    const outcome = move(about, '2026-12-14');
    expect(outcome.ok && outcome.value.about).toBe(about);
  });

  it('is for those who plan the return', () => {
    for (const by of [ayesha, priya]) expect(mayMove(approved(), planOf(approved()), doing(by))).toBe(true);
    for (const by of [iroOlu, administratorPeter]) expect(move(approved(), '2026-12-18', by).ok).toBe(false);
  });
});

describe('on the cards', () => {
  const form = async (about: ReturningCase) => {
    const room = await council(about, '2026-11-25');
    const hub = await room.press(ayesha, 'return.record', { return: 'RH-0001' });
    return { ...room, asking: await room.press(ayesha, 'return.ask-move', hub.sends('Move the date')) };
  };

  it('moves within the days that the approval allows, and the approval stands', async () => {
    const { press, kept, asking } = await form(approved());
    expect(asking.inputs).toEqual({ day: '2026-12-14', why: '' });
    const moved = await press(
      ayesha,
      'return.move',
      asking.sends('Move the date', { day: '2026-12-28', why: 'School' }),
    );
    expect(moved.text).toContain('✓ Approved');
    expect(planOf(await kept())).toMatchObject({ plannedFor: '2026-12-28', decision: { stands: 'approved' } });
  });

  it('asks a second time before an approval lapses by it, and saves nothing until then', async () => {
    const { press, kept, letters, asking } = await form(approved());
    const far = asking.sends('Move the date', { day: '2026-12-29', why: 'School' });
    const second = await press(ayesha, 'return.move', far);
    expect(second.text).toContain('the approval lapses because the planned day has moved from Mon 14 December 2026');
    expect(planOf(await kept()).plannedFor).toBe('2026-12-14');
    const kepts = await press(ayesha, 'return.open', second.sends('Keep the date'));
    expect(kepts.text).toContain('✓ Approved');

    const moved = await press(ayesha, 'return.move-anyway', second.sends('Move it, and ask again later'));
    expect(moved.text).toContain('⚠ Approval lapsed');
    expect(planOf(await kept())).toMatchObject({ plannedFor: '2026-12-29', decision: { stands: 'lapsed' } });
    expect((await letters()).filter(({ kind }) => kind === 'return.lapsed')).toHaveLength(3);
    await press(ayesha, 'return.move-anyway', second.sends('Move it, and ask again later'));
    expect((await kept()).history.filter(({ what }) => what.includes('planned day moved'))).toHaveLength(1);
  });

  it('moves a return that nobody has decided without a second question', async () => {
    const { press, kept, asking } = await form(readyToDecide());
    await press(ayesha, 'return.move', asking.sends('Move the date', { day: '2027-03-01', why: 'School' }));
    expect(planOf(await kept()).plannedFor).toBe('2027-03-01');
  });

  it('keeps what was typed when it is refused', async () => {
    const { press, asking } = await form(approved());
    const again = await press(
      ayesha,
      'return.move',
      asking.sends('Move the date', { day: '2026-11-01', why: 'School' }),
    );
    expect(again.text).toContain('has passed');
    expect(again.inputs).toEqual({ day: '2026-11-01', why: 'School' });
  });

  it('says why there is nothing to move', async () => {
    const { press } = await council(asked());
    expect((await press(ayesha, 'return.ask-move', { return: 'RH-0001' })).text).toContain('stays as it was sent');
    expect((await press(iroOlu, 'return.ask-move', { return: 'RH-0001' })).text).toContain('Moving the date is for');
  });
});
