import type { Authority } from '../../authority/model.ts';
import { hatsOf } from '../../cases/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, Post } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import type { Dispute } from '../model.ts';
import type { Look, Period, Scope } from './model.ts';

const SEE_ALL: readonly Post[] = ['head-of-service', 'director', 'chief-executive', 'iro-manager'];
const SEE_THEIR_SERVICE: readonly Post[] = ['team-manager', 'service-manager', 'head-of-service'];

/**
 * How a person may look at the figures, the usual way first; none for those who have no part in them. Managers see their
 * service as it is and the whole authority with small numbers held back; posts over the whole authority see all as it is;
 * an IRO their own.
 */
export function looksOf(by: Person, authority: Authority, today: LocalDate): readonly Look[] {
  const hats = hatsOf(by, authority.register, today);
  const isOverAll = hats.some((hat) => holds(hat, ...SEE_ALL) && hat.service === null);
  const all: Look = { key: 'authority', title: authority.name, scope: { of: 'authority' }, isExact: isOverAll };
  if (isOverAll) return [all];
  const services = hats.flatMap((hat) => (holds(hat, ...SEE_THEIR_SERVICE) && hat.service ? [hat.service] : []));
  const ofServices = [...new Set(services)].map(ofService);
  const own = holds(by, 'iro') ? [ofIro(by)] : [];
  return [...ofServices, ...own, ...(ofServices.length > 0 ? [all] : [])];
}

function ofService(service: string): Look {
  return { key: `service ${service}`, title: service, scope: { of: 'service', service }, isExact: true };
}

function ofIro({ id }: Person): Look {
  return { key: 'own', title: 'Your own disputes', scope: { of: 'iro', iro: id }, isExact: true };
}

/** Where small numbers are held back, quarters are too: a year less three of its quarters would give the fourth away. */
export function periodsFor({ isExact }: Pick<Look, 'isExact'>, periods: readonly Period[]): readonly Period[] {
  return isExact ? periods : periods.filter(({ isWholeYear }) => isWholeYear);
}

/** Whether a dispute is one of those that a scope is about. */
export function isOf(scope: Scope, { people, service }: Pick<Dispute, 'people' | 'service'>): boolean {
  if (scope.of === 'authority') return true;
  return scope.of === 'service' ? service === scope.service : people.iro === scope.iro;
}
