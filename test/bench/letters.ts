/** The post at 08:30: ten thousand letters over real HTTP to a service that counts in rolling windows of its own. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, millisecondsFrom, momentOf } from '../../src/clock.ts';
import { movingClock } from '../../src/demo/moving-clock.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Letter } from '../../src/letters/model.ts';
import { nextHours } from '../../src/letters/rules.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { HomewardAdapter } from '../../src/teams/adapter.ts';
import { channelHealth } from '../../src/teams/post/channel-health.ts';
import { delivery } from '../../src/teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from '../../src/teams/post/directory.ts';
import { messengerOver } from '../../src/teams/post/messenger.ts';
import { type Limit, TEAMS_LIMITS } from '../../src/teams/post/pacing.ts';
import { aConcern } from '../builders/case.ts';
import { type Heard, startTeamsService } from '../fakes/teams-service.ts';
import { aCase, SAMPLE } from './bench-cases.ts';
import type { Row } from './measure.ts';

const PEOPLE = 1_000;
const EACH = 10;
/** What Teams allows a tenant (teams.md 1.3), of which the post leaves a little to others. */
const TENANT: Limit = { most: 50, seconds: 1 };
const TICK = 60_000;

export async function tenThousandLetters(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  const store = await openLowdbStore(folder, [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE]);
  const [someone] = [...SAMPLE.register.values()];
  const register = new Map(Array.from({ length: PEOPLE }, (_, n) => [`p-${n}`, { ...someone!, id: `p-${n}` }]));
  const authority = { ...SAMPLE, register: new Map([...SAMPLE.register, ...register]) };
  const clock = movingClock();
  clock.moveTo(momentOf(dayOf(nextHours(clock.now(), authority.holidays)), '08:30'));
  const [cases, disputes] = [store.records(RETURNING_CASE_SHAPE), store.records(DISPUTE_SHAPE)];
  const needs = { cases, disputes, diaries: store.records(DIARY_SHAPE), outbox: store.outbox, authority, clock };
  const directory = directoryOver(store.records(CONTACT_SHAPE), { oneChatForAll: false, outbox: store.outbox, clock });
  const messenger = messengerOver(new HomewardAdapter({ bot: null, log: () => {} }));
  const teams = await startTeamsService();
  let number = 0;
  for (const person of register.keys()) {
    const letters = Array.from({ length: EACH }, (_, n) => letterTo(person, `${person}/${n}`, clock.now()));
    await cases.save({ ...aCase(number++), revision: 0, concerns: [aConcern()] }, letters);
    await directory.note(person, { serviceUrl: teams.url, conversation: `a:${person}`, tenant: authority.tenant });
  }
  const troubles: string[] = [];
  const trouble = (code: string) => void troubles.push(code);
  const post = delivery({
    needs,
    limits: TEAMS_LIMITS,
    alarm: { at: (moment, run) => void setTimeout(run, Math.max(0, millisecondsFrom(clock.now(), moment))) },
    directory,
    messenger,
    channels: channelHealth({ needs, directory, messenger, trouble }),
    addressed: null,
    trouble,
  });
  const began = performance.now();
  const ticking = setInterval(() => void post.send(), TICK);
  void post.send();
  while ((await store.outbox.nextTryAt()) !== null) await sleep(50);
  clearInterval(ticking);
  const took = (teams.heard.at(-1)!.at - began) / 1000;
  await post.stop();
  const arrived = new Set(teams.sent().map(({ conversation, activity }) => `${conversation} ${activity}`)).size;
  const fullest = fullestWindows(teams.heard);
  await store.close();
  await teams.close();
  rmSync(folder, { recursive: true, force: true });
  if (troubles.length > 0) throw new Error(troubles.join(', '));
  const all = PEOPLE * EACH;
  return [
    {
      what: '10,000 letters: not arrived, or arrived twice',
      measured: Math.abs(all - arrived),
      allowed: 0,
      unit: 'letters at most',
    },
    ...fullest,
    { what: '10,000 letters took', measured: took, allowed: null, unit: 's' },
    {
      what: '10,000 letters against what the limits allow',
      measured: took / (all / TENANT.most),
      allowed: 1.1,
      unit: 'times at most',
    },
  ];
}

function letterTo(person: string, key: string, writtenAt: Letter['writtenAt']): Letter {
  return { key, kind: 'concern.answered', to: { person }, facts: { concern: aConcern().id }, live: false, writtenAt };
}

/** The most that the service counted within each window, whenever it began. */
function fullestWindows(heard: readonly Heard[]): readonly Row[] {
  const byConversation = Map.groupBy(heard, ({ path }) => path);
  const row = (whose: string, { most, seconds }: Limit, groups: Iterable<readonly Heard[]>): Row => ({
    what: `most requests of a ${whose} within ${seconds} s`,
    measured: Math.max(...[...groups].map((group) => fullest(group, seconds))),
    allowed: most,
    unit: 'at most',
  });
  return [
    row('tenant', TENANT, [heard]),
    ...TEAMS_LIMITS.conversation.map((limit) => row('conversation', limit, byConversation.values())),
  ];
}

function fullest(heard: readonly Heard[], seconds: number): number {
  let [first, most] = [0, 0];
  heard.forEach(({ at }, last) => {
    while (heard[first]!.at <= at - seconds * 1000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
