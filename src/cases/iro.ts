import type { Authority } from '../authority/model.ts';
import type { LocalDate } from '../local-date.ts';
import type { Person, PersonId } from '../people/model.ts';
import { holderOf, holds, nameOf, whoActsFor } from '../people/rules.ts';
import type { Case } from './model.ts';

/** How a person acts as a child's IRO: in person, or as cover, which the history says. */
export interface AsIro {
  readonly covering: PersonId | null;
}

/**
 * Whether the person may act as the child's IRO today. While the IRO is away, their cover may (never someone outside the
 * reviewing service, R-IRO-05), and so may the IRO manager: always as cover, never over the IRO's head.
 */
export function asIro(
  { people }: Pick<Case, 'people'>,
  by: Person,
  { register }: Authority,
  day: LocalDate,
): AsIro | null {
  const { iro } = people;
  if (by.id === iro) return { covering: null };
  const acting = whoActsFor(iro, register, day);
  const isAway = acting === null || acting.person.id !== iro;
  if (!isAway || !holds(by, 'iro', 'iro-manager')) return null;
  return acting?.person.id === by.id || holds(by, 'iro-manager') ? { covering: iro } : null;
}

/** " (as cover for Olu Bankole)", with the IRO manager said to be one, or nothing. */
export function sayAsCover({ covering }: AsIro, by: Person, { register }: Authority): string {
  if (covering === null) return '';
  const post = holds(by, 'iro-manager') ? 'IRO manager, as cover' : 'as cover';
  return ` (${post} for ${nameOf(covering, register)})`;
}

/** Who is written to as the child's IRO: the IRO, their cover, or the IRO manager when there is neither. */
export function iroToTell(about: Case, { register }: Authority, day: LocalDate): Person | null {
  const { iro, teamManager } = about.people;
  const acting = whoActsFor(iro, register, day)?.person;
  if (acting && (acting.id === iro || holds(acting, 'iro', 'iro-manager'))) return acting;
  return holderOf('iro-manager', register.get(teamManager)?.service ?? null, register, day)?.person ?? null;
}
