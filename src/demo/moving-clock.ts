import { type Clock, computerClock, type Instant, millisecondsFrom, plusMinutes } from '../clock.ts';

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
