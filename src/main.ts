import { flushCompileCache } from 'node:module';
import type { Authority } from './authority/model.ts';
import type { Card } from './cards/catalogue.ts';
import { type Clock, computerClock, dayOf, type Instant } from './clock.ts';
import type { Config } from './config.ts';
import { followMadeUpChildren } from './demo/children.ts';
import { movingClock } from './demo/moving-clock.ts';
import { addressed, stage } from './demo/stage.ts';
import { DIARY_SHAPE } from './diaries/store.ts';
import { DISPUTE_SHAPE } from './disputes/store.ts';
import type { PersonId } from './people/model.ts';
import { sweep } from './reminders/actions.ts';
import { RETURNING_CASE_SHAPE } from './returns/store.ts';
import { settings } from './settings.ts';
import { openLowdbStore } from './store/lowdb.ts';
import type { Store } from './store/store.ts';
import { HomewardAdapter, type Log } from './teams/adapter.ts';
import { type Door, openDoor } from './teams/door.ts';
import { healthOf } from './teams/health.ts';
import { channelHealth } from './teams/post/channel-health.ts';
import { delivery } from './teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from './teams/post/directory.ts';
import { messengerOver } from './teams/post/messenger.ts';
import type { Needs } from './teams/route.ts';
import { turnOf } from './teams/turn.ts';
import { type Holidays, holidaysEndSoon } from './working-days.ts';

/** Homeward, running. */
export interface Running {
  readonly url: string;
  /** Runs what has fallen due and sends what it says. The clock calls it every minute. */
  tick(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartSettings {
  readonly config: Config;
  readonly authority: Authority;
  readonly log?: Log;
  readonly clock?: Clock;
  /** For tests: an adapter that trusts keys of our own. */
  readonly adapter?: HomewardAdapter;
}

const MINUTE = 60_000;
const SHAPES = [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE] as const;

/** Puts the rooms together and starts two things: the server and the clock. */
export async function start({ config, authority, log = say, clock: given, adapter }: StartSettings): Promise<Running> {
  const isDemo = config.bot === null;
  const demoClock = isDemo ? movingClock(given) : null;
  const clock = demoClock ?? given ?? computerClock();
  const store = await openLowdbStore(config.folder, SHAPES);
  const needs: Needs = { ...recordsOf(store), authority, clock };
  const trouble = (code: string) => log({ level: 'error', code, facts: {} });

  const ours = adapter ?? new HomewardAdapter({ bot: config.bot, log });
  const directory = directoryOver(store.records(CONTACT_SHAPE), { oneChatForAll: isDemo });
  const messenger = messengerOver(ours);
  const channels = channelHealth({ needs, directory, messenger, trouble });
  const deliver = delivery({
    needs,
    directory,
    messenger,
    channels,
    addressed: isDemo ? addressed : null,
    trouble,
  });
  let lastTick = clock.now();
  const tick = async () => {
    await sweep({ ...needs, trouble });
    await deliver();
    lastTick = clock.now();
  };
  const atFirst = [...authority.register.keys()][0]!;
  const demo =
    demoClock && stage({ authority, clock: demoClock, atFirst, nextWake: (by) => nextWake(needs, by), tick });
  if (isDemo) await followMadeUpChildren(needs);

  const health = () => healthOf(needs, lastTick, channels.inTrouble());
  const aside = async (to: PersonId, card: Card) => {
    const place = await directory.chatWith(to, messenger);
    if (place) await messenger.say(place, { card, summary: card.fallbackText });
  };
  const turn = turnOf({
    needs,
    directory,
    deliver,
    aside: (to, card) => aside(to, card).catch(() => trouble('aside-failed')),
    demo,
  });
  const door = await openDoor({ host: config.host, port: config.port, adapter: ours, log }, turn, health).catch(
    async (error: unknown): Promise<Door> => {
      await store.close();
      throw error;
    },
  );
  warnOfHolidays(authority.holidays, clock, log);
  // The Playground's channels are not asked for: it makes up whatever it is named.
  if (!isDemo) await channels.check().catch(() => trouble('channels-not-checked'));
  const ticking = setInterval(() => void tick().catch(() => trouble('tick-failed')), MINUTE);
  return {
    url: door.url,
    tick,
    async stop() {
      clearInterval(ticking);
      await door.close();
      await deliver();
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

/** The first moment, no later than `by`, at which somebody must be told something. */
async function nextWake({ cases, disputes, diaries }: Needs, by: Instant): Promise<Instant | null> {
  const first = await Promise.all([cases.woken(by), disputes.woken(by), diaries.woken(by)]);
  return first.flatMap((records) => records[0]?.wakeAt ?? []).sort()[0] ?? null;
}

/** In time to get a longer list: past its end no date can be given. */
function warnOfHolidays(holidays: Holidays, clock: Clock, log: Log): void {
  if (!holidaysEndSoon(holidays, dayOf(clock.now()))) return;
  log({ level: 'warn', code: 'holidays-end-soon', facts: { knownUntil: holidays.knownUntil } });
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
  console.log(`Homeward listens on ${running.url}${demo}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
}
