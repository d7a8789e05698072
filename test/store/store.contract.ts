import { beforeEach, describe, expect, it } from 'vitest';
import type { Outbox, RecordStore } from '../../src/letters/store.ts';
import type { Store } from '../../src/store/store.ts';
import { lettersContract } from './letters.contract.ts';
import { aLetter, aThread, at, cases, disputes, idsOf, keysOf, type Thread } from './threads.ts';

/** What every store promises, the letters' part of which is a file of its own. `open` gives a new, empty store of `SHAPES` each time. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  let store: Store;
  let kept: RecordStore<Thread>;
  let outbox: Outbox;

  beforeEach(async () => {
    store = await open();
    kept = store.records(disputes);
    outbox = store.outbox;
    return () => store.close();
  });

  async function saved(
    changes: Partial<Thread> = {},
    letters = [] as Parameters<typeof kept.save>[1],
  ): Promise<Thread> {
    const thread = await kept.save(aThread(changes), letters);
    if (thread === 'stale') throw new Error('The builder saved a stale record');
    return thread;
  }

  lettersContract(name, open);

  describe(`records in ${name}`, () => {
    it('comes back as it was saved, one revision on', async () => {
      const thread = await saved({ title: 'Wants to see her brother “weekly” – 每周' });
      expect(thread).toEqual({ ...aThread({ title: 'Wants to see her brother “weekly” – 每周' }), revision: 1 });
      expect(await kept.get('D-0001')).toEqual(thread);
    });

    it('knows nothing of an id that was never saved', async () => {
      expect(await kept.get('D-0009')).toBeUndefined();
      expect(await kept.get('../../secrets')).toBeUndefined();
    });

    it('tells the second of two who change the same revision that it is stale, and keeps nothing of it', async () => {
      const thread = await saved();
      const first = kept.save({ ...thread, title: 'First' }, [aLetter('D-0001/first')]);
      const second = kept.save({ ...thread, title: 'Second' }, [aLetter('D-0001/second')]);
      expect(await first).toMatchObject({ title: 'First', revision: 2 });
      expect(await second).toBe('stale');
      expect(await kept.get('D-0001')).toMatchObject({ title: 'First', revision: 2 });
      expect(keysOf(await outbox.of({ kind: 'dispute', id: 'D-0001' }))).toEqual(['D-0001/first']);
    });

    it('does not let a new record take an id that is taken', async () => {
      await saved({ title: 'First' });
      expect(await kept.save(aThread({ title: 'Second' }))).toBe('stale');
      expect(await kept.get('D-0001')).toMatchObject({ title: 'First' });
    });

    it('does not save a change of a record that is not there', async () => {
      expect(await kept.save(aThread({ revision: 3 }))).toBe('stale');
      expect(await kept.get('D-0001')).toBeUndefined();
    });

    it('keeps kinds apart, even under the same id', async () => {
      await saved({ title: 'A dispute' });
      await store.records(cases).save(aThread({ title: 'A case' }));
      expect(await kept.get('D-0001')).toMatchObject({ title: 'A dispute' });
      expect(await store.records(cases).get('D-0001')).toMatchObject({ title: 'A case' });
    });

    it('cannot be changed by someone who holds it', async () => {
      const mine = { ...aThread(), people: ['olu'] };
      await kept.save(mine);
      mine.people.push('eve');
      const thread = (await kept.get('D-0001'))!;
      expect(() => (thread.people as string[]).push('eve')).toThrow(TypeError);
      expect(() => Object.assign(thread.history[0]!, { by: 'eve' })).toThrow(TypeError);
      expect(await kept.get('D-0001')).toMatchObject({ people: ['olu'], history: [{ by: 'olu' }] });
    });

    it('refuses to keep what could not be read back, and says which field', async () => {
      const broken = { ...aThread(), title: undefined } as unknown as Thread;
      await expect(kept.save(broken, [aLetter('D-0001/1')])).rejects.toThrow('record.title: must be string');
      const misdated = { ...aThread(), wakeAt: '2026-04-02' } as unknown as Thread;
      await expect(kept.save(misdated)).rejects.toThrow('record.wakeAt');
      expect(await kept.get('D-0001')).toBeUndefined();
      expect(await outbox.of({ kind: 'dispute', id: 'D-0001' })).toEqual([]);
    });

    it.each(['', '.', '../C-1', '.hidden', 'x'.repeat(300), '\ud800'])('refuses the id %j', async (id) => {
      await expect(kept.save(aThread({ id }))).rejects.toThrow('An id may not');
    });

    it.each(['C-1042', '19:a/b\\c@thread.v2;x=1', 'a b', 'ü', '100%', 'a*b', 'Case.json'])(
      'keeps the id %j',
      async (id) => {
        await saved({ id });
        expect(await kept.get(id)).toMatchObject({ id });
      },
    );
  });

  describe(`finding records in ${name}`, () => {
    it('finds those filed under a key, in order of id, as they are filed now', async () => {
      await saved({ id: 'D-0003', people: ['olu'] });
      const moved = await saved({ id: 'D-0002', people: ['olu', 'sam'] });
      await saved({ id: 'D-0001', people: ['olu'] });
      expect(idsOf(await kept.find('person:olu'))).toEqual(['D-0001', 'D-0002', 'D-0003']);

      await kept.save({ ...moved, people: ['sam', 'ada'] });
      expect(idsOf(await kept.find('person:olu'))).toEqual(['D-0001', 'D-0003']);
      expect(idsOf(await kept.find('person:ada'))).toEqual(['D-0002']);
      expect(await kept.find('person:sam')).toMatchObject([{ revision: 2 }]);
      expect(await kept.find('person:nobody')).toEqual([]);
    });

    it('wakes those whose time has come, earliest first', async () => {
      await saved({ id: 'D-0001', wakeAt: at(12) });
      await saved({ id: 'D-0002', wakeAt: at(10) });
      await saved({ id: 'D-0003', wakeAt: null });
      const later = await saved({ id: 'D-0004', wakeAt: at(11) });
      expect(idsOf(await kept.woken(at(9)))).toEqual([]);
      expect(idsOf(await kept.woken(at(12)))).toEqual(['D-0002', 'D-0004', 'D-0001']);

      await kept.save({ ...later, wakeAt: at(13) });
      expect(idsOf(await kept.woken(at(12)))).toEqual(['D-0002', 'D-0001']);
    });
  });

  describe(`going through records in ${name}`, () => {
    it('gives each once, a few at a time, in order of id, with those that came meanwhile', async () => {
      for (const id of ['D-0003', 'D-0001', 'D-0005']) await saved({ id });
      const first = await kept.after('', 2);
      expect(idsOf(first)).toEqual(['D-0001', 'D-0003']);
      await saved({ id: 'D-0004' });
      await kept.save({ ...first[0]!, title: 'Next' });
      expect(idsOf(await kept.after('D-0003', 2))).toEqual(['D-0004', 'D-0005']);
      expect(idsOf(await kept.after('D-0005', 2))).toEqual([]);
      expect(await kept.after('', 1)).toMatchObject([{ id: 'D-0001', title: 'Next', revision: 2 }]);
      expect(await store.records(cases).after('', 2)).toEqual([]);
      expect(Object.fromEntries(store.sizes())).toEqual({ case: 0, dispute: 4 });
    });
  });

  describe(`numbering in ${name}`, () => {
    it('starts a series at one and never gives a number twice', async () => {
      expect(await kept.nextId('D')).toBe('D-0001');
      expect(await kept.nextId('D')).toBe('D-0002');
      expect(await kept.nextId('GP')).toBe('GP-0001');
    });

    it('goes on after the highest, whether it is an id or a key', async () => {
      await saved({ id: 'D-0041', inside: ['RH-0007', 'RH-0003'] });
      await saved({ id: 'D-9999' });
      expect(await kept.nextId('RH')).toBe('RH-0008');
      expect(await kept.nextId('D')).toBe('D-10000');
      expect(await store.records(cases).nextId('D')).toBe('D-0001');
    });

    it('is not led astray by an id of another form', async () => {
      await saved({ id: 'D-7' });
      await saved({ id: 'XD-0009-a' });
      expect(await kept.nextId('D')).toBe('D-0001');
    });
  });

  describe(`closing ${name}`, () => {
    it('finishes what was asked for and keeps nothing afterwards', async () => {
      const saving = saved();
      await store.close();
      expect(await saving).toMatchObject({ revision: 1 });
      await expect(kept.save(aThread({ id: 'D-0002' }))).rejects.toThrow('closed');
    });

    it('can be tried for whether it keeps things, until it is closed', async () => {
      await store.probe();
      await store.close();
      await expect(store.probe()).rejects.toThrow('closed');
    });

    it('does not hand out records of a kind it was not opened with', () => {
      expect(() => store.records({ ...disputes, kind: 'contact' })).toThrow('without the kind contact');
    });
  });
}
