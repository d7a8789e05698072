import { sayDay } from '../../local-date.ts';
import type { VisitEvent } from '../noted.ts';

/** How the history says that a visit was made, or tried; its line tells when it was logged, which a visit does not keep. */
export function sayVisit({ on, childSeen }: Pick<VisitEvent, 'on' | 'childSeen'>): string {
  return childSeen ? `Visit on ${sayDay(on)}, child seen` : `Visit attempted on ${sayDay(on)}, child not seen`;
}
