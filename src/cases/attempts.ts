import { type Clock, dayOf } from '../clock.ts';
import type { Person } from '../people/model.ts';
import type { Case } from './model.ts';
import type { CaseStore } from './store.ts';

/** What noting needs; whatever the plans in the cases are. */
interface Noting<Plan> {
  readonly cases: CaseStore<Plan>;
  readonly clock: Clock;
}

/** Puts on the child's record that somebody without a part in it tried; once a day for each person and thing. */
export async function noteAttempt<Plan>(
  about: Case<Plan>,
  by: Person,
  what: string,
  { cases, clock }: Noting<Plan>,
): Promise<void> {
  const now = clock.now();
  const said = `Tried to open ${what} and was refused: has no part in it`;
  if (about.history.some((kept) => kept.by === by.id && kept.what === said && dayOf(kept.at) === dayOf(now))) return;
  await cases.save({ ...about, history: [...about.history, { at: now, by: by.id, what: said }] });
}
