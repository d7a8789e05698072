import { type Clock, type Instant, momentOf } from '../../src/clock.ts';
import { localDate } from '../../src/local-date.ts';

/** A clock that shows what it is told, as the clocks of England would. */
export interface StoppedClock extends Clock {
  moveTo(day: string, time?: string): void;
  set(moment: Instant): void;
}

export function stoppedClock(day: string, time = '10:00'): StoppedClock {
  let now = at(day, time);
  return {
    now: () => now,
    moveTo(to, clock = '10:00') {
      now = at(to, clock);
    },
    set(moment) {
      now = moment;
    },
  };
}

/** The moment when the clocks of England show a time on a day. */
export function at(day: string, time = '10:00'): Instant {
  return momentOf(localDate(day), time);
}
