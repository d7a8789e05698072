/** What one press costs through HTTP, and what a start costs, against a bare bot on the same packages, in turns. */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { computerClock, dayOf } from '../../src/clock.ts';
import { start } from '../../src/main.ts';
import { startBareBot } from './bare-bot.ts';
import { aFolderOf, idOf, SAMPLE } from './bench-cases.ts';
import { median, type Row, timed } from './measure.ts';

const PRESSES = 400;
const STARTS = 9;

/** A warm press with 1,000 cases stored: one that reads, and one that saves. */
export async function pressing(): Promise<readonly Row[]> {
  const folder = aFolderOf(1_000);
  const config = {
    host: '127.0.0.1',
    port: 0,
    publicUrl: null,
    folder,
    authorityFile: null,
    logLevel: 'error',
    bot: null,
  } as const;
  const homeward = await start({ config, authority: SAMPLE, log: () => {} });
  const bare = await startBareBot();
  const times = { bare: [] as number[], reads: [] as number[], saves: [] as number[] };
  for (let round = -50; round < PRESSES; round += 1) {
    const number = round + 50;
    const bareTook = await timed(() => press(bare.url, 'press', {}, 'The same card'));
    const reads = await timed(() => press(homeward.url, 'case.open', { case: idOf(number) }, 'Log visit'));
    const saves = await timed(() => press(homeward.url, 'visit.save', visitTo(number), 'Visit saved'));
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
  const folder = aFolderOf(1_000);
  const env = { PATH: process.env.PATH, DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'error' };
  const times = { bare: [] as number[], homeward: [] as number[] };
  for (let round = -1; round < STARTS; round += 1) {
    const bare = await timed(() => listening(['test/bench/bare-bot.ts'], env));
    const homeward = await timed(() => listening(['--import', './src/quick-start.ts', 'src/main.ts'], env));
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

async function listening(program: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (said: Buffer) => said.includes('listens on') && resolve());
    child.once('exit', (code) => reject(new Error(`${program.at(-1)} ended with ${code} before it listened`)));
  });
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await gone;
}

/** Each case is visited once, from a form drawn after it was first saved. */
function visitTo(number: number): Record<string, unknown> {
  const on = dayOf(computerClock().now());
  return {
    case: idOf(number),
    revision: 1,
    on,
    childSeen: 'true',
    seenAlone: 'true',
    welfare: 'yes',
    lateReason: 'For the bench',
  };
}

let presses = 0;

/** Presses a button, and makes sure that the card that comes back is the one that was meant. */
async function press(url: string, verb: string, data: Record<string, unknown>, expected: string): Promise<void> {
  const activity = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `bench-${++presses}`,
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1:1/',
    from: { id: '29:bench', aadObjectId: [...SAMPLE.register.keys()][0] },
    conversation: { id: 'a:bench', conversationType: 'personal' },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const said = await answer.text();
  if (!said.includes(expected)) throw new Error(`${verb} answered: ${said.slice(0, 600)}`);
}
