/** What a tick costs that finds nothing: among many records, among few, and against looking at every one of them. */
import { momentOf, plusMinutes } from '../../src/clock.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { storeOn } from '../../src/store/engine.ts';
import { delivery } from '../../src/teams/post/deliver.ts';
import { CONTACT_SHAPE, directoryOver } from '../../src/teams/post/directory.ts';
import { TEAMS_LIMITS } from '../../src/teams/post/pacing.ts';
import { aCase, SAMPLE } from './bench-cases.ts';
import { median, type Row, timed } from './measure.ts';

const ROUNDS = 200;
const NOW = momentOf(localDate('2026-03-25'), '15:00');

export async function idleTicks(): Promise<readonly Row[]> {
  const few = await councilOf(1_000);
  const many = await councilOf(100_000);
  const times = { few: [] as number[], many: [] as number[], every: [] as number[] };
  for (let round = -20; round < ROUNDS; round += 1) {
    const [a, b] = round % 2 === 0 ? [few, many] : [many, few];
    const took = new Map([[a, await timed(a.tick)]]);
    took.set(b, await timed(b.tick));
    if (round < 0) continue;
    times.few.push(took.get(few)!);
    times.many.push(took.get(many)!);
    if (round % 20 === 0) times.every.push(await timed(many.lookAtEach));
  }
  const ratio = median(times.every) / median(times.many);
  return [
    { what: 'tick that finds nothing among 1,000', measured: median(times.few), allowed: null, unit: 'ms' },
    { what: 'tick that finds nothing among 100,000', measured: median(times.many), allowed: null, unit: 'ms' },
    { what: 'looking at each of 100,000 once', measured: median(times.every), allowed: null, unit: 'ms' },
    {
      what: 'tick that finds nothing, among 100,000 against among 1,000',
      measured: median(times.many) / median(times.few),
      allowed: 1.5,
      unit: 'times at most',
    },
    {
      what: 'looking at each against a tick that finds nothing',
      measured: ratio,
      allowed: 100,
      unit: 'times at least',
    },
  ];
}

/** A council in memory, all of whose cases sleep. */
async function councilOf(count: number) {
  const later = plusMinutes(NOW, 60 * 24 * 365);
  const shapes = [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE, CONTACT_SHAPE];
  const holdings = Array.from({ length: count }, (_, n) => ({ record: aCase(n, later), letters: [] }));
  const found = new Map([['case' as const, holdings]]);
  const store = storeOn({ write: async () => {}, probe: async () => {}, release: () => {} }, shapes, found);
  const cases = store.records(RETURNING_CASE_SHAPE);
  const trouble = (code: string): never => {
    throw new Error(code);
  };
  const clock = { now: () => NOW };
  const records = { cases, disputes: store.records(DISPUTE_SHAPE), diaries: store.records(DIARY_SHAPE) };
  const needs = { ...records, outbox: store.outbox, authority: SAMPLE, clock };
  const directory = directoryOver(store.records(CONTACT_SHAPE), { oneChatForAll: false, outbox: store.outbox, clock });
  const nothing = async (): Promise<never> => trouble('something-was-sent');
  const messenger = { say: nothing, openThread: nothing, openChat: nothing, reach: nothing, redraw: nothing };
  const channels = { check: nothing, failed: nothing, reached: () => {}, inTrouble: () => [] };
  const alarm = { at: () => {} };
  const post = delivery({
    needs,
    limits: TEAMS_LIMITS,
    alarm,
    directory,
    messenger,
    channels,
    addressed: null,
    trouble,
  });
  return {
    async tick() {
      const { cases: looked } = await sweep({ ...needs, trouble });
      if (looked > 0) throw new Error(`${looked} cases were due`);
      await post.send();
    },
    async lookAtEach() {
      let due = 0;
      for (const { record } of holdings) due += Number(((await cases.get(record.id))!.wakeAt ?? later) <= NOW);
      if (due > 0) throw new Error(`${due} cases were due`);
    },
  };
}
