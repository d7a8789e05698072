import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/letters/model.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { priya } from '../../builders/people.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

const C1 = { kind: 'case', id: 'C-1042' } as const;
const CHANNEL = "Children's services managers";

const letter = (key: string, rest: Partial<Letter> = {}): Letter => ({
  key,
  kind: 'concern.answered',
  to: { person: priya.id },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at('2026-10-09', '19:00'),
  ...rest,
});

async function onFridayNight(...letters: readonly Letter[]) {
  const room = await postRoom('2026-10-09');
  room.clock.moveTo('2026-10-09', '19:00');
  const concerns = [aConcern()];
  await room.needs.cases.save({ ...aCase({ concerns }), returns: [] }, letters);
  return room;
}

describe('in quiet hours', () => {
  it('what can wait is not tried, and waits for the next working morning, 1:1 and in channels', async () => {
    const inChannel = letter('2', { kind: 'concern.channel', to: { channel: CHANNEL } });
    const room = await onFridayNight(letter('1'), inChannel);
    await room.post()();
    expect(room.teams.asked).toEqual([]);
    const monday = { at: 'unsent', tries: 0, nextTryAt: at('2026-10-12', '08:00'), trouble: null };
    expect(await room.passages(C1)).toEqual({ 1: monday, 2: monday });
    expect((await room.needs.outbox.of(C1)).map(({ attempts }) => attempts)).toEqual([[], []]);
    expect(await room.needs.outbox.inTrouble()).toEqual([]);

    const post = room.post();
    room.clock.moveTo('2026-10-12', '07:59');
    await post();
    expect(room.teams.asked).toEqual([]);
    room.clock.moveTo('2026-10-12', '08:00');
    await post();
    expect(room.teams.asked.map(({ what }) => what).sort()).toEqual(['chat', 'say', 'thread']);
  });

  it('what is for a child’s safety goes at once, and so does what is marked urgent', async () => {
    const room = await onFridayNight(
      letter('1'),
      letter('2', { kind: 'concern.raised' }),
      letter('3', { facts: { concern: 'E-0001', urgent: 'yes' } }),
    );
    await room.post()();
    const passages = await room.passages(C1);
    expect(passages['1']).toMatchObject({ at: 'unsent', tries: 0 });
    expect(passages['2']).toMatchObject({ at: 'sent' });
    expect(passages['3']).toMatchObject({ at: 'sent' });
  });

  it('a card that was sent is redrawn at any hour: nobody is notified', async () => {
    const room = await postRoom('2026-10-09');
    const about = { ...aCase({ concerns: [aConcern()] }), returns: [] };
    await room.needs.cases.save(about, [
      letter('1', { kind: 'concern.channel', to: { channel: CHANNEL }, live: true, writtenAt: at('2026-10-09') }),
    ]);
    const post = room.post();
    await post();
    room.clock.moveTo('2026-10-10', '03:00');
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!);
    await post();
    expect(room.teams.asked.map(({ what }) => what)).toEqual(['thread', 'redraw']);
  });
});
