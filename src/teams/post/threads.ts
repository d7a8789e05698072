import type { KeptLetter, Passage } from '../../letters/model.ts';
import type { Outbox } from '../../letters/store.ts';
import { rootOf } from './messenger.ts';

type Sent = Extract<Passage, { readonly at: 'sent' }>;

/** What a letter is about, by its neutral reference; null where it has none. Several returns and concerns are kept in one case. */
export function topicOf({ record, facts }: KeptLetter): string | null {
  return record.kind === 'dispute' ? record.id : (facts.return ?? facts.concern ?? null);
}

/** Whether a message opened its thread: Teams names a thread after its first message. */
export function isHead({ conversation, activity }: Pick<Sent, 'conversation' | 'activity'>): boolean {
  return rootOf(conversation) === activity;
}

/**
 * The thread in which this is spoken of in this channel: one thread a dispute, a return, a concern. Null when there is none
 * yet, or its first message is known to be gone: then another is opened, and that is the one from then on.
 */
export async function threadOf(letter: KeptLetter, channel: string, outbox: Outbox): Promise<string | null> {
  const topic = topicOf(letter);
  const there = (await outbox.of(letter.record)).flatMap((other) => {
    const isHere = 'channel' in other.to && other.to.channel === channel && topicOf(other) === topic;
    return isHere && other.passage.at === 'sent' ? [other.passage] : [];
  });
  const last = there.toSorted((a, b) => (a.sentAt < b.sentAt ? -1 : a.sentAt > b.sentAt ? 1 : 0)).at(-1);
  if (!last) return null;
  const head = there.find((sent) => sent.conversation === last.conversation && isHead(sent));
  return head?.redrawAfter === null ? null : last.conversation;
}
