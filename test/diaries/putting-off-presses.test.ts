import { describe, expect, it } from 'vitest';
import { putOffOf } from '../../src/diaries/rules.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aCase, aCaseWith } from '../builders/case.ts';
import {
  away,
  ayesha,
  ben,
  chloe,
  grace,
  headHelen,
  iroOlu,
  northmoor,
  priya,
  supportFiona,
} from '../builders/people.ts';
import { visited } from '../timetable/case-facts.ts';
import { type Pressed, pressing } from './pressing.ts';

/** Due on Thu 19 November 2026. */
const about = aCaseWith(visited('2026-10-08'));
const visit = { case: 'C-1042', revision: '1', rule: 'R-VIS-02', due: '2026-11-19' };
/** Due on Mon 12 October 2026. */
const first = { case: 'C-1042', revision: '1', rule: 'R-VIS-01', due: '2026-10-12' };

describe('one deadline', () => {
  it('says what is owed, when and by which rule, with its buttons, to whoever owes it', async () => {
    const { press } = await pressing('2026-11-09', [about]);
    const card = await press(ayesha, 'deadline.open', visit);
    expect(card.words).toContain('A visit is coming up');
    expect(card.words).toContain('Thu 19 November 2026, in 8 working days');
    expect(card.words).toContain('Regulation · Care Planning Regulations 2010');
    expect(card.buttons).toEqual(['Log visit', 'Snooze', 'I have seen this', 'Why these dates?']);
  });

  it('can be seen and explained by a manager who is told of it, and is not theirs to log or put off', async () => {
    const { press, putOff } = await pressing('2026-10-14');
    await press(ayesha, 'deadline.seen', first);
    for (const by of [priya, grace]) {
      const card = await press(by, 'deadline.open', first);
      expect(card.buttons).toEqual(['I have seen this', 'Why these dates?']);
      expect(card.words).toContain('Ayesha Khan owes it.');
      expect(card.words).toContain('Ayesha Khan saw it on Wed 14 October 2026.');
      expect((await press(by, 'deadline.snooze', first)).words).toContain('not yours to put off');
    }
    await press(priya, 'deadline.seen', first);
    expect(await putOff(priya)).toHaveLength(1);
    expect(await putOff(ayesha)).toHaveLength(1);
  });

  it('gives whoever may only see the case nothing but the reason, while it is not late', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    for (const by of [priya, headHelen, iroOlu]) {
      expect((await press(by, 'deadline.open', visit)).buttons).toEqual(['Why these dates?']);
      expect((await press(by, 'deadline.seen', visit)).words).toContain('it is not late');
      expect(await putOff(by)).toEqual([]);
    }
  });

  it('is the cover’s while the worker is away', async () => {
    const covered = away(ayesha, ben, '2026-11-09', '2026-11-09');
    const { press, putOff } = await pressing('2026-11-09', [about], covered);
    const card = await press(ben, 'deadline.open', visit);
    expect(card.buttons).toContain('Snooze');
    await press(ben, ...(await press(ben, ...card.sends('Snooze'))).sends('Snooze'));
    expect(await putOff(ben)).toHaveLength(1);
  });
});

