/**
 * What keeping costs. Ratios compare two things measured in turns in one run, by their medians, since the machine is
 * never quiet; figures in milliseconds are for reading, not for judging.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aCase, aFolderOf, idOf } from './bench-cases.ts';
import { median, type Row, timed } from './measure.ts';

/** Saving one case among 10,000 against among 100, and against one plain lowdb file with all 10,000. */
export async function savingAtSize(): Promise<readonly Row[]> {
  const few = await aFullStore(100);
  const many = await aFullStore(10_000);
  const plain = await JSONFilePreset(join(few.folder, 'plain.db'), {
    cases: Array.from({ length: 10_000 }, (_, n) => aCase(n)),
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
      times.plain.push(await timed(() => plain.update(({ cases }) => cases.splice(round, 1, aCase(round)))));
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

/** Opening a folder of 1,000 cases: reading, checking each field, and building the indexes. */
export async function openingCases(): Promise<readonly Row[]> {
  const { folder, done, close } = await aFullStore(1_000);
  await close();
  const times: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    let opened: { close(): Promise<void> } | undefined;
    times.push(
      await timed(async () => {
        opened = await openLowdbStore(folder, [RETURNING_CASE_SHAPE]);
      }),
    );
    await opened?.close();
  }
  await done();
  return [{ what: 'open 1,000 cases', measured: median(times), allowed: 1_000, unit: 'ms at most' }];
}

type Full = Awaited<ReturnType<typeof aFullStore>>;

async function aFullStore(count: number) {
  const folder = aFolderOf(count);
  const store = await openLowdbStore(folder, [RETURNING_CASE_SHAPE]);
  const close = () => store.close();
  const done = async () => {
    await close();
    rmSync(folder, { recursive: true });
  };
  return { folder, cases: store.records(RETURNING_CASE_SHAPE), close, done };
}

async function saveAgain({ cases }: Full, number: number): Promise<void> {
  const found = await cases.get(idOf(number));
  await cases.save({ ...found!, initials: 'CD' });
}
