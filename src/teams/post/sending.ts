import type { Sight } from '../../authority/model.ts';
import type { Card } from '../../cards/catalogue.ts';
import { dayOf } from '../../clock.ts';
import type { KeptLetter, Passage } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import { whoActsFor } from '../../people/rules.ts';
import { type Needs, notice } from '../route.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { Directory } from './directory.ts';
import { type Drawn, drawLetter, isCard } from './letters.ts';
import type { Message, Messenger, Sent } from './messenger.ts';
import { isHead, threadOf, topicOf } from './threads.ts';
import { ConnectorError } from './transport.ts';
import { plainTrouble } from './trouble.ts';

export interface Post {
  readonly needs: Needs;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly channels: ChannelHealth;
  /** For the demo, where everybody's letters come to one chat: says on the card whom it is for. */
  readonly addressed: ((card: Card, reader: Person) => Card) | null;
  /** Told when something of ours failed, by a code: never a name or a word of a case. */
  readonly trouble: (code: string, error: unknown) => void;
}

/** Draws the letter as things stand, sends it or redraws it, and says how it went. Throws when it could not be done. */
export async function passageOf(letter: KeptLetter, post: Post): Promise<Passage> {
  const { passage, to } = letter;
  if (passage.at === 'sent') return redrawn(letter, passage, post);
  return 'channel' in to ? posted(letter, to.channel, post) : said(letter, to.person, post);
}

/** To a person, or whoever covers for them today. */
async function said(letter: KeptLetter, to: string, post: Post): Promise<Passage> {
  const { needs, directory, messenger } = post;
  const reader = whoActsFor(to, needs.authority.register, dayOf(needs.clock.now()))?.person;
  if (!reader) return dropped('nobody holds the post today, and nobody covers', post);
  const revision = await revisionOf(letter, needs);
  const drawn = await drawLetter(letter, false, sightOf(reader, letter, needs), needs);
  if (!isCard(drawn)) return dropped(drawn.dropped, post);
  const message = messageOf(drawn, reader, post);
  const place = (await directory.chatWith(reader.id, messenger)) ?? neverHeardFrom();
  return { ...arrived(await messenger.say(place, message), revision, post), reader: reader.id };
}

/** Into the thread of what it is about; the first letter, or one whose thread is gone, opens it. */
async function posted(letter: KeptLetter, to: string, post: Post): Promise<Passage> {
  const { needs, directory, messenger } = post;
  const revision = await revisionOf(letter, needs);
  const drawAs = (head: boolean) => drawLetter(letter, head, sightOf(NOBODY, letter, needs), needs);
  const thread = await threadOf(letter, to, needs.outbox);
  const reply = thread === null ? null : await drawAs(false);
  if (reply && !isCard(reply)) return dropped(reply.dropped, post);
  const channel = needs.authority.channels.get(to) ?? neverHeardFrom();
  const { serviceUrl, tenant } = (await directory.channels()) ?? neverHeardFrom();

  const answered =
    thread === null || reply === null
      ? null
      : await messenger
          .say({ serviceUrl, conversation: thread }, messageOf(reply, null, post))
          .catch((error: unknown) => (plainTrouble(error).lasting === 'gone' ? null : Promise.reject(error)));
  if (answered) return arrived(answered, revision, post);
  const head = await drawAs(true);
  if (!isCard(head)) return dropped(head.dropped, post);
  const place = { serviceUrl, channelId: channel.id, tenant };
  return arrived(await messenger.openThread(place, messageOf(head, null, post)), revision, post);
}

/**
 * Shows how things stand in the place of what was sent, for the eyes of whoever it was sent to. Who has no part in it any
 * more is told that it has moved on. What was sent stays sent, though there be nothing new to draw in its place.
 */
async function redrawn(letter: KeptLetter, passage: Passage & { at: 'sent' }, post: Post): Promise<Passage> {
  const { needs, directory, messenger } = post;
  const drawn = await revisionOf(letter, needs);
  const done: Passage = { ...passage, drawn };
  const inChannel = 'channel' in letter.to;
  const reader = 'person' in letter.to ? readerOf(letter.to.person, passage, needs) : NOBODY;
  const head = inChannel && isHead(passage);
  // A line of the story stays as it was said; at the head of a thread it shows how things stand.
  if (!reader || (letter.facts.story && !head)) return done;
  const now = await drawLetter(letter, head, sightOf(reader, letter, needs), needs);
  const card = isCard(now) ? now : inChannel ? null : movedOn(letter);
  const at = await directory.channels();
  if (!card || !at) return done;
  const { conversation, activity } = passage;
  const message = messageOf(card, inChannel ? null : reader, post);
  await messenger.redraw({ serviceUrl: at.serviceUrl, conversation, activity }, message);
  return { ...done, redrawTries: 0, redrawAfter: needs.clock.now() };
}

function movedOn(letter: KeptLetter): Card {
  const topic = topicOf(letter);
  return notice(
    'Nothing waits for you here',
    `${topic ?? 'This'} has moved on since this was sent, and is no longer open to you.`,
  );
}

/** Whom a message was sent to; for older ones, whoever acted for its addressee that day. */
function readerOf(to: string, { reader, sentAt }: Passage & { at: 'sent' }, { authority }: Needs): Person | null {
  const { register } = authority;
  return (reader ? register.get(reader) : whoActsFor(to, register, dayOf(sentAt))?.person) ?? null;
}

function messageOf(drawn: Drawn & Card, reader: Person | null, { addressed }: Post): Message {
  const card = addressed && reader ? addressed(drawn, reader) : drawn;
  return { card, summary: card.fallbackText };
}

function arrived(sent: Sent, drawn: number, { needs: { clock } }: Post): Passage & { at: 'sent' } {
  const now = clock.now();
  return { at: 'sent', sentAt: now, ...sent, drawn, redrawTries: 0, redrawAfter: now };
}

function dropped(why: string, { needs: { clock } }: Post): Passage {
  return { at: 'dropped', droppedAt: clock.now(), why };
}

async function revisionOf({ record: { kind, id } }: KeptLetter, needs: Needs): Promise<number> {
  if (kind === 'contact') return 0;
  const kept = { case: needs.cases, dispute: needs.disputes, diary: needs.diaries }[kind];
  return (await kept.get(id))?.revision ?? 0;
}

/** Nobody in particular reads a channel. */
const NOBODY: Person = {
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

function neverHeardFrom(): never {
  throw new ConnectorError({ status: null, teamsCode: 'NeverHeardFrom', ambiguous: false });
}
