import type { Outbox, RecordStore } from '../letters/store.ts';
import type { Kept, RecordKind, RecordShape } from '../record.ts';

/** Everything Homeward keeps, opened. Every store passes test/store/store.contract.ts. */
export interface Store {
  /** The records of one of the kinds that the store was opened with. */
  records<R extends Kept>(shape: RecordShape<R>): RecordStore<R>;
  readonly outbox: Outbox;
  /** How many records there are of each kind. */
  sizes(): ReadonlyMap<RecordKind, number>;
  /** Writes something tiny where each kind of record lies, and takes it away: rejects with `StoreFailed` where nothing can be kept. */
  probe(): Promise<void>;
  /** Finishes what is being written and lets go. Nothing can be saved afterwards. */
  close(): Promise<void>;
}

/** The kinds of record to open a store with: one shape of each kind that it may hold. */
export type Shapes = readonly RecordShape<Kept>[];
