import type { Authority } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import { officerFor } from '../../escalation/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import type { Dispute } from '../model.ts';
import { climbOf } from '../standing.ts';
import { iroToTell } from '../who.ts';

/** Who may ask that a dispute is void: its IRO or their cover, an IRO manager, an administrator (domain.md 7.3, 7.5 no. 23). */
export function mayAskVoid(dispute: Dispute, by: Person, authority: Authority, today: LocalDate): boolean {
  return (
    holds(by, 'administrator') ||
    asIro(dispute, by, authority, today) !== null ||
    managesIros(dispute, null, by, authority, today)
  );
}

/**
 * Who may be the second person: the IRO of the dispute, or, where it was the IRO who asked, the IRO manager: nobody ends a
 * dispute without its IRO. Never whoever asked, nor somebody who has a say only because they cover for whoever asked;
 * never an administrator, who sees no content.
 */
export function mayAgree(
  dispute: Dispute,
  askedBy: PersonId,
  by: Person,
  authority: Authority,
  today: LocalDate,
): boolean {
  if (by.id === askedBy) return false;
  const iro = asIro(dispute, by, authority, today);
  if (iro && iro.covering !== askedBy) return true;
  const asker = authority.register.get(askedBy);
  const iroAsked = asker !== undefined && asIro(dispute, asker, authority, today) !== null;
  return iroAsked && managesIros(dispute, askedBy, by, authority, today);
}

/** Those who are written to as the second person: whoever acts today; if that is nobody, everybody who may. */
export function secondsFor(
  dispute: Dispute,
  askedBy: PersonId,
  authority: Authority,
  today: LocalDate,
): readonly Person[] {
  const may = [...authority.register.values()].filter((one) => mayAgree(dispute, askedBy, one, authority, today));
  const acting = [iroToTell(dispute, authority, today)?.id, holderOf(dispute, authority, today)?.person.id];
  const asked = may.filter(({ id }) => acting.includes(id));
  return asked.length > 0 ? asked : may;
}

function managesIros(
  dispute: Dispute,
  notFor: PersonId | null,
  by: Person,
  authority: Authority,
  today: LocalDate,
): boolean {
  if (holds(by, 'iro-manager')) return true;
  const holder = holderOf(dispute, authority, today);
  return holder?.person.id === by.id && (holder.covering === null || holder.covering.id !== notFor);
}

function holderOf(dispute: Dispute, { register }: Authority, today: LocalDate) {
  return officerFor('iro-manager', climbOf(dispute).line, register, today);
}
