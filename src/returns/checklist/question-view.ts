import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Choice, choicesOf } from '../../view.ts';
import { ANSWERS, type Answer, type Returning } from '../model.ts';
import { mayAnswer, sayOwners, sayWhose } from './owners.ts';
import { isAnswered, isSettled, type Question } from './rules.ts';

/** One question on a card. */
export interface QuestionView {
  readonly id: string;
  readonly noteId: string;
  readonly words: string;
  /** "Required · Social worker · before the return · NSPCC 2024". */
  readonly about: string;
  /** Whether the reader may answer it now; otherwise it is shown, not asked. */
  readonly isOpen: boolean;
  readonly hasStatus: boolean;
  /** "Done · Ayesha Khan · Tue 10 November 2026", or whom it waits for. */
  readonly status: string;
  readonly hasNote: boolean;
  readonly note: string;
  readonly hasLink: boolean;
  /** The note, where it is the address of evidence and nothing else. */
  readonly link: string;
  readonly typed: { readonly answer: string; readonly note: string };
  readonly choices: { readonly answers: readonly Choice[] };
}

/** An address that a card may show as a link: nothing in it that Markdown could read otherwise. */
const ADDRESS = /^https:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w\-./?#=&%~+:@,;!$'*]*)?$/;

/** Whether the reader may answer a question now. */
export function isOpenTo({ item }: Question, returning: Returning, sight: Sight): boolean {
  return !returning.plan.overtakenBy && !isSettled(item, returning.plan) && mayAnswer(item, returning, sight);
}

export function questionView(
  question: Question,
  returning: Returning,
  sight: Sight,
  typed: Readonly<Record<string, unknown>>,
): QuestionView {
  const { item, use, answer } = question;
  const noteId = `note-${item.id}`;
  const value = answer?.answer ?? 'not-done';
  const note = answer?.note ?? '';
  const isOpen = isOpenTo(question, returning, sight);
  const hasLink = ADDRESS.test(note);
  const status = statusOf(question, returning, sight);
  return {
    id: item.id,
    noteId,
    words: answer?.words ?? item.words,
    about: `${use === 'required' ? 'Required' : 'If it helps'} · ${sayOwners(item)} · ${item.when} · ${item.source}`,
    isOpen,
    hasStatus: answer !== null || !isOpen,
    status,
    hasNote: !isOpen && note !== '' && !hasLink,
    note: `Note: ${note}`,
    hasLink,
    link: hasLink ? note : '',
    typed: isOlder(answer, typed[item.id], typed[noteId], typed.drawn)
      ? { answer: value, note }
      : { answer: textOr(typed[item.id], value), note: textOr(typed[noteId], note) },
    choices: { answers: choicesOf(ANSWERS) },
  };
}

function statusOf(question: Question, returning: Returning, sight: Sight): string {
  const { item, answer } = question;
  if (answer) return sayAnswered(answer, sight);
  const waits = !isAnswered(question) && !returning.plan.overtakenBy && !isSettled(item, returning.plan);
  return waits ? `Waiting for ${sayWhose(item, returning, sight)}` : ANSWERS['not-done'];
}

/** "Done · Ayesha Khan · Tue 10 November 2026 · from RH-0003". */
function sayAnswered({ answer, by, at, sharedFrom }: Answer, { authority }: Sight): string {
  const shared = sharedFrom ? ` · from ${sharedFrom}` : '';
  return `${ANSWERS[answer]} · ${nameOf(by, authority.register)} · ${sayDay(dayOf(at))}${shared}`;
}

/** What was left blank on a card drawn before the answer came is no answer: the one that came is shown. */
function isOlder(answer: Answer | null, typed: unknown, note: unknown, drawn: unknown): boolean {
  return answer !== null && typeof drawn === 'string' && answer.at > drawn && typed === 'not-done' && !note;
}

function textOr(typed: unknown, kept: string): string {
  return typeof typed === 'string' ? typed.slice(0, 4000) : kept;
}
