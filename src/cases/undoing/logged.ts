import type { HistoryLine } from '../../record.ts';
import type { Case } from '../model.ts';
import { REVIEW_EVENTS, type ReviewEvent, reviewsOf, type VisitEvent, visitsOf } from '../noted.ts';
import { sayHeld } from '../reviews/held.ts';
import { sayVisit } from '../visits/made.ts';

/** The visit or the review that was logged last, with the line of the history that says so. */
export interface Logged {
  readonly kind: 'visit' | 'review';
  /** How a card names it; a line of the history keeps its place for ever. */
  readonly which: string;
  readonly line: HistoryLine;
  readonly event: VisitEvent | ReviewEvent;
  /** What its note for the record is called. */
  readonly noteKey: string;
}

/** How the history begins to say that something was undone; what it was follows word for word. */
export const UNDONE = 'Undone: ';

/** The last visit that still counts, or the last review. Null where it was not logged here, but imported. */
export function lastLogged(about: Case, kind: Logged['kind']): Logged | null {
  const last = kind === 'visit' ? visitsOf(about).at(-1) : reviewsOf(about).at(-1);
  if (!last) return null;
  const words = sayLogged(last.event);
  const at = standing(about.history, words).at(-1);
  if (at === undefined) return null;
  return { kind, which: `${kind}/${at}`, line: about.history[at]!, event: last.event, noteKey: last.key };
}

/** Whether a visit or review in these words was undone. */
export function wasUndone({ history }: Case, words: string): boolean {
  return history.some(({ what }) => what.startsWith(UNDONE + words));
}

/** How the history says that it was logged, as far as the event can tell. */
export function sayLogged(event: VisitEvent | ReviewEvent): string {
  return event.what === 'visit-made' ? sayVisit(event) : sayHeld(REVIEW_EVENTS[event.what], event.on);
}

/** Whether what a line of the history says was undone later. */
export function isUndone(history: readonly HistoryLine[], place: number): boolean {
  const line = history[place];
  return line !== undefined && !standing(history, line.what).includes(place);
}

/** The places of the lines that say it was logged and was not undone; only the last of its kind is ever undone. */
function standing(history: readonly HistoryLine[], words: string): readonly number[] {
  const places: number[] = [];
  history.forEach(({ what }, place) => {
    if (what.startsWith(words)) places.push(place);
    else if (what.startsWith(UNDONE + words)) places.pop();
  });
  return places;
}
