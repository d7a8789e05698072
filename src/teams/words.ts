import { distance } from 'fastest-levenshtein';
import type { LocalDate } from '../local-date.ts';
import { spokenDay } from '../spoken-day.ts';
import { COMMANDS, type Command } from './commands.ts';

/** What somebody typed, understood; or the nearest things we know. */
export type Understood =
  | {
      readonly command: Command;
      /** The reference it names, of a case or a dispute, or null. */
      readonly reference: string | null;
      readonly day: LocalDate | null;
      /** Whether it speaks of something that has happened already: "went home", not "going home". */
      readonly hasHappened: boolean;
      /** Everything else that was said. */
      readonly rest: string;
    }
  | { readonly command: null; readonly nearest: readonly Command[] };

/** Understands what a person typed: any case, a leading slash, small typos, synonyms, a reference and a day anywhere. */
export function understand(typed: string, today: LocalDate): Understood {
  const text = plain(typed);
  const named = REFERENCE.exec(text)?.[0] ?? null;
  const said = text.replace(REFERENCE, ' ').replace(/\s+/g, ' ').trim();
  const found = begins(said) ?? roughly(said, 8) ?? contains(said) ?? roughly(said, 4);
  if (!found) return { command: null, nearest: nearest(said) };
  const command = meant(found.command, named);
  const rest = said.replace(found.phrase, ' ').trim();
  const hasHappened = /\b(went|returned)\b/.test(said);
  return {
    command,
    reference: named && (command.of === 'dispute' ? asDispute(named) : named.toUpperCase()),
    day: spokenDay(said, today, hasHappened ? 'back' : command.looking),
    hasHappened,
    rest,
  };
}

/** A reference: letters, an optional hyphen, digits, and whatever follows without a space. */
const REFERENCE = /\b[a-z]{1,6}-?\d{1,}[a-z0-9-]*\b/i;

/** Mentions, entities, punctuation and the slash taken out; lower case, single spaces. */
function plain(typed: string): string {
  return typed
    .replace(/<at>.*?<\/at>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/[’']/g, '')
    .replace(/[/?!.,;:"“”()]+(?=\s|$)|(^|\s)\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const PHRASES = COMMANDS.flatMap((command) => command.words.map((phrase) => ({ command, phrase }))).sort(
  (a, b) => b.phrase.length - a.phrase.length,
);

/** The longest phrase that the words begin with. */
function begins(said: string) {
  return PHRASES.find(({ phrase }) => said === phrase || said.startsWith(`${phrase} `));
}

/** The longest phrase anywhere in the words. */
function contains(said: string) {
  return PHRASES.find(({ phrase }) => phrase.length > 2 && ` ${said} `.includes(` ${phrase} `));
}

/** A phrase of at least so many letters that the first words are a slip away from: one in a short phrase, two in a longer one. */
function roughly(said: string, letters: number) {
  const words = said.split(' ');
  const close = PHRASES.filter(({ phrase }) => phrase.length >= letters).flatMap(({ command, phrase }) => {
    const begun = words.slice(0, phrase.split(' ').length).join(' ');
    const slips = distance(begun, phrase);
    return slips <= (phrase.length < 6 ? 1 : 2) ? [{ command, phrase: begun, slips }] : [];
  });
  return close.sort((a, b) => a.slips - b.slips)[0];
}

function nearest(said: string): readonly Command[] {
  const first = said.split(' ').slice(0, 2).join(' ');
  const scored = PHRASES.map(({ command, phrase }) => ({
    command,
    score: distance(first, phrase) / Math.max(first.length, phrase.length, 1),
  }));
  return [...new Set(scored.sort((a, b) => a.score - b.score).map(({ command }) => command))].slice(0, 3);
}

function isDispute(reference: string): boolean {
  return /^d-?\d+$/i.test(reference);
}

/** "disputes D-3" is about one dispute; "dispute C-1042", or only "dispute", raises one. */
function meant(command: Command, named: string | null): Command {
  const names = named !== null && isDispute(named);
  const name = command.words[0];
  if (name === 'disputes' && names) return byName('dispute');
  return name === 'dispute' && !names ? byName('raise dispute') : command;
}

function byName(name: string): Command {
  return COMMANDS.find(({ words }) => words[0] === name)!;
}

function asDispute(reference: string): string {
  return isDispute(reference) ? `D-${reference.replace(/\D/g, '').padStart(4, '0')}` : reference.toUpperCase();
}
