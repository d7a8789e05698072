/** What the timetable costs: one case against bare date arithmetic, and the command `due` over many against over few. */
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Temporal } from 'temporal-polyfill';
import { daysFrom, type LocalDate, localDate, plusDays } from '../../src/local-date.ts';
import type { CaseEvent, Facts } from '../../src/timetable/model.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
import { SAMPLE } from './bench-cases.ts';
import { median, type Row, timed } from './measure.ts';

const ROUNDS = 600;
/** As many children as are looked after in England. */
const MANY = 83_000;
const FEW = 10_000;

/** The deadlines of one case of 100 events against a plain loop; every round another day, so that neither repeats itself. */
export async function oneCase(): Promise<readonly Row[]> {
  const times = { ours: [] as number[], plain: [] as number[] };
  for (let round = -100; round < ROUNDS; round += 1) {
    const facts = aCareOf(100, plusDays(localDate('2024-01-01'), round), 2 * round);
    const { deadlines } = timetableOf(facts, SAMPLE.policy, SAMPLE.holidays);
    const spans = deadlines.map(({ from, due }) => ({ from: from.on, days: daysFrom(from.on, due) }));
    const again = { ...facts, asOf: plusDays(facts.asOf, 1) };
    const inTurn = [
      async () => {
        const took = await timed(async () => timetableOf(again, SAMPLE.policy, SAMPLE.holidays));
        if (round >= 0) times.ours.push(took);
      },
      async () => {
        const took = await timed(async () => plainLoop(spans, again.asOf));
        if (round >= 0) times.plain.push(took);
      },
    ];
    for (const one of round % 2 === 0 ? inTurn : inTurn.reverse()) await one();
  }
  return [
    { what: 'deadlines of one case with 100 events', measured: median(times.ours), allowed: null, unit: 'ms' },
    { what: 'the same date arithmetic in a plain loop', measured: median(times.plain), allowed: null, unit: 'ms' },
    {
      what: 'deadlines of one case against the plain loop',
      measured: median(times.ours) / median(times.plain),
      allowed: 3,
      unit: 'times at most',
    },
  ];
}

/**
 * The least that anyone must do with the date library to give the same deadlines, told beforehand what runs from which
 * day and for how long: add the length, go back to the last working day, count up to five working days towards it. No
 * events are read, no rule chosen, no sentence written, and nothing it worked out is kept for the next case.
 */
function plainLoop(spans: readonly { from: LocalDate; days: number }[], asOf: LocalDate): number {
  const today = Temporal.PlainDate.from(asOf);
  const isWorked = (day: Temporal.PlainDate) =>
    day.dayOfWeek <= 5 && !SAMPLE.holidays.names.has(day.toString() as LocalDate);
  let sum = 0;
  for (const { from, days } of spans) {
    let act = Temporal.PlainDate.from(from).add({ days });
    while (!isWorked(act)) act = act.subtract({ days: 1 });
    let left = 0;
    for (
      let day = today.add({ days: 1 });
      left <= 5 && Temporal.PlainDate.compare(day, act) <= 0;
      day = day.add({ days: 1 })
    )
      if (isWorked(day)) left += 1;
    sum += left;
  }
  return sum;
}

/** `due` over JSON lines in a process of its own; the time of a start, that is of one case, is taken off. */
export async function manyCases(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  const run = async (count: number) => dueOver(await linesOf(count, join(folder, `${count}.jsonl`)), count);
  const begun = await run(1);
  const [few, many] = [await run(FEW), await run(MANY)];
  rmSync(folder, { recursive: true });
  const perCase = { few: (few.took - begun.took) / FEW, many: (many.took - begun.took) / MANY };
  return [
    { what: 'due: cases a second over 10,000', measured: 1000 / perCase.few, allowed: null, unit: 'a second' },
    { what: 'due: cases a second over 83,000', measured: 1000 / perCase.many, allowed: null, unit: 'a second' },
    {
      what: 'due: time for a case, over 83,000 against over 10,000',
      measured: perCase.many / perCase.few,
      allowed: 1.2,
      unit: 'times at most',
    },
    { what: 'due: peak memory over 10,000', measured: few.peak, allowed: null, unit: 'MB' },
    { what: 'due: peak memory over 83,000', measured: many.peak, allowed: null, unit: 'MB' },
    {
      what: 'due: peak memory, over 83,000 against over 10,000',
      measured: many.peak / few.peak,
      allowed: 1.3,
      unit: 'times at most',
    },
  ];
}

/** Runs the command, counts its lines, and is told at its end (on a pipe of its own) the most memory it ever had. */
async function dueOver(file: string, count: number): Promise<{ took: number; peak: number }> {
  let lines = 0;
  let told = '';
  const took = await timed(async () => {
    const child = spawn(process.execPath, ['--import', './test/bench/peak.ts', 'src/due.ts', file], {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    child.stdout!.on('data', (said: Buffer) => {
      for (const byte of said) if (byte === 10) lines += 1;
    });
    child.stdio[3]!.on('data', (said: Buffer) => {
      told += said;
    });
    await new Promise((resolve) => child.once('close', resolve));
  });
  if (lines !== count) throw new Error(`due said ${lines} lines for ${count} cases`);
  return { took, peak: Number(told) / 1024 };
}

async function linesOf(count: number, file: string): Promise<string> {
  const cases = function* () {
    for (let number = 0; number < count; number += 1) {
      const facts = aCareOf(10 + (number % 50), plusDays(localDate('2022-01-01'), number % 1461), number);
      yield `${JSON.stringify(facts)}\n`;
    }
  };
  await pipeline(Readable.from(cases()), createWriteStream(file));
  return file;
}

/** A child in care from `from` on, with so many events: an order, a placement, then visits, and a review after every fourth. */
function aCareOf(count: number, from: LocalDate, number: number): Facts {
  const gap = Math.max(1, Math.min(28, Math.floor(1000 / count) - (number % 5)));
  const events = Array.from({ length: count }, (_, index): CaseEvent => {
    if (index === 0) return { on: from, what: 'became-looked-after', legalStatus: 's20' };
    if (index === 1) return { on: from, what: 'placement-started', kind: 'foster' };
    if (index === 2) return { on: plusDays(from, gap), what: 'legal-status-changed', legalStatus: 'care-order' };
    const on = plusDays(from, (index - 1) * gap);
    return index % 5 === 0 ? { on, what: 'review-held' } : { on, what: 'visit-made', childSeen: true };
  });
  return { asOf: plusDays(events.at(-1)!.on, number % 40), bornOn: localDate('2013-05-01'), events };
}
