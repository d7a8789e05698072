import type { Sight } from '../../authority/model.ts';
import type { Case } from '../model.ts';
import { mayRaise } from './rules.ts';
import { mayAnswer } from './who.ts';

/** What a case's own card says of its concerns. Of the two buttons a reader has at most one, the IRO neither. */
export interface ConcernsWaiting {
  readonly hasConcerns: boolean;
  /** Which wait, by their references, and how to open one. */
  readonly concerns: string;
  /** Whether one waits for the reader's answer, and which. */
  readonly opensConcern: boolean;
  readonly concern: string;
  readonly raisesConcern: boolean;
}

export function concernsWaiting(about: Case, { by, now, today, authority }: Sight): ConcernsWaiting {
  const waiting = about.concerns.filter(({ state }) => state.at === 'waiting');
  const theirs = waiting.find((concern) => mayAnswer(about, concern, by, authority, today));
  const ids = waiting.map(({ id }) => id);
  return {
    hasConcerns: ids.length > 0,
    concerns: `● ${ids.length} concern${ids.length === 1 ? '' : 's'} waiting: ${ids.join(', ')}. Type “${ids[0] ?? 'concern'}” to open it.`,
    opensConcern: theirs !== undefined,
    concern: theirs?.id ?? '',
    raisesConcern: !theirs && about.people.iro !== by.id && mayRaise(about, by, authority, now),
  };
}
