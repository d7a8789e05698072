/**
 * What keeping costs. Ratios compare two things measured in turns in one run, by their medians, since the machine is
 * never quiet; figures in milliseconds are for reading, not for judging.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { type Instant, plusMinutes } from '../../src/clock.ts';
import { fileNameOf } from '../../src/store/file-name.ts';
import { contentOf } from '../../src/store/holding.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aBenchCase, NEVER, START, shape } from './bench-case.ts';
import { median, type Row, timed } from './measure.ts';

/** Saving one case among 10,000 against among 100, and against one plain lowdb file with all 10,000. */
export async function savingAtSize(): Promise<readonly Row[]> {
  const few = await aFullStore(100);
  const many = await aFullStore(10_000);
  const plain = await JSONFilePreset(join(few.folder, 'plain.db'), {
    cases: Array.from({ length: 10_000 }, (_, n) => aBenchCase(n)),
  });
  const times = { few: [] as number[], many: [] as number[], plain: [] as number[] };

  for (let round = 0; round < 300; round += 1) {
    const number = (round * 37) % 100;
    const inTurn = [
      async () => times.few.push(await timed(() => saveAgain(few, number))),
      async () => times.many.push(await timed(() => saveAgain(many, number * 100))),
    ];
    for (const one of round % 2 === 0 ? inTurn : inTurn.reverse()) await one();
    if (round % 50 === 0)
      times.plain.push(await timed(() => plain.update(({ cases }) => cases.splice(round, 1, aBenchCase(round)))));
  }
  await few.done();
  await many.done();
  return [
    { what: 'save a case among 100', measured: median(times.few), allowed: null, unit: 'ms' },
    { what: 'save a case among 10,000', measured: median(times.many), allowed: null, unit: 'ms' },
    {
      what: 'save a case among 10,000 in one plain lowdb file',
      measured: median(times.plain),
      allowed: null,
      unit: 'ms',
    },
    {
      what: 'save among 10,000 against among 100',
      measured: median(times.many) / median(times.few),
      allowed: 1.3,
      unit: 'times at most',
    },
    {
      what: 'save among 10,000, one plain lowdb file against Homeward',
      measured: median(times.plain) / median(times.many),
      allowed: 100,
      unit: 'times at least',
    },
  ];
}

/** Waking and saving 50 cases that are due, among 10,000 against among 1,000. */
export async function wakingAtSize(): Promise<readonly Row[]> {
  const wakeAt = (number: number) => (number < 50 ? START : NEVER);
  const few = await aFullStore(1_000, wakeAt);
  const many = await aFullStore(10_000, wakeAt);
  const times = { few: [] as number[], many: [] as number[] };

  for (let round = 0; round < 30; round += 1) {
    const now = plusMinutes(START, round);
    const inTurn = [
      async () => times.few.push(await timed(() => wakeAndSave(few, now))),
      async () => times.many.push(await timed(() => wakeAndSave(many, now))),
    ];
    for (const one of round % 2 === 0 ? inTurn : inTurn.reverse()) await one();
  }
  await few.done();
  await many.done();
  return [
    { what: 'wake and save 50 among 1,000', measured: median(times.few), allowed: null, unit: 'ms' },
    { what: 'wake and save 50 among 10,000', measured: median(times.many), allowed: null, unit: 'ms' },
    {
      what: 'wake and save 50, among 10,000 against among 1,000',
      measured: median(times.many) / median(times.few),
      allowed: 1.5,
      unit: 'times at most',
    },
  ];
}

/** Opening a folder of 1,000 cases: reading, checking each field, and building the indexes. */
export async function openingCases(): Promise<readonly Row[]> {
  const { folder, done, close } = await aFullStore(1_000);
  await close();
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    let opened: { close(): Promise<void> } | undefined;
    times.push(
      await timed(async () => {
        opened = await openLowdbStore(folder, [shape]);
      }),
    );
    await opened?.close();
  }
  await done();
  return [{ what: 'open 1,000 cases', measured: median(times), allowed: 1_000, unit: 'ms at most' }];
}

type Full = Awaited<ReturnType<typeof aFullStore>>;

/** A store over files that were put there directly: saving ten thousand with a sync each would take most of the run. */
async function aFullStore(count: number, wakeAt: (number: number) => Instant | null = () => null) {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  mkdirSync(join(folder, 'cases'));
  for (let number = 0; number < count; number += 1) {
    const record = aBenchCase(number, wakeAt(number));
    writeFileSync(
      join(folder, 'cases', fileNameOf(record.id)),
      JSON.stringify(contentOf({ record, letters: [] }), null, 2),
    );
  }
  const store = await openLowdbStore(folder, [shape]);
  const close = () => store.close();
  const done = async () => {
    await close();
    rmSync(folder, { recursive: true });
  };
  return { folder, cases: store.records(shape), close, done };
}

async function saveAgain({ cases }: Full, number: number): Promise<void> {
  const found = await cases.get(aBenchCase(number).id);
  await cases.save({ ...found!, initials: 'CD' });
}

async function wakeAndSave({ cases }: Full, now: Instant): Promise<void> {
  const due = await cases.woken(now);
  if (due.length !== 50) throw new Error(`50 cases are due, not ${due.length}`);
  for (const each of due) await cases.save({ ...each, wakeAt: plusMinutes(now, 1) });
}
