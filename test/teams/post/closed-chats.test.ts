import { describe, expect, it } from 'vitest';
import type { Letter } from '../../../src/letters/model.ts';
import { localDate } from '../../../src/local-date.ts';
import { readersOf } from '../../../src/teams/post/readers.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { chatTroubleOf } from '../../../src/teams/post/trouble.ts';
import { aCase, aConcern } from '../../builders/case.ts';
import {
  away,
  ayesha,
  directorRuth,
  grace,
  headHelen,
  northmoor,
  priya,
  supportFiona,
  tom,
  without,
} from '../../builders/people.ts';
import { postRoom } from '../../fakes/post-room.ts';
import { at } from '../../fakes/stopped-clock.ts';

type Room = Awaited<ReturnType<typeof postRoom>>;
const DAY = '2026-10-08';
const today = localDate(DAY);
const C1 = { kind: 'case', id: 'C-1042' } as const;
const blocked = new ConnectorError({ status: 403, teamsCode: 'ConversationBlockedByUser', ambiguous: false });
const notInstalled = new ConnectorError({ status: 403, teamsCode: 'BotNotInConversationRoster', ambiguous: false });

const concern = (key: string, to = priya.id): Letter => ({
  key,
  kind: 'concern.raised',
  to: { person: to },
  facts: { concern: 'E-0001' },
  live: false,
  writtenAt: at(DAY),
});

async function withConcerns(room: Room, ...letters: readonly Letter[]): Promise<Room> {
  await room.needs.cases.save({ ...aCase({ concerns: [aConcern()] }), returns: [] }, letters);
  return room;
}

const speaks = ({ directory }: Room, id: string, conversation = `a:${id}`) =>
  directory.note(id, { serviceUrl: 'http://teams.test/', conversation, tenant: 't', teamsId: `29:${id}` });

describe('who reads a letter', () => {
  const vacant = { ...northmoor.register.get(priya.id)!, cover: { by: 'nobody', from: today, to: today } };
  const uncovered = { ...northmoor, register: new Map([...northmoor.register, [priya.id, vacant]]) };

  it('is whom it is for, and nobody else while they are there', () => {
    expect(readersOf(priya.id, northmoor.register, today)).toEqual([priya]);
  });

  it('is whoever covers, then the managers above, while they are away', () => {
    const covered = away(priya, tom, DAY, DAY);
    expect(readersOf(priya.id, covered.register, today).map(({ name }) => name)).toEqual(
      [tom, grace, headHelen, directorRuth]
        .map(({ name }) => name)
        .concat(
          readersOf(priya.id, covered.register, today)
            .slice(4)
            .map(({ name }) => name),
        ),
    );
  });

  it('is the manager, or whoever acts for the manager, where nobody covers', () => {
    expect(readersOf(priya.id, uncovered.register, today)[0]).toEqual(grace);
    const both = away(grace, tom, DAY, DAY, uncovered);
    expect(readersOf(priya.id, both.register, today)[0]).toEqual(tom);
  });

  it('is nobody where the register does not know them', () => {
    expect(readersOf(priya.id, without(priya).register, today)).toEqual([]);
  });

  it('gets it in place of somebody away without cover, and the letter says who got it', async () => {
    const room = await withConcerns(await postRoom(DAY, uncovered), concern('1'));
    await room.post()();
    expect(room.teams.asked.map(({ where }) => where)).toEqual([grace.id, `a:${grace.id}`]);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent', reader: grace.id });
  });
});

describe('a manager who reads a letter only because nobody nearer acts', () => {
  const gone = { ...priya, manager: supportFiona.id, cover: { by: 'nobody', from: today, to: today } };
  const authority = { ...northmoor, register: new Map([...northmoor.register, [priya.id, gone]]) };

  it('and has no part in the case hears that something waits, and nothing of the child', async () => {
    const room = await withConcerns(await postRoom(DAY, authority), concern('1'));
    await room.post()();
    const said = room.teams.asked.at(-1)!;
    expect(said).toMatchObject({ what: 'say', where: `a:${supportFiona.id}` });
    const words = JSON.stringify(said.card);
    expect(words).toContain('Something waits for Priya Shah');
    expect(words).toContain('E-0001');
    expect(words).not.toMatch(/C-1042|\bAB\b/);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent', reader: supportFiona.id });
  });

  it('hears nothing of what is over', async () => {
    const room = await postRoom(DAY, authority);
    await room.needs.cases.save({ ...aCase({ concerns: [] }), returns: [] }, [concern('1')]);
    await room.post()();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'dropped' });
    expect(room.teams.asked).toEqual([]);
  });
});

describe('what Teams says of a chat', () => {
  it.each([
    [403, 'ConversationBlockedByUser', false, 'blocked'],
    [403, 'MessageWritesBlocked', false, 'blocked'],
    [403, 'BotNotInConversationRoster', true, 'not-installed'],
    [403, 'ForbiddenOperationException', true, 'not-installed'],
    [403, 'BotDisabledByAdmin', false, 'switched-off'],
    [403, 'InvalidBotApiHost', false, 'moved'],
    [403, null, true, 'not-installed'],
    [403, null, false, 'blocked'],
    [404, 'ConversationNotFound', false, 'not-there'],
    [404, 'ConversationNotFound', true, 'gone'],
    [404, 'ActivityNotFoundInConversation', false, null],
    [null, 'service-url-not-allowed', false, 'moved'],
    [429, null, false, null],
    [401, null, false, null],
    [413, null, false, null],
    [502, null, true, null],
  ])('%s %s (only being opened: %s) means %s', (status, teamsCode, isNew, meaning) => {
    expect(chatTroubleOf(new ConnectorError({ status, teamsCode, ambiguous: false }), isNew)).toBe(meaning);
  });
});

