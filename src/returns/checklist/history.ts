import { ANSWERS, type Answer, STAGES } from '../model.ts';
import type { Question } from './rules.ts';

/** An answer that takes the place of another, or of none. */
export interface Changed {
  readonly question: Question;
  readonly answer: Answer;
}

/** A line of history must be readable; a card has five items, a forged one may have more. */
const ITEMS_IN_FULL = 8;
const WORDS = 70;
const NOTE = 200;

/** "Consider: “Tell the IRO and record their view.” from Not done to Done". What was taken back is always said in full. */
export function sayAnswers(changes: readonly Changed[]): string {
  const takenBack = changes.filter(isTakenBack);
  const others = changes.filter((one) => !isTakenBack(one));
  const inFull = others.slice(0, Math.max(0, ITEMS_IN_FULL - takenBack.length));
  const more = others.length - inFull.length;
  return [...[...takenBack, ...inFull].map(sayChange), ...(more > 0 ? [`and ${more} more answered`] : [])].join('; ');
}

function sayChange({ question: { item, answer: before }, answer }: Changed): string {
  const was = before?.answer ?? 'not-done';
  const value = was === answer.answer ? `stays ${ANSWERS[was]}` : `from ${ANSWERS[was]} to ${ANSWERS[answer.answer]}`;
  const words = `${STAGES[item.stage]}: “${cut(item.words, WORDS)}” ${value}`;
  const noted = before?.note ?? '';
  if (noted === answer.note) return words;
  const note = answer.note ? `note “${cut(answer.note, NOTE)}”` : 'no note';
  return noted ? `${words}, ${note} instead of “${cut(noted, NOTE)}”` : `${words}, ${note}`;
}

function isTakenBack({ question: { answer: before }, answer }: Changed): boolean {
  return before !== null && before.answer !== 'not-done' && before.answer !== answer.answer;
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}
