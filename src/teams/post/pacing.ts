/**
 * How fast the post may go (teams.md 1.3). A request counts from when it is begun until its window has passed after its
 * answer: whenever between the two Teams counted it, no delay on the way can break a limit.
 */
import { type Instant, millisecondsFrom, plusMilliseconds } from '../../clock.ts';

/** At most so many requests within so many seconds. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

export interface Limits {
  readonly conversation: readonly Limit[];
  readonly tenant: readonly Limit[];
}

/** What Teams allows. One a second of the tenant's fifty is left to the answers of turns, which nobody paces. */
export const TEAMS_LIMITS: Limits = {
  conversation: [
    { most: 7, seconds: 1 },
    { most: 8, seconds: 2 },
    { most: 60, seconds: 30 },
    { most: 1800, seconds: 3600 },
  ],
  tenant: [{ most: 49, seconds: 1 }],
};

/** The Playground has none. */
export const NO_LIMITS: Limits = { conversation: [], tenant: [] };

export interface Pacing {
  /** The earliest moment for the next request to a conversation, not before now; null when an answer must come first. */
  earliest(line: string, now: Instant): Instant | null;
  /** The same for any conversation at all. */
  earliestOfAll(now: Instant): Instant | null;
  /** Counts a request from now on. */
  begin(line: string, now: Instant): Request;
  /** Nothing to a conversation, or to anybody, before a moment. */
  holdBack(line: string | 'all', until: Instant): void;
}

/** A request that counts while it is under way. */
export interface Request {
  answered(at: Instant): void;
  /** It was not made after all. */
  unmade(): void;
}

/** What is counted of one conversation, or of the tenant. Times are milliseconds from when the post was opened. */
interface Count {
  inFlight: number;
  /** When the answers came, earliest first. */
  readonly answered: number[];
  heldUntil: number;
}

/** Counts are looked through for ones that are over after so many requests. */
const TIDY_EVERY = 1_000;

export function pacing(limits: Limits, opened: Instant): Pacing {
  const tenant = nothing();
  const conversations = new Map<string, Count>();
  let begun = 0;
  const since = (moment: Instant) => millisecondsFrom(opened, moment);
  const countOf = (line: string) => {
    const there = conversations.get(line) ?? nothing();
    conversations.set(line, there);
    return there;
  };
  const asMoment = (free: number, now: Instant): Instant | null => {
    if (free === Number.POSITIVE_INFINITY) return null;
    const wait = free - since(now);
    return wait <= 0 ? now : plusMilliseconds(now, wait);
  };
  const tidy = (now: number) => {
    for (const [line, count] of conversations) if (isOver(count, limits.conversation, now)) conversations.delete(line);
  };

  return {
    earliest(line, now) {
      const at = since(now);
      const count = conversations.get(line);
      const own = count ? freeAt(count, limits.conversation, at) : at;
      return asMoment(Math.max(own, freeAt(tenant, limits.tenant, at)), now);
    },
    earliestOfAll: (now) => asMoment(freeAt(tenant, limits.tenant, since(now)), now),
    begin(line, now) {
      begun += 1;
      if (begun % TIDY_EVERY === 0) tidy(since(now));
      const counts = [
        [countOf(line), limits.conversation],
        [tenant, limits.tenant],
      ] as const;
      for (const [count] of counts) count.inFlight += 1;
      return {
        answered(at) {
          for (const [count, of] of counts) noteAnswer(count, of, since(at));
        },
        unmade() {
          for (const [count] of counts) count.inFlight -= 1;
        },
      };
    },
    holdBack(line, until) {
      const count = line === 'all' ? tenant : countOf(line);
      count.heldUntil = Math.max(count.heldUntil, since(until));
    },
  };
}

function nothing(): Count {
  return { inFlight: 0, answered: [], heldUntil: Number.NEGATIVE_INFINITY };
}

/** When one more fits into every window: infinity while only an answer can make room. */
function freeAt({ inFlight, answered, heldUntil }: Count, limits: readonly Limit[], now: number): number {
  const free = limits.map(({ most, seconds }) => {
    // A clock that was put back leaves answers in the future: they have been had.
    const within = answered.filter((at) => at <= now + 1 && at + seconds * 1000 > now);
    const tooMany = inFlight + within.length - most + 1;
    if (tooMany <= 0) return now;
    return tooMany > within.length ? Number.POSITIVE_INFINITY : within[tooMany - 1]! + seconds * 1000;
  });
  return Math.max(now, heldUntil, ...free);
}

function noteAnswer(count: Count, limits: readonly Limit[], at: number): void {
  count.inFlight -= 1;
  // Clocks show whole milliseconds: the answer came within the one that had begun.
  count.answered.push(at + 1);
  const longest = Math.max(0, ...limits.map(({ seconds }) => seconds * 1000));
  while (count.answered.length > 0 && count.answered[0]! + longest <= at) count.answered.shift();
}

function isOver({ inFlight, answered, heldUntil }: Count, limits: readonly Limit[], now: number): boolean {
  const longest = Math.max(0, ...limits.map(({ seconds }) => seconds * 1000));
  return inFlight === 0 && heldUntil <= now && !answered.some((at) => at + longest > now);
}
