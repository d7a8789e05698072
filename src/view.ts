import { type LocalDate, sayDay } from './local-date.ts';
import { type Holidays, workingDaysFrom } from './working-days.ts';

/**
 * Parts that views share. A view is what a card template is filled with: words, true or false, and flat lists. Nothing
 * optional (a missing value would print its own name), nothing in code.
 */

/** What every card says first: what this is about, and a quiet line under it (reference · stage · standing). */
export interface Head {
  readonly heading: string;
  readonly quiet: string;
}

/** One line of a list of choices. Never escaped: Teams shows choices as plain text. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A form again: what was typed is kept, and what is wrong with it stands at the top. */
export interface FormAgain {
  /** The values of the inputs, as typed. Never escaped. */
  readonly typed: Readonly<Record<string, string>>;
  readonly hasProblems: boolean;
  readonly problems: readonly { readonly says: string }[];
}

/** A title beside a value, as a FactSet shows them. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** How a standing is shown: always a word and a symbol, colour only besides. Green and amber are too pale to read. */
export const STANDING_SIGNS = {
  late: { sign: '⚠ Late', colour: 'attention' },
  'due-today': { sign: '◆ Due today', colour: 'attention' },
  'due-soon': { sign: '▲ Due soon', colour: 'accent' },
  later: { sign: '✓ On track', colour: 'default' },
  'waiting-for-you': { sign: '● Waiting for you', colour: 'accent' },
} as const;

/** The values of a form as they were typed, text only and cut to a sane length, with every input named in `inputs`. */
export function typedAgain(
  inputs: readonly string[],
  typed: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(inputs.map((input) => [input, text(typed[input])]));
}

/** What went wrong, at the top of a form or card. */
export function problemsOf(problems: readonly string[]): Pick<FormAgain, 'hasProblems' | 'problems'> {
  return { hasProblems: problems.length > 0, problems: problems.map((says) => ({ says })) };
}

export function choicesOf(names: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(names).map(([value, title]) => ({ title, value }));
}

/** "Tue 8 December 2026, in 3 working days"; beyond ten working days only the day. */
export function sayWhen(due: LocalDate, today: LocalDate, holidays: Holidays): string {
  if (due === today) return `${sayDay(due)}, today`;
  const count = due < today || due <= holidays.knownUntil ? workingDaysFrom(today, due, holidays) : 99;
  const days = `${Math.abs(count)} working ${Math.abs(count) === 1 ? 'day' : 'days'}`;
  if (due < today) return count === 0 ? sayDay(due) : `${sayDay(due)}, ${days} ago`;
  return count === 0 || count > 10 ? sayDay(due) : `${sayDay(due)}, in ${days}`;
}

function text(typed: unknown): string {
  return typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean'
    ? String(typed).slice(0, 4000)
    : '';
}

/** One sentence and an optional list: refusals, problems, and short answers. */
export interface NoticeView extends Head {
  readonly lines: readonly { readonly says: string }[];
}

/** What a person can do here, by post. */
export interface HelpView extends Head {
  readonly says: string;
  readonly commands: readonly Fact[];
  readonly hasCases: boolean;
  readonly mayFollow: boolean;
  readonly hasDisputes: boolean;
  readonly decides: boolean;
}

/** One room of the settings: what it is about, and what stands there or that nothing does. */
export interface SettingsRoom {
  readonly title: string;
  readonly lines: readonly { readonly says: string }[];
}

/** What those who look after Homeward see: a list of rooms, each of which speaks for itself. */
export interface SettingsView extends Head, FormAgain {
  readonly rooms: readonly SettingsRoom[];
  /** Whether any message did not arrive: then all of them can be listed. */
  readonly hasTrouble: boolean;
  readonly hasUnclear: boolean;
  readonly choices: { readonly unclear: readonly Choice[] };
}
