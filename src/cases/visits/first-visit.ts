import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import type { CaseEvent } from '../../timetable/model.ts';
import type { Case } from '../model.ts';
import type { VisitForm } from './form.ts';

/**
 * What to say when the first visit after a return home was not logged by a social worker (Salford §4, R-VIS-23); null for
 * any other visit. `about` is the case before the visit.
 */
export function firstVisitBySocialWorker(
  { events }: Case,
  { on, childSeen }: Pick<VisitForm, 'on' | 'childSeen'>,
  by: Person,
): string | null {
  if (!childSeen || holds(by, 'social-worker')) return null;
  const known = events.filter((event) => event.on <= on).toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const home = known.findLastIndex(isComingHome);
  const since = known.slice(home + 1);
  if (home < 0 || since.some(isEndOfIt)) return null;
  return 'The first visit is expected to be a social worker’s (local policy, Salford §4).';
}

function isComingHome(event: CaseEvent): boolean {
  return event.what === 'returned-home' || (event.what === 'placement-started' && event.kind === 'with-parents');
}

/** Visited already, or away again. */
function isEndOfIt(event: CaseEvent): boolean {
  if (event.what === 'visit-made') return event.childSeen;
  return event.what === 'became-looked-after' || event.what === 'placement-started';
}
