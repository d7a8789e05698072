/** The watchdog at work: it looks, wakes what would sleep too long, and tells; on a timer of its own, beside the ticks. */
import type { Instant } from '../clock.ts';
import type { RecordStore } from '../letters/store.ts';
import type { Kept, RecordKind } from '../record.ts';
import {
  heldTooLong,
  heldTooLongBefore,
  isSilent,
  type Miss,
  type Missed,
  missedLetters,
  overdueBefore,
  sleepsTooLong,
  untouched,
  wakeOfCase,
  wakeOfDiary,
  wakeOfDispute,
} from '../reminders/watchdog.ts';
import type { Log } from './adapter.ts';
import type { Measures } from './metrics.ts';
import type { Directory } from './post/directory.ts';
import type { Needs } from './route.ts';

export interface Watch {
  /** Looks once. Its failures are its own: they are logged by a code. */
  look(): Promise<void>;
  /** What is wrong at this moment, without what has been put right. */
  missed(): Promise<readonly Missed[]>;
}

export interface WatchSettings {
  readonly needs: Needs;
  readonly directory: Pick<Directory, 'write'>;
  /** Sends what was written, since the ticks may have stopped. */
  readonly deliver: () => Promise<void>;
  readonly lastTick: () => Instant;
  readonly measures: Pick<Measures, 'missed' | 'putRight'>;
  readonly log: Log;
  /** How many records of a kind are reckoned anew at one look. */
  readonly slice?: number;
}

export function watchOver(settings: WatchSettings): Watch {
  const { needs, directory, deliver, measures, log } = settings;
  const audits = auditsOf(settings);
  let before: readonly Miss[] = [];
  const missed = () => missing(settings);

  const look = async () => {
    const asleep = await audits();
    const found = [...(await missed()), ...asleep];
    measures.missed(found);
    for (const { code, count } of found) if (!before.includes(code)) log({ level: 'error', code, facts: { count } });
    // What was wrong twice running is no tick that happens to be under way.
    const told = found.filter(({ code }) => code === 'wake-wrong' || before.includes(code));
    before = found.map(({ code }) => code);
    if (told.length === 0) return;
    await directory.write(missedLetters(told, needs.authority.register, needs.clock.now()));
    await deliver();
  };
  return {
    missed,
    look: () => look().catch(() => log({ level: 'error', code: 'watch-failed', facts: {} })),
  };
}

async function missing({ needs, lastTick }: WatchSettings): Promise<readonly Missed[]> {
  const { cases, disputes, diaries, outbox, authority, clock } = needs;
  const now = clock.now();
  const overdue = overdueBefore(now);
  const asleep = await Promise.all([cases.woken(overdue), disputes.woken(overdue), diaries.woken(overdue)]);
  const heldBefore = heldTooLongBefore(now, authority);
  const held = heldBefore ? heldTooLong(await outbox.heldSince(heldBefore), now, authority) : [];
  const found: readonly Missed[] = [
    { code: 'ticks-silent', count: Number(isSilent(lastTick(), now)) },
    { code: 'wake-overdue', count: asleep.flat().length },
    { code: 'letters-untouched', count: untouched(await outbox.waiting(overdue)).length },
    { code: 'letters-held', count: held.length },
  ];
  return found.filter(({ count }) => count > 0);
}

/** Goes through all records, a slice at each look, and wakes at once what would sleep past its time. */
function auditsOf({ needs, measures, slice = 200 }: WatchSettings): () => Promise<readonly Missed[]> {
  const { cases, disputes, diaries, authority, clock } = needs;
  const audits = [
    auditOf('case', cases, async (about, now) => wakeOfCase(about, now, authority)),
    auditOf('dispute', disputes, async (dispute, now) => {
      const [child] = dispute.children;
      return wakeOfDispute(dispute, child === undefined ? undefined : await cases.get(child), now, authority);
    }),
    auditOf('diary', diaries, async (diary, now) => wakeOfDiary(diary, now, authority)),
  ];
  return async () => {
    let count = 0;
    for (const audit of audits) count += await audit(clock.now(), slice, measures);
    return count > 0 ? [{ code: 'wake-wrong', count }] : [];
  };
}

type Audit = (now: Instant, slice: number, measures: Pick<Measures, 'putRight'>) => Promise<number>;

function auditOf<R extends Kept>(
  kind: RecordKind,
  store: RecordStore<R>,
  expected: (record: R, now: Instant) => Promise<Instant | null>,
): Audit {
  let cursor = '';
  return async (now, slice, measures) => {
    const records = await store.after(cursor, slice);
    cursor = records.length < slice ? '' : records.at(-1)!.id;
    let woken = 0;
    for (const record of records) {
      if (!sleepsTooLong(record.wakeAt, await expected(record, now), now)) continue;
      if ((await store.remind(record, now, [])) === 'stale') continue;
      measures.putRight(kind);
      woken += 1;
    }
    return woken;
  };
}
