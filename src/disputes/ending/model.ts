/**
 * How the IRO brings a dispute to its end. Some outcomes leave something to check after ten working days; the others
 * close it.
 */

/** How the IRO may bring a dispute to its end (domain.md 3.5). Withdrawing and passing it up are acts of their own. */
export const OUTCOMES = {
  'actions-agreed': 'Resolved, actions agreed',
  'explanation-accepted': 'Resolved, explanation accepted',
  'partly-resolved': 'Partly resolved',
  overtaken: 'Overtaken by a court order, a move or another event',
  'referred-to-cafcass': 'Referred to Cafcass, local process ended',
  'no-further-route': 'Closed, no further route',
} as const;
export type DisputeOutcome = keyof typeof OUTCOMES;

/** The outcomes after which there is something to check at ten working days. */
export const MONITORED: readonly DisputeOutcome[] = ['actions-agreed', 'explanation-accepted', 'partly-resolved'];

/** Working days from resolving to the first check of what was agreed (domain.md 3.6). */
export const CHECK_AFTER_WORKING_DAYS = 10;
