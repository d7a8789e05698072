import { sayMoment } from '../../clock.ts';
import type { Choice, Head } from '../../view.ts';
import type { Mailbag, Reader } from './model.ts';
import { messageId } from './rules.ts';
import { type Found, foundIn } from './view.ts';
import { FATES, sayAbout, sayKind, sayWhom } from './words.ts';

/** A list of messages, a page at a time. */
export interface MessageListView extends Head, Found {
  readonly empty: string;
  readonly hasMessages: boolean;
  readonly messages: readonly {
    readonly title: string;
    readonly sign: string;
    readonly colour: string;
    readonly says: string;
  }[];
  readonly hasPages: boolean;
  readonly nextPage: string;
  readonly nextTitle: string;
  readonly choices: { readonly messages: readonly Choice[] };
  readonly typed: { readonly letter: string };
}

const A_PAGE = 7;

export function messageListView({ about, page, messages }: Mailbag, { authority }: Reader): MessageListView {
  const last = Math.max(1, Math.ceil(messages.length / A_PAGE));
  const at = page > last ? 1 : page;
  const next = at === last ? 1 : at + 1;
  const first = (at - 1) * A_PAGE;
  const shown = messages.slice(first, first + A_PAGE);
  const titled = shown.map(({ letter }, index) => `${first + index + 1} · ${sayWhom(letter.to, authority.register)}`);
  const count = `${messages.length} ${messages.length === 1 ? 'message' : 'messages'}`;
  return {
    heading: about ? `Messages about ${about.id}` : 'Messages that did not arrive',
    quiet: about ? `${count} · newest first` : `${count} · newest trouble first, by person`,
    ...foundIn(about),
    empty: about
      ? 'Nothing has been said about this yet. What Homeward writes is listed here, with how it fared.'
      : 'Everything that was sent has arrived. Nothing to do: what does not arrive is listed here.',
    hasMessages: messages.length > 0,
    messages: shown.map((message, index) => ({
      title: titled[index]!,
      ...FATES[message.fate],
      says: `${sayKind(message.letter.kind)} (${sayAbout(message.letter, message.named)}). Written ${sayMoment(message.letter.writtenAt)}.`,
    })),
    hasPages: last > 1,
    nextPage: String(next),
    nextTitle: next === 1 ? 'First page' : `Page ${next} of ${last}`,
    choices: {
      messages: shown.map(({ letter }, index) => ({ title: titled[index]!, value: messageId(letter) })),
    },
    typed: { letter: shown[0] ? messageId(shown[0].letter) : '' },
  };
}
