/** Asks whether a small disk can take a record, and says what it heard. */
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { SHAPES } from './threads.ts';

process.on('SIGXFSZ', () => {});

const store = await openLowdbStore(process.argv[2]!, SHAPES);
console.log(
  await store.probe().then(
    () => 'it can',
    (error) => error.message,
  ),
);
await store.close();
