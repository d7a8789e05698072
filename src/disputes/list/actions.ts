import type { PageForm } from '../../cases/form.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { asItIs, type DisputeNeeds } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { climbing } from '../standing.ts';
import { LIVE } from '../store.ts';
import { maySee } from '../who.ts';

/** The live disputes that a person may see, a page at a time, the one that ends first at the top. */
export async function listDisputes(form: PageForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Listed>> {
  const now = needs.clock.now();
  const live = await needs.disputes.find(LIVE);
  const current = await Promise.all(live.map((dispute) => asItIs(dispute, needs, now)));
  const theirs = current.filter((dispute) => maySee(dispute, by, needs.authority, dayOf(now)));
  const ends = (dispute: Dispute) => climbing(dispute)?.rung.due ?? '9999';
  return done({ disputes: theirs.toSorted((a, b) => (ends(a) < ends(b) ? -1 : 1)), page: form.page });
}

export interface Listed {
  readonly disputes: readonly Dispute[];
  readonly page: number;
}
