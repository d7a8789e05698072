import { describe, it } from 'vitest';
import { everyPromiseIsKept } from './lives.ts';

// In a file of its own so that both halves run at the same time.
describe('whatever happens to a dispute, and whatever breaks', () => {
  it.each([3, 4])('it keeps what was promised (2,500 histories, seed %i)', { timeout: 300_000 }, async (seed) => {
    await everyPromiseIsKept(seed);
  });
});
