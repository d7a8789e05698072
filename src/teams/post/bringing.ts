/** One letter on its way: planned, sent or redrawn, and how it fared written down. */

import type { KeptLetter } from '../../letters/model.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from './lines.ts';
import { NotYet, paced } from './paced.ts';
import type { Pacing } from './pacing.ts';
import { planOf } from './readers.ts';
import { type Fate, fateOf, isEverybody, isWholeLine } from './retrying.ts';
import { type Post, passageOf, revisionOf } from './sending.ts';
import type { Strain } from './strain.ts';
import { ConnectorError } from './transport.ts';
import { channelTroubleOf, plainTrouble } from './trouble.ts';

/** Where a letter goes next: nowhere, or to the head of a line; and whether others wait now that did not before. */
export interface Brought {
  readonly backTo: string | null;
  readonly causedMore: boolean;
}

const DONE: Brought = { backTo: null, causedMore: false };

export function bringer(post: Post, pacing: Pacing, strain: Strain) {
  /** Fates that could not be written down, by the letter's name. A letter in here is written down, never sent again. */
  const unwritten = new Map<string, Fate>();
  const { needs, directory } = post;
  const { outbox, clock } = needs;

  async function write(letter: KeptLetter, fate: Fate): Promise<void> {
    const name = nameOf(letter);
    unwritten.set(name, fate);
    try {
      await outbox.mark(letter, fate.passage, ...(fate.attempt ? [fate.attempt] : []));
      unwritten.delete(name);
    } catch (error) {
      post.trouble('letter-not-marked', error);
    }
  }

  /** The letter as it is kept now; undefined when there is nothing to do with it any more. */
  async function stillDue(letter: KeptLetter): Promise<KeptLetter | undefined> {
    const stands = (await outbox.of(letter.record)).find(({ key }) => key === letter.key);
    if (!stands) return undefined;
    const { passage } = stands;
    const now = clock.now();
    if (passage.at === 'unsent') return passage.nextTryAt <= now ? stands : undefined;
    if (passage.at !== 'sent' || passage.redrawAfter === null || passage.redrawAfter > now) return undefined;
    return passage.drawn < (await revisionOf(stands, needs)) ? stands : undefined;
  }

  async function failed(letter: KeptLetter, line: string, reader: Person | null, error: unknown): Promise<Brought> {
    if (!(error instanceof ConnectorError)) post.trouble('letter-failed', error);
    const whose = reader?.id ?? (letter.passage.at === 'sent' ? letter.passage.reader : null) ?? null;
    const chat = 'person' in letter.to && whose ? await directory.failed(whose, error) : null;
    const now = clock.now();
    const { holidays } = needs.authority;
    const fate = fateOf({ letter, error, line, reader: whose, chat, now, holidays });
    if (fate.attempt) post.measures?.attempted(letter.kind, fate.attempt.came, plainTrouble(error).lasting);
    if (fate.holdUntil) pacing.holdBack(line, fate.holdUntil);
    noteStrain(line, error);
    const causedMore = await tellOfChannel(letter, error, post);
    await write(letter, fate);
    const { passage } = fate;
    const isNext = passage.at === 'unsent' && (fate.holdUntil !== null || passage.nextTryAt <= now);
    return { backTo: isNext && !unwritten.has(nameOf(letter)) ? line : null, causedMore };
  }

  function noteStrain(line: string, error: unknown): void {
    if (!(error instanceof ConnectorError)) return;
    if (!isWholeLine(error) && !error.ambiguous) return void (error.status !== null && strain.eased());
    const until = strain.felt(line, isEverybody(error), clock.now());
    if (until) pacing.holdBack('all', until);
  }

  /** Brings a letter along a line, telling when its request has left. Whatever fails is written down or told as trouble. */
  return async function bring(waiting: KeptLetter, line: string, underWay: () => void): Promise<Brought> {
    const messenger = paced(post.messenger, pacing, { line, clock, underWay });
    try {
      const already = unwritten.get(nameOf(waiting));
      if (already) {
        await write(waiting, already);
        return DONE;
      }
      const letter = await stillDue(waiting);
      if (!letter) return DONE;
      const plan = await planOf(letter, needs, directory);
      if ('waits' in plan) {
        await write(letter, { passage: plan.waits, attempt: null, holdUntil: null });
        return DONE;
      }
      if (plan.line !== line) return { backTo: plan.line, causedMore: false };
      return await sent(letter, line, plan.reader, { ...post, messenger });
    } finally {
      messenger.over();
    }
  };

  async function sent(letter: KeptLetter, line: string, reader: Person | null, way: Post): Promise<Brought> {
    const had = await passageOf(letter, reader, way).then(
      (passage) => ({ passage }),
      (error: unknown) => ({ error }),
    );
    if ('error' in had)
      return had.error instanceof NotYet
        ? { backTo: line, causedMore: false }
        : failed(letter, line, reader, had.error);
    const { passage } = had;
    const isNew = passage.at === 'sent' && letter.passage.at === 'unsent';
    if (passage.at === 'sent') {
      strain.eased();
      if ('channel' in letter.to && passage.redrawTries === 0 && passage.redrawAfter !== null)
        post.channels.reached(letter.to.channel);
    }
    const attempt = isNew ? { at: passage.sentAt, came: 'arrived' as const, trouble: null } : null;
    if (attempt) post.measures?.attempted(letter.kind, attempt.came);
    await write(letter, { passage, attempt, holdUntil: null });
    return DONE;
  }
}

/** A redraw that found its message gone says nothing about the channel. True when letters to administrators wait now. */
async function tellOfChannel({ to, passage }: KeptLetter, error: unknown, { channels, trouble }: Post) {
  const isMessageGone = passage.at === 'sent' && plainTrouble(error).lasting === 'gone';
  if (!('channel' in to) || isMessageGone || !channelTroubleOf(error)) return false;
  return channels.failed(to.channel, error).catch((cause: unknown) => {
    trouble('channel-trouble-not-told', cause);
    return false;
  });
}
