import { accessSync, constants, type Dirent, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import type { Kept, RecordKind, RecordShape } from '../record.ts';
import { type Ground, storeOn } from './engine.ts';
import { reasonOf, StoreFailed, StoreInUse, StoreUnreadable } from './errors.ts';
import { fileNameOf, isLeftoverName, isRecordName } from './file-name.ts';
import { contentOf, type Holding, looksLikeRecord, type Reading, readHolding } from './holding.ts';
import { lock } from './lock.ts';
import { RecordFile, syncFolderNow } from './record-file.ts';
import type { Shapes, Store } from './store.ts';

/**
 * Opens the records in a folder, one lowdb file each: `cases/C-1042.json`. Throws `StoreInUse` when another process has
 * them open, and `StoreUnreadable` with every problem found when they cannot all be read.
 */
export async function openLowdbStore(folder: string, shapes: Shapes): Promise<Store> {
  const release = prepare(folder, shapes);
  try {
    const { found, problems } = await readAll(folder, shapes);
    if (problems.length > 0) throw new StoreUnreadable(problems);
    for (const { kind } of shapes) clearLeftovers(folderOf(folder, kind));
    return storeOn(groundIn(folder, release), shapes, found);
  } catch (error) {
    release();
    throw error;
  }
}

/** No id starts with a dot, so this is no record's; should a kill leave it behind, the next start clears it away as a leftover. */
const PROBE = '.probe.json.0';

/** A whole block: a disk with no room for a record may still have a few bytes. */
const BLOCK = ' '.repeat(4096);

function groundIn(folder: string, release: () => void): Ground {
  return {
    release,
    async write({ kind }, holding) {
      const file = new RecordFile(join(folderOf(folder, kind), fileNameOf(holding.record.id)));
      try {
        await new Low<unknown>(file, contentOf(holding)).write();
      } catch (error) {
        throw new StoreFailed(kind, reasonOf(error));
      }
    },
    async probe({ kind }) {
      const file = join(folderOf(folder, kind), PROBE);
      try {
        await writeFile(file, BLOCK, { flush: true, mode: 0o600 });
      } catch (error) {
        throw new StoreFailed(kind, reasonOf(error));
      } finally {
        await rm(file, { force: true });
      }
    },
  };
}

/** Makes what is missing and takes the lock; from then on the folder is this process's alone. */
function prepare(folder: string, shapes: Shapes): () => void {
  let release = () => {};
  try {
    made(folder);
    release = lock(folder);
    for (const { kind } of shapes) {
      made(folderOf(folder, kind));
      accessSync(folderOf(folder, kind), constants.R_OK | constants.W_OK | constants.X_OK);
    }
    return release;
  } catch (error) {
    release();
    if (error instanceof StoreInUse) throw error;
    throw new StoreUnreadable([
      `DATA_DIR ${folder} and the folders in it must be ones that Homeward can make and write to (${reasonOf(error)})`,
    ]);
  }
}

function made(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (first !== undefined) syncFolderNow(dirname(first));
}

interface Found {
  readonly found: Map<RecordKind, readonly Holding[]>;
  readonly problems: readonly string[];
}

async function readAll(folder: string, shapes: Shapes): Promise<Found> {
  const found = new Map<RecordKind, readonly Holding[]>();
  const problems = await misplaced(folder);

  for (const shape of shapes) {
    const holdings: Holding[] = [];
    for (const entry of readdirSync(folderOf(folder, shape.kind), { withFileTypes: true })) {
      if (isLeftover(entry)) continue;
      const reading = entry.isFile() && isRecordName(entry.name) ? await readOne(folder, shape, entry.name) : stray;
      if (reading.ok) holdings.push(reading.holding);
      else problems.push(...reading.problems.map((problem) => `${shape.kind}s/${entry.name}: ${problem}`));
    }
    found.set(shape.kind, holdings);
  }
  return { found, problems };
}

/** Records beside the folders of their kinds, where a hasty restore puts them. Other files there are not ours to judge. */
async function misplaced(folder: string): Promise<string[]> {
  const problems: string[] = [];
  for (const name of readdirSync(folder).filter(isRecordName)) {
    const content = await new RecordFile(join(folder, name)).read().catch(() => null);
    if (!looksLikeRecord(content)) continue;
    problems.push(`${name}: a record cannot lie here; put it in the folder of its kind or take it out of DATA_DIR`);
  }
  return problems;
}

const stray: Reading = { ok: false, problems: ['is not a record; take it out of the folder'] };

async function readOne(folder: string, shape: RecordShape<Kept>, name: string): Promise<Reading> {
  // lowdb keeps the default when a file holds null; null is no record either, so the reading below refuses it.
  const low = new Low<unknown>(new RecordFile(join(folderOf(folder, shape.kind), name)), null);
  try {
    await low.read();
  } catch (error) {
    // The parser's own words quote what it read.
    const why =
      error instanceof SyntaxError || error instanceof TypeError
        ? 'is not JSON'
        : `cannot be read (${reasonOf(error)})`;
    return { ok: false, problems: [`${why}; put a good copy in its place or take it out of the folder`] };
  }
  const reading = readHolding(shape, low.data);
  if (!reading.ok || isNamed(name, reading.holding.record.id)) return reading;
  return { ok: false, problems: ['record.id: is not the one that the name of the file says'] };
}

function isNamed(name: string, id: string): boolean {
  try {
    return fileNameOf(id) === name;
  } catch {
    return false;
  }
}

/** A write that was cut off leaves a copy that never became the record. It may be about a child, so it does not stay. */
function clearLeftovers(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (isLeftover(entry)) rmSync(join(folder, entry.name), { force: true });
  }
}

function isLeftover(entry: Dirent): boolean {
  return entry.isFile() && isLeftoverName(entry.name);
}

function folderOf(folder: string, kind: RecordKind): string {
  return join(folder, `${kind}s`);
}
