import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The text of one of many cases, and where it stands; or why it cannot be read. */
export interface CaseText {
  /** The name of its file, or the number of its line. */
  readonly case: string | number;
  /** The same as a person says it: "line 3". */
  readonly place: string;
  readonly text: string | Error;
}

/** What was given: one facts file, or many cases, read one after the other and never held together. */
export type Given = { readonly text: string | Error } | { readonly cases: AsyncIterable<CaseText> };

/** What stands at a path: one file, a folder of them, JSON lines, or standard input (`-`), which is one file or lines. */
export async function givenAt(path: string): Promise<Given> {
  if (path === '-') return standardInput();
  if (isFolder(path)) return { cases: filesIn(path) };
  if (/\.(jsonl|ndjson)$/i.test(path)) return { cases: casesIn(linesOf(createReadStream(path, 'utf8')), path) };
  return { text: readText(path) };
}

/** The text of a file, or why it cannot be read. */
export function readText(path: string | URL): string | Error {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return unreadable(`${path}`, error);
  }
}

/**
 * Standard input is JSON lines when its first line is a whole JSON object and another line follows (blank lines aside).
 * No single facts file can be that: after a whole object, more text would not be JSON any more; and the first line of
 * a pretty-printed file is only the beginning of an object.
 */
async function standardInput(): Promise<Given> {
  const lines = linesOf(process.stdin.setEncoding('utf8'));
  const begun: string[] = [];
  try {
    for (let written = 0; written < 2; ) {
      const { done, value } = await lines.next();
      if (done) return { text: begun.join('\n') };
      begun.push(value);
      if (value.trim() !== '') written += 1;
    }
    const first = begun.find((line) => line.trim() !== '')!;
    if (isWholeObject(first)) return { cases: casesIn(lines, 'standard input', begun) };
    return { text: [...begun, ...(await Array.fromAsync(lines))].join('\n') };
  } catch (error) {
    return { text: unreadable('standard input', error) };
  }
}

async function* casesIn(
  lines: AsyncIterable<string>,
  path: string,
  begun: readonly string[] = [],
): AsyncGenerator<CaseText> {
  let number = 0;
  const numbered = (text: string) => ({ case: ++number, place: `line ${number}`, text });
  const isCase = ({ text }: { text: string }) => text.trim() !== '';
  yield* begun.map(numbered).filter(isCase);
  try {
    for await (const line of lines) yield* [numbered(line)].filter(isCase);
  } catch (error) {
    yield { case: path, place: path, text: unreadable('', error) };
  }
}

/** In the order of the names, byte for byte: the same on every computer. */
async function* filesIn(folder: string): AsyncGenerator<CaseText> {
  const inside = readdirSync(folder, { withFileTypes: true });
  const names = inside.filter((entry) => !entry.isDirectory() && /\.json$/i.test(entry.name)).map(({ name }) => name);
  for (const name of names.sort()) {
    const text = await readFile(join(folder, name), 'utf8').catch((error) => unreadable('', error));
    yield { case: name, place: name, text };
  }
}

/** Lines as they come, with no more held than one of them. Not node:readline: it also breaks a line at U+2028, which JSON allows. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of chunks) {
    rest += chunk;
    if (!chunk.includes('\n')) continue;
    const lines = rest.split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
  yield rest;
}

function isWholeObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function unreadable(path: string, error: unknown): Error {
  return new Error(`${path && `${path}: `}cannot be read (${(error as NodeJS.ErrnoException).code})`);
}
