import { casesWithin } from '../../cases/actions.ts';
import type { TeamList } from '../../cases/deadlines/actions.ts';
import { byWorker, owedOn } from '../../cases/deadlines/rules.ts';
import { dayOf } from '../../clock.ts';
import { LIVE } from '../../disputes/store.ts';
import type { Person } from '../../people/model.ts';
import { listDecisions } from '../../returns/decisions/actions.ts';
import { type DigestNeeds, morningOf } from '../digest/actions.ts';
import type { Week } from './model.ts';
import { comingTo, lateVisitsIn } from './rules.ts';

/** What a manager's staff owe, by worker. */
export async function readStaff(person: Person, needs: DigestNeeds): Promise<TeamList> {
  const today = dayOf(needs.clock.now());
  const cases = await casesWithin(person, needs);
  return { page: 1, cases, shares: byWorker(owedOn(cases, today, needs.authority), today, needs.authority) };
}

/** What the Director or the Chief Executive must know this week. */
export async function readWeek(person: Person, needs: DigestNeeds): Promise<Week> {
  const { authority, clock, disputes } = needs;
  const today = dayOf(clock.now());
  const { waiting } = await morningOf(needs);
  const owed = owedOn(await casesWithin(person, needs), today, authority);
  return {
    person,
    waiting: {
      decisions: await listDecisions(person, needs),
      ...waiting.disputes(person.id),
      concerns: waiting.concerns(person.id),
    },
    coming: comingTo(person, await disputes.find(LIVE), authority, today),
    lateVisits: lateVisitsIn(owed, authority),
  };
}