describe('Snooze', () => {
  it('is two presses, is said on the card, and can be taken back', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, ...(await press(ayesha, 'deadline.open', visit)).sends('Snooze'));
    expect(form.choices).toEqual(['2026-11-10', '2026-11-17', '2026-11-18', '2026-11-19']);
    const card = await press(ayesha, ...form.sends('Snooze', { day: '2026-11-17' }));
    expect(card.words).toContain('✓ Put off to Tue 17 November 2026.');
    expect(card.words).toContain('it still goes to the managers');
    expect(await putOff(ayesha)).toEqual([
      expect.objectContaining({
        case: 'C-1042',
        rule: 'R-VIS-02',
        due: '2026-11-19',
        how: 'snoozed',
        until: '2026-11-17',
      }),
    ]);
    const again = await press(ayesha, ...card.sends('Show it again'));
    expect(again.words).toContain('✓ It is in your digest again.');
    expect(await putOff(ayesha)).toEqual([]);
  });

  it('goes back to the deadline without anything being kept', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    expect((await press(ayesha, ...form.sends('Back'))).buttons).toContain('Snooze');
    expect(await putOff(ayesha)).toEqual([]);
  });

  it('moves a Sunday to the Friday before, and says so', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    const card = await press(ayesha, ...form.sends('Snooze', { other: '2026-11-15' }));
    expect(card.words).toContain(
      'Put off to Fri 13 November 2026. Sun 15 November 2026 is not worked, so it is the working day before.',
    );
    expect(await putOff(ayesha)).toMatchObject([{ until: '2026-11-13' }]);
  });

  it('comes again with what was typed when the day is past the deadline, and can then be saved', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    const again = await press(ayesha, ...form.sends('Snooze', { other: '2026-11-20' }));
    expect(again.words).toContain('Fri 20 November 2026 is too late. The last day to act is Thu 19 November 2026');
    expect(again.inputs.other).toBe('2026-11-20');
    expect(await putOff(ayesha)).toEqual([]);
    expect((await press(ayesha, ...again.sends('Snooze', { other: '' }))).words).toContain('Put off to');
  });

  it('pressed twice keeps one entry, and the diary is not written a second time', async () => {
    const { press, putOff, needs } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    await press(ayesha, ...form.sends('Snooze'));
    const { revision } = (await needs.diaries.get(ayesha.id))!;
    expect((await press(ayesha, ...form.sends('Snooze'))).words).toContain('Put off to Tue 10 November 2026');
    expect(await putOff(ayesha)).toHaveLength(1);
    expect((await needs.diaries.get(ayesha.id))!.revision).toBe(revision);
  });

  it('of two presses at once keeps one entry', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    await Promise.all([
      press(ayesha, ...form.sends('Snooze')),
      press(ayesha, ...form.sends('Snooze', { day: '2026-11-18' })),
      press(ayesha, 'deadline.seen', visit),
    ]);
    expect(await putOff(ayesha)).toHaveLength(1);
  });

  it.each([
    ['on the day it is due', '2026-11-19', 'It is due today'],
    ['once it is late', '2026-11-20', 'It was due on Thu 19 November 2026'],
  ])('of a card drawn in time and pressed %s is judged by now', async (_when, day, says) => {
    const { press, putOff, clock } = await pressing('2026-11-18', [about]);
    const form = await press(ayesha, 'deadline.snooze', visit);
    clock.moveTo(day);
    const card = await press(ayesha, ...form.sends('Snooze'));
    expect(card.words).toContain(says);
    expect(card.buttons).toEqual(['Log visit', 'I have seen this', 'Why these dates?']);
    expect(await putOff(ayesha)).toEqual([]);
  });
});

describe('I have seen this', () => {
  it('is one press, with the next working day to check', async () => {
    const { press, putOff } = await pressing('2026-10-14');
    const card = await press(ayesha, 'deadline.open', first);
    const seen = await press(ayesha, ...card.sends('I have seen this'));
    expect(seen.words).toContain('✓ Seen. In your digest again on Thu 15 October 2026.');
    expect(await putOff(ayesha)).toMatchObject([{ how: 'seen', until: '2026-10-15' }]);
    await press(ayesha, ...seen.sends('Show it again'));
    expect(await putOff(ayesha)).toEqual([]);
  });

  it('takes the place of a snooze, and is back in the digest on its day', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    await press(ayesha, 'deadline.put-off', { ...visit, day: '2026-11-18' });
    await press(ayesha, 'deadline.seen', { ...visit, nextCheck: '2026-11-11' });
    const kept = await putOff(ayesha);
    expect(kept).toMatchObject([{ how: 'seen', until: '2026-11-11' }]);
    const of = {
      case: 'C-1042',
      deadline: { rule: 'R-VIS-02', due: localDate('2026-11-19'), standing: 'later' },
    } as const;
    expect(putOffOf(kept, of, localDate('2026-11-10'))).not.toBeNull();
    expect(putOffOf(kept, of, localDate('2026-11-11'))).toBeNull();
  });

  it('refuses a day that was not offered, on the card as it stands', async () => {
    const { press, putOff } = await pressing('2026-11-09', [about]);
    const card = await press(ayesha, 'deadline.open', visit);
    const again = await press(ayesha, ...card.sends('I have seen this', { nextCheck: '2026-11-18' }));
    expect(again.words).toContain('Wed 18 November 2026 cannot be chosen');
    expect(again.buttons).toContain('I have seen this');
    expect(await putOff(ayesha)).toEqual([]);
  });
});

describe('the diary', () => {
  it('forgets what was put off of deadlines that are met, when it is next written', async () => {
    const other = { ...about, id: 'C-1043' };
    const { press, putOff } = await pressing('2026-11-09', [about, other]);
    await press(ayesha, 'deadline.put-off', { ...visit, day: '2026-11-18' });
    await press(ayesha, 'deadline.put-off', { ...visit, case: 'C-1043', day: '2026-11-18' });
    await press(ayesha, 'visit.save', { ...visit, on: '2026-11-09', childSeen: 'true', welfare: 'yes' });
    await press(ayesha, 'deadline.seen', { ...visit, case: 'C-1043' });
    expect((await putOff(ayesha)).map(({ case: id, how }) => [id, how])).toEqual([['C-1043', 'seen']]);
  });
});

