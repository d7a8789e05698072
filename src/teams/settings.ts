import type { Sight } from '../authority/model.ts';
import { dayOf } from '../clock.ts';
import { CHANNEL_TROUBLES, type ChannelTrouble } from '../letters/channels/model.ts';
import { channelsWaiting, looksAfterPost, messageId, newestFirst } from '../letters/messages/rules.ts';
import { sayKind, sayWhom } from '../letters/messages/words.ts';
import type { KeptLetter } from '../letters/model.ts';
import { undeliveredIn } from '../letters/unreachable/actions.ts';
import { HOMEWARD, type Undelivered } from '../letters/unreachable/model.ts';
import { unreachables } from '../letters/unreachable/rules.ts';
import { channelsRoom, peopleRoom, unclearRoom } from '../letters/unreachable/view.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import { problemsOf, type SettingsView } from '../view.ts';
import type { Needs } from './route.ts';

/** What stands in the settings: the letters in trouble, and those that told of a channel. */
export interface Settings {
  readonly undelivered: readonly Undelivered[];
  readonly ofHomeward: readonly KeptLetter[];
}

/** Opens the settings for those who look after Homeward. */
export async function openSettings(_form: unknown, by: Person, { outbox }: Needs): Promise<Outcome<Settings>> {
  if (!looksAfterPost(by)) {
    return refuse(
      'The settings are for business support and administrators. Ask one of them; “help” says what you can do.',
    );
  }
  return done({ undelivered: await undeliveredIn(outbox), ofHomeward: await outbox.of(HOMEWARD) });
}

/** Every room of the settings, one after the other. */
export function settingsView({ undelivered, ofHomeward }: Settings, { authority, today }: Sight): SettingsView {
  const { register } = authority;
  const letters = undelivered.map(({ letter }) => letter);
  const unclear = newestFirst(letters.filter(({ passage }) => passage.at === 'unknown'));
  const named = unclear.map(
    (letter, index) => `${index + 1} · ${sayWhom(letter.to, register)}: ${sayKind(letter.kind)}`,
  );
  return {
    heading: 'Settings',
    quiet: authority.name,
    ...problemsOf([]),
    typed: { letter: unclear[0] ? messageId(unclear[0]) : '' },
    rooms: [
      peopleRoom(unreachables(undelivered), register),
      channelsRoom(channelsWaiting(letters), foundOn(today, ofHomeward)),
      unclearRoom(named),
    ],
    hasTrouble: letters.length > 0,
    hasUnclear: unclear.length > 0,
    choices: {
      unclear: unclear.slice(0, MOST_CHOICES).map((letter, index) => ({
        title: named[index]!,
        value: messageId(letter),
      })),
    },
  };
}

const MOST_CHOICES = 7;

function foundOn(day: Sight['today'], letters: readonly KeptLetter[]) {
  const found = letters
    .filter(({ kind, writtenAt }) => kind === 'channel.trouble' && dayOf(writtenAt) === day)
    .map(({ facts }) => [facts.channel ?? '', facts.what as ChannelTrouble] as const);
  return [...new Map(found)].map(([channel, what]) => {
    const { says, remedy } = CHANNEL_TROUBLES[what];
    return { channel, trouble: `${says}. ${remedy}.` };
  });
}
