import { describe, expect, it } from 'vitest';
import { type Instant, millisecondsFrom } from '../../../src/clock.ts';
import type { Letter } from '../../../src/letters/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import { ayesha, grace, northmoor, priya, tom } from '../../builders/people.ts';
import { postRoom, settled } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

type Room = Awaited<ReturnType<typeof postRoom>>;
const DAY = '2026-10-08';
const C1 = { kind: 'case', id: 'C-1042' } as const;
const refused = (status: number, retryAfterSeconds: number | null = null) =>
  new ConnectorError({ status, retryAfterSeconds, ambiguous: status >= 500 });

const letter = (key: string, to: string, rest: Partial<Letter> = {}): Letter => ({
  key,
  kind: 'concern.answered',
  to: { person: to },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at(DAY),
  ...rest,
});

async function roomWith(...letters: readonly Letter[]): Promise<Room> {
  const room = await postRoom(DAY);
  await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, letters);
  for (const id of northmoor.register.keys())
    await room.directory.note(id, { serviceUrl: 'http://teams.test/', conversation: `a:${id}`, tenant: 't' });
  return room;
}

const wheres = ({ teams }: Room) => teams.asked.map(({ where }) => where);
const kindsOf = async (room: Room) =>
  Object.fromEntries(Object.entries(await room.passages(C1)).map(([key, passage]) => [key, passage.at]));

/** Takes from each request the moment at which it was made. */
function timed(room: Room) {
  const times: { where: string; at: Instant }[] = [];
  const { messenger } = room.teams;
  const say = messenger.say.bind(messenger);
  messenger.say = (place, message) => {
    times.push({ where: place.conversation, at: room.clock.now() });
    return say(place, message);
  };
  return times;
}

