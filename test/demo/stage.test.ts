import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { dayOf, type Instant, sayTime } from '../../src/clock.ts';
import { followMadeUpChildren } from '../../src/demo/children.ts';
import { movingClock } from '../../src/demo/moving-clock.ts';
import { addressed, stage } from '../../src/demo/stage.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { ayesha, headHelen, northmoor, priya } from '../builders/people.ts';
import { postRoom } from '../fakes/post-room.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';

/** The demo on a memory store, with a clock that stands still unless it is moved; and every tick, by its moment. */
async function aStage(day = '2026-11-23', time = '10:00') {
  const clock = movingClock(stoppedClock(day, time));
  const room = await postRoom(day);
  const needs = { ...room.needs, clock };
  await followMadeUpChildren(needs);
  const ticks: Instant[] = [];
  const woken = (by: Instant) =>
    Promise.all([needs.cases.woken(by), needs.disputes.woken(by), needs.diaries.woken(by)]);
  const demo = stage({
    authority: northmoor,
    clock,
    atFirst: ayesha.id,
    nextWake: async (by) => (await woken(by)).flatMap((records) => records[0]?.wakeAt ?? []).sort()[0] ?? null,
    async tick() {
      ticks.push(clock.now());
      await sweep({ ...needs, trouble: () => {} });
    },
  });
  const says = async (text: string, id = 'browser') => {
    const card = await demo.hear(text, id);
    return card && wordsOf(card);
  };
  const letters = async () =>
    (await needs.outbox.waiting(clock.now())).map(({ writtenAt, kind }) => ({ writtenAt, kind }));
  return { demo, clock, needs, ticks, says, letters };
}

function wordsOf(card: Card): string {
  return (card.body as { readonly text?: string; readonly items?: readonly { readonly text?: string }[] }[])
    .flatMap(({ text, items = [] }) => [text, ...items.map((item) => item.text)])
    .filter((text) => text !== undefined)
    .join('\n');
}

describe('being another person in the demo', () => {
  it('lists everybody with their posts, and who one is now', async () => {
    const { says } = await aStage();
    const all = await says('act as');
    expect(all).toContain('You are Ayesha Khan.');
    for (const { name } of northmoor.register.values()) expect(all).toContain(name);
    expect(all).toContain('Helen Frost – Head of service');
    expect(all).toContain('Priya Shah – Team manager, North Care Team');
  });

  it.each(['act as Priya Shah', 'ACT AS priya', '/act as Shah', 'act as Prya Shah', '<at>Homeward</at> act as Priya'])(
    'knows whom “%s” means',
    async (text) => {
      const { demo, says } = await aStage();
      expect(await says(text)).toContain('You are Priya Shah');
      expect(demo.whoIs('browser')).toBe(priya.id);
    },
  );

  it('says so when nobody has that name, and leaves one who one is', async () => {
    const { demo, says } = await aStage();
    await says('act as Helen');
    expect(await says('act as Winston Churchill')).toContain('“Winston Churchill” is not on the register.');
    expect(demo.whoIs('browser')).toBe(headHelen.id);
  });

  it('keeps two browsers apart, and a person of the register themselves', async () => {
    const { demo, says } = await aStage();
    await says('act as Helen', 'one');
    expect([demo.whoIs('one'), demo.whoIs('two'), demo.whoIs(priya.id)]).toEqual([headHelen.id, ayesha.id, priya.id]);
  });

  it('leaves everything else to the conversation', async () => {
    const { says } = await aStage();
    for (const text of ['help', 'case C-1042', 'acting up', 'clocks', 'the clock', '', 'deadlines']) {
      expect(await says(text), text).toBeNull();
    }
  });

  it('writes on a letter whom it is for', () => {
    const card = addressed(
      { type: 'AdaptiveCard', fallbackText: 'x', body: [{ type: 'TextBlock', text: 'y' }] },
      priya,
    );
    expect(wordsOf(card)).toBe('✉ To Priya Shah, Team manager\ny');
    expect(card.fallbackText).toBe('x');
  });
});

describe('moving the demo’s clock', () => {
  it('says what time it is, and how to move it', async () => {
    const { says } = await aStage();
    expect(await says('clock')).toContain('It is Mon 23 November 2026, 10:00.');
  });

  it('stops at everything that falls due on the way, in order, and says each at its own time', async () => {
    const { clock, ticks, says, letters } = await aStage();
    expect(await says('clock +5 working days')).toContain('It is now Mon 30 November 2026, 09:30.');
    expect(ticks.length).toBeGreaterThan(4);
    expect(ticks).toEqual([...ticks].sort());
    expect(ticks.at(-1)).toBe(clock.now());
    const days = ticks.slice(1, -1).map((moment) => [dayOf(moment), sayTime(moment)].join(' '));
    expect(days).toContain('2026-11-24 08:00');
    expect(days).toContain('2026-11-24 08:30');
    expect(new Set(days.map((day) => day.slice(11)))).toEqual(new Set(['08:00', '08:30', '09:00']));
    const written = (await letters()).map(({ writtenAt }) => writtenAt);
    expect(written.length).toBeGreaterThan(4);
    for (const moment of written.filter((at) => at > '2026-11-23T10')) expect(ticks).toContain(moment);
  });

  it.each([
    ['clock +1 working day', '2026-11-24 09:30'],
    ['clock + 2 wd', '2026-11-25 09:30'],
    ['clock +20 working days', '2026-12-21 09:30'],
    ['clock +25 working days', '2026-12-30 09:30'],
    ['clock 8 December 09:00', '2026-12-08 09:00'],
    ['clock 23 November 11:40', '2026-11-23 11:40'],
    ['clock 16:20', '2026-11-23 16:20'],
    ['clock 2026-12-08 14:30', '2026-12-08 14:30'],
    ['clock tomorrow 9:05', '2026-11-24 09:05'],
    ['clock +3 days', '2026-11-26 09:30'],
    ['/CLOCK today 16:00', '2026-11-23 16:00'],
  ])('goes to where “%s” says', async (text, day) => {
    const { clock, says } = await aStage();
    expect(await says(text)).toContain('The clock moved');
    expect(`${dayOf(clock.now())} ${sayTime(clock.now())}`).toBe(day);
  });

  it.each([
    ['clock today 09:00', 'It is Mon 23 November 2026, 10:00 already.'],
    ['clock yesterday', 'is not a day I know'],
    ['clock 1 November 2026', 'is not a day I know'],
    ['clock someday', '“someday” is not a day I know.'],
    ['clock +9999 working days', 'is not a day I know'],
    ['clock 2026-02-31', 'is not a day I know'],
    ['clock +999 working days', 'Bank holidays are known until'],
    ['clock 1 January 2040', 'Bank holidays are known until'],
  ])('stays where it is for “%s”', async (text, says) => {
    const { clock, ticks, says: hear } = await aStage();
    expect(await hear(text)).toContain(says);
    expect(sayTime(clock.now())).toBe('10:00');
    expect(ticks).toEqual([]);
  });

  it('never goes back, whoever asks it to', () => {
    const clock = movingClock(stoppedClock('2026-11-23'));
    const before = clock.now();
    clock.moveTo('2026-11-22T10:00:00.000Z' as Instant);
    expect(clock.now()).toBe(before);
  });
});
