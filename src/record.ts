import type { ZodType } from 'zod';
import type { Instant } from './clock.ts';

/** What happened, when, and who did it. Written in the same save as the change; never edited afterwards. */
export interface HistoryLine {
  readonly at: Instant;
  /** A person's id, or `homeward` for what the bot did by itself. */
  readonly by: string;
  /** In words, safe to show to whoever may see the record. */
  readonly what: string;
}

/** What every kept record has, whatever it is about. */
export interface Kept {
  readonly id: string;
  /** How many times it was saved; 0 for a record that was never saved. It is how an old card is recognised. */
  readonly revision: number;
  /** The next moment somebody must be told something about it, or null when nobody needs to be. */
  readonly wakeAt: Instant | null;
  readonly history: readonly HistoryLine[];
}

export type RecordKind = 'case' | 'dispute' | 'contact' | 'diary';

/** What a store must know of a kind of record: its name, how to tell a good one, and where to find it again. */
export interface RecordShape<R extends Kept> {
  readonly kind: RecordKind;
  /** Tells a good record from a damaged one, field by field. */
  readonly schema: ZodType<R>;
  /** The keys to find it under, such as `person:…`. An own id of a series (`D-0007`) counts for `nextId`. */
  filedUnder(record: R): readonly string[];
}
