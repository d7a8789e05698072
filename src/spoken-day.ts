import { createRequire } from 'node:module';
import { isLocalDate, type LocalDate, plusYears } from './local-date.ts';

const require = createRequire(import.meta.url);

/**
 * The day that is spoken of in free text, "yesterday", "3 March", "last Tue", or null. `looking` says which way a day
 * without a year lies: a visit is behind us, a planned return ahead. The form still asks before anything is saved.
 */
export function spokenDay(text: string, today: LocalDate, looking: 'back' | 'ahead'): LocalDate | null {
  const [year, month, day] = today.split('-').map(Number) as [number, number, number];
  const noon = new Date(year, month - 1, day, 12);
  // Asked for with the first words and not before: a start need not wait for it.
  const { GB }: typeof import('chrono-node/en') = require('chrono-node/en');
  const found = GB.parse(text, noon, { forwardDate: looking === 'ahead' })[0]?.start;
  if (!found) return null;
  const spoken = [found.get('year'), found.get('month'), found.get('day')]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');
  if (!isLocalDate(spoken)) return null;
  return looking === 'back' && spoken > today && !found.isCertain('year') ? plusYears(spoken, -1) : spoken;
}
