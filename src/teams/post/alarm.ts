import { type Clock, millisecondsFrom } from '../../clock.ts';
import type { Alarm } from './sending.ts';

/** A timer that keeps no process alive. */
export function alarmBy(clock: Clock): Alarm {
  return {
    at(moment, run) {
      setTimeout(run, Math.max(0, millisecondsFrom(clock.now(), moment))).unref();
    },
  };
}
