import { describe, expect, it } from 'vitest';
import { aDispute } from '../builders/dispute.ts';
import { away, ayesha, ben, iroManagerKaren, iroOlu } from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { council } from './council.ts';

const WEEK = ['2026-12-21', '2026-12-22', '2026-12-23', '2026-12-24'];

describe('leave', () => {
  const authority = away(ayesha, ben, '2026-12-21', '2026-12-23');

  it('sends what is due to whoever covers, and nothing to who is away', async () => {
    const { morning, days, inbox } = await council({ day: '2026-12-18', authority });
    await morning('2026-12-18', ...WEEK.slice(0, 3));
    // What was missed before it all began is caught up with on the Friday.
    expect(await days(ayesha)).toEqual(['2026-12-18']);
    expect(await days(ben)).toEqual(['2026-12-22', '2026-12-23']);
    expect(inbox(ben)[0]).toContain('Visit the child at least every six weeks');
    expect(inbox(ben)[0]).toContain('(Ayesha Khan)');
    expect(inbox(ben)[0]).toContain('[Log visit]');
    expect(inbox(ayesha)).toHaveLength(1);
  });

  it('tells who comes back, once, what was said meanwhile', async () => {
    const { morning, inbox, tick } = await council({ day: '2026-12-18', authority });
    await morning('2026-12-18', ...WEEK, '2026-12-29');
    const back =
      'While you were away (Mon 21 December 2026 to Wed 23 December 2026) Ben Carter was told:\nC-1042: 2 reminders';
    const list = inbox(ayesha).filter((said) => /^Today:.*\n(Thu|Tue) 2[49] December/.test(said));
    expect(list).toEqual([
      expect.stringContaining(back),
      expect.stringMatching(/^Today: 1 late\nTue 29 December 2026/),
    ]);
    expect(list[1]).not.toContain('While you were away');
    await tick('2026-12-29', '12:00');
    expect(inbox(ben).filter((said) => said.startsWith('Today:'))).toHaveLength(2);
  });

  it('tells it though nothing else is news, and on the first day that is worked', async () => {
    const early = away(ayesha, ben, '2026-12-09', '2026-12-11');
    const { morning, days, inbox } = await council({ day: '2026-12-08', authority: early });
    await morning(
      '2026-12-08',
      '2026-12-09',
      '2026-12-10',
      '2026-12-11',
      '2026-12-12',
      '2026-12-13',
      '2026-12-14',
      '2026-12-15',
    );
    expect(await days(ayesha)).toEqual(['2026-12-14']);
    expect(inbox(ayesha)[0]).toContain('Ben Carter was told:\nC-1042: 1 reminder');
  });

  it('says nothing on coming back when nothing was said meanwhile', async () => {
    const quiet = away(ayesha, ben, '2026-12-01', '2026-12-03');
    const { morning, days } = await council({ day: '2026-11-30', authority: quiet });
    await morning('2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03', '2026-12-04', '2026-12-07');
    expect([await days(ayesha), await days(ben)]).toEqual([[], []]);
  });

  it('tells an IRO who comes back of the disputes, too', async () => {
    const off = away(iroOlu, iroManagerKaren, '2026-04-01', '2026-04-07');
    const { morning, tick, inbox } = await council({
      day: '2026-03-31',
      cases: [aReturningCase()],
      disputes: [aDispute()],
      authority: off,
    });
    await morning('2026-03-31', '2026-04-01', '2026-04-02');
    await tick('2026-04-02', '09:00');
    await morning('2026-04-07', '2026-04-08');
    expect(inbox(iroManagerKaren).join()).toContain('Nobody responded in time');
    expect(inbox(iroOlu).join()).toMatch(/Karen Price was told:(\nC-1042: .+)?\nD-0001: \d messages?/);
  });
});
