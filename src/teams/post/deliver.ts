import { plusMinutes } from '../../clock.ts';
import { CHANNEL_TROUBLES } from '../../letters/channels/model.ts';
import type { KeptLetter, Passage } from '../../letters/model.ts';
import { type Post, passageOf } from './sending.ts';
import { ConnectorError } from './transport.ts';
import { channelTroubleOf, plainTrouble } from './trouble.ts';

/** Letters whose fate could not be written down, by record and key. A letter in here is written down, never sent again. */
type Unwritten = Map<string, Passage>;

/**
 * Sends what waits, oldest first, one at a time; each letter once. Called after every answer and at every tick; calls
 * that come while one is under way run once more after it. Never rejects: its failures are told as trouble.
 */
export function delivery(post: Post): () => Promise<void> {
  const unwritten: Unwritten = new Map();
  let running: Promise<void> | null = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      for (const letter of await post.needs.outbox.waiting(post.needs.clock.now())) {
        const causedMore = await deliver(letter, post, unwritten);
        again ||= causedMore;
      }
    } while (again);
  };
  return () => {
    if (running) again = true;
    else
      running = run()
        .catch((error: unknown) => post.trouble('post-failed', error))
        .finally(() => (running = null));
    return running;
  };
}

/** Sends one letter. True when its failure is to be told to somebody, whose letter waits now too. */
async function deliver(letter: KeptLetter, post: Post, unwritten: Unwritten): Promise<boolean> {
  const name = [letter.record.kind, letter.record.id, letter.key].join(' ');
  let causedMore = false;
  const passage =
    unwritten.get(name) ??
    (await passageOf(letter, post).catch(async (error) => {
      causedMore = await tellOfChannel(letter, error, post);
      return failed(letter, error, post);
    }));
  if (passage.at === 'sent' && 'channel' in letter.to) noteReached(letter.to.channel, passage, post);
  unwritten.set(name, passage);
  try {
    await post.needs.outbox.mark(letter, passage);
    unwritten.delete(name);
  } catch (error) {
    post.trouble('letter-not-marked', error);
  }
  return causedMore;
}

/** A redraw that found its message gone says nothing about the channel. */
async function tellOfChannel({ to, passage }: KeptLetter, error: unknown, { channels, trouble }: Post) {
  const isMessageGone = passage.at === 'sent' && plainTrouble(error).lasting === 'gone';
  if (!('channel' in to) || isMessageGone) return false;
  return channels.failed(to.channel, error).catch((cause: unknown) => {
    trouble('channel-trouble-not-told', cause);
    return false;
  });
}

function noteReached(channel: string, { redrawTries, redrawAfter }: Passage & { at: 'sent' }, { channels }: Post) {
  if (redrawTries === 0 && redrawAfter !== null) channels.reached(channel);
}

function failed(letter: KeptLetter, error: unknown, post: Post): Passage {
  if (!(error instanceof ConnectorError)) post.trouble('letter-failed', error);
  return afterFailure(letter, error, post);
}

/** When to try again, or that we must not: a send with no clear answer may have arrived. */
function afterFailure({ passage, to }: KeptLetter, error: unknown, { needs: { clock } }: Post): Passage {
  const now = clock.now();
  const { says, remedy, lasting } = wordsFor(to, error);
  const failure = error instanceof ConnectorError ? error : null;
  const nextTry = (tries: number) => plusMinutes(now, Math.max((failure?.retryAfterSeconds ?? 0) / 60, backOff(tries)));
  if (passage.at === 'sent') {
    const redrawTries = passage.redrawTries + 1;
    return { ...passage, redrawTries, redrawAfter: lasting === 'gone' ? null : nextTry(redrawTries) };
  }
  const trouble = `${says}. ${remedy}.`;
  if (failure?.ambiguous) return { at: 'unknown', triedAt: now, trouble };
  const tries = (passage.at === 'unsent' ? passage.tries : 0) + 1;
  return { at: 'unsent', tries, nextTryAt: nextTry(tries), trouble };
}

function wordsFor(to: KeptLetter['to'], error: unknown) {
  const plain = plainTrouble(error);
  const what = 'channel' in to ? channelTroubleOf(error) : null;
  return what ? { ...plain, ...CHANNEL_TROUBLES[what] } : plain;
}

/** Minutes to wait after so many failures: 2, 4, 8 … at most six hours. */
function backOff(tries: number): number {
  return Math.min(2 ** tries, 360);
}
