import { describe, expect, it } from 'vitest';
import { atWork, movingClock } from '../../src/demo/moving-clock.ts';
import { northmoor } from '../builders/people.ts';
import { at, stoppedClock } from '../fakes/stopped-clock.ts';

describe('the clock of the demo', () => {
  it.each([
    ['on a working day as it is', '2026-03-25', '14:10', '2026-03-25', '14:10'],
    ['on a Sunday at the next working morning', '2026-04-05', '14:10', '2026-04-07', '09:00'],
    ['before eight at nine', '2026-03-25', '06:00', '2026-03-25', '09:00'],
    ['in the evening at the next morning', '2026-03-25', '18:00', '2026-03-26', '09:00'],
  ])('starts %s', (_how, day, time, to, shows) => {
    expect(atWork(movingClock(stoppedClock(day, time)), northmoor.holidays).now()).toBe(at(to, shows));
  });
});
