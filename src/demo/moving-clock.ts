import { type Clock, computerClock, dayOf, type Instant, millisecondsFrom, momentOf, plusMinutes } from '../clock.ts';
import { isTimeToTell, nextHours } from '../letters/rules.ts';
import type { Holidays } from '../working-days.ts';

/** A clock that runs like the computer's and can be moved forward, for the demo only. */
export interface MovingClock extends Clock {
  /** Sets the clock to a moment that is not before what it shows. */
  moveTo(moment: Instant): void;
}

export function movingClock(real: Clock = computerClock()): MovingClock {
  let minutesAhead = 0;
  const now = () => plusMinutes(real.now(), minutesAhead);
  return {
    now,
    moveTo(moment) {
      if (moment > now()) minutesAhead += Math.ceil(millisecondsFrom(now(), moment) / 60_000);
    },
  };
}

/** Set to the next working morning in quiet hours: who tries the demo on a Sunday would see nothing arrive. */
export function atWork(clock: MovingClock, holidays: Holidays): MovingClock {
  const now = clock.now();
  if (!isTimeToTell(now, holidays)) clock.moveTo(momentOf(dayOf(nextHours(now, holidays)), '09:00'));
  return clock;
}
