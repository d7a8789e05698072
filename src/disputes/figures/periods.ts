import { type LocalDate, localDate, plusDays, plusMonths, plusYears } from '../../local-date.ts';
import type { Period } from './model.ts';

const QUARTERS = ['April to June', 'July to September', 'October to December', 'January to March'] as const;

/** The periods to choose from: the last twelve months, three years from April to March, and the last four quarters. */
export function periodsOf(today: LocalDate): readonly Period[] {
  const last = {
    key: '12-months',
    title: 'Last 12 months',
    from: plusDays(plusYears(today, -1), 1),
    to: today,
    isWholeYear: true,
  };
  const year = yearBegan(today);
  const quarter = quarterBegan(today);
  return [
    last,
    ...[0, -1, -2].map((ago) => yearFrom(plusYears(year, ago), today)),
    ...[0, -3, -6, -9].map((ago) => quarterFrom(plusMonths(quarter, ago), today)),
  ];
}

function yearFrom(from: LocalDate, today: LocalDate): Period {
  const year = yearIn(from);
  return {
    key: String(year),
    title: `April ${year} to March ${year + 1}`,
    isWholeYear: true,
    ...until(from, plusYears(from, 1), today),
  };
}

function quarterFrom(from: LocalDate, today: LocalDate): Period {
  const nth = (Math.floor((monthIn(from) - 1) / 3) + 3) % 4;
  return {
    key: `${yearIn(yearBegan(from))}-Q${nth + 1}`,
    title: `${QUARTERS[nth]} ${yearIn(from)}`,
    isWholeYear: false,
    ...until(from, plusMonths(from, 3), today),
  };
}

/** What lies ahead is in no figure. */
function until(from: LocalDate, next: LocalDate, today: LocalDate): Pick<Period, 'from' | 'to'> {
  const last = plusDays(next, -1);
  return { from, to: last < today ? last : today };
}

function yearBegan(day: LocalDate): LocalDate {
  return localDate(`${monthIn(day) >= 4 ? yearIn(day) : yearIn(day) - 1}-04-01`);
}

function quarterBegan(day: LocalDate): LocalDate {
  const first = monthIn(day) - ((monthIn(day) - 1) % 3);
  return localDate(`${yearIn(day)}-${String(first).padStart(2, '0')}-01`);
}

const yearIn = (day: LocalDate) => Number(day.slice(0, 4));
const monthIn = (day: LocalDate) => Number(day.slice(5, 7));
