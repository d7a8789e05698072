/** Saves a small change, one that is too large for the disk, and a small one again, and says how each went. */
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aThread, disputes, SHAPES } from './threads.ts';

// Without this the system ends the process at its limit; a full disk does not.
process.on('SIGXFSZ', () => {});

const store = await openLowdbStore(process.argv[2]!, SHAPES);
const kept = store.records(disputes);

for (const title of ['small', 'large '.repeat(5_000), 'small again']) {
  const before = (await kept.get('D-0001')) ?? aThread();
  const said = await kept.save({ ...before, title }).then(
    (saved) => (saved === 'stale' ? saved : `revision ${saved.revision}`),
    (error) => error.message,
  );
  console.log(said);
}
await store.close();
