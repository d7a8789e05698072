import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoreUnreadable } from '../../src/store/errors.ts';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aFolder, filesIn } from './folders.ts';
import { aLetter, aThread, at, cases, disputes, SHAPES } from './threads.ts';

let folder: string;

beforeEach(async () => {
  folder = aFolder();
  const store = await openLowdbStore(folder, SHAPES);
  await store.records(disputes).save(aThread(), [aLetter('D-0001/1')]);
  await store.records(cases).save(aThread({ id: 'C-1042', title: 'Amal' }));
  await store.close();
});

async function refusal(): Promise<StoreUnreadable> {
  const opened = await openLowdbStore(folder, SHAPES).catch((error: unknown) => error);
  expect(opened).toMatchObject({ code: 'store-unreadable' });
  return opened as StoreUnreadable;
}

/** Puts something in the place of D-0001; what it does not change is good. */
function put(changes: Record<string, unknown>, whole: Record<string, unknown> = {}): string {
  const unsent = { at: 'unsent', tries: 0, nextTryAt: at(9), trouble: null };
  const letters = [{ ...aLetter('D-0001/1'), passage: unsent }];
  return JSON.stringify({ format: 1, record: { ...aThread(), revision: 1, ...changes }, letters, ...whole });
}

const twice = { ...aLetter('D-0001/1'), passage: { at: 'dropped', droppedAt: at(9), why: 'x' } };

describe('opening what is damaged', () => {
  it.each<[string, string | Buffer, string]>([
    ['a file that is cut off', put({}).slice(0, 60), 'D-0001.json: is not JSON'],
    ['an empty file', '', 'is not JSON'],
    ['a file with a broken letter', Buffer.from(put({ title: 'Zo\u00eb' }), 'latin1'), 'is not JSON'],
    ['a file that holds null', 'null', 'the whole file: must be object'],
    ['a file that holds a list', '[]', 'the whole file: must be object'],
    ['a record alone, from before there was a format', JSON.stringify(aThread()), 'format: must be 1'],
    ['an older format', put({}, { format: 0 }), 'format 0 is not one'],
    ['a newer format', put({}, { format: 2 }), 'format 2 is not one'],
    ['a record without a field', put({ title: undefined }), 'record.title: must be string'],
    ['a record with a field that is not known', put({ colour: 'red' }), 'record: must not have colour'],
    ['a revision that was never saved', put({ revision: 0 }), 'record.revision: must be at least 1'],
    ['a moment that would not sort', put({ wakeAt: '2026-04-02T08:00:00Z' }), 'record.wakeAt: is not in a form'],
    ['a history line without a moment', put({ history: [{ by: 'olu', what: 'Raised' }] }), 'record.history.0.at'],
    ['a record under the name of another', put({ id: 'D-0002' }), 'record.id: is not the one that the name'],
    ['a record with an id that is no name', put({ id: '../D-0001' }), 'record.id: is not the one that the name'],
    ['no list of letters', put({}, { letters: undefined }), 'letters: must be array'],
    [
      'a letter in no known place',
      put({}, { letters: [{ ...twice, passage: { at: 'lost' } }] }),
      'letters.0.passage.at',
    ],
    ['the same letter twice', put({}, { letters: [twice, twice] }), 'letters: a key is there twice'],
  ])('refuses %s and leaves every file as it was', async (_what, text, says) => {
    writeFileSync(join(folder, 'disputes/D-0001.json'), text);
    const before = filesIn(folder);
    const { message, problems } = await refusal();
    expect(problems.join('\n')).toContain(says);
    expect(problems.every((problem) => problem.startsWith('disputes/D-0001.json: '))).toBe(true);
    expect(message).toContain('No record was changed');
    expect(filesIn(folder)).toEqual(before);
  });

  it('lists every problem of every file at once, and clears nothing away', async () => {
    writeFileSync(join(folder, 'disputes/D-0001.json'), put({ title: 7, people: 'olu' }));
    writeFileSync(join(folder, 'cases/C-1042.json'), 'Amal was seen');
    writeFileSync(join(folder, 'cases/notes.txt'), 'x');
    writeFileSync(join(folder, 'cases/C-7.json.123'), 'half');
    writeFileSync(join(folder, 'C-1043.json'), put({}));
    mkdirSync(join(folder, 'cases/C-9.json'));
    symlinkSync('/etc/hostname', join(folder, 'cases/C-8.json'));
    const before = filesIn(folder);
    const { problems } = await refusal();
    expect(problems.map((problem) => problem.replace(/: (must|is|a record).*/, '')).sort()).toEqual([
      'C-1043.json',
      'cases/C-1042.json',
      'cases/C-8.json',
      'cases/C-9.json',
      'cases/notes.txt',
      'disputes/D-0001.json: record.people',
      'disputes/D-0001.json: record.title',
    ]);
    expect(filesIn(folder)).toEqual(before);
  });

  it('never says what a file holds', async () => {
    writeFileSync(
      join(folder, 'disputes/D-0001.json'),
      put({ title: ['Amal'], wakeAt: 'Amal', people: [{ name: 'Amal' }] }),
    );
    writeFileSync(join(folder, 'cases/C-1042.json'), '{ "title": Amal }');
    const { message, stack } = await refusal();
    expect(`${message}${stack}`).not.toContain('Amal');
  });

  it('lets go of the folder, so that it opens once it is put right', async () => {
    writeFileSync(join(folder, 'disputes/D-0001.json'), 'x');
    await refusal();
    writeFileSync(join(folder, 'disputes/D-0001.json'), put({}));
    const store = await openLowdbStore(folder, SHAPES);
    expect(await store.records(disputes).get('D-0001')).toMatchObject({ revision: 1 });
    await store.close();
  });
});

describe('opening a folder with other files beside the records', () => {
  it('leaves them alone', async () => {
    writeFileSync(join(folder, 'authority.json'), '{ "name": "Millshire" }');
    writeFileSync(join(folder, 'notes.json'), 'not JSON');
    const store = await openLowdbStore(folder, SHAPES);
    expect(await store.records(disputes).get('D-0001')).toMatchObject({ revision: 1 });
    await store.close();
    expect(Object.keys(filesIn(folder)).map((path) => path.slice(folder.length + 1))).toContain('authority.json');
  });
});

describe('opening a folder that cannot be used', { timeout: 30_000 }, () => {
  it('refuses a place where no folder can be', async () => {
    folder = join(folder, 'disputes/D-0001.json/kept');
    expect((await refusal()).message).toContain('(ENOTDIR)');
  });

  it('refuses a folder that cannot be written to', () => {
    chmodSync(folder, 0o555);
    // The superuser may write anywhere, so the attempt is made as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout } = spawnSync(process.execPath, ['test/store/opener.ts', folder], {
      input: 'open\n',
      encoding: 'utf8',
      ...nobody,
    });
    chmodSync(folder, 0o700);
    expect(stdout).toContain('store-unreadable');
    expect(stdout).toContain('(EACCES)');
  });
});
