import { sayMoment } from '../../clock.ts';
import { POSTS, type Register } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import type { Head, SettingsRoom } from '../../view.ts';
import type { Reader } from '../messages/model.ts';
import type { KeptLetter } from '../model.ts';
import type { Plight, Unreachable } from './model.ts';

/** That somebody cannot be reached, or can again, for whoever sees to it. Nothing of any case. */
export interface UnreachableView extends Head {
  readonly says: string;
  readonly waits: string;
  /** Whether the reader may look at the messages. */
  readonly mayList: boolean;
}

/** Drawn from what is in trouble when it is sent. */
export function unreachableView(
  { facts, writtenAt }: Pick<KeptLetter, 'facts' | 'writtenAt'>,
  stands: readonly Unreachable[],
  { by, authority: { register } }: Reader,
): UnreachableView | { readonly dropped: string } {
  const plight = facts.plight as Plight;
  const found = stands.find(({ person, plight: how }) => person === facts.person && how === plight);
  const name = nameOf(facts.person ?? '', register);
  if (facts.over) {
    if (found) return { dropped: 'there is trouble again' };
    return {
      ...OVER[plight](name),
      quiet: `${name} · ${sayMoment(writtenAt)}`,
      waits: 'Nothing to do.',
      mayList: false,
    };
  }
  if (!found) return { dropped: 'they can be reached again' };
  return {
    heading: HEADINGS[plight],
    quiet: `${sayWho(found.person, register)} · since ${sayMoment(earlier(found.since, facts.since))}`,
    says: found.trouble,
    waits: sayWaiting(found, name),
    mayList: holds(by, 'business-support', 'administrator'),
  };
}

/** Who cannot be reached, why, and what to do. */
export function peopleRoom(stands: readonly Unreachable[], register: Register): SettingsRoom {
  const lines = stands
    .filter(({ plight }) => plight === 'waiting')
    .map(
      (one) =>
        `⚠ ${sayWho(one.person, register)}, since ${sayMoment(one.since)}. ${one.trouble} ${sayWaiting(one, nameOf(one.person, register))}`,
    );
  return room(
    'People who cannot be reached',
    lines,
    'Everybody can be reached. When somebody cannot, it stands here at once, and after one working day you are told.',
  );
}

/** Which channels cannot be written to: those for which messages wait, and those found in trouble today. */
export function channelsRoom(
  waiting: readonly { readonly channel: string; readonly trouble: string; readonly many: number }[],
  today: readonly { readonly channel: string; readonly trouble: string }[],
): SettingsRoom {
  const found = today.filter(({ channel }) => !waiting.some((one) => one.channel === channel));
  return room(
    'Channels in trouble',
    [
      ...waiting.map(({ channel, trouble, many }) => `⚠ ${channel}: ${trouble} ${sayMany(many)} for it.`),
      ...found.map(({ channel, trouble }) => `⚠ ${channel}, found today: ${trouble} Nothing waits for it.`),
    ],
    'Every channel can be written to, as far as Homeward knows. When one cannot, the administrators are told.',
  );
}

/** The messages of which nobody knows whether they arrived. */
export function unclearRoom(sayings: readonly string[]): SettingsRoom {
  return room(
    'Messages that may or may not have arrived',
    sayings.length > 0 ? [...cutTo(MOST_LINES, sayings), 'Ask the person, then choose below what became of it.'] : [],
    'There are none. When Teams gives no clear answer, the message stands here, for you to ask and tick off.',
  );
}

const HEADINGS: Readonly<Record<Plight, string>> = {
  waiting: 'Somebody cannot be reached',
  unclear: 'A message may not have arrived',
};

const OVER: Readonly<Record<Plight, (name: string) => Pick<UnreachableView, 'heading' | 'says'>>> = {
  waiting: (name) => ({
    heading: 'Nothing waits for them any more',
    says: `Everything that waited for ${name} has arrived, or is no longer needed.`,
  }),
  unclear: (name) => ({
    heading: 'It is known now what arrived',
    says: `The messages to ${name} that may not have arrived were settled.`,
  }),
};

const MOST_LINES = 7;

function room(title: string, lines: readonly string[], empty: string): SettingsRoom {
  const says = lines.length > 0 ? cutTo(MOST_LINES + 1, lines) : [empty];
  return { title, lines: says.map((line) => ({ says: line })) };
}

function cutTo(most: number, lines: readonly string[]): readonly string[] {
  const more = lines.length - most;
  return more > 0 ? [...lines.slice(0, most), `… and ${more} more: open “All that did not arrive”.`] : lines;
}

function sayWho(id: string, register: Register): string {
  const person = register.get(id);
  return person?.posts[0] ? `${person.name} (${POSTS[person.posts[0]]})` : nameOf(id, register);
}

function sayWaiting({ letters, plight }: Unreachable, name: string): string {
  return plight === 'waiting'
    ? `${sayMany(letters.length)} for ${name}.`
    : `${letters.length === 1 ? 'One message' : `${letters.length} messages`} to ${name} may or may not have arrived. Ask them, then type “settings” to tick it off.`;
}

function sayMany(many: number): string {
  return many === 1 ? 'One message waits' : `${many} messages wait`;
}

function earlier(since: string, first: string | undefined): Unreachable['since'] {
  return (first !== undefined && first < since ? first : since) as Unreachable['since'];
}
