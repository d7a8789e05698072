import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_VERSION, itemsOf } from '../../src/returns/checklist/checklist.ts';

/** The headings of the case-review briefing, in the order in which it has them: seven findings, five lessons, and earlier reviews. */
const HEADINGS = 13;

const section = readFileSync('README.md', 'utf8')
  .split('## What reviews of failed returns found')[1]!
  .split('\n## ')[0]!;
const rows = section
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| what was found'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, found = '', items = '', besides = '']) => ({ found, items: items.split(', '), besides }));
const required = itemsOf(CHECKLIST_VERSION).filter(({ uses }) => Object.values(uses).includes('R'));
const known = itemsOf(CHECKLIST_VERSION).map(({ id }) => id as string);

describe('what the reviews of failed returns found', () => {
  it('is answered heading by heading', () => {
    expect(rows).toHaveLength(HEADINGS);
  });

  it.each(rows)('$found', ({ items, besides }) => {
    expect(items.filter((id) => !known.includes(id))).toEqual([]);
    expect(required.map(({ id }) => id as string)).toEqual(expect.arrayContaining(items.slice(0, 1)));
    expect(besides).not.toBe('');
  });
});
