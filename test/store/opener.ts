/** Waits for a line, opens the store in the folder, says how that went, and keeps it open until the input ends. */
import { createInterface } from 'node:readline';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { SHAPES } from './threads.ts';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
console.log('ready');
await lines.next();
try {
  const store = await openLowdbStore(process.argv[2]!, SHAPES);
  console.log('open');
  await lines.next();
  await store.close();
} catch (error) {
  console.log(JSON.stringify({ ...(error as object), message: String(error) }));
}
process.stdin.destroy();
