import { type LocalDate, sayDay } from '../../local-date.ts';
import { REVIEW_KINDS, type ReviewKind } from './form.ts';

/** How the history says that a review was held; its line tells when it was logged, which a review does not keep. */
export function sayHeld(kind: ReviewKind, on: LocalDate): string {
  return `${REVIEW_KINDS[kind]} held on ${sayDay(on)}`;
}
