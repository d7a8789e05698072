import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAuthority } from '../../src/authority/form.ts';
import { computerClock, dayOf, type Instant } from '../../src/clock.ts';
import { madeUpChildren } from '../../src/demo/children.ts';
import { plusDays } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { contentOf } from '../../src/store/holding.ts';

/** The sample council. Read once: reading it again at every press would be measured too. */
export const SAMPLE = sample();

const NOW = computerClock().now();
const children = madeUpChildren(dayOf(NOW), SAMPLE.register, SAMPLE).filter(
  ({ people }) => people.socialWorker === [...SAMPLE.register.keys()][0],
);

/** A real case, of the first social worker of the council, with what its visits and a year of care write into it. */
export function aCase(number: number, wakeAt: Instant | null = null): ReturningCase {
  const child = children[number % children.length]!;
  const by = child.people.socialWorker;
  const notes = NOTED.map((days) => ({ on: plusDays(dayOf(NOW), -days), about: 'visit' as const, by, says: SAYS }));
  const history = notes.map(({ on }) => ({ at: NOW, by, what: `Logged the visit of ${on}` }));
  const nothing = { concerns: [], praise: [], cafcass: [], contests: [], copied: [], returns: [] };
  return { ...child, ...nothing, id: idOf(number), revision: 1, wakeAt, history, notes };
}

/** Days ago of four visits with notes, and about as much as a worker types after one. */
const NOTED = [20, 55, 90, 125] as const;
const SAYS = [
  'Child’s wishes and feelings',
  'View of parents, carers and siblings',
  'More support or services needed',
].map((heading) => ({
  heading,
  text: 'Words as somebody would write them after a visit, two or three sentences long. '.repeat(3),
}));

/** A folder of so many cases, put there directly: a sync for each would take most of the run. */
export function aFolderOf(count: number, wakeAt: (number: number) => Instant | null = () => null): string {
  const folder = mkdtempSync(join(tmpdir(), 'homeward-bench-'));
  mkdirSync(join(folder, 'cases'));
  for (let number = 0; number < count; number += 1) {
    const content = contentOf({ record: aCase(number, wakeAt(number)), letters: [] });
    writeFileSync(join(folder, 'cases', `${idOf(number)}.json`), JSON.stringify(content, null, 2));
  }
  return folder;
}

export function idOf(number: number): string {
  return `C-${String(10_000 + number)}`;
}

function sample() {
  const read = readAuthority(readFileSync('src/demo/authority.json', 'utf8'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.authority;
}
