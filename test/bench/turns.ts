/** What one press costs through HTTP, and what a start costs, against a bare bot on the same packages, in turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthority } from '../../src/authority/form.ts';
import { computerClock, dayOf } from '../../src/clock.ts';
import { madeUpChildren } from '../../src/demo/children.ts';
import { start } from '../../src/main.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { startBareBot } from './bare-bot.ts';
import { median, type Row, timed } from './measure.ts';

const PRESSES = 400;
const STARTS = 9;

/** A warm press with 1,000 cases stored: one that reads, and one that saves. */
export async function pressing(): Promise<readonly Row[]> {
  const folder = await aFolderOf(1_000);
  const config = { host: '127.0.0.1', port: 0, folder, authorityFile: null, logLevel: 'error', bot: null } as const;
  const homeward = await start({ config, authority: sample(), log: () => {} });
  const bare = await startBareBot();
  const times = { bare: [] as number[], reads: [] as number[], saves: [] as number[] };
  for (let round = -50; round < PRESSES; round += 1) {
    const number = Math.abs(round) % 1_000;
    const bareTook = await timed(() => press(bare.url, 'press', {}));
    const reads = await timed(() => press(homeward.url, 'case.open', { case: idOf(number) }));
    const saves = await timed(() => press(homeward.url, 'visit.save', visitOn(number)));
    if (round >= 0) times.bare.push(bareTook) && times.reads.push(reads) && times.saves.push(saves);
  }
  await homeward.stop();
  bare.close();
  rmSync(folder, { recursive: true, force: true });
  return [
    { what: 'press on the bare bot', measured: median(times.bare), allowed: null, unit: 'ms' },
    { what: 'press that opens a case among 1,000', measured: median(times.reads), allowed: null, unit: 'ms' },
    { what: 'press that saves a visit among 1,000', measured: median(times.saves), allowed: null, unit: 'ms' },
    {
      what: 'opening a case against the bare bot',
      measured: median(times.reads) / median(times.bare),
      allowed: 1.5,
      unit: 'times at most',
    },
    {
      what: 'saving a visit against the bare bot',
      measured: median(times.saves) / median(times.bare),
      allowed: 1.5,
      unit: 'times at most',
    },
  ];
}

/** From the start of the process to the first answer of /healthz, with 1,000 cases stored. */
export async function starting(): Promise<readonly Row[]> {
  const folder = await aFolderOf(1_000);
  const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' };
  const times = { bare: [] as number[], homeward: [] as number[] };
  for (let round = -1; round < STARTS; round += 1) {
    const bare = await timed(() => listening('test/bench/bare-bot.ts', env));
    const homeward = await timed(() => listening('src/main.ts', env));
    if (round >= 0) times.bare.push(bare) && times.homeward.push(homeward);
  }
  rmSync(folder, { recursive: true, force: true });
  return [
    { what: 'start of the bare bot', measured: median(times.bare), allowed: null, unit: 'ms' },
    { what: 'start of Homeward with 1,000 cases', measured: median(times.homeward), allowed: null, unit: 'ms' },
    {
      what: 'start against the bare bot',
      measured: median(times.homeward) / median(times.bare),
      allowed: 1.5,
      unit: 'times at most',
    },
  ];
}

async function listening(program: string, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => said.includes('listens on') && resolve());
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it listened`)));
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await gone;
}

async function aFolderOf(count: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  const authority = sample();
  const clock = computerClock();
  const children = madeUpChildren(dayOf(clock.now()), authority.register, authority);
  const store = await openLowdbStore(folder, [RETURNING_CASE_SHAPE]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  const history = [{ at: clock.now(), by: 'homeward', what: 'Made for the bench' }];
  for (let number = 0; number < count; number += 1) {
    const { id: _id, ...child } = children[number % children.length]!;
    await cases.save({ ...child, id: idOf(number), revision: 0, wakeAt: null, history, notes: [], returns: [] });
  }
  await store.close();
  return folder;
}

function visitOn(number: number): Record<string, unknown> {
  return { case: idOf(number), on: '2026-01-01', childSeen: 'true', seenAlone: 'true' };
}

let presses = 0;

async function press(url: string, verb: string, data: Record<string, unknown>): Promise<void> {
  const activity = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `bench-${++presses}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1/',
    from: { id: '29:bench', aadObjectId: [...sample().register.keys()][0] },
    conversation: { id: 'a:bench', conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  if (answer.status !== 200) throw new Error(`${verb} answered ${answer.status}`);
  await answer.text();
}

function idOf(number: number): string {
  return `C-${String(5000 + number)}`;
}

function sample() {
  const read = readAuthority(readFileSync('src/demo/authority.json', 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.authority;
}