describe('a chat that is closed to us', () => {
  it('is tried once for all its letters, which go on as soon as its owner speaks, in order', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'), concern('2'), concern('3'));
    await speaks(room, priya.id);
    room.teams.closes(`a:${priya.id}`, blocked);
    const post = room.post();
    await post();
    await post();
    expect(room.teams.asked).toHaveLength(1);
    expect(await room.passages(C1)).toMatchObject({
      1: { at: 'unsent', tries: 1, waitsFor: priya.id },
      2: { at: 'unsent', tries: 0, waitsFor: priya.id, trouble: expect.stringContaining('has blocked') },
      3: { at: 'unsent', tries: 0, waitsFor: priya.id },
    });
    expect((await room.needs.outbox.inTrouble()).map(({ key }) => key)).toEqual(['1', '2', '3']);
    const attempts = (await room.needs.outbox.of(C1)).map((letter) => letter.attempts.length);
    expect(attempts).toEqual([1, 0, 0]);

    room.teams.closes(`a:${priya.id}`, null);
    await speaks(room, priya.id);
    await post();
    expect(room.teams.asked.slice(1).map(({ what }) => what)).toEqual(['say', 'say', 'say']);
    expect(await room.needs.outbox.inTrouble()).toEqual([]);
    const [first] = await room.needs.outbox.of(C1);
    expect(first!.attempts.map(({ came }) => came)).toEqual(['failed', 'arrived']);
    expect(JSON.stringify(first!.attempts)).not.toMatch(/Priya|C-1042/);
  });

  it('does not hold up the letters of others', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'), concern('2', grace.id));
    room.teams.closes(priya.id, notInstalled);
    await room.post()();
    expect(await room.passages(C1)).toMatchObject({ 1: { waitsFor: priya.id }, 2: { at: 'sent' } });
    expect((await room.directory.closed(priya.id))?.why).toBe('not-installed');
  });

  it('of whoever covers sends the letter on to the next above', async () => {
    const room = await withConcerns(await postRoom(DAY, away(priya, tom, DAY, DAY)), concern('1'));
    room.teams.closes(tom.id, notInstalled);
    await room.post()();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent', reader: grace.id });
    expect(room.teams.asked.map(({ where }) => where)).toEqual([tom.id, grace.id, `a:${grace.id}`]);
  });

  it('is looked at again the next working day: a crash between its opening and its letters loses nothing', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'));
    room.teams.closes(priya.id, notInstalled);
    const post = room.post();
    await post();
    room.teams.closes(priya.id, null);
    await room.directory.note(priya.id, { serviceUrl: 'http://teams.test/', conversation: 'a:p', tenant: 't' });
    const [letter] = await room.needs.outbox.of(C1);
    await room.needs.outbox.mark(letter!, {
      at: 'unsent',
      tries: 1,
      nextTryAt: at('2026-10-09', '08:00'),
      trouble: 'x',
      waitsFor: priya.id,
    });
    room.clock.moveTo('2026-10-09', '08:00');
    await post();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent', reader: priya.id });
  });

  it('is closed by its owner removing Homeward, and opened by their installing it again', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'));
    await speaks(room, priya.id);
    await room.directory.removed(priya.id);
    await room.post()();
    expect(room.teams.asked).toEqual([]);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'unsent', tries: 0, waitsFor: priya.id });
    await speaks(room, priya.id);
    await room.post()();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent' });
  });

  it('stays closed while others speak', async () => {
    const room = await postRoom(DAY);
    await room.directory.removed(priya.id);
    await speaks(room, ayesha.id);
    expect(await room.directory.closed(priya.id)).toMatchObject({ why: 'blocked', since: at(DAY) });
  });
});

describe('a chat that is not there as we knew it', () => {
  it('is opened anew by the person’s object id, and the letter goes there', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'));
    await speaks(room, priya.id, 'a:old');
    room.teams.gone.add('a:old');
    await room.post()();
    expect(room.teams.asked.map(({ what, where }) => [what, where])).toEqual([
      ['say', 'a:old'],
      ['chat', priya.id],
      ['say', `a:${priya.id}`],
    ]);
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent', conversation: `a:${priya.id}` });
  });

  it('and cannot be opened is closed; one that is never there is not asked for without end', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'), concern('2', grace.id));
    await speaks(room, priya.id, 'a:old');
    room.teams.gone.add('a:old').add(priya.id).add(`a:${grace.id}`);
    await room.post()();
    expect((await room.directory.closed(priya.id))?.why).toBe('gone');
    expect((await room.passages(C1))['2']).toMatchObject({ at: 'unsent', tries: 2 });
    expect(room.teams.asked.filter(({ where }) => where === `a:${grace.id}`)).toHaveLength(2);
  });

  it('is opened without doubt: a 502 to that says nothing', async () => {
    const room = await withConcerns(await postRoom(DAY), concern('1'));
    room.teams.fails(new ConnectorError({ status: 502, ambiguous: true }));
    const post = room.post();
    await post();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'unsent', tries: 1 });
    room.clock.moveTo(DAY, '10:05');
    await post();
    expect((await room.passages(C1))['1']).toMatchObject({ at: 'sent' });
  });
});
