import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aFolder, closing } from './folders.ts';
import { type Other, startOther } from './processes.ts';
import { SHAPES } from './threads.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = aFolder();
  file = join(folder, 'homeward.lock');
});

/** A process number that was in use and no longer is. */
async function aDeadProcess(): Promise<number> {
  const other = startOther('opener.ts', folder);
  await other.kill();
  return other.pid;
}

async function opener(): Promise<Other> {
  const other = startOther('opener.ts', folder);
  expect(await other.hears()).toBe('ready');
  return other;
}

/** Above the highest number that Linux gives. */
const NOBODY = 2 ** 30;

const lockOf = (pid: number, more = {}) => JSON.stringify({ program: 'homeward', host: hostname(), pid, ...more });

/** The file of the process that takes over from a dead one, until it has tidied up. */
function followerOf(dead: string): string {
  return `${file}.${createHash('sha256').update(dead).digest('hex').slice(0, 16)}`;
}

describe('a second process on the same records', { timeout: 30_000 }, () => {
  it('is refused by name, process number and host', async () => {
    const other = await opener();
    other.say('open');
    expect(await other.hears()).toBe('open');
    const refusal = await openLowdbStore(folder, SHAPES).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'store-in-use' });
    expect(String(refusal)).toContain(`homeward (opener.ts), process ${other.pid} on ${hostname()}`);
  });

  it('may open them once the first has closed', async () => {
    const other = await opener();
    other.say('open');
    await other.hears();
    other.say('close');
    expect(await other.hears()).toBeUndefined();
    expect(readdirSync(folder)).not.toContain('homeward.lock');
    closing(await openLowdbStore(folder, SHAPES));
  });

  it('may open them at once after the first was killed', async () => {
    const other = await opener();
    other.say('open');
    await other.hears();
    await other.kill();
    expect(existsSync(file)).toBe(true);
    closing(await openLowdbStore(folder, SHAPES));
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  it('is refused inside the same process too', async () => {
    closing(await openLowdbStore(folder, SHAPES));
    await expect(openLowdbStore(folder, SHAPES)).rejects.toMatchObject({ code: 'store-in-use' });
  });
});

describe('a lock that was left behind', { timeout: 30_000 }, () => {
  it.each([
    ['of our own number from an earlier life, as in a container', () => lockOf(process.pid)],
    ['of our own number, started at another time', () => lockOf(process.pid, { started: 'another boot/17' })],
    ['of a number that some other program has since been given', () => lockOf(1, { started: 'another boot/17' })],
  ])('%s, is taken over', async (_what, text) => {
    writeFileSync(file, text());
    closing(await openLowdbStore(folder, SHAPES));
    expect(readdirSync(folder).sort()).toEqual(['cases', 'disputes', 'homeward.lock']);
  });

  it.each([
    ['of a living process', () => lockOf(process.ppid), `process ${process.ppid} on`],
    ['of another computer, of which nobody can tell', () => lockOf(NOBODY, { host: 'bot-2' }), 'delete homeward.lock'],
    ['that cannot be read', () => 'not a lock', 'cannot be read'],
    ['with a number that is none', () => lockOf(0), 'cannot be read'],
  ])('%s, is respected', async (_what, text, says) => {
    writeFileSync(file, text());
    const refusal = await openLowdbStore(folder, SHAPES).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'store-in-use', message: expect.stringContaining(says) });
    expect(readFileSync(file, 'utf8')).toBe(text());
  });

  it('is taken over by one of several that try at the same moment', async () => {
    writeFileSync(file, lockOf(await aDeadProcess()));
    expect(await race()).toEqual(['open', 'store-in-use', 'store-in-use', 'store-in-use']);
  });

  it('is taken over by one, even when the last to take it over was killed half-way', async () => {
    const first = lockOf(await aDeadProcess());
    writeFileSync(file, first);
    writeFileSync(followerOf(first), lockOf(await aDeadProcess(), { nonce: 'half-way' }));
    expect(await race()).toEqual(['open', 'store-in-use', 'store-in-use', 'store-in-use']);
    expect(readdirSync(folder).filter((name) => name.startsWith('homeward.lock'))).toEqual(['homeward.lock']);
  });

  it('is respected while another process is busy taking it over', async () => {
    writeFileSync(file, lockOf(NOBODY));
    writeFileSync(followerOf(lockOf(NOBODY)), lockOf(process.ppid));
    const refusal = await openLowdbStore(folder, SHAPES).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'store-in-use',
      message: expect.stringContaining(`process ${process.ppid} `),
    });
  });

  it('is not there at all: one of several that start at the same moment gets it', async () => {
    expect(await race()).toEqual(['open', 'store-in-use', 'store-in-use', 'store-in-use']);
  });
});

/** What becomes of four processes that open the same folder at once. */
async function race(): Promise<readonly string[]> {
  const others = await Promise.all([opener(), opener(), opener(), opener()]);
  for (const other of others) other.say('open');
  const said = await Promise.all(others.map((other) => other.hears()));
  return said.map((line) => (line === 'open' ? line : JSON.parse(line!).code)).sort();
}
