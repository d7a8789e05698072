import { months, weeks } from './length.ts';
import { cpr, type Row, unread } from './row.ts';

/** Visits while looked after and after a return: Regulations 2010 reg 28, and local policy. Part of the timetable. */

const visit = { act: 'visit', owedBy: 'social-worker' } as const;

const WEEKLY_IS_A_READING =
  '"At least once a week" is read as no more than seven days apart, and "the first review" as the first held after this placement or order. Both are the stricter reading.';

/** Reg 28(2): every placement that paragraphs (3) to (6) do not cover. */
const ORDINARY = [
  {
    ...visit,
    id: 'R-VIS-01',
    duty: 'Visit the child within a week of the start of the placement',
    startsFrom: 'placement',
    countsFrom: 'start',
    within: weeks(1),
    appliesWhile: ['ordinary-placement', 'not-visited'],
    source: cpr('28(2)(a)'),
  },
  {
    ...visit,
    id: 'R-VIS-02',
    duty: 'Visit the child at least every six weeks in the first year of the placement',
    startsFrom: 'placement',
    countsFrom: 'last-visit',
    within: weeks(6),
    appliesWhile: ['ordinary-placement', 'visited', 'last-visit-in-first-year'],
    source: cpr('28(2)(b)'),
  },
  {
    ...visit,
    id: 'R-VIS-03a',
    duty: 'Visit the child at least every three months, as the placement is meant to last until 18',
    startsFrom: 'placement',
    countsFrom: 'last-visit',
    within: months(3),
    appliesWhile: [
      'ordinary-placement',
      'visited',
      'last-visit-after-first-year',
      'not-long-term-foster',
      'until-eighteen',
    ],
    source: cpr('28(2)(c)(i)'),
  },
  {
    ...visit,
    id: 'R-VIS-03b',
    duty: 'Visit the child at least every six weeks',
    startsFrom: 'placement',
    countsFrom: 'last-visit',
    within: weeks(6),
    appliesWhile: [
      'ordinary-placement',
      'visited',
      'last-visit-after-first-year',
      'not-long-term-foster',
      'not-until-eighteen',
    ],
    source: cpr('28(2)(c)(ii)'),
  },
  {
    ...visit,
    id: 'R-VIS-04',
    duty: 'Visit the child at least every six months in this long-term foster placement',
    startsFrom: 'placement',
    countsFrom: 'last-visit',
    within: months(6),
    appliesWhile: ['ordinary-placement', 'visited', 'last-visit-after-first-year', 'long-term-foster'],
    unverified:
      'The six months, and the tests of one year and of the child’s agreement, are taken from councils’ procedures. Reg 28(3A) itself has not been read.',
    source: unread('28(3A)', '2015-04-01'),
  },
] as const satisfies readonly Row[];

/**
 * Reg 28(3), (4) and (5) are tested together; the earliest date stands (law-check 3.2). Of equal dates the first row's:
 * a paragraph that applies now goes before an interim order that only carries on.
 */
const AT_HOME = [
  {
    ...visit,
    id: 'R-VIS-05a',
    duty: 'Visit the child at least weekly until the first review, as the parent’s assessment is not finished',
    startsFrom: 'early-return',
    countsFrom: 'start-or-last-visit',
    within: weeks(1),
    appliesWhile: ['not-visited-and-reviewed'],
    earliestOf: 'reg 28(3) to (5)',
    unverified: WEEKLY_IS_A_READING,
    source: cpr('28(3)(a)'),
  },
  {
    ...visit,
    id: 'R-VIS-05b',
    duty: 'Visit the child at least every six weeks, as the parent’s assessment is not finished',
    startsFrom: 'early-return',
    countsFrom: 'last-visit',
    within: weeks(6),
    appliesWhile: ['visited-and-reviewed'],
    earliestOf: 'reg 28(3) to (5)',
    source: cpr('28(3)(b)'),
  },
  {
    ...visit,
    id: 'R-VIS-07a',
    duty: 'Visit the child at home within a week of the making of the care order',
    startsFrom: 'care-order-made-at-home',
    countsFrom: 'start',
    within: weeks(1),
    appliesWhile: ['not-visited'],
    earliestOf: 'reg 28(3) to (5)',
    source: cpr('28(5)(a)'),
  },
  {
    ...visit,
    id: 'R-VIS-07b',
    duty: 'Visit the child at home at least every six weeks under the care order',
    startsFrom: 'care-order-at-home',
    countsFrom: 'last-visit',
    within: weeks(6),
    appliesWhile: ['visited'],
    earliestOf: 'reg 28(3) to (5)',
    source: cpr('28(5)(b)'),
  },
  {
    ...visit,
    id: 'R-VIS-06a',
    duty: 'Visit the child at least weekly until the first review',
    startsFrom: 'interim-order-at-home',
    countsFrom: 'start-or-last-visit',
    within: weeks(1),
    appliesWhile: ['not-visited-and-reviewed'],
    earliestOf: 'reg 28(3) to (5)',
    unverified: WEEKLY_IS_A_READING,
    source: cpr('28(4)(a)'),
  },
  {
    ...visit,
    id: 'R-VIS-06b',
    duty: 'Visit the child at least every four weeks',
    startsFrom: 'interim-order-at-home',
    countsFrom: 'last-visit',
    within: weeks(4),
    appliesWhile: ['visited-and-reviewed'],
    earliestOf: 'reg 28(3) to (5)',
    source: cpr('28(4)(b)'),
  },
] as const satisfies readonly Row[];

/** No regulation sets visits to a child who is no longer looked after: these are local policy (domain.md 0.1). */
const AFTER_RETURN = [
  {
    ...visit,
    id: 'R-VIS-21',
    duty: 'Make the first visit to the child at home after the return',
    startsFrom: 'return-home-from-section-20',
    countsFrom: 'start',
    within: 'first-visit-after-return',
    appliesWhile: ['not-visited'],
    source: 'local-policy',
  },
  {
    ...visit,
    id: 'R-VIS-22',
    duty: 'Make the first visit to the child at home after the return under a care order',
    startsFrom: 'return-home-under-care-order',
    countsFrom: 'start',
    within: 'first-visit-under-order',
    appliesWhile: ['not-visited'],
    source: 'local-policy',
  },
] as const satisfies readonly Row[];

export const VISITS: readonly Row[] = [...ORDINARY, ...AT_HOME, ...AFTER_RETURN];
