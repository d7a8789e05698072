import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { LetterKind } from '../../letters/letters.ts';
import { type Addressee, type Letter, urgent } from '../../letters/model.ts';
import type { PersonId, Post } from '../../people/model.ts';
import { HOMEWARD } from '../history.ts';
import type { Dispute } from '../model.ts';
import { climbing, rungNumber } from '../standing.ts';
import { iroToTell, officerNow, postHolder } from '../who.ts';

/** Why somebody is told something: what happened, in the letter's facts. */
export type Told =
  | 'moved'
  | 'answered'
  | 'late-answer'
  | 'judged'
  | 'ended'
  | 'cafcass'
  | 'no-officer'
  | 'handed-over'
  | 'void'
  | After;

/** What somebody is told once a dispute was resolved, or its child is no longer looked after. */
export type After = 'reopened' | 'check-failed' | 'closed' | 'ceased' | 'eighteen';

/** What came of a lapsed stage, in the letter's facts. */
export type Lapsed = 'moved' | 'offered' | 'no-further';

/** Who writes about what, and when: passed along in one piece. */
export interface Writing {
  readonly authority: Authority;
  readonly now: Instant;
  /** Whoever caused it, who need not be told; or `homeward`. */
  readonly by: PersonId;
}

/** Asks one person to respond at the current rung: the officer, or whoever has come to act for them since. */
export function respondLetter(dispute: Dispute, person: PersonId, writing: Writing): Letter {
  const number = rungNumber(dispute);
  const key = `rung/${number}/respond/${person}`;
  return letter(dispute, key, 'dispute.respond', { person }, { rung: String(number) }, writing, true);
}

/** One reminder to each of these people; `part` makes its key, and is said once. */
export function reminders(
  dispute: Dispute,
  part: string,
  facts: Letter['facts'],
  to: Recipients,
  writing: Writing,
): readonly Letter[] {
  return distinct(to).map((person) =>
    letter(
      dispute,
      `${part}/${person}`,
      'dispute.reminder',
      { person },
      { rung: String(rungNumber(dispute)), ...facts },
      writing,
    ),
  );
}

export function told(dispute: Dispute, what: Told, to: Recipients, writing: Writing): readonly Letter[] {
  const facts = { what, rung: String(rungNumber(dispute)) };
  // What the bot does by itself may come twice before it is saved: its key is the rung's, not the save's.
  const once = writing.by === HOMEWARD ? `rung/${rungNumber(dispute)}` : `save/${dispute.revision + 1}`;
  return distinct(to)
    .filter((person) => person !== writing.by)
    .map((person) => letter(dispute, `${once}/${what}/${person}`, 'dispute.told', { person }, facts, writing));
}

/** The people a letter may go to: a post that nobody holds is left out. */
export type Recipients = readonly (PersonId | null | undefined)[];

export function iroOf(dispute: Dispute, { authority, now }: Writing): PersonId | null {
  return iroToTell(dispute, authority, dayOf(now))?.id ?? null;
}

export function officerOf(dispute: Dispute, { authority, now }: Writing): PersonId | null {
  return officerNow(dispute, authority, dayOf(now))?.person.id ?? climbing(dispute)?.rung.officer ?? null;
}

export function posts(dispute: Dispute, of: readonly Post[], { authority, now }: Writing): Recipients {
  return of.map((post) => postHolder(dispute, post, authority, dayOf(now))?.id);
}

export function distinct(people: Recipients): readonly PersonId[] {
  return [...new Set(people.filter((person) => person !== null && person !== undefined))];
}

/** One letter of a dispute; `part` makes its key. While an urgent one climbs, its people hear at any hour. */
export function letter(
  dispute: Dispute,
  part: string,
  kind: LetterKind,
  to: Addressee,
  facts: Letter['facts'],
  { now }: Writing,
  live = false,
): Letter {
  const written: Letter = { key: `${dispute.id}/${part}`, kind, to, facts, live, writtenAt: now };
  return dispute.urgent && climbing(dispute) && 'person' in to ? urgent(written) : written;
}
