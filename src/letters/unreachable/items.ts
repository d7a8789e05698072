import type { Instant } from '../../clock.ts';
import type { PersonId, Register } from '../../people/model.ts';
import type { Holidays } from '../../working-days.ts';
import type { KeptLetter, Letter } from '../model.ts';
import type { Plight, Undelivered, Unreachable } from './model.ts';
import { overdue, toldOf, unreachables } from './rules.ts';

/** What the letters so far have said of somebody: one spell after another, counted from 1. */
export interface Spell {
  readonly person: PersonId;
  readonly plight: Plight;
  readonly count: number;
  readonly since: Instant;
  /** The letters that told of it. */
  readonly items: readonly KeptLetter[];
  /** Those who were told have been told that it is over too, or it was over before anybody was. */
  readonly isOver: boolean;
}

/** What must be said now: of each new spell once to each who sees to it, and that a spell is over to those who knew. */
export function itemsDue(
  undelivered: readonly Undelivered[],
  kept: readonly KeptLetter[],
  register: Register,
  holidays: Holidays,
  now: Instant,
): readonly Letter[] {
  const said = new Set(kept.map(({ key }) => key));
  const late = overdue(undelivered, holidays, now);
  const open = spellsIn(kept).filter(({ isOver }) => !isOver);
  const cannot = new Set(late.filter(({ plight }) => plight === 'waiting').map(({ person }) => person));
  const begun = late.flatMap((one) => begin(one, kept, open, toldOf(one.person, register, cannot), now));
  const stands = unreachables(undelivered);
  const ended = open.filter((spell) => !stands.some((one) => isSame(one, spell))).flatMap((spell) => end(spell, now));
  return [...begun, ...ended].filter(({ key }) => !said.has(key));
}

/** Every spell that was told of, from the letters that told of it. */
export function spellsIn(kept: readonly KeptLetter[]): readonly Spell[] {
  const groups = Map.groupBy(
    kept.filter(({ kind }) => kind === 'post.unreachable'),
    ({ facts }) => [facts.plight, facts.person, facts.spell].join(' '),
  );
  return [...groups.values()].map((letters) => {
    const { facts } = letters[0]!;
    const items = letters.filter((letter) => !letter.facts.over);
    return {
      person: facts.person!,
      plight: facts.plight as Plight,
      count: Number(facts.spell),
      since: facts.since as Instant,
      items,
      isOver: letters.some((letter) => letter.facts.over) || items.every(({ passage }) => passage.at === 'dropped'),
    };
  });
}

function begin(
  one: Unreachable,
  kept: readonly KeptLetter[],
  open: readonly Spell[],
  readers: readonly PersonId[],
  now: Instant,
): readonly Letter[] {
  const earlier = spellsIn(kept).filter((spell) => isSame(one, spell));
  const { count, since } = open.find((spell) => isSame(one, spell)) ?? { count: earlier.length + 1, since: one.since };
  const facts = { person: one.person, plight: one.plight, spell: String(count), since };
  return readers.map((reader) => itemLetter(keyOf(facts, reader), reader, facts, now));
}

/** Whoever was not told yet has nothing to hear: their letter is dropped when it would be drawn. */
function end({ items }: Spell, now: Instant): readonly Letter[] {
  const knew = items.filter(({ passage }) => passage.at === 'sent' || passage.at === 'unknown');
  return knew.flatMap(({ key, to, facts }) =>
    'person' in to ? [itemLetter(`${key}/over`, to.person, { ...facts, over: 'yes' }, now)] : [],
  );
}

function keyOf({ plight, person, spell }: Record<'plight' | 'person' | 'spell', string>, reader: PersonId): string {
  return ['unreachable', plight, person, spell, reader].join('/');
}

function isSame(one: Unreachable, spell: Spell): boolean {
  return one.person === spell.person && one.plight === spell.plight;
}

function itemLetter(key: string, reader: PersonId, facts: Letter['facts'], writtenAt: Instant): Letter {
  return { key, kind: 'post.unreachable', to: { person: reader }, facts, live: false, writtenAt };
}
