import type { Case } from '../cases/model.ts';
import { coordinates } from '../cases/reviews/rules.ts';
import { approvedBy } from '../cases/store.ts';
import { dayOf } from '../clock.ts';
import type { Person } from '../people/model.ts';
import type { DisputeNeeds } from './actions.ts';
import { isInNeedAfterReturn } from './looked-after.ts';
import type { Dispute } from './model.ts';
import { maySee } from './who.ts';

/**
 * The one rule of who may see a dispute (domain.md 7.3): whoever has a part in it, and whoever has one in what became of
 * its child. Everything that shows a dispute asks it here.
 */
export async function sightFor(by: Person, needs: DisputeNeeds): Promise<(dispute: Dispute) => Promise<boolean>> {
  const seesThrough = await caseSightFor(by, needs);
  const today = dayOf(needs.clock.now());
  return async (dispute) => {
    if (maySee(dispute, by, needs.authority, today)) return true;
    const about = await needs.cases.get(dispute.children[0]!);
    return about !== undefined && seesThrough(about);
  };
}

/**
 * Whether the disputes about a child are somebody's to see for what became of that child: they approved the return, for
 * their post or as cover, or they co-ordinate the child in need plan that came after it.
 */
export async function caseSightFor(
  by: Person,
  { cases, authority, clock }: DisputeNeeds,
): Promise<(about: Case) => boolean> {
  const now = clock.now();
  const approved = new Set((await cases.find(approvedBy(by.id))).map(({ id }) => id));
  return (about) =>
    approved.has(about.id) || (coordinates(about, by, authority, now) && isInNeedAfterReturn(about, dayOf(now)));
}
