/** `npm run bench`: what Homeward costs, as ratios measured in one run, printed as a table. */
import { idleTicks } from './idle.ts';
import { tenThousandLetters } from './letters.ts';
import type { Row } from './measure.ts';
import { openingCases, savingAtSize } from './store.ts';
import { ticking } from './ticks.ts';
import { manyCases, oneCase } from './timetable.ts';
import { pressing, starting } from './turns.ts';

const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  'A press through HTTP': pressing,
  'A start': starting,
  'Saving a record': savingAtSize,
  'A tick': ticking,
  'A tick that finds nothing': idleTicks,
  'Ten thousand letters at 08:30': tenThousandLetters,
  'Opening the store': openingCases,
  'The deadlines of one case': oneCase,
  'The deadlines of every case': manyCases,
};

for (const [about, bench] of Object.entries(benches)) {
  console.log(`\n${about}`);
  for (const { what, measured, allowed, unit } of await bench()) {
    const isLeast = unit.includes('least');
    const verdict = allowed === null ? '' : (isLeast ? measured >= allowed : measured <= allowed) ? 'kept' : 'NOT KEPT';
    const figure = measured >= 100 ? measured.toFixed(0) : measured.toFixed(2);
    console.log(
      `  ${what.padEnd(62)} ${figure.padStart(9)} ${unit.padEnd(16)} ${allowed === null ? '' : `allowed ${allowed}  ${verdict}`}`,
    );
  }
}
