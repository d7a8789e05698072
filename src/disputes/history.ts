import type { Instant } from '../clock.ts';
import type { PersonId } from '../people/model.ts';
import type { HistoryLine } from '../record.ts';
import type { Dispute } from './model.ts';

/** Who the bot writes as in a history. */
export const HOMEWARD = 'homeward';

export function line(at: Instant, by: PersonId, what: string): HistoryLine {
  return { at, by, what };
}

/** The dispute with what changed and a line that says so, looked at again at the next tick. Cards drawn before still show it rightly. */
export function noted(
  dispute: Dispute,
  changed: Partial<Dispute>,
  ...said: readonly [HistoryLine, ...HistoryLine[]]
): Dispute {
  return { ...dispute, ...changed, wakeAt: said[0].at, history: [...dispute.history, ...said] };
}

/** The same where how it stands has changed: from the next save on, cards drawn before are out of date. */
export function standsAnew(
  dispute: Dispute,
  changed: Partial<Dispute>,
  ...said: readonly [HistoryLine, ...HistoryLine[]]
): Dispute {
  return noted(dispute, { ...changed, standsSince: dispute.revision + 1 }, ...said);
}
