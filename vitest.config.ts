import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Left to itself vitest keeps one core free, which is half of a small machine.
    maxWorkers: '100%',
  },
});
