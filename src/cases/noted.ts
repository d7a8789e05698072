import type { CaseEvent } from '../timetable/model.ts';
import type { Case, CaseNote } from './model.ts';
import type { ReviewKind } from './reviews/form.ts';

/** A visit, an attempt at one, or a review, with what was written about it. */
export interface Noted<E extends CaseEvent = CaseEvent> {
  /** What a note for the record of it is called: `visit/2026-04-01/1`, the first visit of that day. */
  readonly key: string;
  readonly nth: number;
  readonly event: E;
  readonly written: readonly CaseNote[];
}

export type VisitEvent = Extract<CaseEvent, { what: 'visit-made' }>;

/** Which event a review of each kind puts into the facts. */
export const REVIEW_EVENTS = {
  'review-held': 'looked-after',
  'post-return-review-held': 'after-return',
  'cin-review-held': 'in-need',
} as const satisfies Partial<Record<CaseEvent['what'], ReviewKind>>;

export type ReviewEvent = Extract<CaseEvent, { what: keyof typeof REVIEW_EVENTS }>;

/** Every visit of a case, attempts too, in the order they were logged. */
export function visitsOf({ events, notes }: Case): readonly Noted<VisitEvent>[] {
  return joined(
    'visit',
    events.filter((event) => event.what === 'visit-made'),
    notes,
  );
}

/** Every review of a case, in the order they were logged. */
export function reviewsOf({ events, notes }: Case): readonly Noted<ReviewEvent>[] {
  return joined('review', events.filter(isReview), notes);
}

/**
 * A note says the day it belongs to, not which event. What was imported has no note and comes first, so the notes of a
 * day belong to its last visits. A review has a note only where tasks were left: where that does not tell which of two
 * reviews of a day it is about, each gets them all rather than the wrong one.
 */
function joined<E extends CaseEvent>(
  about: CaseNote['about'],
  events: readonly E[],
  notes: readonly CaseNote[],
): readonly Noted<E>[] {
  return events.map((event, at) => {
    const nth = events.slice(0, at + 1).filter(({ on }) => on === event.on).length;
    const thatDay = events.filter(({ on }) => on === event.on).length;
    const there = notes.filter((note) => note.about === about && note.on === event.on && !note.undoneAt);
    const mine = there[nth - 1 - (thatDay - there.length)];
    const unclear = about === 'review' && there.length !== thatDay;
    return { key: `${about}/${event.on}/${nth}`, nth, event, written: unclear ? there : mine ? [mine] : [] };
  });
}

function isReview(event: CaseEvent): event is ReviewEvent {
  return event.what in REVIEW_EVENTS;
}
