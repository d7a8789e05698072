import { describe, expect, it } from 'vitest';
import { CHANNEL_TROUBLES, type ChannelTrouble } from '../../../src/letters/channels/model.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { channelTroubleOf } from '../../../src/teams/post/trouble.ts';
import type { Fault } from '../../fakes/teams-service.ts';
import { aChild, channelId, DIRECTORATE, DRIFT, follows, MANAGERS, northmoor } from '../../journeys/northmoor.ts';

const refused = (status: number, code?: string): Fault => ({ status, ...(code && { body: { error: { code } } }) });

/** What Teams says of a channel that was deleted, is private or shared, or whose team has lost the bot (teams.md 1.3). */
const CLOSED: readonly (readonly [string, Fault, ChannelTrouble])[] = [
  ['was deleted', refused(404, 'ConversationNotFound'), 'deleted'],
  ['is private or shared', refused(403, 'ForbiddenOperationException'), 'may-not-post'],
  ['has lost the bot', refused(403, 'BotNotInConversationRoster'), 'not-in-it'],
];

async function withChannel(fault: Fault) {
  const at = await northmoor('2026-03-25');
  await follows(at.ayesha, aChild(at.council));
  const { council } = at;
  council.teams.closes(channelId(council), fault);
  const peter = council.person('Peter Nolan');
  const told = () => peter.inbox().filter(({ words }) => words.startsWith('A channel cannot be written to'));
  const health = async () => (await (await fetch(`${council.running.url}/readyz`)).json()) as { detail: object };
  const raises = async () => at.olu.presses(await at.olu.says('raise dispute C-1042'), 'Raise dispute', DRIFT);
  return { ...at, peter, told, health, raises };
}

describe('what is wrong with a channel', () => {
  it.each([
    [404, null, 'deleted'],
    [404, 'ConversationNotFound', 'deleted'],
    [403, null, 'may-not-post'],
    [403, 'ForbiddenOperationException', 'may-not-post'],
    [403, 'MessageWritesBlocked', 'may-not-post'],
    [403, 'BotNotInConversationRoster', 'not-in-it'],
    [403, 'BotDisabledByAdmin', 'switched-off'],
    [403, 'InvalidBotApiHost', null],
    [401, null, null],
    [412, null, null],
    [413, 'MessageSizeTooBig', null],
    [429, null, null],
    [503, null, null],
    [null, 'no-token', null],
    [null, null, null],
  ])('is taken from what Teams says: %s %s', (status, teamsCode, what) => {
    expect(channelTroubleOf(new ConnectorError({ status, teamsCode, ambiguous: false }))).toBe(what);
  });

  it('is nothing, where it was we who failed', () => {
    expect(channelTroubleOf(new Error('404'))).toBeNull();
  });
});

describe('a channel', () => {
  it.each(CLOSED)(
    'that %s is found when something is posted; people are written to all the same',
    async (_how, fault, what) => {
      const { council, grace, told, health, raises } = await withChannel(fault);
      const record = await raises();
      expect(council.channel(MANAGERS)).toEqual([]);
      expect(grace.last().words).toContain('A dispute waits for your response');
      expect(told().map(({ words }) => words)).toEqual([
        `A channel cannot be written to\n${MANAGERS}\n⚠ ${CHANNEL_TROUBLES[what].says}.\n${CHANNEL_TROUBLES[what].remedy}.\nLetters to people go out all the same. What waits for this channel is posted when it works again.`,
      ]);
      expect(await health()).toMatchObject({ detail: { channelsInTrouble: [what] } });
      expect(record.words).toContain('D-0001');
      expect(council.logged).toContainEqual({ level: 'error', code: `channel-${what}`, facts: {} });
      expect(JSON.stringify(council.logged)).not.toContain(MANAGERS);
    },
  );

  it('is found at the start too, before anything is posted', async () => {
    const { council, told, health } = await withChannel(refused(403, 'ForbiddenOperationException'));
    await council.restart();
    await council.later(1);
    expect(told()).toHaveLength(1);
    expect(await health()).toMatchObject({ detail: { channelsInTrouble: ['may-not-post'] } });
  });

  it('is told of once a day, however often it is tried and Homeward starts', async () => {
    const { council, told, raises } = await withChannel(refused(403, 'BotNotInConversationRoster'));
    await raises();
    await council.later(30);
    await council.restart();
    await council.later(60);
    expect(told()).toHaveLength(1);
    await council.until('2026-03-26');
    expect(told()).toHaveLength(2);
  });

  it('gets what waited for it once it works again, as things then stand, and is in trouble no more', async () => {
    const { council, health, raises } = await withChannel(refused(404, 'ConversationNotFound'));
    await raises();
    expect((await council.person('Olu Bankole').says('dispute D-0001')).words).toContain(
      `⚠ Not delivered yet to the channel “${MANAGERS}”: The channel is not there`,
    );
    council.teams.closes(channelId(council), null);
    await council.until('2026-03-26');
    expect(council.channel(MANAGERS).map(({ words }) => words)).toEqual([expect.stringContaining('day 1 of 20')]);
    expect(await health()).toMatchObject({ detail: { channelsInTrouble: [] } });
  });

  it('in trouble does not hide another: each is told of by itself', async () => {
    const { council, told, health } = await withChannel(refused(404));
    council.teams.closes(channelId(council, DIRECTORATE), refused(403, 'ForbiddenOperationException'));
    await council.restart();
    await council.later(1);
    expect(told()).toHaveLength(2);
    expect(await health()).toMatchObject({ detail: { channelsInTrouble: ['deleted', 'may-not-post'] } });
  });

  it('is not blamed when Teams is not well', async () => {
    const { council, told, health, raises } = await withChannel({ status: 503 });
    await raises();
    await council.restart();
    await council.later(1);
    expect(told()).toEqual([]);
    expect(await health()).toMatchObject({ detail: { channelsInTrouble: [] } });
  });

  it('that works is asked for once at the start, and nobody reads who is in it', async () => {
    const { council, told } = await withChannel({ answers: 'twice' });
    const before = council.teams.heard.length;
    await council.restart();
    const asked = council.teams.heard.slice(before).map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
    expect(asked).toEqual([
      `GET /v3/conversations/${channelId(council)}/pagedmembers?pageSize=50`,
      `GET /v3/conversations/${channelId(council, DIRECTORATE)}/pagedmembers?pageSize=50`,
    ]);
    expect(told()).toEqual([]);
  });
});
