import type { Instant } from '../../clock.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';

/**
 * The last of these moments, and of the history lines of a return that speak of the same. What was taken away (an
 * answer, a step) leaves no moment of its own, only its line of history; better one look too many than a stale record.
 */
export function lastChange(
  moments: readonly Instant[],
  { history }: ReturningCase,
  { id, startedAt }: ReturnPlan,
  speaksOfIt: (what: string) => boolean,
): Instant {
  const lines = history.filter(({ what }) => what.startsWith(`${id}: `) && speaksOfIt(what));
  return [...moments, ...lines.map(({ at }) => at)].sort().at(-1) ?? startedAt;
}
