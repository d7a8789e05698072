import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aFolder, closing, filesIn } from './folders.ts';
import { startCramped } from './processes.ts';
import { storeContract } from './store.contract.ts';
import { answersLikePlainMaps } from './store.property.ts';
import { aLetter, aThread, at, disputes, SHAPES, sent } from './threads.ts';

const folders = new WeakMap<object, string>();

async function openNew() {
  const folder = aFolder();
  const store = await openLowdbStore(folder, SHAPES);
  folders.set(store, folder);
  return store;
}

storeContract('lowdb', openNew);
answersLikePlainMaps('lowdb', openNew, async (store) => {
  const folder = folders.get(store)!;
  await store.close();
  const again = await openLowdbStore(folder, SHAPES);
  folders.set(again, folder);
  return again;
});

describe('the files of the lowdb store', () => {
  const record = { kind: 'dispute', id: 'D-0001' } as const;

  it('hold a record with its letters, one file each, in a form that people can read', async () => {
    const folder = aFolder();
    const store = closing(await openLowdbStore(join(folder, 'new', 'place'), SHAPES));
    await store.records(disputes).save(aThread({ wakeAt: at(12) }), [aLetter('D-0001/1')]);
    const text = readFileSync(join(folder, 'new/place/disputes/D-0001.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({
      format: 1,
      record: { ...aThread({ wakeAt: at(12) }), revision: 1 },
      letters: [
        {
          ...aLetter('D-0001/1'),
          passage: { at: 'unsent', tries: 0, nextTryAt: at(9), trouble: null },
          attempts: [],
        },
      ],
    });
    expect(text).toContain('\n  "record": {\n');
  });

  it('are for the bot alone to read, since they are about children', async () => {
    const folder = join(aFolder(), 'kept');
    const store = closing(await openLowdbStore(folder, SHAPES));
    await store.records(disputes).save(aThread());
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'disputes/D-0001.json')).mode & 0o077).toBe(0);
  });

  it('bring everything back when they are opened again', async () => {
    const folder = aFolder();
    const store = await openLowdbStore(folder, SHAPES);
    await store
      .records(disputes)
      .save(aThread({ people: ['olu'], wakeAt: at(12), inside: ['RH-0004'] }), [aLetter('D-0001/1')]);
    await store.outbox.mark((await store.outbox.of(record))[0]!, sent(1));
    const before = [await store.records(disputes).get('D-0001'), await store.outbox.of(record)];
    await store.close();

    const again = closing(await openLowdbStore(folder, SHAPES));
    expect([await again.records(disputes).get('D-0001'), await again.outbox.of(record)]).toEqual(before);
    expect(await again.records(disputes).nextId('RH')).toBe('RH-0005');
  });

  it('are complete before another process may open them', async () => {
    const folder = aFolder();
    const store = await openLowdbStore(folder, SHAPES);
    const saving = store.records(disputes).save(aThread());
    await store.close();
    const again = closing(await openLowdbStore(folder, SHAPES));
    expect(await again.records(disputes).get('D-0001')).toEqual(await saving);
  });

  it('of a write that was cut off are cleared away and are no records', async () => {
    const folder = aFolder();
    const store = await openLowdbStore(folder, SHAPES);
    await store.records(disputes).save(aThread());
    await store.close();
    writeFileSync(join(folder, 'disputes/D-0001.json.2934812'), '{ "format": 1, "rec');

    const again = closing(await openLowdbStore(folder, SHAPES));
    expect(await again.records(disputes).get('D-0001')).toMatchObject({ revision: 1 });
    expect(readdirSync(join(folder, 'disputes'))).toEqual(['D-0001.json']);
  });
});

describe('when a write fails', () => {
  it('keeps memory as it was, names no child, and saves again once it can', async () => {
    const folder = aFolder();
    const store = closing(await openLowdbStore(folder, SHAPES));
    const kept = store.records(disputes);
    const thread = (await kept.save(aThread({ wakeAt: at(9) }), [aLetter('D-0001/1')])) as ReturnType<typeof aThread>;
    const change = () => kept.save({ ...thread, title: 'Next', wakeAt: null }, [aLetter('D-0001/2')]);

    renameSync(join(folder, 'disputes'), join(folder, 'elsewhere'));
    const failure = await change().catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'store-failed', message: expect.stringContaining('ENOENT') });
    expect(String(failure)).not.toContain('D-0001');
    expect(await kept.get('D-0001')).toEqual(thread);
    expect(await kept.woken(at(9))).toEqual([thread]);
    expect(await store.outbox.waiting(at(23))).toHaveLength(1);

    renameSync(join(folder, 'elsewhere'), join(folder, 'disputes'));
    expect(await change()).toMatchObject({ title: 'Next', revision: 2 });
    expect(await store.outbox.waiting(at(23))).toHaveLength(2);
  });

  it('is found out beforehand by who asks, and nothing is left of the asking', async () => {
    const folder = aFolder();
    const store = closing(await openLowdbStore(folder, SHAPES));
    await store.probe();
    expect(Object.keys(filesIn(folder))).toEqual([join(folder, 'homeward.lock')]);
    renameSync(join(folder, 'disputes'), join(folder, 'elsewhere'));
    await expect(store.probe()).rejects.toMatchObject({
      code: 'store-failed',
      message: expect.stringContaining('ENOENT'),
    });
    renameSync(join(folder, 'elsewhere'), join(folder, 'disputes'));
    await store.probe();
  });

  it('is found out beforehand on a full disk', async () => {
    const folder = aFolder();
    const other = startCramped(2, 'prober.ts', folder);
    expect(await other.hears()).toContain('could not be written (EFBIG)');
    expect(await other.hears()).toBeUndefined();
    expect(filesIn(folder)).toEqual({});
  });

  it('leaves no letter marked that the file does not show as marked', async () => {
    const folder = aFolder();
    const store = closing(await openLowdbStore(folder, SHAPES));
    await store.records(disputes).save(aThread(), [aLetter('D-0001/1')]);
    const [letter] = await store.outbox.waiting(at(9));
    renameSync(join(folder, 'disputes'), join(folder, 'elsewhere'));
    mkdirSync(join(folder, 'disputes/D-0001.json'), { recursive: true });
    await expect(store.outbox.mark(letter!, sent(1))).rejects.toMatchObject({ code: 'store-failed' });
    expect(await store.outbox.waiting(at(9))).toEqual([letter]);
  });
});