/** Every button about a deadline, as a card of yesterday sends it. */
const BUTTONS = [
  'deadline.open',
  'deadline.snooze',
  'deadline.put-off',
  'deadline.seen',
  'deadline.again',
  'visit.ask',
];

describe('a button of yesterday', () => {
  it.each(BUTTONS)('%s says how things stand once the visit was logged, and keeps nothing', async (verb) => {
    const { press, putOff, kept, clock } = await pressing('2026-11-09', [about]);
    await press(ayesha, 'visit.save', { ...visit, on: '2026-11-06', childSeen: 'true', welfare: 'yes' });
    clock.moveTo('2026-11-10');
    const { history } = await kept();
    const card = await press(ayesha, verb, { ...visit, day: '2026-11-12' });
    expect(card.words).toContain('Done already');
    expect(card.words).toContain(
      'This visit, made on Fri 6 November 2026, was logged on Mon 9 November 2026 by Ayesha Khan.',
    );
    expect(card.words).toContain('Next one: ');
    expect(card.words).toContain('Fri 18 December 2026');
    expect(card.buttons).toEqual([]);
    expect(await putOff(ayesha)).toEqual([]);
    expect((await kept()).history).toEqual(history);
  });

  it('says so of a review too', async () => {
    const { press } = await pressing('2026-11-02', [about]);
    const review = { case: 'C-1042', revision: '1', rule: 'R-REV-01', due: '2026-11-02' };
    expect((await press(iroOlu, 'review.ask', review)).words).toContain('Log a review');
    await press(iroOlu, 'review.save', { ...review, on: '2026-11-02', kind: 'looked-after' });
    const card = await press(iroOlu, 'review.ask', review);
    expect(card.words).toContain('This review was logged on Mon 2 November 2026 by Olu Bankole.');
    expect(card.words).toContain('Next one: Hold the child’s second review');
  });

  it('says what happened when the date has moved, or is owed no more', async () => {
    const { press, clock } = await pressing('2026-11-09', [about]);
    clock.moveTo('2026-11-12');
    const form = await press(ayesha, 'case.update', { case: 'C-1042' });
    const shown = await press(
      ayesha,
      ...form.sends('Show the moved dates', { placement: 'residential', placementOn: '2026-11-11' }),
    );
    await press(ayesha, ...shown.sends('Save'));
    const card = await press(ayesha, 'deadline.open', visit);
    expect(card.words).toContain('No longer due');
    expect(card.words).toContain('Since then: Placement started: Wed 11 November 2026.');
  });

  it('of a form without a deadline opens it as ever', async () => {
    const { press } = await pressing('2026-11-09', [about]);
    expect((await press(ayesha, 'visit.ask', { case: 'C-1042' })).words).toContain('Log a visit');
  });
});

describe('forged data', () => {
  it.each<[string, Person, Record<string, unknown>]>([
    ['another’s case', ben, {}],
    ['another’s case, in the same team', chloe, {}],
    ['any case, by business support', supportFiona, {}],
    ['a case there is not', ayesha, { case: 'C-9999' }],
    ['a rule there is not', ayesha, { rule: 'R-VIS-99' }],
    ['something that is no rule', ayesha, { rule: { $ne: 1 } }],
    ['no rule', ayesha, { rule: undefined }],
    ['a day that is none', ayesha, { due: '2026-02-31' }],
  ])('about %s finds nothing and keeps nothing', async (_what, by, forged) => {
    const { press, putOff, kept } = await pressing('2026-11-09', [about]);
    for (const verb of BUTTONS) {
      const card: Pressed = await press(by, verb, { ...visit, day: '2026-11-12', ...forged });
      expect(card.words).toContain('That did not go through');
      expect(card.words).not.toMatch(/AB ·|Ayesha|19 November/);
    }
    expect(await putOff(by)).toEqual([]);
    expect(await kept()).toMatchObject({ revision: 1 });
  });

  it('about a day that never was one of the rule’s says only how things stand', async () => {
    const { press } = await pressing('2026-11-09', [about]);
    const card = await press(ayesha, 'deadline.open', { ...visit, due: '2026-11-18' });
    expect(card.words).toContain('This date no longer stands.');
    expect(card.words).toContain('Thu 19 November 2026');
  });

  it('cannot hide a late visit', async () => {
    const { press, putOff } = await pressing('2026-10-14', [aCase()], northmoor);
    await press(ayesha, 'deadline.put-off', { ...first, day: '2026-10-20' });
    await press(ayesha, 'deadline.seen', { ...first, nextCheck: '2026-12-01' });
    expect(await putOff(ayesha)).toEqual([]);
  });
});
