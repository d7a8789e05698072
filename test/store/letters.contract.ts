import { beforeEach, describe, expect, it } from 'vitest';
import type { Outbox, RecordStore } from '../../src/letters/store.ts';
import type { Store } from '../../src/store/store.ts';
import { aLetter, aThread, at, disputes, keysOf, sent, type Thread } from './threads.ts';

/** What every store promises about letters. */
export function lettersContract(name: string, open: () => Promise<Store>): void {
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

  describe(`letters in ${name}`, () => {
    const record = { kind: 'dispute', id: 'D-0001' } as const;

    it('are saved with the record that causes them, waiting to be sent', async () => {
      await saved({}, [aLetter('D-0001/1')]);
      expect(await outbox.of(record)).toEqual([
        {
          ...aLetter('D-0001/1'),
          record,
          passage: { at: 'unsent', tries: 0, nextTryAt: at(9), trouble: null },
          attempts: [],
        },
      ]);
    });

    it('are kept once under a key, ever', async () => {
      const thread = await saved({}, [aLetter('D-0001/1', { live: true }), aLetter('D-0001/1')]);
      const [letter] = await outbox.of(record);
      await outbox.mark(letter!, sent(1));
      await kept.save(thread, [aLetter('D-0001/1'), aLetter('D-0001/2')]);
      expect(keysOf(await outbox.of(record))).toEqual(['D-0001/1', 'D-0001/2']);
      expect((await outbox.of(record))[0]).toMatchObject({ live: true, passage: { at: 'sent' } });
    });

    it('wait until their time, oldest first and then by key', async () => {
      await saved({ id: 'D-0002' }, [aLetter('D-0002/b', { writtenAt: at(11) }), aLetter('D-0002/c')]);
      await saved({}, [aLetter('D-0001/a', { writtenAt: at(11) }), aLetter('D-0001/z', { writtenAt: at(8) })]);
      expect(await outbox.nextTryAt()).toBe(at(8));
      expect(keysOf(await outbox.waiting(at(10)))).toEqual(['D-0001/z', 'D-0002/c']);
      expect(keysOf(await outbox.waiting(at(11)))).toEqual(['D-0001/z', 'D-0002/c', 'D-0001/a', 'D-0002/b']);
    });

    it('are counted by kind and by how far they have come, and the oldest unsent is known', async () => {
      expect([await outbox.tally(), await outbox.oldestUnsent()]).toEqual([[], null]);
      const live = { live: true, writtenAt: at(8) };
      const thread = await saved({}, [aLetter('D-0001/1', live), aLetter('D-0001/2'), aLetter('D-0001/3')]);
      await saved({ id: 'D-0002' }, [aLetter('D-0002/1', { kind: 'dispute.told', writtenAt: at(7) })]);
      expect(await outbox.oldestUnsent()).toBe(at(7));
      const [told, first] = await outbox.waiting(at(23));
      await outbox.mark(told!, sent(1));
      await outbox.mark(first!, sent(1));
      await kept.save({ ...thread, title: 'Next' });
      expect(await outbox.oldestUnsent()).toBe(at(9));
      expect(await outbox.tally()).toHaveLength(3);
      expect(await outbox.tally()).toEqual(
        expect.arrayContaining([
          { kind: 'dispute.respond', at: 'unsent', count: 2 },
          { kind: 'dispute.respond', at: 'sent', count: 1 },
          { kind: 'dispute.told', at: 'sent', count: 1 },
        ]),
      );
    });

    it('wait for their next try after one that failed, oldest first all the same', async () => {
      await saved({}, [aLetter('D-0001/1', { writtenAt: at(8) }), aLetter('D-0001/2')]);
      const [first] = await outbox.waiting(at(9));
      await outbox.mark(first!, { at: 'unsent', tries: 1, nextTryAt: at(10), trouble: 'Teams did not answer' });
      expect(keysOf(await outbox.waiting(at(9)))).toEqual(['D-0001/2']);
      expect(keysOf(await outbox.waiting(at(10)))).toEqual(['D-0001/1', 'D-0001/2']);
      expect(await outbox.nextTryAt()).toBe(at(9));
    });

    it('are marked without a change of the record', async () => {
      const thread = await saved({}, [aLetter('D-0001/1')]);
      const [letter] = await outbox.of(record);
      await outbox.mark(letter!, sent(1));
      expect(await kept.get('D-0001')).toEqual(thread);
      expect(await kept.save({ ...thread, title: 'Next' })).toMatchObject({ revision: 2 });
      expect(await outbox.waiting(at(23))).toEqual([]);
      expect(await outbox.nextTryAt()).toBeNull();
    });

    it('are not lost when a save and marks of the same record meet', async () => {
      const thread = await saved({}, [aLetter('D-0001/1'), aLetter('D-0001/2')]);
      const letters = await outbox.of(record);
      await Promise.all([
        ...letters.map((letter) => outbox.mark(letter, sent(1))),
        kept.save({ ...thread, title: 'Next' }, [aLetter('D-0001/3')]),
        ...letters.map((letter) => outbox.mark(letter, sent(2))),
      ]);
      expect(await kept.get('D-0001')).toMatchObject({ title: 'Next', revision: 2 });
      expect((await outbox.of(record)).map(({ passage }) => passage.at)).toEqual(['sent', 'sent', 'unsent']);
    });

    it('cannot be marked when they are not kept', async () => {
      await saved({}, [aLetter('D-0001/1')]);
      const [letter] = await outbox.of(record);
      await expect(outbox.mark({ ...letter!, key: 'D-0001/9' }, sent(1))).rejects.toThrow('not kept');
    });

    it('are redrawn while live and sent, once their record has moved on', async () => {
      const thread = await saved({}, [aLetter('D-0001/live', { live: true }), aLetter('D-0001/once')]);
      for (const letter of await outbox.of(record)) await outbox.mark(letter, sent(1));
      expect(await outbox.waiting(at(23))).toEqual([]);

      await kept.save({ ...thread, title: 'Next' });
      const [letter, ...others] = await outbox.waiting(at(9));
      expect(letter).toMatchObject({ key: 'D-0001/live' });
      expect(others).toEqual([]);
      await outbox.mark(letter!, sent(2));
      expect(await outbox.waiting(at(23))).toEqual([]);
    });

    it('are not redrawn before the time that a failed redraw has set, nor when the message is gone', async () => {
      const thread = await saved({}, [aLetter('D-0001/1', { live: true }), aLetter('D-0001/2', { live: true })]);
      const [first, second] = await outbox.of(record);
      await kept.save({ ...thread, title: 'Next' });
      await outbox.mark(first!, sent(1, { redrawTries: 1, redrawAfter: at(12) }));
      await outbox.mark(second!, sent(1, { redrawAfter: null }));
      expect(await outbox.waiting(at(11))).toEqual([]);
      expect(await outbox.nextTryAt()).toBe(at(12));
      expect(keysOf(await outbox.waiting(at(12)))).toEqual(['D-0001/1']);
    });

    it('are in trouble when tried without arriving, or when nobody can say', async () => {
      await saved(
        {},
        ['1', '2', '3', '4', '5'].map((key) => aLetter(key)),
      );
      const [first, second, third, fourth] = await outbox.of(record);
      await outbox.mark(first!, { at: 'unsent', tries: 3, nextTryAt: at(10), trouble: 'Blocked' });
      await outbox.mark(second!, { at: 'unknown', triedAt: at(9), trouble: 'No answer' });
      await outbox.mark(third!, sent(1));
      await outbox.mark(fourth!, { at: 'dropped', droppedAt: at(9), why: 'No longer true' });
      expect(keysOf(await outbox.inTrouble())).toEqual(['1', '2']);
      await outbox.mark(first!, sent(1));
      expect(keysOf(await outbox.inTrouble())).toEqual(['2']);
    });
  });

  describe(`reminding in ${name}`, () => {
    it('writes letters and the next wake-up without a new revision', async () => {
      const thread = await saved({ wakeAt: at(9) }, [aLetter('D-0001/1')]);
      expect(await kept.remind(thread, at(15), [aLetter('D-0001/1'), aLetter('D-0001/2')])).toBe('kept');
      expect(await kept.get('D-0001')).toEqual({ ...thread, wakeAt: at(15) });
      expect(await kept.woken(at(14))).toEqual([]);
      expect(keysOf(await outbox.waiting(at(9)))).toEqual(['D-0001/1', 'D-0001/2']);
    });

    it('is stale when someone saved first, or nothing was ever saved', async () => {
      const thread = await saved({ wakeAt: at(9) });
      await kept.save({ ...thread, title: 'Next' });
      expect(await kept.remind(thread, null, [aLetter('D-0001/1')])).toBe('stale');
      expect(await kept.remind(aThread({ id: 'D-0002' }), null, [])).toBe('stale');
      expect(await kept.get('D-0001')).toMatchObject({ wakeAt: at(9), title: 'Next' });
      expect(await outbox.waiting(at(23))).toEqual([]);
    });
  });
}
