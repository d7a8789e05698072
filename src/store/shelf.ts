import { EmptyBTree } from 'sorted-btree';
import type { Instant } from '../clock.ts';
import type { Kept, RecordShape } from '../record.ts';
import type { Holding } from './holding.ts';

/** All holdings of one kind, in memory, with what it takes to find them. */
export interface Shelf {
  get(id: string): Holding | undefined;
  /** Takes the place of the holding with the same id. */
  put(holding: Holding): void;
  find(key: string): readonly Kept[];
  woken(by: Instant): readonly Kept[];
  after(id: string, count: number): readonly Kept[];
  size(): number;
  nextId(series: string): string;
}

/** The end of any text key that starts like this. */
const LAST = '\uffff';

export function emptyShelf(shape: RecordShape<Kept>): Shelf {
  const holdings = new Map<string, Holding>();
  const filed = new Map<string, Set<string>>();
  // Cloned, because the class is exported in a way that Node and vitest import differently.
  const wakeups = EmptyBTree.clone() as import('sorted-btree').default<string, string>;
  const ids = EmptyBTree.clone() as import('sorted-btree').default<string, true>;
  const highest = new Map<string, number>();

  const wakeup = ({ wakeAt, id }: Kept) => `${wakeAt}\0${id}`;
  const recordOf = (id: string) => holdings.get(id)!.record;

  function take(record: Kept): void {
    for (const key of shape.filedUnder(record)) {
      const ids = filed.get(key);
      ids?.delete(record.id);
      if (ids?.size === 0) filed.delete(key);
    }
    if (record.wakeAt !== null) wakeups.delete(wakeup(record));
  }

  function file(record: Kept): void {
    const keys = shape.filedUnder(record);
    for (const key of keys) {
      const ids = filed.get(key);
      if (ids) ids.add(record.id);
      else filed.set(key, new Set([record.id]));
    }
    if (record.wakeAt !== null) wakeups.set(wakeup(record), record.id);
    for (const key of [record.id, ...keys]) count(key);
  }

  function count(key: string): void {
    const [, series, number] = /^([A-Z]+)-(\d{4,12})$/.exec(key) ?? [];
    if (series && Number(number) > (highest.get(series) ?? 0)) highest.set(series, Number(number));
  }

  return {
    get: (id) => holdings.get(id),
    put(holding) {
      const before = holdings.get(holding.record.id);
      // Letters come and go far more often than what a record is filed under.
      if (before?.record === holding.record) {
        holdings.set(holding.record.id, holding);
        return;
      }
      if (before) take(before.record);
      else ids.set(holding.record.id, true);
      holdings.set(holding.record.id, holding);
      file(holding.record);
    },
    find: (key) => [...(filed.get(key) ?? [])].sort().map(recordOf),
    woken(by) {
      const found: Kept[] = [];
      wakeups.forRange('', by + LAST, false, (_, id) => void found.push(recordOf(id)));
      return found;
    },
    after(id, count) {
      const found: Kept[] = [];
      for (let next = ids.nextHigherKey(id); next !== undefined && found.length < count; next = ids.nextHigherKey(next))
        found.push(recordOf(next));
      return found;
    },
    size: () => holdings.size,
    nextId(series) {
      const number = (highest.get(series) ?? 0) + 1;
      highest.set(series, number);
      return `${series}-${String(number).padStart(4, '0')}`;
    },
  };
}
