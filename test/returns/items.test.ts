import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { itemsOf } from '../../src/returns/checklist/checklist.ts';
import { OWNERS } from '../../src/returns/checklist/owners.ts';
import type { Use } from '../../src/returns/checklist/uses.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { aged17, anAnswer, anUnplanned, aPlan, aReturningCase, inCare, usesIn } from '../builders/returning-case.ts';
import { lookedAfter, placed } from '../timetable/case-facts.ts';

/**
 * The tables of domain.md 6.1 to 6.6 as they stand there: R required, o offered, - not used, for the routes A planned
 * s.20, B planned discharge, C placement with parents, D unplanned, E 16 or 17; h: required where B runs C first because
 * the child goes home before the court discharges the order (R-DEC-11), else offered. The cells with an “if” are below.
 */
const DOMAIN = `
  CON-01: R R R R R
  CON-02: R R R R R
  CON-03: R R R - o
  CON-04: R R R R R
  CON-05: R R R R R
  CON-06: R R R o R
  CON-07: R R R R R
  CON-08: R R o o o
  CON-09: R h R - R
  CON-10: - R R o -
  ASM-01: R R R R R
  ASM-02: R R R R R
  ASM-03: R R R o o
  ASM-04: R R R R o
  ASM-05: R R R o o
  ASM-06: R R R R o
  ASM-07: R R R - o
  ASM-08: R R R R o
  ASM-09: R R R R R
  ASM-10: R R R R R
  ASM-11: R R R R R
  ASM-12: o R R o o
  ASM-13: - h R - -
  ASM-14: R R R R R
  ASM-15: R R R R R
  ASM-16: R R R R R
  ASM-17: R R R o o
  ASM-18: R R R R R
  DEC-01: R R R R R
  DEC-02: R R R R R
  DEC-03: R R R o R
  DEC-04: R R R - R
  DEC-05: - - - R -
  DEC-06: - - - - R
  DEC-07: - R - - -
  DEC-08: R R R R R
  PLN-01: R R R R R
  PLN-02: R R R R o
  PLN-03: R R R - o
  PLN-04: R R R o o
  PLN-05: R R R o R
  PLN-06: o o o o o
  PLN-07: R R R R R
  PLN-08: R R R R R
  PLN-09: R R R R R
  PLN-10: R R R o R
  PLN-11: o o o o o
  PLN-12: R R R R R
  PLN-13: R R R R R
  PLN-14: R R R o R
  PLN-15: - h R - -
  PLN-16: R R - o R
  PLN-17: R o - R R
  PLN-18: R R R o o
  RET-01: R R R R R
  RET-02: R R R R R
  RET-03: R R R R R
  RET-04: R R R R R
  RET-05: - - - - -
  SUP-01: R R R R R
  SUP-02: o o o o o
  SUP-03: R R R R o
  SUP-04: R R R R R
  MON-01: o h R R o
  MON-02: R R - R R
  MON-03: R R - R R
  MON-04: R R R R R
  MON-05: R R R R R
  MON-06: R R R R R
  MON-07: R R R R R
  MON-08: R R R R R
  MON-09: R R R R R
  MON-10: - R R - -
  MON-11: o o o o o
  MON-12: R R R R R
  STP-01: R R - R R
  STP-02: R R - R R
  STP-03: R R - R R
  STP-04: R R - R R
  STP-05: R R R R R
  UNP-01: - - - R -
  UNP-02: - - - o -
  UNP-03: - - - R -
  UNP-04: - - - R -
  UNP-05: - - - o -
  UNP-06: - - - o -
  UNP-07: - - - R -
  YP-01 : - - - - o
  YP-02 : - - - - R
  YP-03 : - - - - R
  YP-04 : - - - - o
  YP-05 : - - - - o
`;

const rows = DOMAIN.trim()
  .split('\n')
  .map((line) => line.trim().split(/[ :]+/) as [id: string, ...cells: string[]]);

const underOrder = inCare();
const routes: readonly (readonly [string, ReturningCase, ReturnPlan])[] = [
  ['a planned return from section 20', aReturningCase(), aPlan()],
  ['a planned return with discharge', underOrder, aPlan({ route: 'planned-discharge', legalStatus: 'care-order' })],
  [
    'a placement with parents',
    underOrder,
    aPlan({ route: 'with-parents', legalStatus: 'care-order', answers: [anAnswer('ASM-01')] }),
  ],
  ['an unplanned return', aReturningCase(), anUnplanned()],
  ['a young person of 17', aged17(), aPlan({ route: 'sixteen-or-seventeen' })],
  [
    'a child who goes home before the court discharges the order',
    underOrder,
    aPlan({
      route: 'planned-discharge',
      legalStatus: 'care-order',
      homeFirst: true,
      answers: [anAnswer('ASM-01')],
    }),
  ],
];

/** The column of a route, and how its letters read there. */
const COLUMNS = [0, 1, 2, 3, 4, 1];

const sign = (use: Use | undefined) => ({ required: 'R', offered: 'o', unused: '-' })[use ?? 'unused'];

