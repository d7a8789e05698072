import { describe, expect, it } from 'vitest';
import { hear } from '../../src/teams/conversation.ts';
import { here, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { ayesha, priya } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { council, wordsOf } from './council.ts';

async function asked(day: string, time = '12:00') {
  const room = await council({ day, time });
  await room.tick(day, time);
  const at = (by = ayesha) => here(by, false, 'once', room.needs);
  return {
    ...room,
    says: async (text: string, by = ayesha) => wordsOf(await hear(text, at(by))),
    press: async (verb: string, typed: Typed = {}) =>
      wordsOf(await ROUTES.find((route) => route.verb === verb)!.press(typed, at())),
  };
}

describe('“digest”', () => {
  it.each(['digest', 'my digest', 'today', 'reminders', 'what is new'])('is what “%s” asks for', async (words) => {
    const { says } = await asked('2026-12-24');
    expect(await says(words)).toMatch(/^Today: 1 due today\nThu 24 December 2026\nAB · C-1042\n/);
  });

  it('shows what stands now, and offers to change the time', async () => {
    const { says } = await asked('2026-12-21');
    const said = await says('digest');
    expect(said).toContain('[Log visit]');
    expect(said).toContain('[Change the time]');
    expect(await says('digest', priya)).toContain('Nothing is late, due soon or waiting for you.');
  });

  it('lists what a manager was told before, while it is late', async () => {
    const { morning, says } = await asked('2026-12-24');
    await morning('2026-12-29', '2026-12-30');
    expect(await says('digest', priya)).toContain('Today: 1 late with others');
  });

  it('is never shown in a channel', async () => {
    const { needs } = await asked('2026-12-24');
    expect(wordsOf(await hear('digest', here(ayesha, true, 'once', needs)))).not.toContain('C-1042');
  });
});

describe('the time of a digest', () => {
  it('is changed by a form that shows it as it is, and moves the next digest', async () => {
    const { press, diary } = await asked('2026-12-21');
    expect(await press('diary.ask-time')).toContain('When your digest comes');
    expect(await press('diary.keep-time', { time: '15:30' })).toContain(
      '✓ At 15:30 on working days, when there is something in it. The next one is due on Mon 21 December 2026, 15:30.',
    );
    expect(await diary(ayesha)).toMatchObject({ digestAt: '15:30', wakeAt: at('2026-12-21', '15:30') });
  });

  it('brings no second digest on a day that has had one', async () => {
    const { morning, tick, press, days, diary } = await asked('2026-12-23');
    await morning('2026-12-24');
    await press('diary.keep-time', { time: '15:30' });
    expect((await diary(ayesha)).wakeAt).toBe(at('2026-12-29', '15:30'));
    await tick('2026-12-24', '15:30');
    expect((await days(ayesha)).filter((day) => day === '2026-12-24')).toHaveLength(1);
  });

  it.each(['07:59', '17:31', '25:00', 'half past eight', '', '8:30'])('cannot be “%s”', async (time) => {
    const { press, diary } = await asked('2026-12-21');
    expect(await press('diary.keep-time', { time })).toMatch(
      /⚠ Time: please (give a time from 08:00 to 17:30|fill this in)/,
    );
    expect((await diary(ayesha)).digestAt).toBe('08:30');
  });
});
