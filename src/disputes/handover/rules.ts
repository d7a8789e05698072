import type { Authority } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import type { Instant } from '../../clock.ts';
import { nameOf } from '../../people/rules.ts';
import { HOMEWARD, line } from '../history.ts';
import type { Dispute } from '../model.ts';
import { isLive } from '../standing.ts';
import { serviceOf } from '../who.ts';

/** The dispute with the people of its case as they are now. A new IRO takes it over; the clock runs on. */
export function refreshed(dispute: Dispute, about: Case, authority: Authority, now: Instant): Dispute {
  const { people } = about;
  const { register } = authority;
  const service = serviceOf(people, authority) ?? dispute.service;
  const same =
    service === dispute.service &&
    (['socialWorker', 'teamManager', 'iro'] as const).every((post) => people[post] === dispute.people[post]);
  if (same || !isLive(dispute) || about.id !== dispute.children[0]) return dispute;
  const said =
    people.iro === dispute.people.iro
      ? []
      : [
          line(
            now,
            HOMEWARD,
            `Passed from ${nameOf(dispute.people.iro, register)} to ${nameOf(people.iro, register)}, now the child’s IRO. The clock runs on`,
          ),
        ];
  return { ...dispute, people, service, history: [...dispute.history, ...said] };
}
