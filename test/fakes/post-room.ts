import type { Authority } from '../../src/authority/model.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { channelHealth } from '../../src/teams/post/channel-health.ts';
import { delivery } from '../../src/teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from '../../src/teams/post/directory.ts';
import type { Message, Messenger, Sent } from '../../src/teams/post/messenger.ts';
import { ConnectorError } from '../../src/teams/post/transport.ts';
import type { Needs } from '../../src/teams/route.ts';
import { northmoor } from '../builders/people.ts';
import { stoppedClock } from './stopped-clock.ts';

/** What was asked of Teams, in order: who or where, the notification and the card. */
export interface Asked {
  readonly what: 'say' | 'thread' | 'chat' | 'reach' | 'redraw';
  readonly where: string;
  readonly summary: string;
  readonly card: object | null;
}

/** Teams without a network: it takes everything, but for conversations that are gone and errors that are next. */
export function fakeMessenger() {
  const asked: Asked[] = [];
  const gone = new Set<string>();
  const errors: (Error | null)[] = [];
  let last = 0;
  const take = (what: Asked['what'], where: string, message: Message | null, sent: Sent): Sent => {
    asked.push({ what, where, summary: message?.summary ?? '', card: message?.card ?? null });
    const error = errors.shift();
    if (error) throw error;
    if (gone.has(where)) throw new ConnectorError({ status: 404, teamsCode: 'ConversationNotFound', ambiguous: false });
    return sent;
  };
  const messenger: Messenger = {
    async say({ conversation }, message) {
      return take('say', conversation, message, { conversation, activity: String(++last) });
    },
    async openThread({ channelId }, message) {
      const activity = String(++last);
      return take('thread', channelId, message, { conversation: `${channelId};messageid=${activity}`, activity });
    },
    async openChat({ person }) {
      return take('chat', person, null, { conversation: `a:${person}`, activity: '' }).conversation;
    },
    async reach({ channelId }) {
      take('reach', channelId, null, { conversation: '', activity: '' });
    },
    async redraw({ conversation, activity }, message) {
      take('redraw', conversation, message, { conversation, activity });
    },
  };
  return { messenger, asked, gone, fails: (...more: readonly (Error | null)[]) => void errors.push(...more) };
}

/** A council on a memory store with its post, at a stopped clock. Teams has spoken to it once, in a channel. */
export async function postRoom(day: string, authority: Authority = northmoor) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE]);
  const clock = stoppedClock(day);
  const needs: Needs = {
    cases: store.records(RETURNING_CASE_SHAPE),
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority,
    clock,
  };
  const directory = directoryOver(store.records(CONTACT_SHAPE), { oneChatForAll: false });
  await directory.note('channels', { serviceUrl: 'http://teams.test/', conversation: '', tenant: authority.tenant });
  const teams = fakeMessenger();
  const troubles: string[] = [];
  const passages = async (record: KeptLetter['record']) =>
    Object.fromEntries((await store.outbox.of(record)).map(({ key, passage }) => [key, passage]));
  const channels = channelHealth({
    needs,
    directory,
    messenger: teams.messenger,
    trouble: (code) => void troubles.push(code),
  });
  /** A post over these needs, or over needs with one thing changed. */
  const post = (instead: Partial<Needs> = {}) =>
    delivery({
      needs: { ...needs, ...instead },
      directory,
      messenger: teams.messenger,
      channels,
      addressed: null,
      trouble: (code) => void troubles.push(code),
    });
  return { needs, clock, directory, teams, troubles, channels, passages, post };
}
