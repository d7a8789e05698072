import type { LocalDate } from '../local-date.ts';
import { spokenDay } from '../spoken-day.ts';
import type { Command } from './commands.ts';

const QUESTION = /^(whats?|whos?|whose|when|hows?|why|can|must|do|does|is|are|should|may|which|where)\b/;
const HOW_TO = /^(how (do|can|to)|can i|where do i)\b/;
/** Words that ask, and words for whoever asks: “where are my cases” is “cases”. */
const ASKING = new Set(
  (
    'what whats which where when who whos how is are am do does did i me my mine our we us you your the have has got any ' +
    'there can could please show see find get tell list give to for on of it now today tomorrow currently all next this week'
  ).split(' '),
);

/** Whether the words are put as a question. `said` is without marks, lower case. */
export function soundsAsked(typed: string, said: string): boolean {
  const hasMark = typed
    .replace(/<[^>]*>/g, ' ')
    .trim()
    .endsWith('?');
  return said !== '' && (hasMark || startsAsking(said));
}

export function startsAsking(said: string): boolean {
  return QUESTION.test(said);
}

/** Whether words that begin like a command go on to ask something else: “review before return?”, not “what is due today?”. */
export function asksMore(rest: string, { words: [name] }: Command, today: LocalDate): boolean {
  if (wordsLeft(rest) === '') return false;
  return name === 'why' || spokenDay(rest, today, 'ahead') === null;
}

/** What is left of a question when the asking is taken out; the article goes too where a thing is to be done. */
export function wordsLeft(said: string): string {
  const words = said.split(' ').filter((word) => word !== '' && !ASKING.has(word));
  return (HOW_TO.test(said) ? words.filter((word) => word !== 'a' && word !== 'an') : words).join(' ');
}
