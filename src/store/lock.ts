import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { reasonOf, StoreInUse } from './errors.ts';

const LOCK = 'homeward.lock';

/** Who holds a folder. A holder is gone when its process is; `started` tells it from a later process of the same number. */
const holder = z.object({
  program: z.string(),
  host: z.string(),
  pid: z.int().positive(),
  started: z.string().nullable().default(null),
});

/** Far more than any race needs; it only ends a loop on something that is no file of ours, such as a broken link. */
const ATTEMPTS = 1000;

/** Locks of this process, for systems that do not say when a process started. */
const ours = new Set<string>();

/**
 * Takes the folder for this process, or throws `StoreInUse`. Gives back how to let go.
 *
 * A lock of a dead process may be followed by one process only: by the one that manages to create the file
 * `homeward.lock.<hash of the dead lock>`. Should that one die too before it has tidied up, its file is the lock that
 * the next must follow, and so on. So no step deletes a lock that someone else may have taken in between.
 */
export function lock(folder: string): () => void {
  const file = join(folder, LOCK);
  const mine = JSON.stringify({ ...self(), nonce: randomUUID() });
  const draft = join(folder, `${LOCK}.${process.pid}-${randomUUID()}`);
  write(draft, mine);
  try {
    claim(file, draft);
  } finally {
    rmSync(draft, { force: true });
  }
  ours.add(mine);
  return () => {
    ours.delete(mine);
    if (read(file) === mine) rmSync(file, { force: true });
  };
}

function claim(file: string, draft: string): void {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (taken(file, draft)) return;
  }
  throw new StoreInUse(`${LOCK} keeps changing hands. Look for another process on this folder, or delete ${LOCK}.`);
}

/** One attempt. False when another process moved in between and it is worth looking again. */
function taken(file: string, draft: string): boolean {
  const first = read(file);
  if (first === undefined) return created(draft, file);

  const dead = [first];
  for (let next = read(after(file, first)); next !== undefined; next = read(after(file, next))) dead.push(next);
  refuseIfAlive(dead.at(-1)!);

  const step = after(file, dead.at(-1)!);
  if (!created(draft, step)) return false;
  if (read(file) !== first) {
    rmSync(step, { force: true });
    return false;
  }
  renameSync(step, file);
  for (const each of dead.slice(0, -1)) rmSync(after(file, each), { force: true });
  return true;
}

function refuseIfAlive(text: string): void {
  const found = holder.safeParse(parsed(text));
  if (!found.success) {
    throw new StoreInUse(
      `${LOCK} cannot be read, so another process may have these records open. If none has, delete ${LOCK} and start again.`,
    );
  }
  const { program, host, pid } = found.data;
  if (!isAlive(found.data, text)) return;
  const who = `${program}, process ${pid} on ${host}`;
  throw new StoreInUse(
    `Homeward already has these records open: ${who}, says ${LOCK}. Stop it first; only one process at a time may use this folder. If ${host} is not this computer and no longer runs Homeward, delete ${LOCK}.`,
  );
}

/** Of another computer we cannot tell, so it counts as alive. */
function isAlive({ host, pid, started }: z.infer<typeof holder>, text: string): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid && started === null) return ours.has(text);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (reasonOf(error) === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return started === null || now === null || started === now;
}

function self() {
  return {
    program: `homeward (${basename(process.argv[1] ?? 'node')})`,
    host: hostname(),
    pid: process.pid,
    started: startOf(process.pid),
  };
}

/** When a process started, as Linux counts it: which start of the computer, and ticks since. Null where none can be told. */
function startOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The program's name comes second, in brackets, and may itself hold spaces and brackets.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

function after(file: string, text: string): string {
  return `${file}.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function created(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function write(file: string, text: string): void {
  const opened = openSync(file, 'wx', 0o600);
  writeSync(opened, text);
  fsyncSync(opened);
  closeSync(opened);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
