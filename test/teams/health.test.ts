import { afterEach, describe, expect, it } from 'vitest';
import { type Council, openCouncil } from '../fakes/council.ts';

let council: Council;
afterEach(async () => await council.close());

describe('the bank holidays Homeward knows', () => {
  it.each([
    ['2026-11-23', []],
    ['2028-01-04', [{ level: 'warn', code: 'holidays-end-soon', facts: { knownUntil: '2028-12-31' } }]],
  ])('started on %s, are warned of where they end within a year', async (today, warned) => {
    council = await openCouncil(today);
    expect(council.logged).toEqual(warned);
    const answer = await fetch(`${council.running.url}/healthz`);
    expect(await answer.json()).toMatchObject({ up: true, detail: { holidaysKnownUntil: '2028-12-31' } });
  });
});
