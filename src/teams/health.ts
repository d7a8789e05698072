import { type Instant, millisecondsFrom } from '../clock.ts';
import type { ChannelTrouble } from '../letters/channels/model.ts';
import type { Readiness } from './door.ts';
import type { Needs } from './route.ts';

/** A tick that is older than this means that nobody is being reminded. */
const SILENT_AFTER_MINUTES = 5;

/** How Homeward is, for whoever watches over it: numbers, moments and codes only. A channel in trouble is no reason not to serve. */
export async function healthOf(
  { outbox, clock, authority }: Needs,
  lastTick: Instant,
  channelsInTrouble: readonly ChannelTrouble[],
): Promise<Readiness> {
  const minutesSinceTick = Math.floor(millisecondsFrom(lastTick, clock.now()) / 60_000);
  const trouble = await outbox.inTrouble();
  return {
    ready: minutesSinceTick <= SILENT_AFTER_MINUTES,
    detail: {
      lastTick,
      minutesSinceTick,
      lettersNotDelivered: trouble.length,
      oldestNotDelivered: trouble[0]?.writtenAt ?? null,
      channelsInTrouble,
      holidaysKnownUntil: authority.holidays.knownUntil,
    },
  };
}
