import { describe, expect, it } from 'vitest';
import { livesThroughKills } from './lived-through-kills.ts';

/** A history has 55 kills in it, the four together 220. Two go on at a time: one starts while the other is asked. */
const SEEDS = [
  [1, 2],
  [3, 4],
] as const;
const KILLS = 55;

describe('Homeward, killed while it works', () => {
  it.concurrent.each(SEEDS)(
    `keeps all it acknowledged, and every letter, over two fortnights of work with ${2 * KILLS} kills in them (%i and %i)`,
    async (...seeds) => {
      let kills = 0;
      for (const seed of seeds) {
        const killed = await livesThroughKills(seed);
        expect(Math.min(...Object.values(killed.at))).toBeGreaterThanOrEqual(5);
        kills += killed.kills;
      }
      expect(kills).toBe(2 * KILLS);
    },
    900_000,
  );
});
