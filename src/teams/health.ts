import { dayOf, type Instant, millisecondsFrom } from '../clock.ts';
import type { ChannelTrouble } from '../letters/channels/model.ts';
import type { Attempt } from '../letters/model.ts';
import type { Miss } from '../reminders/watchdog.ts';
import { type Holidays, holidaysEndSoon } from '../working-days.ts';
import type { Log } from './adapter.ts';
import type { Readiness } from './pages.ts';
import type { Needs } from './route.ts';
import type { Watch } from './watch.ts';

/** What keeps Homeward from being ready, by a code. */
export type Problem = Miss | 'store-not-writable' | 'keys-out-of-reach' | 'teams-out-of-reach';

export interface HealthSettings {
  readonly needs: Needs;
  readonly lastTick: () => Instant;
  readonly watch: Pick<Watch, 'missed'>;
  readonly isWritable: () => Promise<boolean>;
  /** Whether Microsoft's keys, with which callers are told from strangers, have been had at least once. */
  readonly hasKeys: () => Promise<boolean>;
  /** Whether letters have failed for long, and none has arrived meanwhile. */
  readonly isTeamsLost: () => Promise<boolean>;
  readonly channelsInTrouble: () => readonly ChannelTrouble[];
}

/** How Homeward is, for whoever watches over it: numbers, moments and codes only. A channel in trouble is no reason not to serve. */
export async function healthOf(settings: HealthSettings): Promise<Readiness> {
  const { needs, watch, isWritable, hasKeys, channelsInTrouble } = settings;
  const { outbox, clock, authority } = needs;
  const [missed, writable, keys, isTeamsLost, trouble] = await Promise.all([
    watch.missed(),
    isWritable(),
    hasKeys(),
    settings.isTeamsLost(),
    outbox.inTrouble(),
  ]);
  const problems: readonly Problem[] = [
    ...(writable ? [] : ['store-not-writable' as const]),
    ...(keys ? [] : ['keys-out-of-reach' as const]),
    ...(isTeamsLost ? ['teams-out-of-reach' as const] : []),
    ...missed.map(({ code }) => code),
  ];
  const lastTick = settings.lastTick();
  return {
    ready: problems.length === 0,
    problems,
    detail: {
      lastTick,
      minutesSinceTick: Math.floor(millisecondsFrom(lastTick, clock.now()) / 60_000),
      missed: Object.fromEntries(missed.map(({ code, count }) => [code, count])),
      oldestUnsent: await outbox.oldestUnsent(),
      lettersNotDelivered: trouble.length,
      oldestNotDelivered: trouble[0]?.writtenAt ?? null,
      channelsInTrouble: channelsInTrouble(),
      holidaysKnownUntil: authority.holidays.knownUntil,
    },
  };
}

/** Letters that fail for so long, with none that arrives, have no one person to wait for. */
const LOST_AFTER_MINUTES = 60;

/** Notes of each attempt how it went, and says whether Teams is out of reach. A chat that somebody closed says nothing about Teams. */
export function reach(now: () => Instant) {
  let failingSince: Instant | null = null;
  return {
    note(came: Attempt['came'], why: string | null): void {
      if (came === 'arrived') failingSince = null;
      else if (why === 'retry' || why === 'unknown') failingSince ??= now();
    },
    isLost: () => failingSince !== null && millisecondsFrom(failingSince, now()) >= LOST_AFTER_MINUTES * 60_000,
  };
}

/** Asks at most once in so many seconds, however often it is asked; what comes of it is no more than yes or no. */
export function seldom(ask: () => Promise<unknown>, now: () => Instant, seconds: number): () => Promise<boolean> {
  let last: { readonly at: Instant; readonly answer: Promise<boolean> } | null = null;
  return () => {
    const at = now();
    if (!last || Math.abs(millisecondsFrom(last.at, at)) >= seconds * 1000) {
      const answer = ask().then(
        () => true,
        () => false,
      );
      last = { at, answer };
    }
    return last.answer;
  };
}

/** Whether what lies at an address could be had; once it was, it is not asked for again. No address: nothing is needed. */
export function hadOnce(url: string | null): () => Promise<unknown> {
  let was = url === null;
  return async () => {
    if (was || url === null) return;
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(3000) });
    if (!ok) throw new Error('Microsoft did not give its keys');
    was = true;
  };
}

/** In time to get a longer list: past its end no date can be given. */
export function warnOfHolidays(holidays: Holidays, now: Instant, log: Log): void {
  if (!holidaysEndSoon(holidays, dayOf(now))) return;
  log({ level: 'warn', code: 'holidays-end-soon', facts: { knownUntil: holidays.knownUntil } });
}
