/** The letters that are in hand: in lines, one a conversation, in order within each. */
import type { Instant } from '../../clock.ts';
import { type KeptLetter, paceOf } from '../../letters/model.ts';

export interface Lines {
  has(letter: KeptLetter): boolean;
  put(letters: Iterable<readonly [line: string, letter: KeptLetter]>): void;
  /** The next letter of a line that may go now, by `earliest`; its line has no other until it is `over`. */
  next(now: Instant, earliest: (line: string) => Instant | null): InHand | null;
  /** A letter is done with; or goes back to the head of a line. */
  over(inHand: InHand, backTo: string | null): void;
  /** When the first line that rests may go on; null when none rests. */
  restsUntil(): Instant | null;
  /** Whether there is a line that has not been looked at or may go. */
  isReady(): boolean;
}

export interface InHand {
  readonly line: string;
  readonly letter: KeptLetter;
}

export function noLines(): Lines {
  const lines = new Map<string, KeptLetter[]>();
  const inHand = new Set<string>();
  const busy = new Set<string>();
  /** Lines that may go, those with something urgent first; each in the order in which it got ready. */
  const urgent = new Set<string>();
  const ready = new Set<string>();
  const resting = new Map<string, Instant>();
  let first: Instant | null = null;

  const getReady = (line: string) => {
    const letters = lines.get(line);
    if (!letters || busy.has(line) || resting.has(line)) return;
    if (letters.some(isUrgent)) urgent.add(line);
    else ready.add(line);
  };
  const rest = (line: string, until: Instant) => {
    resting.set(line, until);
    if (first === null || until < first) first = until;
  };
  /** Only when the first has rested are the others looked at. */
  const wake = (now: Instant) => {
    if (first === null || first > now) return;
    first = null;
    for (const [line, until] of [...resting]) {
      resting.delete(line);
      if (until > now) rest(line, until);
      else getReady(line);
    }
  };
  const take = (line: string): InHand => {
    const letters = lines.get(line)!;
    const letter = letters.shift()!;
    if (letters.length === 0) lines.delete(line);
    busy.add(line);
    return { line, letter };
  };

  return {
    has: (letter) => inHand.has(nameOf(letter)),
    put(letters) {
      const longer = new Set<string>();
      for (const [line, letter] of letters) {
        inHand.add(nameOf(letter));
        lines.set(line, lines.get(line) ?? []);
        lines.get(line)!.push(letter);
        longer.add(line);
      }
      for (const line of longer) {
        lines.get(line)!.sort(inOrder);
        ready.delete(line);
        getReady(line);
      }
    },
    next(now, earliest) {
      wake(now);
      for (const which of [urgent, ready]) {
        for (const line of which) {
          const at = earliest(line);
          if (at === null) continue;
          which.delete(line);
          if (at <= now) return take(line);
          rest(line, at);
        }
      }
      return null;
    },
    over({ line, letter }, backTo) {
      busy.delete(line);
      if (backTo === null) inHand.delete(nameOf(letter));
      else lines.set(backTo, [letter, ...(lines.get(backTo) ?? [])]);
      getReady(line);
      if (backTo !== null) getReady(backTo);
    },
    restsUntil: () => first,
    isReady: () => urgent.size + ready.size > 0,
  };
}

/** A letter's name among all letters of all records. */
export function nameOf({ record, key }: KeptLetter): string {
  return [record.kind, record.id, key].join(' ');
}

function inOrder(a: KeptLetter, b: KeptLetter): number {
  return (
    Number(isUrgent(b)) - Number(isUrgent(a)) || inTextOrder(a.writtenAt, b.writtenAt) || inTextOrder(a.key, b.key)
  );
}

function isUrgent(letter: KeptLetter): boolean {
  return paceOf(letter) === 'at-once';
}

function inTextOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
