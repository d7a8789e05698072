import type { Sight } from '../authority/model.ts';
import type { Card } from '../cards/catalogue.ts';
import { dayOf, plusMinutes } from '../clock.ts';
import type { KeptLetter, Passage } from '../letters/model.ts';
import type { Person } from '../people/model.ts';
import { whoActsFor } from '../people/rules.ts';
import type { Directory } from './directory.ts';
import { isCard, LETTER_CARDS } from './letters.ts';
import type { Message, Messenger, Sent } from './messenger.ts';
import type { Needs } from './route.ts';
import { ConnectorError } from './transport.ts';
import { plainTrouble } from './trouble.ts';

export interface Post {
  readonly needs: Needs;
  readonly directory: Directory;
  readonly messenger: Messenger;
  /** For the demo, where everybody's letters come to one chat: says on the card whom it is for. */
  readonly addressed: ((card: Card, reader: Person) => Card) | null;
  /** Told when something of ours failed, by a code: never a name or a word of a case. */
  readonly trouble: (code: string, error: unknown) => void;
}

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
      for (const letter of await post.needs.outbox.waiting(post.needs.clock.now()))
        await deliver(letter, post, unwritten);
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

async function deliver(letter: KeptLetter, post: Post, unwritten: Unwritten): Promise<void> {
  const name = [letter.record.kind, letter.record.id, letter.key].join(' ');
  const passage = unwritten.get(name) ?? (await passageOf(letter, post).catch((error) => failed(letter, error, post)));
  unwritten.set(name, passage);
  try {
    await post.needs.outbox.mark(letter, passage);
    unwritten.delete(name);
  } catch (error) {
    post.trouble('letter-not-marked', error);
  }
}

function failed(letter: KeptLetter, error: unknown, post: Post): Passage {
  if (!(error instanceof ConnectorError)) post.trouble('letter-failed', error);
  return afterFailure(letter, error, post);
}

/** Draws the letter as things stand, sends it, and says how it went. Throws when it could not be sent. */
async function passageOf(letter: KeptLetter, post: Post): Promise<Passage> {
  const { needs } = post;
  const now = needs.clock.now();
  const record = letter.record.kind === 'case' ? needs.cases : needs.disputes;
  const revision = (await record.get(letter.record.id))?.revision ?? 0;
  // What was sent stays sent, though there be nothing new to draw in its place.
  const dropped = (why: string): Passage =>
    letter.passage.at === 'sent' ? { ...letter.passage, drawn: revision } : { at: 'dropped', droppedAt: now, why };

  const reader = readerOf(letter, post);
  if (!reader) return dropped('nobody holds the post today, and nobody covers');
  const draw = LETTER_CARDS[letter.kind];
  const drawn = await draw(letter, sightOf(reader, letter, needs), needs);
  if (!isCard(drawn)) return dropped(drawn.dropped);

  const card = post.addressed && 'person' in letter.to ? post.addressed(drawn, reader) : drawn;
  const message = { card, summary: card.fallbackText };
  if (letter.passage.at === 'sent') {
    await redraw(letter.passage, message, post);
    return { ...letter.passage, drawn: revision, redrawTries: 0, redrawAfter: now };
  }
  const sent = await send(letter, reader, message, post);
  return { at: 'sent', sentAt: now, ...sent, drawn: revision, redrawTries: 0, redrawAfter: now };
}

async function send(letter: KeptLetter, reader: Person, message: Message, post: Post): Promise<Sent> {
  const { directory, messenger, needs } = post;
  if ('person' in letter.to) {
    const place = await directory.chatWith(reader.id, messenger);
    if (!place) throw new ConnectorError({ status: null, teamsCode: 'NeverHeardFrom', ambiguous: false });
    return messenger.say(place, message);
  }
  const channel = needs.authority.channels.get(letter.to.channel);
  const at = await directory.channels();
  if (!channel || !at) throw new ConnectorError({ status: null, teamsCode: 'NeverHeardFrom', ambiguous: false });
  const { serviceUrl, tenant } = at;
  const anew = () => messenger.openThread({ serviceUrl, channelId: channel.id, tenant }, message);
  const thread = await threadOf(letter, letter.to.channel, needs);
  if (!thread) return anew();
  return messenger
    .say({ serviceUrl, conversation: thread }, message)
    .catch((error) => (plainTrouble(error).lasting === 'gone' ? anew() : Promise.reject(error)));
}

async function redraw(
  { conversation, activity }: Sent,
  message: Message,
  { directory, messenger }: Post,
): Promise<void> {
  const at = await directory.channels();
  if (at) await messenger.redraw({ serviceUrl: at.serviceUrl, conversation, activity }, message);
}

/** The thread in which this record is spoken of in this channel: one thread a dispute, another once that was deleted. */
async function threadOf(letter: KeptLetter, channel: string, { outbox }: Needs): Promise<string | null> {
  const last = (await outbox.of(letter.record)).findLast(
    ({ to, passage }) => 'channel' in to && to.channel === channel && passage.at === 'sent',
  );
  return last?.passage.at === 'sent' ? last.passage.conversation : null;
}

/** The person who reads it: the one it is for, or cover; for a channel, nobody in particular. */
function readerOf(letter: KeptLetter, { needs: { authority, clock } }: Post): Person | null {
  if ('channel' in letter.to) return CHANNEL_READER;
  return whoActsFor(letter.to.person, authority.register, dayOf(clock.now()))?.person ?? null;
}

const CHANNEL_READER: Person = {
  id: '',
  name: '',
  email: '',
  posts: [],
  team: null,
  service: null,
  manager: null,
  cover: null,
};

function sightOf(by: Person, letter: KeptLetter, { clock, authority }: Needs): Sight {
  const now = clock.now();
  return { by, now, today: dayOf(now), authority, once: letter.key };
}

/** When to try again, or that we must not: a send with no clear answer may have arrived. */
function afterFailure({ passage }: KeptLetter, error: unknown, { needs: { clock } }: Post): Passage {
  const now = clock.now();
  const { says, remedy, lasting } = plainTrouble(error);
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

/** Minutes to wait after so many failures: 2, 4, 8 … at most six hours. */
function backOff(tries: number): number {
  return Math.min(2 ** tries, 360);
}
