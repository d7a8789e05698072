import type { Authority } from '../../authority/model.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { Dispute } from '../model.ts';

/** "Nadia Rahman; before: Olu Bankole until Thu 26 March 2026". */
export function sayIro({ people, handovers }: Dispute, { register }: Authority): string {
  const before = handovers.map(({ on, from }) => `${nameOf(from, register)} until ${sayDay(on)}`);
  const now = nameOf(people.iro, register);
  return before.length === 0 ? now : `${now}; before: ${before.join(', ')}`;
}

/** "From Olu Bankole to Nadia Rahman on Thu 26 March 2026", or nothing where it never passed on. */
export function sayLastHandover({ handovers }: Dispute, { register }: Authority): string {
  const last = handovers.at(-1);
  return last ? `From ${nameOf(last.from, register)} to ${nameOf(last.to, register)} on ${sayDay(last.on)}` : '';
}
