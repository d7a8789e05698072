import type { Authority } from '../../src/authority/model.ts';
import { type Instant, plusMinutes } from '../../src/clock.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { channelHealth } from '../../src/teams/post/channel-health.ts';
import { delivery } from '../../src/teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from '../../src/teams/post/directory.ts';
import type { Message, Messenger, Sent } from '../../src/teams/post/messenger.ts';
import { TEAMS_LIMITS } from '../../src/teams/post/pacing.ts';
import type { Alarm } from '../../src/teams/post/sending.ts';
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
  const closed = new Map<string, Error>();
  const slow = new Map<string, Promise<void>>();
  let last = 0;
  const take = async (what: Asked['what'], where: string, message: Message | null, sent: Sent): Promise<Sent> => {
    asked.push({ what, where, summary: message?.summary ?? '', card: message?.card ?? null });
    await slow.get(where);
    const error = errors.shift() ?? closed.get(where);
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
      const chat = await take('chat', person, null, { conversation: `a:${person}`, activity: '' });
      return chat.conversation;
    },
    async reach({ channelId }) {
      await take('reach', channelId, null, { conversation: '', activity: '' });
    },
    async redraw({ conversation, activity }, message) {
      await take('redraw', conversation, message, { conversation, activity });
    },
  };
  return {
    messenger,
    asked,
    gone,
    /** What a place is answered with from now on; null opens it again. */
    closes: (where: string, error: Error | null) => void (error ? closed.set(where, error) : closed.delete(where)),
    /** From now on a place gives no answer until it is let go. */
    isSlow(where: string): () => void {
      let letGo = () => {};
      slow.set(where, new Promise((resolve) => (letGo = resolve)));
      return () => {
        slow.delete(where);
        letGo();
      };
    },
    fails: (...more: readonly (Error | null)[]) => void errors.push(...more),
  };
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
  const directory = directoryOver(store.records(CONTACT_SHAPE), {
    oneChatForAll: false,
    outbox: store.outbox,
    clock,
  });
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
  const alarms: { readonly at: Instant; readonly run: () => void }[] = [];
  const alarm: Alarm = { at: (at, run) => void alarms.push({ at, run }) };
  /** A delivery over these needs, or over needs with one thing changed. */
  const deliveryOver = (instead: Partial<Needs> = {}, limits = TEAMS_LIMITS) =>
    delivery({
      needs: { ...needs, ...instead },
      limits,
      alarm,
      directory,
      messenger: teams.messenger,
      channels,
      addressed: null,
      trouble: (code) => void troubles.push(code),
    });
  /** Lives on for so many seconds, from alarm to alarm. */
  const livesOn = async (seconds: number) => {
    const until = plusMinutes(clock.now(), seconds / 60);
    const next = () => alarms.map(({ at }) => at).sort()[0];
    for (let at = next(); at && at <= until; at = next()) {
      if (at > clock.now()) clock.set(at);
      for (const ringing of alarms.splice(0)) {
        if (ringing.at > at) alarms.push(ringing);
        else ringing.run();
      }
      await settled();
    }
    clock.set(until);
  };
  /** What sends all that waits with it. */
  const post = (instead: Partial<Needs> = {}) => deliveryOver(instead).send;
  return { needs, clock, directory, teams, troubles, channels, passages, post, deliveryOver, alarms, livesOn };
}

/** Lets everything happen that waits for nothing from outside. */
export async function settled(): Promise<void> {
  for (let round = 0; round < 200; round += 1) await new Promise((resolve) => setImmediate(resolve));
}
