import type { Authority } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import { dayOf } from '../../clock.ts';
import type { Period, Scope } from './model.ts';

/** Good practice recognised in the period, among cases with any. */
export function praisedIn(
  praised: readonly Pick<Case, 'people' | 'praise'>[],
  period: Period,
  scope: Scope,
  { register }: Authority,
): number {
  return praised
    .flatMap(({ people, praise }) =>
      praise.map((one) => ({ ...one, service: register.get(people.teamManager)?.service })),
    )
    .filter(({ at }) => period.from <= dayOf(at) && dayOf(at) <= period.to)
    .filter(({ by, service }) => {
      if (scope.of === 'authority') return true;
      return scope.of === 'service' ? service === scope.service : by === scope.iro;
    }).length;
}
