import { EmptyBTree } from 'sorted-btree';
import type { Instant } from '../clock.ts';
import type { KeptLetter } from '../letters/model.ts';
import type { Holding } from './holding.ts';

/** The letters of every record in the order in which the post asks for them, in memory. */
export interface Post {
  /** Files the letters of a holding in place of those it had before. */
  put(before: Holding | undefined, after: Holding): void;
  waiting(by: Instant): readonly KeptLetter[];
  nextTryAt(): Instant | null;
  inTrouble(): readonly KeptLetter[];
}

type ByText = import('sorted-btree').default<string, KeptLetter>;

const LAST = '\uffff';
const INSTANT_LENGTH = '2026-04-02T08:00:00.000Z'.length;

export function emptyPost(): Post {
  const due = EmptyBTree.clone() as ByText;
  const troubled = EmptyBTree.clone() as ByText;

  return {
    put(before, after) {
      for (const letter of before?.letters ?? []) {
        due.delete(placed(dueAt(letter, before!.record.revision), letter));
        troubled.delete(placed(letter.writtenAt, letter));
      }
      for (const letter of after.letters) {
        const at = dueAt(letter, after.record.revision);
        if (at !== null) due.set(placed(at, letter), letter);
        if (isInTrouble(letter)) troubled.set(placed(letter.writtenAt, letter), letter);
      }
    },
    waiting(by) {
      const found: KeptLetter[] = [];
      due.forRange('', by + LAST, false, (_, letter) => void found.push(letter));
      return oldestFirst(found);
    },
    nextTryAt: () => (due.minKey()?.slice(0, INSTANT_LENGTH) ?? null) as Instant | null,
    inTrouble: () => oldestFirst([...troubled.values()]),
  };
}

export function oldestFirst(letters: readonly KeptLetter[]): readonly KeptLetter[] {
  return letters.toSorted((a, b) => inTextOrder(a.writtenAt, b.writtenAt) || inTextOrder(a.key, b.key));
}

/** When the post has something to do with a letter: send it, or redraw it because its record has moved on. */
function dueAt({ passage, live }: KeptLetter, revision: number): Instant | null {
  if (passage.at === 'unsent') return passage.nextTryAt;
  return passage.at === 'sent' && live && passage.drawn < revision ? passage.redrawAfter : null;
}

function isInTrouble({ passage }: KeptLetter): boolean {
  return passage.at === 'unknown' || (passage.at === 'unsent' && passage.tries > 0);
}

function placed(at: Instant | null, { record, key }: KeptLetter): string {
  return [at, record.kind, record.id, key].join('\0');
}

function inTextOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
