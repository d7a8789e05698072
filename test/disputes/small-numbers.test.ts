import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/disputes/figures/export.ts';
import { isSmall, type Shown, shownAlone, shownOf, shownParts } from '../../src/disputes/figures/small-numbers.ts';
import { partsOf } from '../../src/disputes/figures/words.ts';
import { directorRuth, grace, northmoor, sightOf } from '../builders/people.ts';
import { TWELVE } from '../builders/twelve-disputes.ts';
import { at } from '../fakes/stopped-clock.ts';
import { figuresFor } from './sight-samples.ts';

const said = (parts: readonly number[]) => shownParts(parts)?.map((shown, nth) => sayShown(shown, parts[nth]!)) ?? null;
const sayShown = (shown: Shown, number: number) => (shown === 'as-it-is' ? number : shown);

describe('a number from 1 to 4', () => {
  it.each([
    [0, 'as-it-is'],
    [1, 'fewer-than-5'],
    [4, 'fewer-than-5'],
    [5, 'as-it-is'],
  ] as const)('with no total beside it: %i is shown %s', (number, shown) => {
    expect(shownAlone(number)).toBe(shown);
  });

  it.each([
    [0, 20, 'as-it-is'],
    [4, 20, 'fewer-than-5'],
    [5, 20, 'as-it-is'],
    [15, 20, 'as-it-is'],
    [16, 20, 'not-shown'],
    [20, 20, 'as-it-is'],
    [3, 8, 'not-shown'],
    [5, 8, 'not-shown'],
    [0, 3, 'not-shown'],
    [3, 3, 'not-shown'],
  ] as const)('%i of %i is shown %s', (number, total, shown) => {
    expect(shownOf(number, total)).toBe(shown);
  });

  it.each([
    ['nothing is small', [5, 7, 0], [5, 7, 0]],
    ['one is small: the smallest large one goes with it', [2, 9, 12], ['fewer-than-5', 'not-shown', 12]],
    ['noughts are shown', [2, 0, 12, 20], ['fewer-than-5', 0, 'not-shown', 20]],
    [
      'a large one too near to five hides nothing: one more goes',
      [3, 5, 6, 30],
      ['fewer-than-5', 'not-shown', 'not-shown', 30],
    ],
    ['two parts of fewer than ten', [2, 6], ['not-shown', 'not-shown']],
    ['all are small', [2, 2, 2], null],
    ['the total is small', [3, 0], null],
  ] as const)('among the parts of a total: %s', (_how, parts, shown) => {
    expect(said(parts)).toEqual(shown);
  });

  it('cannot be worked out, by somebody who knows the rule, from all that is shown', () => {
    for (const [many, most] of [
      [2, 40],
      [3, 30],
      [4, 24],
    ] as const) {
      for (let total = 5; total <= most; total += 1) expect(givenAway(many, total)).toEqual([]);
    }
  });

  it('of a total of ten or more cannot be worked out from one number of it', () => {
    for (let total = 5; total <= 30; total += 1) {
      const seen = Array.from({ length: total + 1 }, (_, number) => sayShown(shownOf(number, total), number));
      const certain = seen.filter(
        (one, number) => isNear(number, total) && seen.filter((same) => same === one).length < 2,
      );
      expect(certain, `of ${total}`).toEqual([]);
    }
  });
});

const isNear = (number: number, total: number) => isSmall(number) || isSmall(total - number);

/** Every way to share a total out; what is said of each; and the parts that are small and could be nothing else. */
function givenAway(many: number, total: number): readonly string[] {
  const bySaid = new Map<string, number[][]>();
  for (const parts of sharings(many, total)) {
    const key = JSON.stringify(said(parts));
    bySaid.set(key, [...(bySaid.get(key) ?? []), parts]);
  }
  return [...bySaid].flatMap(([key, ways]) =>
    ways[0]!.flatMap((_, nth) => {
      const could = new Set(ways.map((parts) => parts[nth]!));
      return could.size === 1 && isSmall([...could][0]!) ? [`${key} part ${nth}`] : [];
    }),
  );
}

function sharings(many: number, total: number): number[][] {
  if (many === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    sharings(many - 1, total - first).map((rest) => [first, ...rest]),
  ).flat();
}

describe('the figures of twelve disputes', () => {
  const ofService = figuresFor(grace);
  const ofAll = figuresFor(grace, { look: 1 });

  it('are exact for a manager of the service, and for posts over the whole authority', () => {
    for (const at of [ofService, figuresFor(directorRuth)]) {
      expect(at.look.isExact).toBe(true);
      const values = partsOf(at, at.look.isExact).flatMap((part) => part.said.map(({ value }) => value));
      expect(values.filter((value) => /fewer|not shown/.test(value))).toEqual([]);
    }
  });

  it('hold small numbers back from a manager who looks at the whole authority', () => {
    expect(ofAll.look.isExact).toBe(false);
    const shown = partsOf(ofAll, false).flatMap(({ said: all }) => all.flatMap(({ number }) => number ?? []));
    const counts = partsOf(ofAll, false)
      .filter(({ title }) => !title.startsWith('Working days'))
      .flatMap(({ said: all }) => all.flatMap(({ number }) => number ?? []));
    expect(shown.length).toBeGreaterThan(0);
    expect(counts.filter(isSmall)).toEqual([]);
  });

  it('offer no quarter where small numbers are held back', () => {
    expect(ofService.periods.some(({ isWholeYear }) => !isWholeYear)).toBe(true);
    expect(ofAll.periods.some(({ isWholeYear }) => !isWholeYear)).toBe(false);
  });

  it('come to a text for the annual report that gives no child and no person away', () => {
    const text = textOf(figuresFor(directorRuth), sightOf(directorRuth, at('2026-06-30')));
    expect(text).toContain('DISPUTES RAISED BY INDEPENDENT REVIEWING OFFICERS\nNorthmoor');
    expect(text).toContain('Raised from Tue 1 July 2025 to Tue 30 June 2026');
    expect(text).toContain('- Raised: 10');
    expect(text).toContain('By theme\n- too few to share out');
    expect(text).not.toMatch(/\bD-\d|\bC-\d|\bG-\d/);
    for (const { name } of northmoor.register.values()) expect(text).not.toContain(name);
    const numbers = [...text.matchAll(/^- (?!.*median).*: (\d+)$/gm)].map(([, number]) => Number(number));
    expect(numbers.filter(isSmall)).toEqual([]);
  });

  it('say what many disputes mean, with where that comes from, and colour nothing', () => {
    const text = textOf(figuresFor(directorRuth), sightOf(directorRuth, at('2026-06-30')));
    expect(text).toMatch(/sign that challenge works; there seems to be no national benchmark/);
    expect(text).toMatch(/Herefordshire.*63334.*Medway.*28334/);
  });

  it('are as they were when many more are counted', () => {
    const many = Array.from({ length: 60 }, (_, nth) => ({ ...TWELVE[0]!, id: `D-1${nth}` }));
    const at = figuresFor(directorRuth, { disputes: [...TWELVE, ...many] });
    const themes = partsOf(at, false).find(({ title }) => title === 'By team');
    expect(themes?.said.map(({ value }) => value)).toEqual(['not shown', 'fewer than 5']);
  });
});
