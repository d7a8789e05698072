import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
      cannotSay: [
        { duty: expect.stringContaining('placement plan'), because: expect.stringContaining('regs 9(2) and 13') },
      ],
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

const oneLine = JSON.stringify(example);
const pretty = JSON.stringify(example, null, 2);
const asOf = (day: string) => JSON.stringify({ ...example, asOf: day });
const answers = (stdout: string) =>
  stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('npm run -s due, over many cases', () => {
  const inFolder = (name: string, files: Readonly<Record<string, string>>) => {
    const path = join(folder, name);
    mkdirSync(path);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
    return path;
  };

  it('answers every .json file of a folder on a line, in the order of their names', () => {
    const cases = inFolder('three', {
      'b.json': pretty,
      'a.json': asOf('2026-04-04'),
      'c.json': oneLine,
      'd.txt': 'no',
    });
    mkdirSync(join(cases, 'old.json'));
    const { status, stdout, lines } = due(['--', cases]);
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    const single = JSON.parse(due(['-'], oneLine).stdout);
    const said = answers(stdout);
    expect(said.map((one) => [one.case, one.asOf])).toEqual([
      ['a.json', '2026-04-04'],
      ['b.json', '2026-03-27'],
      ['c.json', '2026-03-27'],
    ]);
    expect(said[1]).toEqual({ case: 'b.json', ...single });
    expect(Object.keys(said[1])).toEqual(['case', 'asOf', 'deadlines', 'cannotSay']);
  });

  it.each(['cases.jsonl', 'cases.ndjson'])('answers every line of %s, by its number in the file', (name) => {
    const { status, stdout, lines } = due([fileOf(name, `\uFEFF${oneLine}\r\n\n${asOf('2026-04-04')}`)]);
    expect({ status, lines }).toEqual({ status: 0, lines: [] });
    expect(answers(stdout).map((one) => [one.case, one.asOf])).toEqual([
      [1, '2026-03-27'],
      [3, '2026-04-04'],
    ]);
  });

  it('asks about one day for all, where it is given', () => {
    const { stdout } = due(['-', '--as-of', '2026-04-09'], `${oneLine}\n${asOf('2026-04-04')}\n`);
    expect(answers(stdout).map((one) => one.asOf)).toEqual(['2026-04-09', '2026-04-09']);
  });

  it.each([
    ['two whole objects', `${oneLine}\n${oneLine}\n`, [1, 2]],
    ['blank lines before and between', `\n${oneLine}\n\n${oneLine}`, [2, 4]],
    ['a line break inside a word that only JSON allows', `${oneLine}\n{"\u2028": 1}\n${oneLine}`, [1, 3]],
    ['one object on one line', `${oneLine}\n`, [undefined]],
    ['one object on one line after blank ones', `\n\n${oneLine}\n\n`, [undefined]],
    ['a pretty-printed file', pretty, [undefined]],
    [
      'a file with a tab and Windows line ends',
      JSON.stringify(example, null, '\t').replaceAll('\n', '\r\n'),
      [undefined],
    ],
    [
      'a file whose events begin on its first line',
      `{"asOf": "2026-03-27", "events": [{"on": "2026-03-26",\n"what": "became-looked-after", "legalStatus": "s20"}]}`,
      [undefined],
    ],
  ])('takes standard input for what it is: %s', (_what, input, cases) => {
    const { stdout } = due(['-'], input);
    const said = cases[0] === undefined ? [JSON.parse(stdout)] : answers(stdout);
    expect(said.map((one) => one.case)).toEqual(cases);
  });

  it('says what is wrong with each bad case and where it stands, and answers the others', () => {
    const bad = '{"asOf": 1, "events": [7]}';
    const { status, stdout, lines } = due(['-'], [oneLine, bad, 'not json', oneLine].join('\n'));
    expect(status).toBe(2);
    expect(answers(stdout).map((one) => one.case)).toEqual([1, 4]);
    expect(lines).toEqual([
      expect.stringMatching(/^line 2: asOf: 1: must be a real day/),
      expect.stringMatching(/^line 2: events\.0: 7: must be an event/),
      expect.stringMatching(/^line 3: the file: .*is not JSON/),
    ]);
  });

  it('names the file of a bad case of a folder', () => {
    const { status, stdout, lines } = due([inFolder('bad', { 'a.json': '[]', 'b.json': oneLine })]);
    expect([status, answers(stdout).map((one) => one.case)]).toEqual([2, ['b.json']]);
    expect(lines).toEqual([expect.stringMatching(/^a\.json: the file: /)]);
  });

  it.each([
    ['a folder without a .json file', () => inFolder('none', { 'a.txt': '' }), /none: holds no case/],
    ['JSON lines without a line', () => fileOf('empty.jsonl', '\n'), /empty\.jsonl: holds no case/],
    ['JSON lines that are not there', () => join(folder, 'gone.jsonl'), /gone\.jsonl: cannot be read \(ENOENT\)/],
  ])('refuses %s', (_what, path, says) => {
    const { status, stdout, lines } = due([path()]);
    expect({ status, stdout, count: lines.length }).toEqual({ status: 2, stdout: '', count: 1 });
    expect(lines[0]).toMatch(says);
  });

  it('does not wait for cases that it cannot answer', async () => {
    const child = spawn(process.execPath, ['src/due.ts', '-', '--authority', fileOf('no-authority.json', '{}')]);
    child.stdin.write(`${oneLine}\n${oneLine}\n`);
    expect((await once(child, 'exit'))[0]).toBe(2);
  });

  it('answers a case as soon as the next line is there, while more are still to come', async () => {
    const child = spawn(process.execPath, ['src/due.ts', '-']);
    child.stdin.write(`${oneLine}\n${oneLine}\n`);
    const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
    expect(answers(said)[0].case).toBe(1);
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('ends quietly when whoever reads has had enough', async () => {
    const child = spawn(process.execPath, ['src/due.ts', fileOf('long.jsonl', `${oneLine}\n`.repeat(2000))]);
    let complaint = '';
    child.stderr.on('data', (said) => {
      complaint += said;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    expect([(await once(child, 'close'))[0], complaint]).toEqual([0, '']);
  });
});
