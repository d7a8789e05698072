import { type LocalDate, localDate } from '../local-date.ts';
import type { Holidays } from '../working-days.ts';
import LISTED from './bank-holidays.json' with { type: 'json' };

/**
 * The bank holidays of England and Wales, with an authority's own non-working days beside them. Listed since the
 * regulations came into force, so that an old clock can be counted too; weekends are not listed, only their substitutes.
 */
export function englandAndWales(extra: readonly { readonly on: LocalDate; readonly name: string }[]): Holidays {
  return {
    names: new Map([
      ...extra.map(({ on, name }): [LocalDate, string] => [on, name]),
      ...LISTED.days.map(({ on, name }): [LocalDate, string] => [localDate(on), name]),
    ]),
    knownFrom: localDate(LISTED.knownFrom),
    knownUntil: localDate(LISTED.knownUntil),
  };
}
