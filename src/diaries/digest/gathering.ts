import type { Authority } from '../../authority/model.ts';
import { ownerOf } from '../../cases/deadlines/rules.ts';
import type { Case } from '../../cases/model.ts';
import { deadlinesOf, maySee } from '../../cases/rules.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { holderOf, whoActsFor } from '../../people/rules.ts';
import type { Deadline, Timetable } from '../../timetable/model.ts';
import type { PutOff } from '../model.ts';
import { putOffOf } from '../rules.ts';
import { nameOfReminder, OWNER } from './naming.ts';

/** What becomes of a letter that was held: it comes with the digest of its reader, or there is nothing to say any more. */
export type HeldLetter =
  | { readonly letter: KeptLetter; readonly reader: PersonId }
  | { readonly letter: KeptLetter; readonly dropped: string };

interface Gathering {
  readonly authority: Authority;
  readonly now: Instant;
  readonly putOffBy: (person: PersonId) => readonly PutOff[];
}

/**
 * To whom a held letter goes today, which may not be who acted when it was written: leave began or ended at midnight, the
 * case was handed over, somebody left. Null while nobody at all can be told.
 */
export function fateOf(letter: KeptLetter, about: Case | undefined, at: Gathering): HeldLetter | null {
  const { authority, now } = at;
  const today = dayOf(now);
  const name = letter.kind === 'reminder.deadline' ? nameOfReminder(letter.key) : null;
  const deadline = name && about ? find(deadlinesOf(about, today, authority), name) : null;
  if (name && !deadline) return { letter, dropped: 'the deadline was met or has moved' };
  const owner = name?.role === OWNER && about && deadline ? ownerOf({ about, deadline }, authority, today) : null;
  const reader = readerOf(letter, owner, authority, today);
  if (!reader) return null;
  if (about && !maySee(about, reader, authority, now))
    return { letter, dropped: 'the case is no longer theirs to see' };
  const off = name && deadline && putOffOf(at.putOffBy(reader.id), { case: name.case, deadline }, today);
  return off
    ? { letter, dropped: `its reader has put it off until ${sayDay(off.until)}` }
    : { letter, reader: reader.id };
}

function readerOf(letter: KeptLetter, owner: PersonId | null, authority: Authority, today: LocalDate): Person | null {
  const { register } = authority;
  const to = 'person' in letter.to ? letter.to.person : '';
  for (const meant of [owner, letter.facts.for, to]) {
    const acting = meant ? whoActsFor(meant, register, today) : null;
    if (acting) return acting.person;
  }
  return (
    (holderOf('head-of-service', null, register, today) ?? holderOf('director', null, register, today))?.person ?? null
  );
}

function find({ deadlines }: Timetable, { rule, due }: { rule: string; due: LocalDate }): Deadline | null {
  return deadlines.find((deadline) => deadline.rule === rule && deadline.due === due) ?? null;
}
