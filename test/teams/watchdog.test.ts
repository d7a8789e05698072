import { describe, expect, it } from 'vitest';
import { type Instant, plusMinutes } from '../../src/clock.ts';
import { newDiary } from '../../src/diaries/rules.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import type { Letter } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { wakeCase } from '../../src/reminders/rules.ts';
import {
  heldTooLong,
  heldTooLongBefore,
  isSilent,
  type Missed,
  missedLetters,
  sleepsTooLong,
  wakeOfDiary,
} from '../../src/reminders/watchdog.ts';
import { type Watch, watchOver } from '../../src/teams/watch.ts';
import { aDispute } from '../builders/dispute.ts';
import { administratorPeter, away, ayesha, ben, iroOlu, northmoor, priya, without } from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { postRoom } from '../fakes/post-room.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-11-25');

describe('what the watchdog calls missed', () => {
  it.each([
    ['a tick of five minutes ago', '09:55', false],
    ['a tick of six minutes ago', '09:54', true],
  ])('%s', (_what, time, is) => {
    expect(isSilent(at('2026-11-25', time), now)).toBe(is);
  });

  it.each<[string, Instant | null, Instant | null, boolean]>([
    ['nobody needs to look at it', null, null, false],
    ['it never wakes, though it should', null, at('2026-11-26'), true],
    ['it wakes in time', at('2026-11-26'), at('2026-11-26'), false],
    ['it wakes before', at('2026-11-26', '09:00'), at('2026-11-26'), false],
    ['it wakes too late', at('2026-11-26', '10:01'), at('2026-11-26'), true],
    ['it has woken, and the next tick looks', at('2026-11-25'), at('2026-11-25'), false],
  ])('a record of which %s', (_what, wakeAt, expected, is) => {
    expect(sleepsTooLong(wakeAt, expected, now)).toBe(is);
  });

  it.each([
    ['on a Wednesday', '2026-11-25', '2026-11-24'],
    ['on a Monday', '2026-11-23', '2026-11-20'],
    ['on a Sunday', '2026-11-22', '2026-11-20'],
    ['on the Tuesday after Easter', '2026-04-07', '2026-04-02'],
  ])('a reminder held since before the last working day, %s', (_what, today, day) => {
    expect(heldTooLongBefore(at(today), northmoor)).toBe(at(day, '00:00'));
  });

  it('no day of which the bank holidays are not known', () => {
    expect(heldTooLongBefore('2040-01-03T10:00:00.000Z' as Instant, northmoor)).toBeNull();
  });

  it('no reminder of somebody who is away without cover: it is kept for their return', () => {
    const held = [{ to: { person: ayesha.id } }, { to: { person: priya.id } }] as never;
    const gone = away(ayesha, { ...ben, id: 'nobody' }, '2026-11-20', '2026-11-30');
    expect(heldTooLong(held, now, gone)).toEqual([{ to: { person: priya.id } }]);
    expect(heldTooLong(held, now, without(priya))).toEqual([{ to: { person: ayesha.id } }]);
  });

  it('no diary at the very moment of its digest, and none of somebody who has left', () => {
    const diary = newDiary(ayesha, at('2026-11-24'), northmoor);
    expect(wakeOfDiary(diary, at('2026-11-25', '08:30'), northmoor)).toBe(at('2026-11-26', '08:30'));
    expect(wakeOfDiary(diary, now, without(ayesha))).toBeNull();
  });

  it('to each administrator once a day, or to their cover, by codes and numbers only', () => {
    const found: readonly Missed[] = [{ code: 'ticks-silent', count: 1 }];
    expect(missedLetters(found, northmoor.register, now)).toMatchObject([
      {
        key: `watch/2026-11-25/${administratorPeter.id}`,
        to: { person: administratorPeter.id },
        facts: { found: 'ticks-silent:1' },
      },
    ]);
    const covered = away(administratorPeter, ben, '2026-11-20', '2026-11-30');
    expect(missedLetters(found, covered.register, now)).toMatchObject([{ to: { person: ben.id } }]);
  });
});

/** A council with a watch, a case, a dispute, and what the watch has told. */
async function watched(slice = 200) {
  const room = await postRoom('2026-11-25');
  const { needs } = room;
  const trouble = (code: string) => void room.troubles.push(code);
  const about = aReturningCase();
  const visit = { on: localDate('2026-11-20'), what: 'visit-made', childSeen: true } as const;
  await needs.cases.save({ ...about, wakeAt: now, events: [...about.events, visit] });
  await needs.disputes.save({ ...aDispute(), revision: 0, wakeAt: now });
  const tick = async () => {
    await sweep({ ...needs, trouble });
    await room.post()();
    last = needs.clock.now();
  };
  let last = needs.clock.now();
  const logged: object[] = [];
  const putRight: string[] = [];
  let measured: readonly Missed[] = [];
  const watch: Watch = watchOver({
    needs,
    directory: room.directory,
    deliver: room.post(),
    lastTick: () => last,
    measures: { missed: (found) => (measured = found), putRight: (kind) => void putRight.push(kind) },
    log: (line) => void logged.push(line),
    slice,
  });
  const told = async () => (await needs.outbox.of({ kind: 'contact', id: 'homeward' })) as readonly Letter[];
  await tick();
  return { ...room, tick, watch, logged, putRight, measured: () => measured, told };
}

