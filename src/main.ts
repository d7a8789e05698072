import { flushCompileCache } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { Authority } from './authority/model.ts';
import type { Card } from './cards/catalogue.ts';
import { type Clock, computerClock } from './clock.ts';
import type { Config } from './config.ts';
import { followMadeUpChildren } from './demo/children.ts';
import { atWork, movingClock } from './demo/moving-clock.ts';
import { nextWake } from './demo/next-wake.ts';
import { addressed, stage } from './demo/stage.ts';
import { DIARY_SHAPE } from './diaries/store.ts';
import { DISPUTE_SHAPE } from './disputes/store.ts';
import type { PersonId } from './people/model.ts';
import { sweep } from './reminders/actions.ts';
import { RETURNING_CASE_SHAPE } from './returns/store.ts';
import { settings } from './settings.ts';
import { openLowdbStore } from './store/lowdb.ts';
import type { Store } from './store/store.ts';
import { HomewardAdapter, type Log, type Turn } from './teams/adapter.ts';
import { type Door, openDoor } from './teams/door.ts';
import { warnOfHolidays } from './teams/health.ts';
import { alarmBy } from './teams/post/alarm.ts';
import { channelHealth } from './teams/post/channel-health.ts';
import { delivery } from './teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from './teams/post/directory.ts';
import { messengerOver } from './teams/post/messenger.ts';
import { NO_LIMITS, TEAMS_LIMITS } from './teams/post/pacing.ts';
import type { Alarm } from './teams/post/sending.ts';
import { tellOfUnreachable } from './teams/post/unreachable.ts';
import type { Needs } from './teams/route.ts';
import { turnOf } from './teams/turn.ts';
import { upkeep } from './teams/upkeep.ts';

/** Homeward, running. */
export interface Running {
  readonly url: string;
  /** Runs what has fallen due and sends what it says. The clock calls it every minute. */
  tick(): Promise<void>;
  /** Looks for what should have fired and did not. A clock of its own calls it, never first at the moment of a tick. */
  watch(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartSettings {
  readonly config: Config;
  readonly authority: Authority;
  readonly log?: Log;
  readonly clock?: Clock;
  /** For tests with a clock of their own: what comes back when it shows a moment. */
  readonly alarm?: Alarm;
  /** For tests: an adapter that trusts keys of our own. */
  readonly adapter?: HomewardAdapter;
}

const MINUTE = 60_000;
/** As long as one letter under way may take: a chat is opened, then written to, each within the time of one request. */
const STOP_MS = 22_000;
const SHAPES = [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE] as const;

/** Puts the rooms together and starts two things: the server and the clock. */
export async function start({
  config,
  authority,
  log = say,
  clock: given,
  adapter,
  ...rest
}: StartSettings): Promise<Running> {
  const isDemo = config.bot === null;
  const demoClock = isDemo ? atWork(movingClock(given), authority.holidays) : null;
  const clock = demoClock ?? given ?? computerClock();
  const alarm = rest.alarm ?? alarmBy(clock);
  const store = await openLowdbStore(config.folder, SHAPES);
  let reachedAt = config.publicUrl;
  const needs: Needs = {
    ...recordsOf(store),
    authority,
    clock,
    get publicUrl() {
      return reachedAt;
    },
  };
  const trouble = (code: string) => log({ level: 'error', code, facts: {} });
  const ours = adapter ?? new HomewardAdapter({ bot: config.bot, log });
  const directory = directoryOver(store.records(CONTACT_SHAPE), { oneChatForAll: isDemo, outbox: store.outbox, clock });
  const messenger = messengerOver(ours);
  const channels = channelHealth({ needs, directory, messenger, trouble });
  const { measures, watch, pages, ticked } = upkeep({
    needs,
    directory,
    deliver: () => post.send(),
    log,
    keysUrl: ours.keysUrl,
    probe: () => store.probe(),
    sizes: () => store.sizes(),
    channelsInTrouble: channels.inTrouble,
  });
  const post = delivery({
    needs,
    limits: isDemo ? NO_LIMITS : TEAMS_LIMITS,
    alarm,
    directory,
    messenger,
    channels,
    addressed: isDemo ? addressed : null,
    trouble,
    measures,
  });
  let sweeping: Promise<unknown> = Promise.resolve();
  const tick = () =>
    measures.tick(async () => {
      sweeping = sweep({ ...needs, trouble });
      await sweeping;
      ticked();
      await post.send();
      if (await tellOfUnreachable(needs, directory)) await post.send();
    });
  const atFirst = [...authority.register.keys()][0]!;
  const demo =
    demoClock && stage({ authority, clock: demoClock, atFirst, nextWake: (by) => nextWake(needs, by), tick });
  if (isDemo) await followMadeUpChildren(needs);

  const aside = async (to: PersonId, card: Card) => {
    const place = await directory.chatWith(to, messenger);
    if (place) await messenger.say(place, { card, summary: card.fallbackText });
  };
  const turn = turnOf({
    needs,
    directory,
    deliver: post.send,
    aside: (to, card) => aside(to, card).catch(() => trouble('aside-failed')),
    log,
    demo,
  });
  const measured: Turn = (context) => measures.turn(() => turn(context));
  const door = await openDoor({ host: config.host, port: config.port, adapter: ours, log }, measured, pages).catch(
    async (error: unknown): Promise<Door> => {
      await store.close();
      throw error;
    },
  );
  if (isDemo) reachedAt ??= door.url;
  warnOfHolidays(authority.holidays, clock.now(), log);
  // The Playground's channels are not asked for: it makes up whatever it is named.
  if (!isDemo) await channels.check().catch(() => trouble('channels-not-checked'));
  const ticking = setInterval(() => void tick().catch(() => trouble('tick-failed')), MINUTE);
  const watching = setInterval(() => void watch.look(), 1.5 * MINUTE);
  return {
    url: door.url,
    tick,
    watch: watch.look,
    async stop() {
      clearInterval(ticking);
      clearInterval(watching);
      const sent = Promise.race([post.stop(), pause(STOP_MS, undefined, { ref: false })]);
      await Promise.allSettled([door.close(), sent, sweeping]);
      await store.close();
    },
  };
}

function recordsOf(store: Store) {
  return {
    cases: store.records(RETURNING_CASE_SHAPE),
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
  };
}

/** One line of the log on the console: a code and few facts. */
const say: Log = ({ level, code, facts }) => {
  console.error([level, code, ...Object.entries(facts).map(([name, value]) => `${name}=${value}`)].join(' '));
};

if (import.meta.main) {
  const found = settings();
  if ('problems' in found) {
    console.error(['Homeward cannot start:', ...found.problems].join('\n  '));
    process.exit(2);
  }
  const running = await start(found).catch((error: Error): never => {
    console.error(`Homeward cannot start: ${error.message}`);
    process.exit(2);
  });
  flushCompileCache();
  const demo = found.config.bot ? '' : ' in demo mode: a made-up council, invented children, this computer only';
  let isStopping = false;
  const stop = () => {
    // Whoever asks twice does not want to wait.
    if (isStopping) process.exit(1);
    isStopping = true;
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
  console.log(`Homeward listens on ${running.url}${demo}`);
}
