import { distance } from 'fastest-levenshtein';
import type { LocalDate } from '../local-date.ts';
import type { Post } from '../people/model.ts';
import { spokenDay } from '../spoken-day.ts';

/** Something people type. The first of its words is its name; the others mean the same. */
export interface Command {
  readonly words: readonly [string, ...string[]];
  /** What it does, for the help card. */
  readonly about: string;
  /** Who is offered it; everybody may type it, and the rules decide. */
  readonly offeredTo: readonly Post[] | 'everyone';
  /** The route that answers it, or null while it is still to come. */
  readonly verb: string | null;
  /** What it is about: a child's case, a dispute, or neither. A case may be left out where `maybe` says so. */
  readonly of: 'case' | 'maybe case' | 'dispute' | 'nothing';
  /** Which way a day in the words lies. */
  readonly looking: 'back' | 'ahead';
}

const WORKERS: readonly Post[] = ['social-worker', 'team-manager'];
const MANAGERS: readonly Post[] = ['team-manager', 'service-manager', 'head-of-service', 'director'];
const DECIDERS: readonly Post[] = ['nominated-officer', 'director'];
const WITH_CASES: readonly Post[] = [...WORKERS, 'iro', 'cin-coordinator'];

/** Everything a person can type (product.md 3). */
export const COMMANDS: readonly Command[] = [
  say(['help', 'hi', 'hello', 'menu', 'start'], 'What I can do here', 'everyone', 'help', 'nothing'),
  say(['follow', 'new case', 'new child'], 'Start following a child', WORKERS, 'case.ask', 'nothing'),
  say(['cases', 'my cases', 'my children'], 'Your cases and what is next on each', WITH_CASES, 'case.list', 'nothing'),
  say(['case', 'child'], 'One child: next dates, people, return', WITH_CASES, 'case.open', 'case'),
  say(['update', 'legal status', 'move'], 'A change of status, placement or people', WORKERS, 'case.update', 'case'),
  say(
    ['return home', 'reunification', 'going home', 'child went home', 'went home', 'returned home'],
    'Start a return home and its checklist',
    WORKERS,
    'return.ask',
    'case',
    'ahead',
  ),
  say(['checklist', 'return checklist'], 'The return-home checklist', WORKERS, 'return.checklist', 'case'),
  say(
    ['deadlines', 'my visits', 'what is due', 'this week'],
    'Late, due today, due soon',
    WITH_CASES,
    'deadline.list',
    'maybe case',
  ),
  say(['team', 'team deadlines', 'overdue'], 'What is due across your staff', MANAGERS, 'team.list', 'nothing'),
  say(['visit', 'log visit', 'visited', 'saw'], 'Log a visit', WORKERS, 'visit.ask', 'case'),
  say(['review', 'log review', 'reviewed'], 'Log a review', ['iro', 'cin-coordinator'], 'review.ask', 'case'),
  say(['why', 'why this date'], 'Each date with its rule and its working', WITH_CASES, 'deadline.why', 'case'),
  say(['what if'], 'Try another date, status or route', WORKERS, 'case.what-if', 'case', 'ahead'),
  say(
    ['raise dispute', 'challenge', 'escalate concern'],
    'Raise a dispute about a child’s case',
    ['iro'],
    'dispute.ask',
    'case',
  ),
  say(
    ['disputes', 'my disputes'],
    'Disputes you raised or must answer',
    ['iro', 'iro-manager', ...MANAGERS, 'chief-executive'],
    'dispute.list',
    'nothing',
  ),
  say(
    ['dispute', 'status'],
    'One dispute, as you may see and act on it',
    ['iro', 'iro-manager', ...MANAGERS],
    'dispute.open',
    'dispute',
  ),
  say(['good practice'], 'Recognise good work', ['iro'], null, 'case'),
  say(['decisions', 'approvals'], 'What waits for your decision', DECIDERS, 'decision.list', 'nothing'),
  say(['cover', 'out of office', 'leave'], 'Who acts for you while you are away', 'everyone', null, 'nothing'),
  say(['ask', 'guidance'], 'Answers from the built-in guidance', 'everyone', null, 'nothing'),
  say(['report', 'figures'], 'Charts and figures', ['iro-manager', ...MANAGERS], null, 'nothing'),
  say(['settings', 'admin'], 'Staff, posts, ladder, channels, calendar', ['administrator'], null, 'nothing'),
];

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

function say(
  words: Command['words'],
  about: string,
  offeredTo: Command['offeredTo'],
  verb: string | null,
  of: Command['of'],
  looking: Command['looking'] = 'back',
): Command {
  return { words, about, offeredTo, verb, of, looking };
}

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
