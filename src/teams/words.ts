import { distance } from 'fastest-levenshtein';
import type { LocalDate } from '../local-date.ts';
import { spokenDay } from '../spoken-day.ts';
import { referenceIn, withoutReferences } from '../spoken-reference.ts';
import { COMMANDS, type Command } from './commands.ts';
import { asksMore, soundsAsked, startsAsking, wordsLeft } from './questions.ts';

/** What somebody typed, understood; or the nearest things we know. */
export type Understood =
  | {
      readonly command: Command;
      /** The words it was taken for, as COMMANDS has them. */
      readonly phrase: string;
      /** The reference it names, of a case, a dispute, a concern or a return, or null. */
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
  const named = referenceIn(text);
  const said = withoutReferences(text);
  const found = soundsAsked(typed, said) ? (asked(said, named, today) ?? ASK) : commanded(said, named);
  if (!found) return { command: null, nearest: nearest(said) };
  const command = meant(found.command, named);
  const rest = said.replace(found.typed, ' ').trim();
  const hasHappened = /\b(went|returned)\b/.test(said);
  return {
    command,
    phrase: found.phrase,
    reference: named && (isOfOurs(command) ? asOurs(named) : named.toUpperCase()),
    day: spokenDay(said, today, hasHappened ? 'back' : command.looking),
    hasHappened,
    rest,
  };
}

/** Mentions, entities, punctuation and the slash taken out; lower case, single spaces. */
function plain(typed: string): string {
  return typed
    .replace(/<at>.*?<\/at>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/(\d)[’']s\b/gi, '$1')
    .replace(/[’']/g, '')
    .replace(/[/?!.,;:"“”()]+(?=\s|$)|(^|\s)\//g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const PHRASES = COMMANDS.flatMap((command) => command.words.map((phrase) => ({ command, phrase, typed: phrase }))).sort(
  (a, b) => b.phrase.length - a.phrase.length,
);

/** Anything that is put as a question and is no command goes to the guidance (product.md 3). */
const ASK = { command: byName('ask'), phrase: 'ask', typed: '' };

/** The command that the words come to, nearest first. */
function commanded(said: string, named: string | null) {
  return bare(said, named) ?? begins(said) ?? roughly(said, 8) ?? contains(said) ?? roughly(said, 4);
}

/** A command that is put as a question (“where are my cases?”), if it is one. About a record any command in it counts. */
function asked(said: string, named: string | null, today: LocalDate) {
  const begun = bare(said, named) ?? begins(said) ?? roughly(said, startsAsking(said) ? 8 : 4);
  const isWhole = begun && !asksMore(said.replace(begun.typed, ' '), begun.command, today);
  if (isWhole || (begun && named !== null && begun.typed === begun.phrase)) return begun;
  if (named !== null) return contains(said);
  const left = wordsLeft(said);
  return PHRASES.find(({ phrase }) => left !== '' && wordsLeft(phrase) === left);
}

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
    return slips <= (phrase.length < 6 ? 1 : 2) ? [{ command, phrase, typed: begun, slips }] : [];
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

/** Homeward's own references, by the letters before the number, and the command that opens one. */
const OPENED_BY: Readonly<Record<string, string>> = {
  D: 'dispute',
  E: 'open concern',
  G: 'open good practice',
  RH: 'return',
};

/** Whether a command is about a record with a reference of ours, and not about a child. */
function isOfOurs({ of }: Command): boolean {
  return of === 'dispute' || of === 'concern' || of === 'return' || of === 'praise';
}

/** The command that opens what a reference of ours names; undefined for a child's. */
function openerOf(reference: string | null): string | undefined {
  const [, series] = /^([a-z]+)-?\d+$/i.exec(reference ?? '') ?? [];
  return series && OPENED_BY[series.toUpperCase()];
}

/** A reference and nothing else, "E-0001" or "C-1042": what it names is opened. */
function bare(said: string, named: string | null) {
  if (said !== '' || named === null) return undefined;
  const opener = openerOf(named) ?? 'case';
  return { command: byName(opener), phrase: opener, typed: '' };
}

/** "disputes D-3" is about one dispute; "dispute C-1042", or only "dispute", raises one. So it is with concerns and returns. */
function meant(command: Command, named: string | null): Command {
  const opener = openerOf(named);
  const name = command.words[0];
  if (name === 'disputes' && opener === 'dispute') return byName('dispute');
  if (name === 'concern' && opener === 'open concern') return byName('open concern');
  if (name === 'good practice' && opener === 'open good practice') return byName('open good practice');
  if (name === 'cafcass' && opener === 'dispute') return byName('dispute to cafcass');
  if (name === 'messages' && opener === 'dispute') return byName('messages about a dispute');
  if (opener === 'return' && ['return home', 'checklist'].includes(name)) return byName('return');
  if (name === 'return' && opener !== 'return') return byName('return home');
  return name === 'dispute' && opener !== 'dispute' ? byName('raise dispute') : command;
}

function byName(name: string): Command {
  return COMMANDS.find(({ words }) => words[0] === name)!;
}

/** "D-0003" for "d3"; anything else as it is, upper case. */
function asOurs(reference: string): string {
  const [series = ''] = /^[a-z]+/i.exec(reference) ?? [];
  const ours = openerOf(reference) !== undefined;
  return ours ? `${series}-${reference.replace(/\D/g, '').padStart(4, '0')}`.toUpperCase() : reference.toUpperCase();
}
