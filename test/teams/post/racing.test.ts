import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/letters/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { priya } from '../../builders/people.ts';
import { postRoom, settled } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

const DAY = '2026-10-08';
const C1 = { kind: 'case', id: 'C-1042' } as const;
const chat = `a:${priya.id}`;
const dropped = { at: 'dropped', droppedAt: at(DAY), why: 'Overtaken' } as const;

const letter = (key: string, rest: Partial<Letter> = {}): Letter => ({
  key,
  kind: 'concern.raised',
  to: { person: priya.id },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at(DAY),
  ...rest,
});

/** A letter whose send is under way, and gets no answer until it is let go. */
async function underWay(...letters: readonly Letter[]) {
  const room = await postRoom(DAY);
  await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, letters);
  await room.directory.note(priya.id, { serviceUrl: 'http://teams.test/', conversation: chat, tenant: 't' });
  const letGo = room.teams.isSlow(chat);
  const delivery = room.deliveryOver();
  const sending = delivery.send();
  await settled();
  expect(room.teams.asked).toHaveLength(1);
  const stands = async (key: string) => (await room.needs.outbox.of(C1)).find((one) => one.key === key)!;
  return { room, letGo, delivery, sending, stands };
}

describe('a letter that is cancelled while it is being sent', () => {
  it('was sent, if it arrived', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'));
    await room.needs.outbox.mark(await stands('1'), dropped);
    letGo();
    await sending;
    expect(await stands('1')).toMatchObject({ passage: { at: 'sent' }, attempts: [{ came: 'arrived' }] });
  });

  it('stays cancelled, if it did not arrive', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'));
    await room.needs.outbox.mark(await stands('1'), dropped);
    room.teams.fails(new ConnectorError({ status: 429, ambiguous: false }));
    letGo();
    await sending;
    expect(await stands('1')).toMatchObject({ passage: dropped, attempts: [{ came: 'failed' }] });
    await room.livesOn(3_600);
    expect(room.teams.asked).toHaveLength(1);
  });

  it('may have arrived, if nobody knows', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'));
    await room.needs.outbox.mark(await stands('1'), dropped);
    room.teams.fails(new ConnectorError({ status: null, ambiguous: true }));
    letGo();
    await sending;
    expect((await stands('1')).passage.at).toBe('unknown');
  });
});

describe('a letter that waits behind another', () => {
  it('is not sent when it was cancelled meanwhile', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'), letter('2'));
    await room.needs.outbox.mark(await stands('2'), dropped);
    letGo();
    await sending;
    expect(room.teams.asked).toHaveLength(1);
    expect((await stands('2')).passage).toEqual(dropped);
    expect(room.troubles).toEqual([]);
  });

  it('is counted on from how it then stands', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'), letter('2'));
    const tried = { at: 'unsent', tries: 3, nextTryAt: at(DAY), trouble: 'Busy' } as const;
    await room.needs.outbox.mark(await stands('2'), tried);
    room.teams.fails(null, new ConnectorError({ status: 429, ambiguous: false }));
    letGo();
    await sending;
    expect((await stands('2')).passage).toMatchObject({ at: 'unsent', tries: 4 });
  });

  it('is sent as it then stands', async () => {
    const { room, letGo, sending, stands } = await underWay(letter('1'), letter('2'));
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!);
    letGo();
    await sending;
    expect((await stands('2')).passage).toMatchObject({ at: 'sent', drawn: 2 });
  });
});

describe('a card whose record changes while it is being sent', () => {
  it('is redrawn after it', async () => {
    const { room, letGo, delivery, sending } = await underWay(letter('1', { live: true }));
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!);
    letGo();
    await sending;
    await delivery.send();
    expect(room.teams.asked.map(({ what }) => what)).toEqual(['say', 'redraw']);
  });
});

describe('a post that is asked again while it sends', () => {
  it('sends nothing twice, and takes up what came meanwhile without waiting for what is slow', async () => {
    const { room, letGo, delivery, sending, stands } = await underWay(letter('1'));
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!, [
      letter('2', { kind: 'concern.channel', to: { channel: "Children's services managers" } }),
    ]);
    const again = [delivery.send(), delivery.send()];
    await settled();
    expect((await stands('2')).passage.at).toBe('sent');
    letGo();
    await Promise.all([sending, ...again]);
    expect(room.teams.asked.filter(({ what }) => what === 'say')).toHaveLength(1);
  });

  it('keeps the order of a conversation also for what came meanwhile', async () => {
    const { room, letGo, delivery, sending } = await underWay(letter('1'));
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!, [letter('2')]);
    const again = delivery.send();
    await settled();
    expect(room.teams.asked).toHaveLength(1);
    letGo();
    await Promise.all([sending, again]);
    expect(room.teams.asked).toHaveLength(2);
  });

  it('that stops lets what is under way end, writes it down, and begins nothing new', async () => {
    const { room, letGo, delivery, sending, stands } = await underWay(letter('1'), letter('2'));
    let hasStopped = false;
    const stopping = delivery.stop().then(() => (hasStopped = true));
    await settled();
    expect(hasStopped).toBe(false);
    letGo();
    await Promise.all([stopping, sending]);
    await delivery.send();
    await room.livesOn(3_600);
    expect((await stands('1')).passage.at).toBe('sent');
    expect((await stands('2')).passage).toMatchObject({ at: 'unsent', tries: 0 });
    expect(room.teams.asked).toHaveLength(1);
  });
});
