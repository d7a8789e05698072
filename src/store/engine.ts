import { type Attempt, type KeptLetter, type Letter, type Passage, paceOf } from '../letters/model.ts';
import { passageAfter } from '../letters/rules.ts';
import type { Outbox, RecordStore } from '../letters/store.ts';
import type { Kept, RecordKind, RecordShape } from '../record.ts';
import { fileNameOf } from './file-name.ts';
import { asKept, type Holding } from './holding.ts';
import { emptyPost, oldestFirst, type Post } from './post.ts';
import { queuePerName } from './queue.ts';
import { emptyShelf, type Shelf } from './shelf.ts';
import type { Shapes, Store } from './store.ts';

/** Where holdings outlive the process. `write` puts the whole holding there or rejects and leaves the old one. */
export interface Ground {
  write(shape: RecordShape<Kept>, holding: Holding): Promise<void>;
  /** Tries whether a record of a kind could be written, and leaves nothing behind. */
  probe(shape: RecordShape<Kept>): Promise<void>;
  release(): void;
}

type Shelves = ReadonlyMap<RecordKind, { readonly shape: RecordShape<Kept>; readonly shelf: Shelf }>;

/** Given what stands, what is to stand instead. */
type Decide = (before: Holding | undefined) => Holding | 'stale';

type ChangeOne = (kind: RecordKind, id: string, decide: Decide) => Promise<Holding | 'stale'>;

/** A store that answers from memory and writes to its ground first. */
export function storeOn(ground: Ground, shapes: Shapes, found: ReadonlyMap<RecordKind, readonly Holding[]>): Store {
  const post = emptyPost();
  const shelves = filled(shapes, found, post);
  const queue = queuePerName();
  let closing: Promise<void> | undefined;

  /** One change of one record: decided on what stands, copied, written, and only then taken into memory. */
  async function change(kind: RecordKind, id: string, decide: Decide): Promise<Holding | 'stale'> {
    if (closing) throw new Error('The store is closed; nothing can be saved');
    const { shape, shelf } = shelfOf(shelves, kind);
    fileNameOf(id);
    return queue.run(`${kind}/${id}`, async () => {
      const before = shelf.get(id);
      const changed = decide(before);
      if (changed === 'stale') return changed;
      const after = asKept(shape, changed, before);
      await ground.write(shape, after);
      shelf.put(after);
      post.put(before, after);
      return after;
    });
  }

  return {
    records: <R extends Kept>(shape: RecordShape<R>) =>
      recordsOf<R>(shape.kind, shelfOf(shelves, shape.kind).shelf, change),
    outbox: outboxOf(shelves, post, change),
    sizes: () => new Map([...shelves].map(([kind, { shelf }]) => [kind, shelf.size()])),
    async probe() {
      if (closing) throw new Error('The store is closed; nothing can be saved');
      await Promise.all(shapes.map((shape) => ground.probe(shape)));
    },
    close: () => (closing ??= queue.idle().then(() => ground.release())),
  };
}

/** Everything that was found. A record's letters are kept oldest first from here on. */
function filled(shapes: Shapes, all: ReadonlyMap<RecordKind, readonly Holding[]>, post: Post): Shelves {
  const shelves: Shelves = new Map(shapes.map((shape) => [shape.kind, { shape, shelf: emptyShelf(shape) }]));
  for (const [kind, holdings] of all) {
    for (const found of holdings) {
      const holding = { ...found, letters: oldestFirst(found.letters) };
      shelfOf(shelves, kind).shelf.put(holding);
      post.put(undefined, holding);
    }
  }
  return shelves;
}

