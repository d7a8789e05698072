import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hadOnce, reach, seldom } from '../../src/teams/health.ts';
import { type Council, openCouncil } from '../fakes/council.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';
import { aChild, aVisit, follows } from '../journeys/northmoor.ts';

let council: Council;
afterEach(async () => await council?.close());

async function ready() {
  const answer = await fetch(`${council.running.url}/readyz`);
  return {
    status: answer.status,
    ...((await answer.json()) as { ready: boolean; problems: string[]; detail: Record<string, unknown> }),
  };
}

describe('the bank holidays Homeward knows', () => {
  it.each([
    ['2026-11-23', []],
    ['2028-01-04', [{ level: 'warn', code: 'holidays-end-soon', facts: { knownUntil: '2028-12-31' } }]],
  ])('started on %s, are warned of where they end within a year', async (today, warned) => {
    council = await openCouncil(today);
    expect(council.logged).toEqual(warned);
    expect((await ready()).detail).toMatchObject({ holidaysKnownUntil: '2028-12-31' });
  });
});

describe('whether Homeward is ready', () => {
  it('is said by numbers and codes, and is yes where all is well', async () => {
    council = await openCouncil('2026-11-23');
    expect(await ready()).toMatchObject({
      status: 200,
      ready: true,
      problems: [],
      detail: { minutesSinceTick: 0, missed: {}, oldestUnsent: null, lettersNotDelivered: 0 },
    });
  });

  it('is no while nothing can be kept, and yes again once it can', async () => {
    council = await openCouncil('2026-11-23');
    renameSync(join(council.folder, 'cases'), join(council.folder, 'elsewhere'));
    expect(await ready()).toMatchObject({ status: 503, ready: false, problems: ['store-not-writable'] });
    renameSync(join(council.folder, 'elsewhere'), join(council.folder, 'cases'));
    await council.later(1);
    expect(await ready()).toMatchObject({ status: 200, problems: [] });
  });

  it('is no while the ticks are silent', async () => {
    council = await openCouncil('2026-11-23');
    await council.until('2026-11-24', '10:00');
    council.setClock('2026-11-24', '10:05');
    expect((await ready()).problems).toEqual([]);
    council.setClock('2026-11-24', '10:06');
    expect(await ready()).toMatchObject({
      status: 503,
      problems: ['ticks-silent'],
      detail: { missed: { 'ticks-silent': 1 } },
    });
    expect((await fetch(`${council.running.url}/healthz`)).status).toBe(200);
  });

  it('is no once Teams has taken nothing for an hour', async () => {
    council = await openCouncil('2026-11-23');
    const [ayesha, priya] = [council.person('Ayesha Khan'), council.person('Priya Shah')];
    await ayesha.installs();
    await priya.installs();
    await follows(ayesha, aChild(council));
    const form = await ayesha.says('visit C-1042');
    council.teams.closes(priya.chat, { status: 503 });
    council.teams.closes(ayesha.chat, { status: 429 });
    await ayesha.presses(form, 'Save visit', { ...aVisit({ welfare: 'concern' }), lateReason: 'Nobody at home' });
    expect((await ready()).problems).toEqual([]);
    await council.later(61);
    expect(await ready()).toMatchObject({ status: 503, problems: ['teams-out-of-reach'] });
  });

  it('is no until the keys of Microsoft could be had once', async () => {
    council = await openCouncil('2026-11-23');
    expect((await ready()).problems).toEqual([]);
    let asked = 0;
    const keys = hadOnce(`${council.running.url}/nowhere`);
    await expect(keys()).rejects.toThrow('did not give its keys');
    const had = hadOnce(`${council.running.url}/healthz?${++asked}`);
    await had();
    await council.running.stop();
    await had();
    await council.restart();
  });
});

describe('whether Teams is within reach', () => {
  it('is no after an hour of failures with nothing that arrived', () => {
    const clock = stoppedClock('2026-11-23', '10:00');
    const teams = reach(clock.now);
    teams.note('failed', 'wait-for-person');
    clock.moveTo('2026-11-23', '12:00');
    expect(teams.isLost()).toBe(false);
    teams.note('unclear', 'unknown');
    clock.moveTo('2026-11-23', '12:59');
    teams.note('failed', 'retry');
    expect(teams.isLost()).toBe(false);
    clock.moveTo('2026-11-23', '13:00');
    expect(teams.isLost()).toBe(true);
    teams.note('arrived', null);
    expect(teams.isLost()).toBe(false);
  });
});

describe('a question that is asked seldom', () => {
  it('is answered from memory for some seconds, however often it is asked', async () => {
    const clock = stoppedClock('2026-11-23', '10:00');
    let asked = 0;
    const ask = seldom(
      async () => {
        asked += 1;
        if (asked === 1) throw new Error('full');
      },
      clock.now,
      10,
    );
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([false, false, false]);
    clock.moveTo('2026-11-23', '10:01');
    expect([await ask(), await ask(), asked]).toEqual([true, true, 2]);
  });
});
