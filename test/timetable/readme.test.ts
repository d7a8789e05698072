import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKLIST_VERSION, itemsOf } from '../../src/returns/checklist/checklist.ts';
import { PROMPTS } from '../../src/timetable/prompts.ts';
import { TIMETABLE } from '../../src/timetable/timetable.ts';

/** Every rule of the account of the law (domain.md 1.1 to 1.4, and what law-check.md 5 adds). */
const ACCOUNT: Readonly<Record<string, string>> = {
  CNT: '01 02 03 04 05 06 07 08 09 10',
  VIS: '01 02 03a 03b 04 05a 05b 06a 06b 07a 07b 07c 08 09a 09b 10 11 12 13 20 21 22 23 24',
  REV: '01 02 03 04 05 06 07a 07b 07c 08 09 10 20 21 22 23 24',
  PWP: '01 02 03 04 05a 05b 05c 06 07 08',
  NOT: '01 02',
  DEC: '01 02 03 04 05 06 07 08 09 10 11 12 13',
  REM: '01 02 03',
  TRM: '01 02 03 04',
  PLN: '01',
};
const account = Object.entries(ACCOUNT).flatMap(([part, ids]) => ids.split(' ').map((id) => `R-${part}-${id}`));

const section = readFileSync('README.md', 'utf8').split('## Rules that are not dates\n')[1]!.split('\n## ')[0]!;
const table = section
  .split('\n')
  .filter((line) => line.startsWith('| R-'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, rules = '', where = '']) => ({ rules: rules.split(', '), where }));
const told = table.flatMap(({ rules }) => rules);
const checklist: readonly string[] = itemsOf(CHECKLIST_VERSION).map(({ id }) => id);
const dated = [...TIMETABLE, ...PROMPTS].map(({ id }) => id);

describe('the account of the law', () => {
  it.each(account)('%s is a row, a prompt, or told in the README', (rule) => {
    expect([...dated, ...told]).toContain(rule);
  });

  it('is all that the README tells, each rule once, and none that the timetable has', () => {
    expect(told.filter((rule) => !account.includes(rule))).toEqual([]);
    expect(told).toEqual([...new Set(told)]);
    expect(told.filter((rule) => dated.includes(rule))).toEqual([]);
  });

  it.each(table.map(({ rules, where }) => [rules.join(', '), where]))('%s: %s', (_rules, where = '') => {
    expect(where).toMatch(/^[^ ].{10,}[^.]$/);
    const files = [...where.matchAll(/`(src\/[^`]+)`/g)].map(([, path]) => path!);
    expect(files.filter((path) => !existsSync(path))).toEqual([]);
    const items = where.match(/(?<!R-)\b(CON|ASM|DEC|PLN|RET|SUP|MON|UNP|YP)-\d{2}\b/g) ?? [];
    expect(items.filter((item) => !checklist.includes(item))).toEqual([]);
    const rows = where.match(/R-[A-Z]{3}-\d{2}[a-c]?/g) ?? [];
    expect(rows.filter((row) => !dated.includes(row))).toEqual([]);
  });
});
