import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'homeward-due-'));
afterAll(() => rmSync(folder, { recursive: true }));

const example = {
  asOf: '2026-03-27',
  bornOn: '2013-05-01',
  events: [
    { on: '2026-03-26', what: 'became-looked-after', legalStatus: 's20' },
    { on: '2026-03-27', what: 'placement-started', kind: 'foster' },
  ],
};

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function due(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/due.ts', ...args], { input, encoding: 'utf8' });
  return { status, stdout, lines: stderr.split('\n').filter((line) => line !== '') };
}

describe('npm run -s due', () => {
  const file = fileOf('facts.json', JSON.stringify(example));

  it('prints the deadlines of a facts file, with exactly the promised fields', () => {
    const { status, stdout, lines } = due(['--', file]);
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    expect(JSON.parse(stdout)).toEqual({
      asOf: '2026-03-27',
      deadlines: [
        {
          rule: 'R-VIS-01',
          duty: 'Visit the child within a week of the start of the placement',
          owedBy: 'social-worker',
          from: { what: 'placement-started', on: '2026-03-27' },
          due: '2026-04-03',
          actBy: '2026-04-02',
          standing: 'due-soon',
          force: 'regulation',
          cite: 'Care Planning Regulations 2010 (SI 2010/959) reg 28(2)(a)',
          skipped: [{ on: '2026-04-03', why: 'Good Friday' }],
        },
        expect.objectContaining({ rule: 'R-REV-01', due: '2026-04-27' }),
      ],
      cannotSay: [],
    });
  });

  it('reads standard input, and asks about another day', () => {
    const { status, stdout } = due(['-', '--as-of', '2026-04-04'], JSON.stringify(example));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      asOf: '2026-04-04',
      deadlines: [{ standing: 'late' }, { standing: 'later' }],
    });
  });

  it('says why a duty has no day', () => {
    const { stdout } = due(
      ['-'],
      JSON.stringify({ ...example, asOf: '2026-03-26', events: example.events.slice(0, 1) }),
    );
    expect(JSON.parse(stdout)).toMatchObject({
      cannotSay: [{ duty: 'Visit the child', because: expect.stringContaining('no placement') }],
    });
  });

  it.each([
    ['no file', [], '', 1, /give one facts file/],
    ['two files', [file, file], '', 1, /give one facts file/],
    ['a file that is not there', [join(folder, 'nowhere.json')], '', 1, /nowhere\.json: cannot be read \(ENOENT\)/],
    ['an unknown option', [file, '--asof', '2026-04-04'], '', 1, /--asof: not an option/],
    ['an impossible day', [file, '--as-of', '2026-02-30'], '', 1, /--as-of: "2026-02-30": must be a real day/],
    ['no day after --as-of', [file, '--as-of'], '', 1, /--as-of: true: must be a real day/],
    [
      'an authority file that is not there',
      [file, '--authority', join(folder, 'none.json')],
      '',
      1,
      /none\.json: cannot be read/,
    ],
    ['a day before its events', [file, '--as-of', '2026-03-26'], '', 1, /^events\.1\.on: "2026-03-27": /],
    ['text that is not JSON', ['-'], 'not json', 1, /is not JSON/],
    ['many problems', ['-'], '{"asOf": 1, "events": [{"what": "flew"}, 7]}', 3, /^asOf: 1: must be a real day/],
  ])('refuses %s with exit 2 and one line a problem', (_what, args, input, count, first) => {
    const { status, stdout, lines } = due(args, input);
    expect({ status, stdout, count: lines.length }).toEqual({ status: 2, stdout: '', count });
    expect(lines[0]).toMatch(first);
  });

  it('lists the problems of an authority file', () => {
    const { status, lines } = due([file, '--authority', fileOf('authority.json', '{"name": "Nowhere"}')]);
    expect(status).toBe(2);
    expect(lines.every((line) => line.startsWith('authority: '))).toBe(true);
  });
});
