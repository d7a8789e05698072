import type { Authority } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { nameOf } from '../../people/rules.ts';
import { HOMEWARD, line } from '../history.ts';
import type { Dispute } from '../model.ts';
import { climbing } from '../standing.ts';
import { serviceOf } from '../who.ts';

/** The dispute with the people of its case as they are now. A new IRO takes it over; the clock runs on. */
export function refreshed(dispute: Dispute, about: Case, authority: Authority, now: Instant): Dispute {
  const { people } = about;
  const service = serviceOf(people, authority) ?? dispute.service;
  const same =
    service === dispute.service &&
    (['socialWorker', 'teamManager', 'iro'] as const).every((post) => people[post] === dispute.people[post]);
  if (same || !mayGoOn(dispute) || about.id !== dispute.children[0]) return dispute;
  const moved = { ...dispute, people, service };
  return people.iro === dispute.people.iro ? moved : handedOver(moved, dispute.people.iro, authority, now);
}

/** What was withdrawn or void keeps the people it ended with; anything else may still be taken up by those of today. */
function mayGoOn({ state }: Dispute): boolean {
  return state.at !== 'withdrawn' && state.at !== 'void';
}

function handedOver(dispute: Dispute, from: string, { register }: Authority, now: Instant): Dispute {
  const to = dispute.people.iro;
  const runsOn = climbing(dispute) ? '. The clock runs on' : '';
  const said = `Passed from ${nameOf(from, register)} to ${nameOf(to, register)}, now the child’s IRO${runsOn}`;
  return {
    ...dispute,
    handovers: [...dispute.handovers, { on: dayOf(now), from, to }],
    history: [...dispute.history, line(now, HOMEWARD, said)],
  };
}