describe('the post, with much to send', () => {
  it('writes to several people at once, and to each one in order', async () => {
    const keys = ['1', '2', '3', '4'];
    const room = await roomWith(
      ...keys.map((key) => letter(`a${key}`, priya.id)),
      ...keys.map((key) => letter(`b${key}`, grace.id)),
    );
    const goesOn = room.teams.isSlow(`a:${priya.id}`);
    const sending = room.post()();
    await settled();
    expect(wheres(room)).toEqual([`a:${priya.id}`, ...keys.map(() => `a:${grace.id}`)]);
    goesOn();
    await sending;
    const sentOf = async (first: string) =>
      Object.entries(await room.passages(C1))
        .filter(([key]) => key.startsWith(first))
        .map(([, passage]) => passage.at === 'sent' && Number(passage.activity));
    for (const first of ['a', 'b']) {
      const activities = await sentOf(first);
      expect(activities).toEqual(activities.toSorted());
    }
  });

  it('never has more than 32 under way', async () => {
    const people = Array.from({ length: 100 }, (_, number) => ({ ...priya, id: `p-${number}` }));
    const authority = { ...northmoor, register: new Map(people.map((person) => [person.id, person])) };
    const room = await postRoom(DAY, authority);
    const letters = people.map(({ id }) => letter(id, id));
    await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, letters);
    const letGo = people.map(({ id }) => room.teams.isSlow(`a:${id}`));
    const { send } = room.deliveryOver({}, { conversation: [], tenant: [] });
    const sending = send();
    await settled();
    expect(room.teams.asked.filter(({ what }) => what === 'say')).toHaveLength(32);
    for (const each of letGo) each();
    await sending;
    expect(Object.values(await kindsOf(room)).every((how) => how === 'sent')).toBe(true);
  });

  it('keeps the pace of a conversation by coming back, never by waiting', async () => {
    const keys = Array.from({ length: 20 }, (_, number) => String(number + 10));
    const room = await roomWith(...keys.map((key) => letter(key, priya.id)));
    const times = timed(room);
    await room.post()();
    expect(times).toHaveLength(7);
    expect(room.alarms).toHaveLength(1);
    await room.livesOn(1);
    expect(times).toHaveLength(7);
    await room.livesOn(10);
    expect(times).toHaveLength(20);
    for (const { at: from } of times) {
      const within = (seconds: number) =>
        times.filter((one) => one.at >= from && millisecondsFrom(from, one.at) < seconds * 1000).length;
      expect(within(1)).toBeLessThanOrEqual(7);
      expect(within(2)).toBeLessThanOrEqual(8);
    }
  });

  it('goes on with the others in their time while somebody’s chat gives no answer', async () => {
    const room = await roomWith(letter('1', priya.id), letter('2', grace.id), letter('3', tom.id));
    const letGo = room.teams.isSlow(`a:${priya.id}`);
    const sending = room.deliveryOver({}, { conversation: [], tenant: [{ most: 2, seconds: 1 }] }).send();
    await settled();
    expect(wheres(room)).toEqual([`a:${priya.id}`, `a:${grace.id}`]);
    await room.livesOn(2);
    expect(wheres(room)).toEqual([`a:${priya.id}`, `a:${grace.id}`, `a:${tom.id}`]);
    letGo();
    await sending;
  });

  it('is not stopped by a lost alarm: the next tick goes on', async () => {
    const keys = Array.from({ length: 9 }, (_, number) => String(number));
    const room = await roomWith(...keys.map((key) => letter(key, priya.id)));
    const post = room.post();
    await post();
    room.alarms.length = 0;
    room.clock.moveTo(DAY, '10:01');
    await post();
    expect(room.teams.asked).toHaveLength(9);
  });

  it('keeps a letter in its place while the chat is opened at the very end of what may go', async () => {
    const room = await postRoom(DAY);
    await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, [letter('1', priya.id)]);
    await room.deliveryOver({}, { conversation: [{ most: 1, seconds: 1 }], tenant: [] }).send();
    expect(room.teams.asked.map(({ what }) => what)).toEqual(['chat']);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'unsent', tries: 0, trouble: null });
    await room.livesOn(2);
    expect(room.teams.asked.map(({ what }) => what)).toEqual(['chat', 'say']);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent' });
  });

  it('lets what is urgent go before the rest, though it was written last', async () => {
    const keys = Array.from({ length: 60 }, (_, number) => `p-${number + 10}`);
    const people = keys.map((id) => ({ ...priya, id }));
    const authority = { ...northmoor, register: new Map([...people, grace].map((person) => [person.id, person])) };
    const room = await postRoom(DAY, authority);
    await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, [
      ...people.map(({ id }) => letter(id, id)),
      letter('z', grace.id, { kind: 'concern.raised' }),
    ]);
    for (const { id } of [...people, grace])
      await room.directory.note(id, { serviceUrl: 'http://teams.test/', conversation: `a:${id}`, tenant: 't' });
    await room.post()();
    expect(wheres(room)[0]).toBe(`a:${grace.id}`);
    expect(wheres(room)).toHaveLength(49);
  });
});

describe('the post', () => {
  it('says to one person first what is urgent', async () => {
    const room = await roomWith(letter('1', priya.id), letter('2', priya.id, { kind: 'concern.raised' }));
    await room.post()();
    const [one, two] = Object.values(await room.passages(C1)).map((passage) =>
      passage.at === 'sent' ? Number(passage.activity) : 0,
    );
    expect(two).toBeLessThan(one!);
  });

  it('does not count against the pace what was not worth sending', async () => {
    const over = { facts: { concern: 'E-0009' } };
    const room = await roomWith(letter('1', priya.id, over), letter('2', grace.id, over), letter('3', tom.id));
    await room.deliveryOver({}, { conversation: [], tenant: [{ most: 1, seconds: 60 }] }).send();
    expect(await kindsOf(room)).toEqual({ 1: 'dropped', 2: 'dropped', 3: 'sent' });
  });

  it('takes it from one answer that nobody can be written to: our credentials are not accepted', async () => {
    const room = await roomWith(letter('1', priya.id));
    room.teams.closes(`a:${priya.id}`, refused(401));
    const post = room.post();
    await post();
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!, [letter('2', grace.id)]);
    await post();
    expect(room.teams.asked).toHaveLength(1);
    await room.livesOn(61);
    expect((await room.passages(C1))['2']).toMatchObject({ at: 'sent' });
  });
});

