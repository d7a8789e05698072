import { dayOf, type Instant } from '../../clock.ts';
import type { Register } from '../../people/model.ts';
import { holds, whoActsFor } from '../../people/rules.ts';
import type { Letter } from '../model.ts';
import type { ChannelTrouble } from './model.ts';

/** Tells whoever acts for each administrator what is wrong with a channel: for each trouble once a day, by its key. */
export function troubleLetters(
  channel: string,
  what: ChannelTrouble,
  register: Register,
  now: Instant,
): readonly Letter[] {
  const day = dayOf(now);
  const administrators = [...register.values()].filter((person) => holds(person, 'administrator'));
  const told = new Set(administrators.map(({ id }) => whoActsFor(id, register, day)?.person.id ?? id));
  return [...told].map((person) => ({
    key: `channel/${channel}/${what}/${day}/${person}`,
    kind: 'channel.trouble',
    to: { person },
    facts: { channel, what },
    live: false,
    writtenAt: now,
  }));
}
