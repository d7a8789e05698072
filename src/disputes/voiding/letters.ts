import { dayOf } from '../../clock.ts';
import type { KeptLetter, Letter } from '../../letters/model.ts';
import { letter, type Writing } from '../letters/writing.ts';
import type { Dispute } from '../model.ts';
import { secondsFor } from './who.ts';

/** To those who can be the second person, when it was asked; to whoever asked, when it was answered. */
export function voidLetters(before: Dispute | null, after: Dispute, writing: Writing): readonly Letter[] {
  const was = before?.voiding ?? null;
  const is = after.voiding;
  if (is && is.at !== was?.at) {
    return secondsFor(after, is.by, writing.authority, dayOf(writing.now)).map(({ id: person }) =>
      letter(after, `void/${is.at}/${person}`, 'dispute.void-asked', { person }, { asked: is.at }, writing, true),
    );
  }
  if (!was || is) return [];
  const to = { person: was.by };
  return [letter(after, `void/${was.at}/answered`, 'dispute.void-answered', to, { asked: was.at }, writing)];
}

/** Whether the letter's own request is the one that still waits. */
export function isStillAsked({ voiding }: Dispute, { facts }: KeptLetter): boolean {
  return voiding !== null && voiding.at === facts.asked;
}
