import { EmptyBTree } from 'sorted-btree';
import type { Instant } from '../clock.ts';
import type { KeptLetter } from '../letters/model.ts';
import type { Tallied } from '../letters/store.ts';
import type { Holding } from './holding.ts';

/** The letters of every record in the order in which the post asks for them, in memory. */
export interface Post {
  /** Files the letters of a holding in place of those it had before. */
  put(before: Holding | undefined, after: Holding): void;
  waiting(by: Instant): readonly KeptLetter[];
  nextTryAt(): Instant | null;
  inTrouble(): readonly KeptLetter[];
  held(person: string): readonly KeptLetter[];
  heldSince(before: Instant): readonly KeptLetter[];
  tally(): readonly Tallied[];
  oldestUnsent(): Instant | null;
}

type ByText = import('sorted-btree').default<string, KeptLetter>;

const LAST = '\uffff';
const INSTANT_LENGTH = '2026-04-02T08:00:00.000Z'.length;

export function emptyPost(): Post {
  const due = EmptyBTree.clone() as ByText;
  const troubled = EmptyBTree.clone() as ByText;
  const held = EmptyBTree.clone() as ByText;
  const heldLongest = EmptyBTree.clone() as ByText;
  const unsent = EmptyBTree.clone() as ByText;
  const counts = new Map<string, number>();

  const count = ({ kind, passage }: KeptLetter, by: 1 | -1) => {
    const of = `${kind} ${passage.at}`;
    counts.set(of, (counts.get(of) ?? 0) + by);
  };

  /** Where a letter is filed: in which trees, under what. */
  const places = (letter: KeptLetter, revision: number): readonly (readonly [ByText, string])[] => {
    const at = dueAt(letter, revision);
    return [
      ...(at === null ? [] : [[due, placed(at, letter)] as const]),
      ...(letter.passage.at === 'unsent' ? [[unsent, placed(letter.writtenAt, letter)] as const] : []),
      ...(isInTrouble(letter) ? [[troubled, placed(letter.writtenAt, letter)] as const] : []),
      ...(letter.passage.at === 'held'
        ? [[held, placed(readerOf(letter), letter)] as const, [heldLongest, placed(letter.writtenAt, letter)] as const]
        : []),
    ];
  };

  return {
    put(before, after) {
      // A record gathers many letters, and most are long settled: what has not changed stays where it is.
      const isSameRevision = before?.record.revision === after.record.revision;
      const stays = (at: number) => {
        const letter = after.letters[at];
        return letter !== undefined && letter === before?.letters[at] && (isSameRevision || !letter.live);
      };
      for (const [at, letter] of (before?.letters ?? []).entries()) {
        if (stays(at)) continue;
        count(letter, -1);
        for (const [tree, key] of places(letter, before!.record.revision)) tree.delete(key);
      }
      for (const [at, letter] of after.letters.entries()) {
        if (stays(at)) continue;
        count(letter, 1);
        for (const [tree, key] of places(letter, after.record.revision)) tree.set(key, letter);
      }
    },
    waiting(by) {
      return oldestFirst(within(due, '', by + LAST));
    },
    nextTryAt: () => firstMoment(due),
    oldestUnsent: () => firstMoment(unsent),
    tally: () =>
      [...counts].flatMap(([of, many]) => {
        const [kind, at] = of.split(' ') as [Tallied['kind'], Tallied['at']];
        return many > 0 ? [{ kind, at, count: many }] : [];
      }),
    inTrouble: () => oldestFirst([...troubled.values()]),
    held: (person) => oldestFirst(within(held, `${person}\0`, `${person}\0${LAST}`)),
    heldSince: (before) => oldestFirst(within(heldLongest, '', before)),
  };
}

export function oldestFirst(letters: readonly KeptLetter[]): readonly KeptLetter[] {
  // Almost always they are in order already: to look is cheaper than to sort.
  const isInOrder = letters.every((letter, at) => at === 0 || byAge(letters[at - 1]!, letter) <= 0);
  return isInOrder ? letters : letters.toSorted(byAge);
}

function byAge(a: KeptLetter, b: KeptLetter): number {
  return inTextOrder(a.writtenAt, b.writtenAt) || inTextOrder(a.key, b.key);
}

/** When the post has something to do with a letter: send it, or redraw it because its record has moved on. */
function dueAt({ passage, live }: KeptLetter, revision: number): Instant | null {
  if (passage.at === 'unsent') return passage.nextTryAt;
  return passage.at === 'sent' && live && passage.drawn < revision ? passage.redrawAfter : null;
}

function firstMoment(letters: ByText): Instant | null {
  return (letters.minKey()?.slice(0, INSTANT_LENGTH) ?? null) as Instant | null;
}

function within(letters: ByText, from: string, to: string): readonly KeptLetter[] {
  const found: KeptLetter[] = [];
  letters.forRange(from, to, false, (_, letter) => void found.push(letter));
  return found;
}

function readerOf({ to }: KeptLetter): string {
  return 'person' in to ? to.person : to.channel;
}

function isInTrouble({ passage }: KeptLetter): boolean {
  if (passage.at === 'unsent') return passage.tries > 0 || passage.waitsFor !== undefined;
  return passage.at === 'unknown';
}

function placed(at: string | null, { record, key }: KeptLetter): string {
  return [at, record.kind, record.id, key].join('\0');
}

function inTextOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
