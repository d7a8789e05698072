import { distance } from 'fastest-levenshtein';
import { STOP_WORDS } from './stop-words.ts';
import { MEANINGS } from './vocabulary.ts';

/** Takes a word’s endings off. */
export type Stem = (word: string) => string;

/** Questions are short. What comes after so many words is not looked at. */
const MOST_WORDS = 60;

/** Lower case, without apostrophes; a regulation, a section and the ages of 16 and 17 made one word each. */
function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’'‘]/g, '')
    .replace(/\b(?:regulations?|regs?)\.?\s*(\d{1,2})(?:\(\w+\))*/g, ' reg$1 ')
    .replace(/\b(?:sections?|sec|s)\.?\s*(\d{2,3})(?=\D|$)(?:\(\w+\))*/g, ' section$1 ')
    .replace(/\b(?:16|17|sixteen|seventeen)(?=\W|s?\b)(?!\s*(?:working\s*)?(?:day|week|month))/g, ' ageof16or17 ')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** From words to what they mean: the longest phrase of the vocabulary first, then the word’s stem; stop words left out. */
export function meaningsBy(stem: Stem): (text: string) => string[] {
  const stems = (text: string) => wordsOf(text).map(stem);
  const phrases = new Map(
    Object.entries(MEANINGS).flatMap(([meaning, said]) =>
      [...said.split(', '), ...(meaning.includes(' ') ? [] : [meaning])].map((phrase) => [
        stems(phrase).join(' '),
        meaning.split(' ').map((word) => (Object.hasOwn(MEANINGS, word) ? word : stem(word))),
      ]),
    ),
  );
  const longest = Math.max(...[...phrases.keys()].map((phrase) => phrase.split(' ').length));
  const stops = new Set(STOP_WORDS.map(stem));
  return (text) => {
    const said = stems(text);
    const meant: string[] = [];
    for (let at = 0; at < said.length; ) {
      const size = sizes(longest, said.length - at).find((n) => phrases.has(said.slice(at, at + n).join(' ')));
      if (size) meant.push(...phrases.get(said.slice(at, at + size).join(' '))!);
      else if (!stops.has(said[at]!)) meant.push(said[at]!);
      at += size ?? 1;
    }
    return meant;
  };
}

const sizes = (longest: number, left: number) =>
  Array.from({ length: Math.min(longest, left) }, (_, index) => Math.min(longest, left) - index);

/** Mends slips: a word that the guidance does not have becomes the nearest that it has, if one is near enough. */
export function spelling(stem: Stem, texts: readonly string[]): (text: string) => string {
  const written = [...Object.values(MEANINGS), ...STOP_WORDS, ...texts];
  const words = [...new Set(written.flatMap(wordsOf))];
  const known = new Set(words.map(stem));
  const isRight = (word: string) => /\d/.test(word) || word.length < 5 || known.has(stem(word));
  return (text) =>
    wordsOf(text)
      .slice(0, MOST_WORDS)
      .map((word) => (isRight(word) ? word : (nearest(word, words) ?? word)))
      .join(' ');
}

/** One slip in a word of five letters or more, two in one of eight; the first letter is seldom the wrong one. */
function nearest(word: string, words: readonly string[]): string | undefined {
  const most = word.length < 8 ? 1 : 2;
  const swapped = (other: string) => other.length === word.length && sorted(other) === sorted(word);
  return words
    .filter((other) => other[0] === word[0] && Math.abs(other.length - word.length) <= most && other.length > 3)
    .map((other) => ({ other, slips: swapped(other) ? 1 : distance(word, other) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)[0]?.other;
}

const sorted = (word: string) => [...word].sort().join('');
