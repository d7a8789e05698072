import { assert, asyncProperty } from 'fast-check';
import { expect } from 'vitest';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { BeyondKnownHolidays } from '../../src/working-days.ts';
import { histories, lived } from './histories.ts';
import { notTold, OF_EVERY_CHANGE, wronglySaid } from './promises-kept.ts';

const promises = Object.entries(OF_EVERY_CHANGE);

/** Lives 2,500 random histories from a seed, and expects every promise to be kept in each. */
export async function everyPromiseIsKept(seed: number): Promise<void> {
  await assert(
    asyncProperty(histories, async (history) => {
      const told = new Set<string>();
      const broken: string[] = [];
      const { disputes, sent, letters, troubles } = await lived(history, (seen) => {
        broken.push(...promises.filter(([, isKept]) => !isKept(seen)).map(([promise]) => promise));
        if (seen.woken) broken.push(...notTold(seen, told).map((who) => `was not told: ${who}`));
      });
      expect(broken).toEqual([]);
      expect(wronglySaid(letters)).toEqual([]);
      for (const one of disputes) expect(DISPUTE_SHAPE.schema.safeParse(one).error).toBeUndefined();
      const kept = new Set(letters.map(({ key }) => key));
      expect([...sent].filter((key) => !kept.has(key))).toEqual([]);
      expect(troubles.filter((error) => !(error instanceof BeyondKnownHolidays))).toEqual([]);
    }),
    { seed, numRuns: 2500 },
  );
}