describe('the post, when Teams asks it to slow down', () => {
  it('holds back the conversation, not the others, and goes on in order', async () => {
    const room = await roomWith(letter('1', priya.id), letter('2', priya.id), letter('3', grace.id));
    room.teams.closes(`a:${priya.id}`, refused(429, 30));
    await room.post()();
    expect(await kindsOf(room)).toEqual({ 1: 'unsent', 2: 'unsent', 3: 'sent' });
    expect((await room.passages(C1))['2']).toMatchObject({ tries: 0 });
    await room.livesOn(29);
    expect(room.teams.asked).toHaveLength(2);
    room.teams.closes(`a:${priya.id}`, null);
    await room.livesOn(2);
    expect(await kindsOf(room)).toEqual({ 1: 'sent', 2: 'sent', 3: 'sent' });
    const [one, two] = Object.values(await room.passages(C1)).map((passage) =>
      passage.at === 'sent' ? Number(passage.activity) : 0,
    );
    expect(one).toBeLessThan(two!);
  });

  it('leaves Teams alone when several conversations were asked, then tries one, then all', async () => {
    const people = [priya, grace, tom, ayesha];
    const room = await roomWith(...people.map(({ id }, number) => letter(String(number), id)));
    for (const { id } of people) room.teams.closes(`a:${id}`, refused(429, 10));
    const more = letter('9', northmoor.register.keys().toArray().at(-1)!);
    const post = room.post();
    await post();
    const before = room.teams.asked.length;
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!, [more]);
    await post();
    await room.livesOn(50);
    expect(room.teams.asked).toHaveLength(before);
    const letGo = [...people.map(({ id }) => id), more.to].map((who) =>
      room.teams.isSlow(`a:${typeof who === 'string' ? who : 'person' in who ? who.person : ''}`),
    );
    await room.livesOn(11);
    expect(room.teams.asked).toHaveLength(before + 1);
    for (const each of letGo) each();
    await settled();
    for (const { id } of people) room.teams.closes(`a:${id}`, null);
    await room.livesOn(600);
    expect(Object.values(await kindsOf(room)).every((how) => how === 'sent')).toBe(true);
  });

  it('does not hammer Teams with credentials that it does not accept', async () => {
    const people = [priya, grace, tom, ayesha];
    const room = await roomWith(...people.map(({ id }, number) => letter(String(number), id)));
    for (const { id } of people) room.teams.closes(`a:${id}`, refused(401));
    const post = room.post();
    await post();
    for (let minute = 0; minute < 30; minute += 1) {
      await room.livesOn(60);
      await post();
    }
    expect(room.teams.asked.length).toBeLessThanOrEqual(people.length + 6);
    for (const { id } of people) room.teams.closes(`a:${id}`, null);
    await room.livesOn(3_600);
    expect(Object.values(await kindsOf(room)).every((how) => how === 'sent')).toBe(true);
  });

  it('makes few letters doubtful when Teams gives no answer to anybody', async () => {
    const people = [...northmoor.register.keys()];
    const room = await roomWith(...people.map((id, number) => letter(String(number + 10), id)));
    for (const id of people) room.teams.closes(`a:${id}`, refused(503));
    const others = people.map((id, number) => letter(String(number + 50), id));
    const post = room.post();
    await post();
    await room.needs.cases.save((await room.needs.cases.get('C-1042'))!, others);
    for (let minute = 0; minute < 30; minute += 1) {
      await room.livesOn(60);
      await post();
    }
    const doubtful = Object.values(await kindsOf(room)).filter((how) => how === 'unknown');
    expect(doubtful.length).toBeLessThanOrEqual(people.length + 6);
  });
});
