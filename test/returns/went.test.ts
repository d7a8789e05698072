import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { recordReturn } from '../../src/returns/went/rules.ts';
import { isLookedAfter, timetableOf } from '../../src/timetable/rules.ts';
import { ayesha, coordinatorJosh, iroOlu, northmoor, priya } from '../builders/people.ts';
import {
  aged17,
  anAnswer,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  inCare,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { withParents } from '../timetable/case-facts.ts';

const record = (about: ReturningCase, day = '2026-12-14', by = ayesha, today = '2026-12-14') =>
  recordReturn(about, planOf(about), { day: localDate(day), time: '' }, doing(by, today));

function recorded(about: ReturningCase): ReturningCase {
  const outcome = record(about);
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value.about;
}
const factsOf = (about: ReturningCase, asOf = '2026-12-14') => ({
  asOf: localDate(asOf),
  bornOn: about.bornOn,
  events: about.events,
});
const dueAfter = (about: ReturningCase) =>
  timetableOf(factsOf(about), northmoor.policy, northmoor.holidays).deadlines.map(({ rule, due }) => `${rule} ${due}`);

describe('recording that a planned return happened', () => {
  it('ends care for a child in section 20, and starts the visits and the review after it', () => {
    const about = recorded(approved());
    expect(about.events.at(-1)).toEqual({ on: '2026-12-14', what: 'returned-home', planned: true });
    expect(isLookedAfter(factsOf(about), localDate('2026-12-14'))).toBe(false);
    expect(dueAfter(about)).toContain('R-VIS-21 2026-12-28');
    expect(planOf(about).wentHomeOn).toBe('2026-12-14');
    expect(about.history.at(-1)?.what).toBe('RH-0001: the child went home on Mon 14 December 2026');
  });

  it('is a placement for a child in care, who stays looked after', () => {
    const plan = aPlan({ route: 'with-parents', legalStatus: 'care-order' });
    const about = recorded(approved(inCare(), plan));
    expect(about.events.at(-1)).toEqual({ on: '2026-12-14', what: 'placement-started', kind: 'with-parents' });
    expect(isLookedAfter(factsOf(about), localDate('2026-12-14'))).toBe(true);
    expect(dueAfter(about)).toContainEqual(expect.stringMatching(/^R-VIS-(07c|22) 2026-12-21$/));
  });

  it('is an early return where the assessment was not done, which brings weekly visits', () => {
    const emergency = anAnswer('ASM-01', { answer: 'not-applicable', note: 'Emergency, regulation 19' });
    const plan = aPlan({ route: 'with-parents', legalStatus: 'care-order', answers: [emergency] });
    expect(recorded(approved(inCare(), plan)).events.at(-1)).toMatchObject({
      kind: 'with-parents',
      beforeAssessment: true,
    });
  });

  it('ends care when the court discharges the order, also for a child who is home already', () => {
    const plan = aPlan({ route: 'planned-discharge', legalStatus: 'care-order' });
    expect(recorded(approved(inCare(), plan)).events.slice(-2)).toEqual([
      { on: '2026-12-14', what: 'returned-home', planned: true },
      { on: '2026-12-14', what: 'ceased-to-be-looked-after' },
    ]);
    const home = recorded(approved(inCare(withParents('2026-11-02')), plan));
    expect(home.events.slice(-2)).toEqual([
      withParents('2026-11-02'),
      { on: '2026-12-14', what: 'ceased-to-be-looked-after' },
    ]);
    expect(isLookedAfter(factsOf(home), localDate('2026-12-14'))).toBe(false);
  });

  it('tells the IRO and the others around the child', () => {
    const outcome = record(approved());
    expect(outcome.ok && outcome.value.letters.map(({ kind, to }) => [kind, to])).toEqual([
      ['return.told', { person: iroOlu.id }],
      ['return.told', { person: priya.id }],
      ['return.questions', { person: iroOlu.id }],
      ['return.questions', { person: coordinatorJosh.id }],
    ]);
  });

  it.each([
    [
      'nobody was asked',
      readyToDecide(),
      'It must be approved first, by the Nominated officer (SI 2010/959 reg 39(4)). No decision on RH-0001 has been asked for yet.',
    ],
    ['it still waits', asked(), 'RH-0001 is with Samuel Okoro for a decision.'],
    [
      'the Director must approve',
      readyToDecide(aged17(), aPlan({ route: 'sixteen-or-seventeen' })),
      "by the Director of Children's Services (SI 2010/959 reg 39(5))",
    ],
    [
      'it is recorded already',
      { ...approved(), returns: [{ ...planOf(approved()), wentHomeOn: localDate('2026-12-10') }] },
      'RH-0001 is recorded already: the child went home on Thu 10 December 2026',
    ],
    [
      'its place was taken',
      { ...approved(), returns: [{ ...planOf(approved()), overtakenBy: 'RH-0002' }] },
      'RH-0002 has taken the place',
    ],
  ])('is refused where %s', (_what, about, because) => {
    expect(record(about)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it.each([
    ['is still to come', '2026-12-15', 'has not come yet'],
    ['was before the approval', '2026-11-23', 'is before RH-0001 was approved'],
  ])('is refused for a day that %s', (_what, day, because) => {
    expect(record(approved(), day)).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
      beside: { day: expect.any(String) },
    });
  });

  it('takes the day of approval itself, and a day later than planned', () => {
    expect(record(approved(), '2026-11-24').ok).toBe(true);
    expect(record(approved(), '2026-12-18', ayesha, '2026-12-18').ok).toBe(true);
  });

  it('is refused for a child who has turned 16 meanwhile: that needs the Director', () => {
    const about = { ...approved(), bornOn: localDate('2010-12-12') };
    expect(record(about)).toMatchObject({ ok: false, because: expect.stringContaining('“Young person of 16 or 17”') });
  });

  it('is for those who plan the return, not for the IRO', () => {
    expect(record(approved(), '2026-12-14', iroOlu).ok).toBe(false);
    expect(record(approved(aReturningCase()), '2026-12-14', priya).ok).toBe(true);
  });
});
