/** What Homeward counts of itself, in the text that Prometheus reads: kinds, codes and numbers, never whom or what about. */
import { createRequire } from 'node:module';
import { LETTERS, type LetterKind } from '../letters/letters.ts';
import type { Attempt } from '../letters/model.ts';
import type { Tallied } from '../letters/store.ts';
import type { RecordKind } from '../record.ts';
import type { Missed } from '../reminders/watchdog.ts';

/** Where those who work tell how it went. */
export interface Measures {
  /** An attempt to bring a letter to Teams, and of what sort the trouble was. */
  attempted(kind: LetterKind, came: Attempt['came'], why?: string | null): void;
  /** Does a turn, and notes how it ended and how long it took. */
  turn<T>(does: () => Promise<T>): Promise<T>;
  /** The same for a tick. */
  tick<T>(does: () => Promise<T>): Promise<T>;
  /** What the last look of the watchdog found. */
  missed(found: readonly Missed[]): void;
  /** A record that would have woken too late, and now wakes at once. */
  putRight(kind: RecordKind): void;
}

/** What is looked up at the moment when somebody asks. */
export interface Figures {
  letters(): Promise<readonly Tallied[]>;
  records(): ReadonlyMap<RecordKind, number>;
  /** Seconds since the oldest unsent letter was written; 0 when none is. */
  oldestUnsent(): Promise<number>;
  unreachable(): Promise<number>;
  sinceTick(): number;
  isWritable(): Promise<boolean>;
}

export interface Metrics {
  readonly measures: Measures;
  readonly contentType: string;
  text(): Promise<string>;
}

const require = createRequire(import.meta.url);
const SECONDS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 120];
const WHY = /^[a-z-]{1,30}$/;

/** The figures of one running Homeward. The package is asked for with the first of them: a start need not wait for it. */
export function metricsOver(figures: Figures): Metrics {
  let made: ReturnType<typeof instruments> | undefined;
  const all = () => (made ??= instruments(figures));
  const timed = async <T>(what: 'turns' | 'ticks', does: () => Promise<T>): Promise<T> => {
    const ended = all()[what].startTimer();
    try {
      const came = await does();
      ended({ outcome: 'done' });
      return came;
    } catch (error) {
      ended({ outcome: 'failed' });
      throw error;
    }
  };
  return {
    contentType: 'text/plain; version=0.0.4; charset=utf-8',
    text: () => all().registry.metrics(),
    measures: {
      attempted: (kind, came, why) =>
        all().attempts.inc({
          kind,
          outcome: came,
          reason: WHY.test(why ?? '') ? why! : came === 'arrived' ? 'none' : 'other',
        }),
      turn: (does) => timed('turns', does),
      tick: (does) => timed('ticks', does),
      missed(found) {
        const { missed } = all();
        missed.reset();
        for (const { code, count } of found) missed.set({ code }, count);
      },
      putRight: (kind) => all().putRight.inc({ kind }),
    },
  };
}

function instruments(figures: Figures) {
  const { Counter, Gauge, Histogram, Registry }: typeof import('prom-client') = require('prom-client');
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, now: () => number | Promise<number>) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        this.set(await now());
      },
    });
  const letters = async (of: Tallied['at']) =>
    (await figures.letters()).reduce((all, { at, count }) => all + (at === of ? count : 0), 0);

  new Gauge({
    name: 'homeward_letters',
    help: 'Letters by kind and by how far they have come',
    labelNames: ['kind', 'passage'],
    registers,
    async collect() {
      this.reset();
      for (const kind of Object.keys(LETTERS)) this.set({ kind, passage: 'unsent' }, 0);
      for (const { kind, at, count } of await figures.letters()) this.set({ kind, passage: at }, count);
    },
  });
  new Gauge({
    name: 'homeward_records',
    help: 'Records by kind',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const [kind, count] of figures.records()) this.set({ kind }, count);
    },
  });
  gauge('homeward_letters_waiting', 'Letters to be sent, now or later', () => letters('unsent'));
  gauge('homeward_letters_held', 'Letters that wait for a digest', () => letters('held'));
  gauge('homeward_letters_unknown', 'Letters that may or may not have arrived', () => letters('unknown'));
  gauge('homeward_oldest_unsent_seconds', 'Age of the oldest unsent letter; 0 when none is', figures.oldestUnsent);
  gauge('homeward_people_unreachable', 'People whose chat is closed to Homeward', figures.unreachable);
  gauge('homeward_last_tick_seconds', 'Seconds since the last tick', figures.sinceTick);
  gauge('homeward_store_writable', '1 when a record could be kept', async () => Number(await figures.isWritable()));
  return {
    registry,
    attempts: new Counter({
      name: 'homeward_attempts_total',
      help: 'Attempts to bring a letter to Teams, by what came of them and the sort of trouble',
      labelNames: ['kind', 'outcome', 'reason'],
      registers,
    }),
    turns: new Histogram({
      name: 'homeward_turn_seconds',
      help: 'Turns by how they ended and how long they took',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    }),
    ticks: new Histogram({
      name: 'homeward_tick_seconds',
      help: 'Ticks by how they ended and how long they took',
      labelNames: ['outcome'],
      buckets: SECONDS,
      registers,
    }),
    missed: new Gauge({
      name: 'homeward_steps_missed',
      help: 'Steps that should have fired and did not, at the last look of the watchdog',
      labelNames: ['code'],
      registers,
    }),
    putRight: new Counter({
      name: 'homeward_wakes_put_right_total',
      help: 'Records that would have woken too late, found by the watchdog and woken at once',
      labelNames: ['kind'],
      registers,
    }),
  };
}
