import { describe, it } from 'vitest';
import { everyPromiseIsKept } from './lives.ts';

describe('whatever happens to a dispute, and whatever breaks', () => {
  it.each([1, 2])('it keeps what was promised (2,500 histories, seed %i)', { timeout: 300_000 }, async (seed) => {
    await everyPromiseIsKept(seed);
  });
});
