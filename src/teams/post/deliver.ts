import type { Instant } from '../../clock.ts';
import { bringer } from './bringing.ts';
import { type InHand, noLines } from './lines.ts';
import { pacing as pacingBy } from './pacing.ts';
import { lineFor } from './readers.ts';
import type { Post } from './sending.ts';
import { noStrain } from './strain.ts';

/** Letters on their way. */
export interface Delivery {
  /**
   * Takes up what waits and sends it: in order within a conversation, several conversations at once, each letter once.
   * Called after every answer and at every tick. Resolves when nothing more may go at this moment; what keeps to the pace
   * of Teams goes on by itself. Never rejects: its failures are told as trouble.
   */
  send(): Promise<void>;
  /** Lets what is under way end, and begins nothing new. */
  stop(): Promise<void>;
}

/** Conversations written to at the same time. */
const MOST_AT_ONCE = 32;

export function delivery(post: Post): Delivery {
  const { clock, outbox } = post.needs;
  const pacing = pacingBy(post.limits, clock.now());
  const strain = noStrain();
  const lines = noLines();
  const bring = bringer(post, pacing, strain);
  let atOnce = 0;
  /** The one letter whose request has not left yet: cards drawn all together would leave, and be answered, in heaps. */
  let drawing: InHand | null = null;
  let reading = 0;
  let stopped = false;
  let alarmAt: Instant | null = null;
  const whenStill: (() => void)[] = [];

  async function takeUp(): Promise<void> {
    reading += 1;
    try {
      const waiting = await outbox.waiting(clock.now());
      const fresh = waiting.filter((letter) => !lines.has(letter));
      lines.put(fresh.map((letter) => [lineFor(letter, post.needs, post.directory), letter] as const));
    } catch (error) {
      post.trouble('post-failed', error);
    } finally {
      reading -= 1;
    }
    goOn();
  }

  const hasRoom = () => !stopped && drawing === null && atOnce < (strain.isFelt() ? 1 : MOST_AT_ONCE);

  /** Begins all that may go now. */
  function goOn(): void {
    while (hasRoom()) {
      const now = clock.now();
      const earliest = pacing.earliestOfAll(now);
      if (earliest === null || earliest > now) break;
      const next = lines.next(now, (line) => pacing.earliest(line, now));
      if (!next) break;
      void along(next);
    }
    // Also while others are under way: one that is slow must not keep the rest from their time.
    if (hasRoom()) comeBack();
    if (atOnce > 0 || reading > 0) return;
    for (const still of whenStill.splice(0)) still();
  }

  async function along(next: InHand): Promise<void> {
    atOnce += 1;
    drawing = next;
    const underWay = () => {
      if (drawing !== next) return;
      drawing = null;
      goOn();
    };
    const brought = await bring(next.letter, next.line, underWay).catch((error: unknown) => {
      post.trouble('letter-lost-sight-of', error);
      return { backTo: null, causedMore: false };
    });
    atOnce -= 1;
    if (drawing === next) drawing = null;
    lines.over(next, brought.backTo);
    if (brought.causedMore) void takeUp();
    else goOn();
  }

  function comeBack(): void {
    const now = clock.now();
    const ofAll = pacing.earliestOfAll(now);
    const ofLines = lines.isReady() ? now : lines.restsUntil();
    const at = ofAll !== null && ofLines !== null && ofLines > ofAll ? ofLines : ofAll;
    if (at === null || ofLines === null || (alarmAt !== null && alarmAt > now && alarmAt <= at)) return;
    alarmAt = at;
    post.alarm.at(at, () => {
      alarmAt = null;
      goOn();
    });
  }

  const still = () => new Promise<void>((resolve) => void whenStill.push(resolve));
  return {
    async send() {
      if (stopped) return;
      const done = still();
      void takeUp();
      await done;
    },
    async stop() {
      stopped = true;
      if (atOnce + reading > 0) await still();
    },
  };
}