// A shelf holds what its shape's schema accepted, so a record on it is an R; the types of several kinds in one map cannot say so.
function recordsOf<R extends Kept>(kind: RecordKind, shelf: Shelf, change: ChangeOne): RecordStore<R> {
  const isStale = (record: R, before: Holding | undefined) => record.revision !== (before?.record.revision ?? 0);

  return {
    get: async (id) => shelf.get(id)?.record as R | undefined,
    find: async (key) => shelf.find(key) as readonly R[],
    woken: async (by) => shelf.woken(by) as readonly R[],
    after: async (id, count) => shelf.after(id, count) as readonly R[],
    nextId: async (series) => shelf.nextId(series),
    async save(record, letters = []) {
      const saved = { ...record, revision: record.revision + 1 };
      const kept = await change(kind, record.id, (before) =>
        isStale(record, before) ? 'stale' : { record: saved, letters: withNew(kind, record.id, before, letters) },
      );
      return kept === 'stale' ? kept : (kept.record as R);
    },
    async remind(record, wakeAt, letters) {
      const kept = await change(kind, record.id, (before) =>
        !before || isStale(record, before)
          ? 'stale'
          : { record: { ...before.record, wakeAt }, letters: withNew(kind, record.id, before, letters) },
      );
      return kept === 'stale' ? kept : 'kept';
    },
  };
}

function outboxOf(shelves: Shelves, post: Post, change: ChangeOne): Outbox {
  return {
    waiting: async (by) => post.waiting(by),
    nextTryAt: async () => post.nextTryAt(),
    inTrouble: async () => post.inTrouble(),
    tally: async () => post.tally(),
    oldestUnsent: async () => post.oldestUnsent(),
    of: async ({ kind, id }) => shelfOf(shelves, kind).shelf.get(id)?.letters ?? [],
    held: async (person) => post.held(person),
    heldSince: async (before) => post.heldSince(before),
    async mark({ record, key, passage: read }, passage, attempt) {
      await changeLetters(change, record, [key], (each) => ({
        ...each,
        passage: passageAfter(each.passage, read, passage),
        attempts: attempt ? withAttempt(each.attempts, attempt) : each.attempts,
      }));
    },
    async markAll(record, passages) {
      await changeLetters(change, record, [...passages.keys()], (each) => ({
        ...each,
        passage: passages.get(each.key)!,
      }));
    },
  };
}

async function changeLetters(
  change: ChangeOne,
  { kind, id }: KeptLetter['record'],
  keys: readonly string[],
  to: (letter: KeptLetter) => KeptLetter,
): Promise<void> {
  await change(kind, id, (before) => {
    const unmarked = new Set(keys);
    const letters = (before?.letters ?? []).map((each) => (unmarked.delete(each.key) ? to(each) : each));
    if (unmarked.size > 0) throw new Error(`A letter was marked that is not kept with its ${kind}`);
    return { record: before!.record, letters };
  });
}

const MOST_ATTEMPTS = 20;

function withAttempt(attempts: readonly Attempt[], attempt: Attempt): readonly Attempt[] {
  const all = [...attempts, attempt];
  return all.length > MOST_ATTEMPTS ? [all[0]!, ...all.slice(1 - MOST_ATTEMPTS)] : all;
}

/** The letters so far and those whose key is not among them, ready to be sent. */
function withNew(
  kind: RecordKind,
  id: string,
  before: Holding | undefined,
  letters: readonly Letter[],
): readonly KeptLetter[] {
  const kept = before?.letters ?? [];
  if (letters.length === 0) return kept;
  const keys = new Set(kept.map(({ key }) => key));
  const fresh: KeptLetter[] = [];
  for (const letter of letters) {
    if (keys.has(letter.key)) continue;
    keys.add(letter.key);
    fresh.push({ ...letter, record: { kind, id }, passage: firstPassage(letter), attempts: [] });
  }
  return oldestFirst([...kept, ...fresh]);
}

function firstPassage(letter: Letter): Passage {
  const isHeld = paceOf(letter) === 'digest' && 'person' in letter.to;
  return isHeld ? { at: 'held' } : { at: 'unsent', tries: 0, nextTryAt: letter.writtenAt, trouble: null };
}

function shelfOf(shelves: Shelves, kind: RecordKind) {
  const found = shelves.get(kind);
  if (!found) throw new Error(`The store was opened without the kind ${kind}`);
  return found;
}