describe.each(routes.map((route, at) => [...route, at] as const))('the checklist of %s', (_name, about, plan, at) => {
  const uses = usesIn(about, plan);

  it.each(rows)('has %s as the domain says', (id, ...cells) => {
    const cell = cells[COLUMNS[at]!]!;
    expect(sign(uses.get(id))).toBe(cell === 'h' ? (plan.homeFirst ? 'R' : 'o') : cell);
  });

  it('has nothing else', () => {
    expect([...uses.keys()].filter((id) => !rows.some(([known]) => known === id))).toEqual([]);
  });
});

describe('an item that depends on the case', () => {
  it('asks for the Director after an unplanned return only at 16 or 17, in section 20', () => {
    expect(usesIn(aged17(), anUnplanned()).get('DEC-06')).toBe('required');
    expect(usesIn({ ...aged17(), bornOn: localDate('2010-11-20') }, anUnplanned()).get('DEC-06')).toBe('required');
    expect(usesIn({ ...aged17(), bornOn: localDate('2010-11-21') }, anUnplanned()).has('DEC-06')).toBe(false);
    expect(usesIn(aReturningCase(), anUnplanned()).has('DEC-06')).toBe(false);
    expect(
      usesIn({ ...underOrder, bornOn: localDate('2009-05-01') }, anUnplanned({ legalStatus: 'care-order' })).has(
        'DEC-06',
      ),
    ).toBe(false);
  });

  it('asks nobody to ratify an unplanned return under an order', () => {
    const uses = usesIn(underOrder, anUnplanned({ legalStatus: 'care-order' }));
    expect([uses.has('DEC-05'), uses.has('UNP-07')]).toEqual([false, false]);
  });

  it.each([
    ['under an interim order', 'interim-care-order', [anAnswer('ASM-01')], true],
    ['before the assessment is done', 'care-order', [], true],
    [
      'when the assessment was called not applicable',
      'care-order',
      [anAnswer('ASM-01', { answer: 'not-applicable', note: 'Emergency' })],
      true,
    ],
    ['under a care order, assessed', 'care-order', [anAnswer('ASM-01')], false],
  ] as const)('asks for weekly visits at home %s: %s', (_when, legalStatus, answers, weekly) => {
    const about = aReturningCase({ events: [lookedAfter('2026-10-05', legalStatus), placed('2026-10-05')] });
    const uses = usesIn(about, aPlan({ route: 'with-parents', legalStatus, answers }));
    expect(uses.has('RET-05')).toBe(weekly);
  });
});

describe('a return with discharge of the order', () => {
  const plan = (parts: Partial<ReturnPlan>) =>
    aPlan({ route: 'planned-discharge', legalStatus: 'care-order', ...parts });

  it('asks for all that a placement with parents asks for, when the child goes home first (R-DEC-11)', () => {
    const placement = usesIn(underOrder, plan({ route: 'with-parents' }));
    const homeFirst = usesIn(underOrder, plan({ homeFirst: true }));
    const required = [...placement].filter(([, use]) => use === 'required').map(([id]) => id);
    expect(required.filter((id) => homeFirst.get(id) !== 'required')).toEqual([]);
    expect(homeFirst.get('DEC-07')).toBe('required');
  });

  it.each([
    ['home first, not assessed', { homeFirst: true }, true],
    ['home first, assessed', { homeFirst: true, answers: [anAnswer('ASM-01')] }, false],
    [
      'home first, under an interim order',
      { homeFirst: true, legalStatus: 'interim-care-order', answers: [anAnswer('ASM-01')] },
      true,
    ],
    ['home with the discharge', { homeFirst: false }, false],
  ] as const)('asks for weekly visits %s: %s', (_when, parts, weekly) => {
    expect(usesIn(underOrder, plan(parts)).has('RET-05')).toBe(weekly);
  });

  it('takes the word of no other route for it', () => {
    expect(usesIn(aReturningCase(), aPlan({ homeFirst: true }))).toEqual(usesIn(aReturningCase(), aPlan()));
  });
});

describe('the rows of the checklist', () => {
  const items = itemsOf(1);

  it('have one id each, and words that fit a phone', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ words }) => words.length > 150).map(({ id }) => id)).toEqual([]);
    expect(
      items.filter(({ words, owners, when, source }) => !words || owners.length === 0 || !when || !source),
    ).toEqual([]);
  });

  it('say which of them are our own proposal, and no others do', () => {
    expect(items.filter(({ proposal }) => proposal).map(({ id }) => id)).toEqual([
      'UNP-02',
      'DEC-08',
      'YP-04',
      'RET-01',
      'SUP-04',
    ]);
    expect(items.filter(({ proposal, source, when }) => /our proposal/i.test(source + when) !== proposal)).toEqual([]);
  });

  it('say of each who answers it, and whether it is about the home or about the child', () => {
    const before = items.filter(({ about }) => about === 'home').map(({ stage }) => stage);
    expect(new Set(before)).toEqual(new Set(['consider', 'assess', 'plan']));
    expect(items.every(({ owners }) => owners.every((owner) => owner in OWNERS))).toBe(true);
  });

  it('mark what nobody has read at its source', () => {
    const unread = items.filter(({ source }) => /not verified/.test(source)).map(({ id }) => id);
    expect(unread).toEqual(['YP-01', 'ASM-17', 'RET-01']);
  });

  it('keep every version that a plan may have been started with', () => {
    expect(() => itemsOf(2)).toThrow('keep every version');
    expect(() => usesIn(aReturningCase(), aPlan({ checklistVersion: 2 }))).toThrow('keep every version');
  });
});
