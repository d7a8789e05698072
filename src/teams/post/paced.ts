import type { Clock, Instant } from '../../clock.ts';
import type { Messenger } from './messenger.ts';
import type { Pacing, Request } from './pacing.ts';

/** A request that may not go yet, and was not made. The letter is as it was. */
export class NotYet extends Error {
  readonly code = 'not-yet';
}

/** A messenger whose every request counts, for one letter of one line. */
export interface Paced extends Messenger {
  /** The letter is done with: what was kept for it and not used is free again. */
  over(): void;
}

/**
 * Room for the first request is kept from the start: nobody else takes it while the card is drawn. `underWay` is told when
 * that request has left.
 */
export function paced(
  messenger: Messenger,
  pacing: Pacing,
  { line, clock, underWay }: { readonly line: string; readonly clock: Clock; readonly underWay: () => void },
): Paced {
  let kept: Request | null = pacing.begin(line, clock.now());
  const request = (): Request => {
    const now = clock.now();
    const first = kept;
    kept = null;
    if (first) return first;
    if (!isNow(pacing.earliest(line, now), now)) throw new NotYet('Not yet, to keep the pace');
    return pacing.begin(line, now);
  };
  const counted = async <T>(ask: () => Promise<T>): Promise<T> => {
    const one = request();
    const answer = ask();
    setImmediate(underWay);
    return await answer.finally(() => one.answered(clock.now()));
  };
  return {
    say: (place, message) => counted(() => messenger.say(place, message)),
    openThread: (channel, message) => counted(() => messenger.openThread(channel, message)),
    openChat: (person) => counted(() => messenger.openChat(person)),
    reach: (channel) => counted(() => messenger.reach(channel)),
    redraw: (sent, message) => counted(() => messenger.redraw(sent, message)),
    over() {
      kept?.unmade();
      kept = null;
    },
  };
}

function isNow(at: Instant | null, now: Instant): boolean {
  return at !== null && at <= now;
}
