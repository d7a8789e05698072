/** What a tick costs: the real sweep over real cases, 50 of them due, among many against among few, in turns. */
import { rmSync } from 'node:fs';
import { computerClock, type Instant, plusMinutes } from '../../src/clock.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { sweep } from '../../src/reminders/actions.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aFolderOf, idOf, SAMPLE } from './bench-cases.ts';
import { median, type Row, timed } from './measure.ts';

const DUE = 50;
const ROUNDS = 30;

export async function ticking(): Promise<readonly Row[]> {
  const few = await councilOf(1_000);
  const many = await councilOf(10_000);
  const times = { few: [] as number[], many: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const inTurn = [async () => times.few.push(await few.tick()), async () => times.many.push(await many.tick())];
    for (const one of round % 2 === 0 ? inTurn : inTurn.reverse()) await one();
  }
  await few.done();
  await many.done();
  return [
    { what: 'tick with 50 due among 1,000', measured: median(times.few), allowed: null, unit: 'ms' },
    { what: 'tick with 50 due among 10,000', measured: median(times.many), allowed: null, unit: 'ms' },
    {
      what: 'tick with 50 due, among 10,000 against among 1,000',
      measured: median(times.many) / median(times.few),
      allowed: 1.5,
      unit: 'times at most',
    },
  ];
}

async function councilOf(count: number) {
  const now = computerClock().now();
  const later = plusMinutes(now, 60 * 24 * 365);
  const folder = aFolderOf(count, (number) => (number < DUE ? now : later));
  const store = await openLowdbStore(folder, [RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE]);
  const [cases, disputes] = [store.records(RETURNING_CASE_SHAPE), store.records(DISPUTE_SHAPE)];
  const diaries = store.records(DIARY_SHAPE);
  const trouble = (code: string): never => {
    throw new Error(code);
  };
  return {
    /** One tick, timed; then the same cases are made due again, untimed. */
    async tick(): Promise<number> {
      let swept = 0;
      const needs = {
        cases,
        disputes,
        diaries,
        outbox: store.outbox,
        authority: SAMPLE,
        clock: { now: () => now },
        trouble,
      };
      const took = await timed(async () => {
        swept = (await sweep(needs)).cases;
      });
      if (swept !== DUE) throw new Error(`${DUE} cases are due, not ${swept}`);
      for (let number = 0; number < DUE; number += 1)
        await cases.remind((await cases.get(idOf(number)))!, now as Instant, []);
      return took;
    },
    async done() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}