describe('the watchdog at work', () => {
  it('finds nothing where all is well, by day and by night', async () => {
    const { clock, tick, watch, measured, logged, told, putRight } = await watched();
    for (const time of ['00:01', '08:00', '08:30', '09:00', '17:59', '23:59']) {
      clock.moveTo('2026-11-26', time);
      await tick();
      await watch.look();
      await watch.look();
      expect([measured(), putRight], time).toEqual([[], []]);
    }
    expect([logged, await told()]).toEqual([[], []]);
  });

  it('finds ticks that have stopped, and what they left undone; tells after a second look, once a day', async () => {
    const { needs, clock, tick, watch, measured, logged, told, teams } = await watched();
    clock.moveTo('2026-11-26', '10:00');
    await watch.look();
    const codes = measured().map(({ code }) => code);
    expect(codes).toEqual(['ticks-silent', 'wake-overdue']);
    expect(await watch.missed()).toEqual(measured());
    expect(await told()).toEqual([]);
    await watch.look();
    await watch.look();
    expect(await told()).toMatchObject([{ kind: 'watch.missed', to: { person: administratorPeter.id } }]);
    expect(teams.asked.at(-1)).toMatchObject({ where: `a:${administratorPeter.id}` });
    expect(logged.map((line) => (line as { code: string }).code)).toEqual(codes);

    await tick();
    expect(await watch.missed()).toEqual([]);
    await watch.look();
    clock.moveTo('2026-11-27', '10:00');
    await watch.look();
    await watch.look();
    expect((await told()).map(({ key }) => key)).toHaveLength(2);
    expect(await needs.outbox.oldestUnsent()).toBeNull();
  });

  it('finds letters that nobody has sent or tried, but not those that wait for a closed chat or for the morning', async () => {
    const { needs, clock, watch, measured } = await watched();
    const letter: Letter = {
      key: 'watch-test/1',
      kind: 'concern.raised',
      to: { person: priya.id },
      facts: {},
      live: false,
      writtenAt: now,
    };
    const about = (await needs.cases.get('C-1042'))!;
    await needs.cases.remind(about, about.wakeAt, [letter, { ...letter, key: 'watch-test/2' }]);
    clock.moveTo('2026-11-25', '10:15');
    expect((await watch.missed()).map(({ code }) => code)).toEqual(['ticks-silent', 'letters-untouched']);
    const [first, second] = await needs.outbox.waiting(needs.clock.now());
    const waits = { at: 'unsent', tries: 1, nextTryAt: now, trouble: 'Blocked' } as const;
    await needs.outbox.mark(first!, { ...waits, waitsFor: priya.id });
    await needs.outbox.mark(second!, { ...waits, nextTryAt: at('2026-11-26', '08:00') });
    await watch.look();
    expect(measured().map(({ code }) => code)).toEqual(['ticks-silent']);
  });

  it('finds reminders that were in no digest for a whole working day', async () => {
    const { needs, clock, tick, watch } = await watched();
    expect(await needs.outbox.heldSince(at('2026-11-26'))).toHaveLength(1);
    const codes = async () => (await watch.missed()).map(({ code }) => code);
    clock.moveTo('2026-11-26', '23:59');
    expect(await codes()).not.toContain('letters-held');
    clock.moveTo('2026-11-27', '00:01');
    expect(await watch.missed()).toContainEqual({ code: 'letters-held', count: 1 });
    clock.moveTo('2026-11-27', '08:30');
    await tick();
    expect(await watch.missed()).toEqual([]);
  });

  it('reckons anew, a few at each look, when each record should wake, and wakes what would sleep too long', async () => {
    const { needs, clock, tick, watch, putRight, measured, told, logged } = await watched(1);
    clock.moveTo('2026-11-25', '10:01');
    const about = (await needs.cases.get('C-1042'))!;
    const dispute = (await needs.disputes.get('D-0001'))!;
    const expected = [
      wakeCase(about, needs.clock.now(), northmoor).wakeAt,
      wake(dispute, needs.clock.now(), northmoor, about).wakeAt,
    ];
    expect([about.wakeAt, dispute.wakeAt]).toEqual(expected);
    await needs.cases.remind(about, null, []);
    await needs.disputes.remind(dispute, plusMinutes(dispute.wakeAt!, 1), []);
    const diary = (await needs.diaries.get(iroOlu.id))!;
    await needs.diaries.remind(diary, at('2026-12-24'), []);
    for (let looks = 0; looks <= northmoor.register.size; looks += 1) await watch.look();
    expect([...putRight].sort()).toEqual(['case', 'diary', 'dispute']);
    expect((await needs.cases.get('C-1042'))!.wakeAt).toBe(needs.clock.now());
    expect(await told()).toMatchObject([{ facts: { found: 'wake-wrong:2' } }]);
    expect(logged[0]).toMatchObject({ level: 'error', code: 'wake-wrong', facts: { count: 2 } });
    expect(JSON.stringify(logged)).not.toMatch(/C-1042|D-0001/);

    await tick();
    await watch.look();
    expect(measured()).toEqual([]);
    expect([(await needs.cases.get('C-1042'))!.wakeAt, (await needs.disputes.get('D-0001'))!.wakeAt]).toEqual(expected);
  });

  it('says by a code that it failed itself, and goes on', async () => {
    const { needs, directory } = await watched();
    const logged: object[] = [];
    const broken = watchOver({
      needs: { ...needs, outbox: { ...needs.outbox, waiting: () => Promise.reject(new Error('C-1042')) } },
      directory,
      deliver: async () => {},
      lastTick: () => now,
      measures: { missed: () => {}, putRight: () => {} },
      log: (line) => void logged.push(line),
    });
    await broken.look();
    expect(logged).toEqual([{ level: 'error', code: 'watch-failed', facts: {} }]);
  });
});
