import { sayDay } from '../local-date.ts';
import { STANDING_SIGNS } from '../view.ts';
import { type CaseEvent, type Deadline, FORCES } from './model.ts';

/** The event that a time runs from, in words. */
const HAPPENED: Readonly<Record<CaseEvent['what'], string>> = {
  'became-looked-after': 'Became looked after',
  'legal-status-changed': 'Order made',
  'placement-started': 'Placement started',
  'placement-ended': 'Placement ended',
  'visit-made': 'Last visit',
  'review-held': 'Last review',
  'review-adjourned': 'Review adjourned',
  'assessment-completed': 'Assessment completed',
  'placement-decision-made': 'Placement decided',
  'ceased-to-be-looked-after': 'Ceased to be looked after',
  'returned-home': 'Returned home',
  'post-return-review-held': 'Review after the return',
  'cin-review-held': 'Last child in need review',
  'child-in-need-ended': 'Child in need plan ended',
  'dispute-made-formal': 'Dispute made formal',
};

/** "Order made: Fri 13 November 2026". */
export function sayEvent({ what, on }: CaseEvent): string {
  return `${HAPPENED[what]}: ${sayDay(on)}`;
}

/** One deadline on the card that says why a date is what it is. */
export interface WhyView {
  readonly heading: string;
  readonly due: string;
  readonly actBy: string;
  readonly standing: string;
  readonly event: string;
  readonly working: string;
  readonly skipped: string;
  readonly force: string;
  readonly cite: string;
  readonly url: string;
  readonly since: string;
  readonly unverified: string;
}

export function whyView(deadline: Deadline): WhyView {
  const { duty, due, actBy, standing, from, working, skipped, force, cite, url, inForceFrom, unverified } = deadline;
  return {
    heading: duty,
    due: sayDay(due),
    actBy: actBy < due ? `${sayDay(actBy)}, the last working day before` : '',
    standing: STANDING_SIGNS[standing].sign,
    event: `${HAPPENED[from.what]}: ${sayDay(from.on)}`,
    working,
    skipped: skipped.map(({ on, why }) => `${why} (${sayDay(on)})`).join(', '),
    force: FORCES[force],
    cite,
    url,
    since: inForceFrom ? `In force since ${sayDay(inForceFrom)}` : '',
    unverified: unverified ?? '',
  };
}
