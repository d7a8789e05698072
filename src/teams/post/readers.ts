/** Who reads a letter today, and what it must wait for. */
import { dayOf, type Instant, plusMinutes } from '../../clock.ts';
import { type KeptLetter, type Passage, paceOf } from '../../letters/model.ts';
import { mayBeSaid, nextHours } from '../../letters/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person, PersonId, Register } from '../../people/model.ts';
import { lineOf, whoActsFor } from '../../people/rules.ts';
import type { Needs } from '../route.ts';
import type { Directory } from './directory.ts';
import { CLOSED_TROUBLES, sayTrouble } from './trouble.ts';

/** To be brought along this line now, to this reader (null for a channel); or what is written down of its waiting. */
export type Plan = { readonly line: string; readonly reader: Person | null } | { readonly waits: Passage };

/**
 * Who may read what is meant for somebody, best first: they themself; while they are away, or have left, whoever covers,
 * then the managers above, each while they act themself or by their cover.
 */
export function readersOf(to: PersonId, register: Register, day: LocalDate): readonly Person[] {
  const acting = whoActsFor(to, register, day);
  if (acting && acting.covering === null) return [acting.person];
  const above = lineOf(to, register).map((id) => whoActsFor(id, register, day)?.person);
  return [...new Set(above.filter((person) => person !== undefined))];
}

/** The line of letters in which a letter stands, as far as can be told at a glance. */
export function lineFor({ to, passage }: KeptLetter, { authority, clock }: Needs, directory: Directory): string {
  if ('channel' in to) return `channel ${to.channel}`;
  const reader =
    passage.at === 'sent' && passage.reader
      ? passage.reader
      : readersOf(to.person, authority.register, dayOf(clock.now()))[0]?.id;
  return directory.lineOf(reader ?? to.person);
}

export async function planOf(letter: KeptLetter, needs: Needs, directory: Directory): Promise<Plan> {
  const { to, passage } = letter;
  const now = needs.clock.now();
  const { holidays } = needs.authority;
  if (passage.at === 'sent') return redrawPlan(letter, passage, needs, directory);
  if (passage.at !== 'unsent') return { waits: passage };
  if (!mayBeSaid(paceOf(letter), now, holidays)) return { waits: { ...passage, nextTryAt: nextHours(now, holidays) } };
  const line = lineFor(letter, needs, directory);
  if ('channel' in to) return { line, reader: null };

  const readers = readersOf(to.person, needs.authority.register, dayOf(now));
  for (const reader of readers)
    if (!(await directory.closed(reader.id))) return { line: directory.lineOf(reader.id), reader };
  const first = readers[0]?.id ?? to.person;
  const closed = readers.length === 0 ? null : await directory.closed(first);
  const trouble = closed ? sayTrouble(CLOSED_TROUBLES[closed.why]) : NOBODY_ACTS;
  return { waits: { ...passage, waitsFor: first, nextTryAt: lookAgain(letter, now, needs), trouble } };
}

/** What is for a child's safety is looked at within the hour: cover may begin on a Saturday. */
function lookAgain(letter: KeptLetter, now: Instant, { authority }: Needs): Instant {
  return paceOf(letter) === 'at-once' ? plusMinutes(now, 60) : nextHours(now, authority.holidays);
}

/** A redraw notifies nobody, so it keeps no quiet hours. */
async function redrawPlan(letter: KeptLetter, passage: Passage & { at: 'sent' }, needs: Needs, directory: Directory) {
  const line = lineFor(letter, needs, directory);
  const reader = 'channel' in letter.to ? null : (passage.reader ?? null);
  if (!reader || !(await directory.closed(reader))) return { line, reader: null };
  return { waits: { ...passage, redrawAfter: nextHours(needs.clock.now(), needs.authority.holidays) } };
}

const NOBODY_ACTS =
  'Nobody acts for this person today: no cover, and no manager on the staff register. Ask the administrator to name somebody on the staff register.';
