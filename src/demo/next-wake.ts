import type { Instant } from '../clock.ts';
import type { Needs } from '../teams/route.ts';

/** The first moment, no later than `by`, at which somebody must be told something. */
export async function nextWake(needs: Needs, by: Instant): Promise<Instant | null> {
  const { cases, disputes, diaries, outbox, clock } = needs;
  const first = await Promise.all([cases.woken(by), disputes.woken(by), diaries.woken(by)]);
  const letter = await outbox.nextTryAt();
  const isAhead = letter !== null && letter > clock.now() && letter <= by;
  return [...first.flatMap((records) => records[0]?.wakeAt ?? []), ...(isAhead ? [letter] : [])].sort()[0] ?? null;
}
