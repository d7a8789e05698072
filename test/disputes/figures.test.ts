import { describe, expect, it } from 'vitest';
import { medianOf } from '../../src/disputes/figures/median.ts';
import type { Count, Figures } from '../../src/disputes/figures/model.ts';
import { periodsOf } from '../../src/disputes/figures/periods.ts';
import { partsOf } from '../../src/disputes/figures/words.ts';
import { directorRuth, grace } from '../builders/people.ts';
import { TWELVE } from '../builders/twelve-disputes.ts';
import { figuresFor } from './sight-samples.ts';

const ofAll = figuresFor(directorRuth);
const numbers = (counts: readonly Count[]) =>
  Object.fromEntries(
    counts.filter(({ disputes }) => disputes.length > 0).map(({ title, disputes }) => [title, disputes.length]),
  );
const behind = (counts: readonly Count[], title: string) =>
  counts.find((one) => one.title === title)?.disputes.map((id) => Number(id.slice(2)));
const SHARED = ['standing', 'stages', 'themes', 'teams', 'time'] as const;

describe('the figures of twelve disputes, counted by hand', () => {
  const { figures } = ofAll;

  it('count those raised in the last twelve months, void ones apart', () => {
    expect(figures.raised.disputes).toHaveLength(10);
    expect(behind(figures.apart, 'Raised earlier, still open')).toEqual([10]);
    expect(behind(figures.apart, 'Void (in no other figure)')).toEqual([9]);
  });

  it('say how they stand; a withdrawn one stays in the figures', () => {
    expect(numbers(figures.standing)).toEqual({
      'Open now': 3,
      'Resolved, being checked': 2,
      'Closed with an outcome': 3,
      'Withdrawn by the IRO': 1,
      'Overtaken by events': 1,
    });
  });

  it('count each by the highest stage it reached', () => {
    expect(numbers(figures.stages)).toEqual({
      Informal: 1,
      'Team manager': 3,
      'Service manager': 2,
      'Head of service': 2,
      "Director of Children's Services": 1,
      'Chief Executive': 1,
    });
  });

  it('count by theme and by team', () => {
    expect(numbers(figures.themes)).toEqual({
      'Drift and delay': 4,
      'Care planning': 1,
      'Visit overdue': 1,
      'Time with family': 1,
      Education: 1,
      'Legal status, or section 20 drift': 1,
      'Safeguarding, missing or exploitation': 1,
    });
    expect(numbers(figures.teams)).toEqual({ 'North Care Team': 7, 'South Care Team': 3 });
  });

  it('say who kept to the twenty working days: past day twenty is late, whether it has ended or not', () => {
    expect(behind(figures.time, 'Ended within 20 working days')).toEqual([1, 4, 5, 7, 8, 11]);
    expect(behind(figures.time, 'Longer than 20 working days')).toEqual([6, 12]);
    expect(behind(figures.time, 'Still within the 20')).toEqual([3]);
    expect(behind(figures.time, 'Never made formal')).toEqual([2]);
    const share = partsOf(ofAll, true).flatMap(({ said }) =>
      said.filter(({ title }) => title === 'Ended within the twenty'),
    );
    expect(share).toMatchObject([{ value: '75% (6 of 8)' }]);
  });

  it('count a bypass by the IRO, and no stage that was passed over because nobody could answer', () => {
    expect(behind(figures.onTheWay, 'A stage bypassed by the IRO')).toEqual([5, 11]);
  });

  it('count Cafcass asked and referred to, and what the child was told', () => {
    expect(behind(figures.onTheWay, 'Cafcass asked for advice')).toEqual([6]);
    expect(behind(figures.onTheWay, 'Referred to Cafcass')).toEqual([5]);
    expect(behind(figures.onTheWay, 'Child knows of it')).toEqual([1]);
    expect(behind(figures.onTheWay, 'Child offered an advocate')).toEqual([1, 3]);
    expect(behind(figures.onTheWay, 'Urgent')).toEqual([5]);
  });

  it('count what came of it: actions past their day, checks that failed, one dispute with two cycles', () => {
    expect(behind(figures.afterwards, 'An agreed action past its day and not checked since')).toEqual([1]);
    expect(behind(figures.afterwards, 'A check failed')).toEqual([8]);
    expect(behind(figures.afterwards, 'Reopened (one dispute, more than one cycle)')).toEqual([8]);
    expect(figures.childrenAgain).toBe(1);
    expect(figures.goodPractice).toBe(2);
  });

  it('give the median working days of each stage, and from formal to a changed plan', () => {
    const medians = Object.fromEntries(
      figures.lengths.map(({ title, days }) => [title, [medianOf(days), days.length]]),
    );
    expect(medians).toEqual({
      Informal: [4, 1],
      'Team manager': [4.5, 8],
      'Service manager': [4, 3],
      'Head of service': [3.5, 2],
      "Director of Children's Services": [2.5, 2],
      'Chief Executive': [null, 0],
      'From formal to a changed plan': [9, 3],
    });
  });
});

describe('the figures always', () => {
  const samples: readonly (readonly [string, Figures])[] = [
    ['all', ofAll.figures],
    ['a service', figuresFor(grace).figures],
    ['none', figuresFor(directorRuth, { disputes: [] }).figures],
    ...TWELVE.map((dispute) => [dispute.id, figuresFor(directorRuth, { disputes: [dispute] }).figures] as const),
  ];

  it.each(samples)('share out all that were raised, each once: %s', (_of, figures) => {
    for (const part of SHARED) {
      const all = figures[part].flatMap(({ disputes }) => disputes);
      expect(all.toSorted(), part).toEqual(figures.raised.disputes.toSorted());
    }
  });

  it.each(samples)('are of those raised, wherever they are some of them: %s', (_of, figures) => {
    const some = [...figures.onTheWay, ...figures.afterwards].flatMap(({ disputes }) => disputes);
    expect(some.filter((id) => !figures.raised.disputes.includes(id))).toEqual([]);
    const apart = figures.apart.flatMap(({ disputes }) => disputes);
    expect(apart.filter((id) => figures.raised.disputes.includes(id))).toEqual([]);
  });
});

describe('the periods', () => {
  const table = [
    ['2026-06-30', '12-months', '2025-07-01', '2026-06-30'],
    ['2026-06-30', '2026', '2026-04-01', '2026-06-30'],
    ['2026-06-30', '2025', '2025-04-01', '2026-03-31'],
    ['2026-06-30', '2026-Q1', '2026-04-01', '2026-06-30'],
    ['2026-06-30', '2025-Q4', '2026-01-01', '2026-03-31'],
    ['2026-06-30', '2025-Q2', '2025-07-01', '2025-09-30'],
    ['2026-03-31', '2025', '2025-04-01', '2026-03-31'],
    ['2026-01-15', '2025-Q4', '2026-01-01', '2026-01-15'],
    ['2026-04-01', '2026', '2026-04-01', '2026-04-01'],
    ['2024-02-29', '12-months', '2023-03-01', '2024-02-29'],
  ] as const;

  it.each(table)('on %s, %s is from %s to %s', (today, key, from, to) => {
    expect(periodsOf(today as never).find((period) => period.key === key)).toMatchObject({ from, to });
  });

  it('never reach ahead of today', () => {
    for (const { from, to } of periodsOf('2026-05-05' as never)) expect(from <= to && to <= '2026-05-05').toBe(true);
  });
});

describe('a median', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[1, 2], 1.5],
    [[10, 2, 4, 20], 7],
  ])('of %j is %j', (days, median) => {
    expect(medianOf(days)).toBe(median);
  });
});
