import { describe, expect, it } from 'vitest';
import { deadlinesOf, factsOf } from '../../src/cases/rules.ts';
import { followMadeUpChildren, madeUpChildren } from '../../src/demo/children.ts';
import { playgroundFile } from '../../src/demo/playground.ts';
import { LIVE } from '../../src/disputes/store.ts';
import { localDate, plusDays } from '../../src/local-date.ts';
import { contradictions } from '../../src/timetable/rules.ts';
import { northmoor } from '../builders/people.ts';
import { postRoom } from '../fakes/post-room.ts';

const DAYS = [
  '2026-11-23',
  '2026-11-28',
  '2026-12-25',
  '2026-12-28',
  '2027-01-01',
  '2027-02-28',
  '2026-03-29',
  '2026-04-03',
  '2026-04-06',
  '2026-10-25',
];

describe.each(DAYS)('the made-up council on %s', (day) => {
  it('has twelve children whose facts agree and who each have something due, or say why not', async () => {
    const room = await postRoom(day);
    await followMadeUpChildren(room.needs);
    const today = localDate(day);
    const children = madeUpChildren(today, northmoor.register, northmoor);
    expect(children).toHaveLength(12);
    for (const { id } of children) {
      const about = (await room.needs.cases.get(id))!;
      expect(contradictions(factsOf(about, today)), id).toEqual([]);
      const { deadlines, cannotSay } = deadlinesOf(about, today, northmoor);
      expect(deadlines.length + cannotSay.length, id).toBeGreaterThan(0);
    }
  });

  it('has returns under way, one with the Director, and two disputes on their way up', async () => {
    const room = await postRoom(day);
    await followMadeUpChildren(room.needs);
    const plans = await Promise.all(
      madeUpChildren(localDate(day), northmoor.register, northmoor).map(({ id }) => room.needs.cases.get(id)),
    );
    const returns = plans.flatMap((about) => about!.returns);
    expect(returns.map(({ id }) => id)).toEqual(['RH-0001', 'RH-0002', 'RH-0004', 'RH-0003']);
    expect(returns.map(({ decision }) => decision.stands).sort()).toEqual(['asked', 'none', 'none', 'none']);
    expect(await room.needs.disputes.find(LIVE)).toHaveLength(2);
    const waiting = await room.needs.outbox.waiting(room.clock.now());
    expect(waiting.filter(({ to }) => 'person' in to)).toEqual([]);
  });

  it('is made once, however often the demo starts on its folder', async () => {
    const room = await postRoom(day);
    await followMadeUpChildren(room.needs);
    const before = await room.needs.disputes.get('D-0001');
    room.clock.moveTo(plusDays(localDate(day), 3));
    await followMadeUpChildren(room.needs);
    expect(await room.needs.disputes.get('D-0001')).toEqual(before);
    expect(await room.needs.disputes.get('D-0003')).toBeUndefined();
  });
});

describe('the Playground’s file', () => {
  it('has one person at the keyboard, five others and the two channels of the council', () => {
    const file = JSON.parse(playgroundFile(northmoor)) as {
      readonly currentUser: { readonly aadObjectId: string };
      readonly users: readonly unknown[];
      readonly team: { readonly id: string; readonly channels: readonly { readonly id: string }[] };
    };
    expect(northmoor.register.has(file.currentUser.aadObjectId)).toBe(true);
    expect(file.users).toHaveLength(5);
    const ids = [...northmoor.channels.values()].map(({ id }) => id);
    expect([file.team.channels[0]!.id, file.team.id]).toEqual(ids);
  });
});
