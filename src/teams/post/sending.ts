import type { Card } from '../../cards/catalogue.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { isOnlyOpened } from '../../disputes/opening.ts';
import type { KeptLetter, Passage } from '../../letters/model.ts';
import type { Person, PersonId } from '../../people/model.ts';
import { actsFor, whoActsFor } from '../../people/rules.ts';
import type { Measures } from '../metrics.ts';
import { type Needs, notice } from '../route.ts';
import type { ChannelHealth } from './channel-health.ts';
import type { Directory } from './directory.ts';
import { type Drawn, drawLetter, isCard } from './letters.ts';
import type { Message, Messenger, Sent } from './messenger.ts';
import type { Limits } from './pacing.ts';
import { drawnForAll, NOBODY, sightOf } from './refresh.ts';
import { isHead, threadOf, topicOf } from './threads.ts';
import { ConnectorError } from './transport.ts';
import { plainTrouble } from './trouble.ts';
import { mayRead } from './who-reads.ts';

/** Comes back at a moment, or soon after. One that is lost does no harm: the next tick catches what it missed. */
export interface Alarm {
  at(moment: Instant, run: () => void): void;
}

export interface Post {
  readonly needs: Needs;
  readonly limits: Limits;
  readonly alarm: Alarm;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly channels: ChannelHealth;
  /** For the demo, where everybody's letters come to one chat: says on the card whom it is for. */
  readonly addressed: ((card: Card, reader: Person) => Card) | null;
  /** Told when something of ours failed, by a code: never a name or a word of a case. */
  readonly trouble: (code: string, error: unknown) => void;
  /** Told of every attempt, and of what sort the trouble was. */
  readonly measures?: Pick<Measures, 'attempted'>;
}

/**
 * Draws the letter as things stand, sends it to its reader (null for a channel) or redraws it, and says how it went. Throws
 * when it could not be done.
 */
export async function passageOf(letter: KeptLetter, reader: Person | null, post: Post): Promise<Passage> {
  const { passage, to } = letter;
  if (passage.at === 'sent') return redrawn(letter, passage, post);
  if ('channel' in to) return posted(letter, to.channel, post);
  return reader ? said(letter, to.person, reader, post) : passage;
}

/** To a person, or whoever reads it for them. */
async function said(letter: KeptLetter, to: PersonId, reader: Person, post: Post): Promise<Passage> {
  const { needs, directory, messenger } = post;
  const revision = await revisionOf(letter, needs);
  const drawn = await drawnFor(letter, to, reader, needs);
  if (!isCard(drawn)) return dropped(drawn.dropped, post);
  const message = messageOf(drawn, reader, post);
  const place = (await directory.chatWith(reader.id, messenger)) ?? neverHeardFrom();
  return { ...arrived(await messenger.say(place, message), revision, post), reader: reader.id };
}

/**
 * For the eyes of whoever reads it. A manager who reads it only because nobody nearer acts, and may not see what it is about,
 * is told by a neutral card that it is there: it is not lost for being somebody else's.
 */
async function drawnFor(letter: KeptLetter, to: PersonId, reader: Person, needs: Needs): Promise<Drawn> {
  const drawAs = (eyes: Person) => drawLetter(letter, false, sightOf(eyes, letter, needs), needs);
  const meant = needs.authority.register.get(to);
  if (!meant || actsFor(reader, to, needs.authority.register, dayOf(needs.clock.now()))) return drawAs(reader);
  const theirs = await drawAs(meant);
  if (!isCard(theirs)) return theirs;
  const { kind, id } = letter.record;
  const sees = kind === 'contact' || (kind !== 'diary' && (await mayRead({ kind, id }, reader, needs)));
  const own = sees ? await drawAs(reader) : null;
  return own && isCard(own) ? own : instead(letter, meant);
}

function instead(letter: KeptLetter, meant: Person): Card {
  return notice(
    `Something waits for ${meant.name}`,
    `${topicOf(letter) ?? 'It'} came while ${meant.name} is away and nobody covers. Name somebody to cover, or see to it with them.`,
  );
}

/** Into the thread of what it is about; the first letter, or one whose thread is gone, opens it. */
async function posted(letter: KeptLetter, to: string, post: Post): Promise<Passage> {
  const { needs, directory, messenger } = post;
  const revision = await revisionOf(letter, needs);
  const drawAs = (head: boolean) => drawnForAll(letter, head, post);
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
  // Drawn anew, it would take the place of what was just opened in it.
  if (await isJustOpened(letter, passage, needs)) return { ...done, redrawAfter: needs.clock.now() };
  const inChannel = 'channel' in letter.to;
  const reader = 'person' in letter.to ? readerOf(letter.to.person, passage, needs) : NOBODY;
  const head = inChannel && isHead(passage);
  // A line of the story stays as it was said; at the head of a thread it shows how things stand.
  if (!reader || (letter.facts.story && !head)) return done;
  const now = inChannel
    ? await drawnForAll(letter, head, post)
    : await drawLetter(letter, false, sightOf(reader, letter, needs), needs);
  const card = isCard(now) ? now : inChannel ? null : movedOn(letter);
  const at = await directory.channels();
  if (!card || !at) return done;
  const { conversation, activity } = passage;
  const message = messageOf(card, inChannel ? null : reader, post);
  await messenger.redraw({ serviceUrl: at.serviceUrl, conversation, activity }, message);
  return { ...done, redrawTries: 0, redrawAfter: needs.clock.now() };
}

async function isJustOpened({ record }: KeptLetter, { drawn, redrawAfter }: Passage & { at: 'sent' }, needs: Needs) {
  const dispute = record.kind === 'dispute' && redrawAfter ? await needs.disputes.get(record.id) : undefined;
  return dispute !== undefined && redrawAfter !== null && isOnlyOpened(dispute, { drawn, at: redrawAfter });
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

export async function revisionOf({ record: { kind, id } }: KeptLetter, needs: Needs): Promise<number> {
  if (kind === 'contact') return 0;
  const kept = { case: needs.cases, dispute: needs.disputes, diary: needs.diaries }[kind];
  return (await kept.get(id))?.revision ?? 0;
}

function neverHeardFrom(): never {
  throw new ConnectorError({ status: null, teamsCode: 'NeverHeardFrom', ambiguous: false });
}
