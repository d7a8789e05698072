import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readAuthority } from './authority/form.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';
import { readFacts } from './timetable/form.ts';
import type { Deadline } from './timetable/model.ts';
import { timetableOf } from './timetable/rules.ts';

/** The command `due`: the deadlines of one facts file as JSON (product.md 6). Bad input: exit 2, one line a problem. */

const USAGE =
  'due: give one facts file, or - for standard input: npm run -s due -- FILE [--as-of DAY] [--authority FILE]';
const SAMPLE_AUTHORITY = new URL('./demo/authority.json', import.meta.url);
const STANDARD_INPUT = 0;

const args = process.argv.slice(2);
const answer = answerTo(args[0] === '--' ? args.slice(1) : args);
if ('problems' in answer) {
  process.stderr.write(answer.problems.map((problem) => `${problem.replaceAll(/\s*\n\s*/g, ' ')}\n`).join(''));
  process.exitCode = 2;
} else {
  process.stdout.write(`${answer.json}\n`);
}

type Answer = { readonly json: string } | { readonly problems: readonly string[] };

function answerTo(typed: readonly string[]): Answer {
  const asked = readArguments(typed);
  if (typeof asked === 'string') return { problems: [asked] };

  const factsText = readText(asked.file === '-' ? STANDARD_INPUT : asked.file);
  const authorityText = readText(asked.authority ?? SAMPLE_AUTHORITY);
  const unreadable = [factsText, authorityText].flatMap((text) => (typeof text === 'string' ? [] : [text.message]));
  if (typeof factsText !== 'string' || typeof authorityText !== 'string') return { problems: unreadable };

  const read = readFacts(factsText, asked.asOf);
  const authority = readAuthority(authorityText);
  if (!read.ok || !authority.ok) {
    const inAuthority = authority.ok ? [] : authority.problems.map((problem) => `authority: ${problem}`);
    return { problems: [...(read.ok ? [] : read.problems), ...inAuthority] };
  }
  const { policy, holidays } = authority.authority;
  const { asOf, deadlines, cannotSay } = timetableOf(read.facts, policy, holidays);
  return { json: JSON.stringify({ asOf, deadlines: deadlines.map(printed), cannotSay }, null, 2) };
}

interface Asked {
  readonly file: string;
  readonly asOf: LocalDate | null;
  readonly authority: string | null;
}

function readArguments(typed: readonly string[]): Asked | string {
  const options = { 'as-of': { type: 'string' }, authority: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...typed], options, allowPositionals: true, strict: false });
  const unknown = Object.keys(values).find((name) => !(name in options));
  if (unknown) return `--${unknown}: not an option. ${USAGE}`;
  const [file, another] = positionals;
  if (!file || another !== undefined) return USAGE;
  const { 'as-of': asOf = null, authority = null } = values;
  if (asOf !== null && !isLocalDate(asOf))
    return `--as-of: ${JSON.stringify(asOf)}: must be a real day written like 2026-04-02`;
  if (typeof authority === 'boolean') return `--authority: give the path of an authority file. ${USAGE}`;
  return { file, asOf, authority };
}

function readText(path: string | URL | number): string | Error {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return new Error(
      `${path === STANDARD_INPUT ? 'standard input' : path}: cannot be read (${(error as NodeJS.ErrnoException).code})`,
    );
  }
}

/** Only the fields that product.md promises, in its order. */
function printed({ rule, duty, owedBy, from, due, actBy, standing, force, cite, skipped }: Deadline) {
  return { rule, duty, owedBy, from, due, actBy, standing, force, cite, skipped };
}
