/** Saves without pause, several records beside each other, and says each save only after it was acknowledged. */
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aLetter, aThread, disputes, SHAPES, sent } from './threads.ts';

const store = await openLowdbStore(process.argv[2]!, SHAPES);
const kept = store.records(disputes);
const filling = 'We talked about contact with her brother. '.repeat(100);

async function saveOn(id: string): Promise<void> {
  for (;;) {
    const before = (await kept.get(id)) ?? aThread({ id });
    const key = `${id}/${before.revision + 1}`;
    const saved = await kept.save({ ...before, title: `${key} ${filling}` }, [aLetter(key)]);
    if (saved === 'stale') throw new Error('Nobody else saves here');
    console.log(`saved ${id} ${saved.revision}`);

    const letters = await store.outbox.of({ kind: 'dispute', id });
    await store.outbox.mark(letters.find((letter) => letter.key === key)!, sent(saved.revision));
    console.log(`marked ${id} ${saved.revision}`);
  }
}

await Promise.all(['D-0001', 'D-0002', 'D-0003'].map(saveOn));
