import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { readAuthority } from './authority/form.ts';
import type { Authority } from './authority/model.ts';
import { type CaseText, type Given, givenAt, readText } from './case-files.ts';
import { isLocalDate, type LocalDate } from './local-date.ts';
import { readFacts } from './timetable/form.ts';
import type { Deadline } from './timetable/model.ts';
import { timetableOf } from './timetable/rules.ts';

/**
 * The command `due`: the deadlines of one facts file as JSON (product.md 6), or of many cases, one JSON object a line.
 * Bad input: one line a problem on standard error, and exit 2 at the end; of many cases the good ones come all the same.
 */

const USAGE =
  'due: give one facts file, or many cases (a folder of .json files, or a .jsonl or .ndjson file with one on each line), or - for standard input (JSON lines if its first line is a whole object and more lines follow): npm run -s due -- FILE [--as-of DAY] [--authority FILE]';
const SAMPLE_AUTHORITY = new URL('./demo/authority.json', import.meta.url);

for (const stream of [process.stdout, process.stderr]) stream.on('error', stopWriting);

const args = process.argv.slice(2);
await answer(args[0] === '--' ? args.slice(1) : args);
// What nobody asked for any more must not be waited for.
process.stdin.destroy();

async function answer(typed: readonly string[]): Promise<void> {
  const asked = readArguments(typed);
  if (typeof asked === 'string') return complain([asked]);

  const given = await givenAt(asked.file);
  const authorityText = readText(asked.authority ?? SAMPLE_AUTHORITY);
  const texts = ['text' in given ? given.text : '', authorityText];
  const unreadable = texts.flatMap((text) => (typeof text === 'string' ? [] : [text.message]));
  if (typeof authorityText !== 'string' || unreadable.length > 0) return complain(unreadable);

  const read = readAuthority(authorityText);
  const inAuthority = read.ok ? [] : read.problems.map((problem) => `authority: ${problem}`);
  if (!read.ok) return complain([...problemsIn(given, asked), ...inAuthority]);
  if ('cases' in given) return answerEach(given.cases, asked, read.authority);
  const said = deadlinesIn(given.text as string, asked, read.authority);
  return 'problems' in said ? complain(said.problems) : write(process.stdout, `${JSON.stringify(said, null, 2)}\n`);
}

/** Each case by itself, as it comes: nothing is held of the one before. */
async function answerEach(cases: AsyncIterable<CaseText>, asked: Asked, authority: Authority): Promise<void> {
  let count = 0;
  for await (const { case: name, place, text } of cases) {
    count += 1;
    const said = text instanceof Error ? { problems: [text.message] } : deadlinesIn(text, asked, authority);
    if ('problems' in said) await complain(said.problems.map((problem) => `${place}: ${problem}`));
    else await write(process.stdout, `${JSON.stringify({ case: name, ...said })}\n`);
  }
  if (count === 0) await complain([`${asked.file}: holds no case. ${USAGE}`]);
}

function deadlinesIn(text: string, { asOf }: Asked, { policy, holidays }: Authority) {
  const read = readFacts(text, asOf);
  if (!read.ok) return { problems: read.problems };
  const { asOf: on, deadlines, cannotSay } = timetableOf(read.facts, policy, holidays);
  return { asOf: on, deadlines: deadlines.map(printed), cannotSay };
}

function problemsIn(given: Given, { asOf }: Asked): readonly string[] {
  const read = 'text' in given && typeof given.text === 'string' ? readFacts(given.text, asOf) : null;
  return read && !read.ok ? read.problems : [];
}

function complain(problems: readonly string[]): Promise<void> {
  process.exitCode = 2;
  return write(process.stderr, problems.map((problem) => `${problem.replaceAll(/\s*\n\s*/g, ' ')}\n`).join(''));
}

async function write(stream: NodeJS.WriteStream, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}

/** Whoever was reading has enough (`| head`): no fault of ours. */
function stopWriting({ code }: NodeJS.ErrnoException): never {
  if (code !== 'EPIPE') process.exitCode = 2;
  process.exit();
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

/** Only the fields that product.md promises, in its order. */
function printed({ rule, duty, owedBy, from, due, actBy, standing, force, cite, skipped }: Deadline) {
  return { rule, duty, owedBy, from, due, actBy, standing, force, cite, skipped };
}
