import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../src/store/lowdb.ts';
import { aFolder, filesIn } from './folders.ts';
import { startCramped, startOther } from './processes.ts';
import { disputes, SHAPES } from './threads.ts';

const KILLS = 26;

/** Counts the acknowledgements a process gave: the highest revision it said of each record. */
async function savesUntilKilled(
  folder: string,
  round: number,
): Promise<{ saved: Map<string, number>; marked: Map<string, number> }> {
  const other = startOther('saver.ts', folder);
  const lines: string[] = [];
  while (lines.length < 6 + (round % 7)) {
    const line = await other.hears();
    if (line === undefined) throw new Error('The saving process ended by itself');
    lines.push(line);
  }
  // A little later each time, so that the kills fall into different moments of a write.
  await pause(round % 5);
  await other.kill();
  lines.push(...(await other.rest()));

  const highest = { saved: new Map<string, number>(), marked: new Map<string, number>() };
  for (const line of lines) {
    const [what, id, revision] = line.split(' ');
    if (revision !== undefined) highest[what as 'saved' | 'marked'].set(id!, Number(revision));
  }
  return highest;
}

describe('a process that is killed while it saves', () => {
  it(`loses nothing it acknowledged and leaves nothing half-written, ${KILLS} times over`, async () => {
    const folder = aFolder();
    for (let round = 0; round < KILLS; round += 1) {
      const { saved, marked } = await savesUntilKilled(folder, round);
      const store = await openLowdbStore(folder, SHAPES);
      const kept = store.records(disputes);
      for (const [id, revision] of saved) {
        const thread = (await kept.get(id))!;
        const letters = await store.outbox.of({ kind: 'dispute', id });
        expect(thread.revision).toBeGreaterThanOrEqual(revision);
        expect(thread.title.split(' ')[0]).toBe(`${id}/${thread.revision}`);
        // One letter was written in each save, so a whole file has as many letters as revisions.
        expect(letters).toHaveLength(thread.revision);
        const arrived = letters.find(({ key }) => key === `${id}/${marked.get(id)}`);
        expect(arrived?.passage.at ?? 'none').toBe(marked.has(id) ? 'sent' : 'none');
      }
      await store.close();
    }
    expect(Object.keys(filesIn(folder))).toHaveLength(3);
  }, 60_000);
});

describe('a disk that takes only the first part of a write', { timeout: 30_000 }, () => {
  it('does not get half a record: the save is refused, what was kept stays, and the next is kept', async () => {
    const folder = aFolder();
    const other = startCramped(8, 'cramped.ts', folder);
    expect(await other.hears()).toBe('revision 1');
    expect(await other.hears()).toContain('could not be written (EFBIG)');
    expect(await other.hears()).toBe('revision 2');
    expect(await other.hears()).toBeUndefined();

    const store = await openLowdbStore(folder, SHAPES);
    expect(await store.records(disputes).get('D-0001')).toMatchObject({ title: 'small again', revision: 2 });
    await store.close();
    expect(Object.keys(filesIn(folder))).toHaveLength(1);
  });
});
