import type { Authority } from '../authority/model.ts';
import { dayOf, type Instant } from '../clock.ts';
import { INFORMAL } from '../escalation/model.ts';
import type { Addressee, Letter, LetterKind } from '../letters/model.ts';
import type { PersonId, Post } from '../people/model.ts';
import { whoActsFor } from '../people/rules.ts';
import { HOMEWARD } from './climb.ts';
import type { Dispute } from './model.ts';
import { climbing, lapseDay, rungNumber } from './standing.ts';
import { iroToTell, officerNow, postHolder } from './who.ts';

/** Why somebody is told something: what happened, in the letter's facts. */
export type Told = 'moved' | 'answered' | 'late-answer' | 'judged' | 'ended' | 'cafcass' | 'handed-over';

/** What came of a lapsed stage, in the letter's facts. */
export type Lapsed = 'moved' | 'offered' | 'no-further';

/** Who writes about what, and when: passed along in one piece. */
export interface Writing {
  readonly authority: Authority;
  readonly now: Instant;
  /** Whoever caused it, who need not be told; or `homeward`. */
  readonly by: PersonId;
}

/** Every letter that a change causes: to whoever is asked now, and to whoever must know. */
export function lettersOf(before: Dispute | null, after: Dispute, writing: Writing): readonly Letter[] {
  const wasAt = before && climbing(before) ? rungNumber(before) : -1;
  const judged = ({ responses }: Dispute) => responses.filter((response) => response.judged).length;
  const letters: Letter[] = [];
  if (climbing(after) && rungNumber(after) !== wasAt) letters.push(...askingLetters(after, writing));
  if (before && after.responses.length > before.responses.length) {
    const isLate = after.responses.at(-1)!.arrived === 'after-moving-on';
    letters.push(...told(after, isLate ? 'late-answer' : 'answered', [iroOf(after, writing)], writing));
  }
  if (before && judged(after) > judged(before))
    letters.push(...told(after, 'judged', [officerOf(after, writing)], writing));
  if (before?.cafcass === null && after.cafcass) {
    const tell = ['director', 'iro-manager'] as const;
    letters.push(...told(after, 'cafcass', [officerOf(after, writing), ...posts(after, tell, writing)], writing));
  }
  if (before && climbing(before) && !climbing(after))
    letters.push(...told(after, 'ended', everybodyAsked(after, writing), writing));
  return letters;
}

/** The officer is asked 1:1, the stage's channel gets its neutral card, and those who were passed by or copied are told. */
export function askingLetters(dispute: Dispute, writing: Writing): readonly Letter[] {
  const state = climbing(dispute)!;
  const { stage } = state.rung;
  const number = rungNumber(dispute);
  const facts = { rung: String(number) };
  const below = dispute.climbed.at(-1)?.stage ?? INFORMAL;
  const copied = dispute.ladder.stages[stage]?.copied ?? [];
  const passed = dispute.ladder.stages.slice(Math.max(0, below), Math.max(0, stage)).map(({ post }) => post);
  const above = dispute.urgent ? dispute.ladder.stages.slice(stage + 1, stage + 2).map(({ post }) => post) : [];
  const worker =
    stage === INFORMAL
      ? [whoActsFor(dispute.people.socialWorker, writing.authority.register, dayOf(writing.now))?.person.id]
      : [];
  const officer = state.rung.officer;
  const tell = [iroOf(dispute, writing), ...worker, ...posts(dispute, [...copied, ...passed, ...above], writing)];
  const channel = dispute.ladder.stages[stage]?.channel;
  return [
    respondLetter(dispute, officer, writing),
    ...(channel
      ? [letter(dispute, `rung/${number}/channel`, 'dispute.channel', { channel }, facts, writing, true)]
      : []),
    ...told(
      dispute,
      'moved',
      tell.filter((person) => person !== officer),
      writing,
    ),
  ];
}

/** Asks one person to respond at the current rung: the officer, or whoever has come to act for them since. */
export function respondLetter(dispute: Dispute, person: PersonId, writing: Writing): Letter {
  const number = rungNumber(dispute);
  const key = `rung/${number}/respond/${person}`;
  return letter(dispute, key, 'dispute.respond', { person }, { rung: String(number) }, writing, true);
}

/** Tells the officer, their manager, the IRO and the IRO manager that a stage's last day has passed; at the end, the Director too. */
export function lapseLetters(dispute: Dispute, came: Lapsed, writing: Writing): readonly Letter[] {
  const { rung } = climbing(dispute)!;
  const { register } = writing.authority;
  const number = rungNumber(dispute);
  const day = lapseDay(rung);
  const manager = register.get(rung.officer)?.manager ?? null;
  const tell = [
    rung.officer,
    manager && whoActsFor(manager, register, dayOf(writing.now))?.person.id,
    iroOf(dispute, writing),
    ...posts(dispute, came === 'no-further' ? ['iro-manager', 'director'] : ['iro-manager'], writing),
  ];
  const facts = { rung: String(number), came };
  return distinct(tell).map((person) =>
    letter(dispute, `rung/${number}/lapsed/${day}/${person}`, 'dispute.lapsed', { person }, facts, writing),
  );
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

type Recipients = readonly (PersonId | null | undefined)[];

export function iroOf(dispute: Dispute, { authority, now }: Writing): PersonId | null {
  return iroToTell(dispute, authority, dayOf(now))?.id ?? null;
}

export function officerOf(dispute: Dispute, { authority, now }: Writing): PersonId | null {
  return officerNow(dispute, authority, dayOf(now))?.person.id ?? climbing(dispute)?.rung.officer ?? null;
}

export function posts(dispute: Dispute, of: readonly Post[], { authority, now }: Writing): Recipients {
  return of.map((post) => postHolder(dispute, post, authority, dayOf(now))?.id);
}

function everybodyAsked(dispute: Dispute, writing: Writing): Recipients {
  const { people, climbed } = dispute;
  return [...climbed.map(({ officer }) => officer), people.teamManager, people.socialWorker, iroOf(dispute, writing)];
}

function distinct(people: Recipients): readonly PersonId[] {
  return [...new Set(people.filter((person) => person !== null && person !== undefined))];
}

function letter(
  { id }: Dispute,
  part: string,
  kind: LetterKind,
  to: Addressee,
  facts: Letter['facts'],
  { now }: Writing,
  live = false,
): Letter {
  return { key: `${id}/${part}`, kind, to, facts, live, writtenAt: now };
}
