import { dayOf, type Instant } from '../clock.ts';
import type { Person } from '../people/model.ts';
import type { DisputeNeeds } from './actions.ts';
import type { Dispute } from './model.ts';
import { climbing, rungNumber } from './standing.ts';
import { officerNow } from './who.ts';

/**
 * Keeps the first time that the officer at the stage opens the dispute there (domain.md 7.4: sent, read and answered).
 * Nothing else changes by it, and no card goes out of date; where somebody saves first it is kept at the next opening.
 * `found` is the dispute as it is kept, `current` the same as it is to be read.
 */
export async function noteOpened(found: Dispute, current: Dispute, by: Person, needs: DisputeNeeds): Promise<Dispute> {
  const at = needs.clock.now();
  const isOfficer = officerNow(current, needs.authority, dayOf(at))?.person.id === by.id;
  const rung = rungNumber(found);
  const isNew = !found.opened.some((kept) => kept.rung === rung && kept.by === by.id);
  if (!climbing(found) || !isOfficer || !isNew) return current;
  const kept = await needs.disputes.save({ ...found, opened: [...found.opened, { rung, by: by.id, at }] });
  return kept === 'stale' ? current : { ...current, opened: kept.opened, revision: kept.revision };
}

/** Whether nothing has changed since a revision, last shown at a moment, but that somebody opened the dispute: no card shows that. */
export function isOnlyOpened(
  { revision, opened }: Dispute,
  since: { readonly drawn: number; readonly at: Instant },
): boolean {
  return revision > since.drawn && revision - since.drawn === opened.filter(({ at }) => at > since.at).length;
}
