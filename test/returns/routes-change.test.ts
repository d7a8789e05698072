import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate } from '../../src/local-date.ts';
import { CHECKLIST_VERSION, itemsOf } from '../../src/returns/checklist/checklist.ts';
import { questionsOf } from '../../src/returns/checklist/rules.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import type { ReturningCase, ReturnPlan, Route } from '../../src/returns/model.ts';
import { askReturn } from '../../src/returns/start/actions.ts';
import { startReturn } from '../../src/returns/start/rules.ts';
import { returnFormView } from '../../src/returns/start/view.ts';
import { NOTHING_PLANNED } from '../../src/returns/transition/model.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, priya, sightOf } from '../builders/people.ts';
import {
  aged17,
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  doing,
  inCare,
  planOf,
  returnRoom,
  startForm,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { changed, withParents } from '../timetable/case-facts.ts';

const everything = itemsOf(CHECKLIST_VERSION).map(({ id }) => anAnswer(id, { by: priya.id, note: `Kept ${id}` }));
const transition = {
  ...NOTHING_PLANNED,
  mayMoveBy: 7,
  steps: [{ id: 1, kind: 'tea', on: localDate('2026-11-21'), went: null }],
  sudden: { words: 'Ring the grandmother, she has a key', by: ayesha.id, at: at('2026-11-10') },
} as const;
const known = { answers: everything, transition };

const underOrder = (about: ReturningCase): ReturningCase => ({
  ...about,
  events: [...about.events, changed('2026-11-16', 'care-order')],
});
const sixteen: Partial<ReturningCase> = { bornOn: localDate('2010-11-30') };

type Midway = readonly [string, ReturningCase, Partial<ReturnPlan>, Route, LocalDate];

/** Each way that events overtake a plan. */
const MIDWAY: readonly Midway[] = [
  ['a planned return becomes unplanned', aReturningCase(), {}, 'unplanned', localDate('2026-11-20')],
  [
    'a young person goes before the day',
    aged17(),
    { route: 'sixteen-or-seventeen' },
    'unplanned',
    localDate('2026-11-20'),
  ],
  ['a child turns 16', aReturningCase(sixteen), {}, 'sixteen-or-seventeen', localDate('2026-12-14')],
  ['a child is placed under an order', underOrder(aReturningCase()), {}, 'with-parents', localDate('2026-12-14')],
  [
    'an unplanned return under an order becomes a placement',
    inCare(withParents('2026-11-20')),
    anUnplanned({ legalStatus: 'care-order' }),
    'with-parents',
    localDate('2026-12-14'),
  ],
];

function overtaken(about: ReturningCase, plan: ReturnPlan, route: Route, day: LocalDate) {
  const form = startForm({ route, day, once: 'form-2', safe: route === 'unplanned' ? 'yes' : '' });
  return allowed(startReturn({ ...about, returns: [plan] }, form, 'RH-0002', doing(ayesha)));
}

describe.each(MIDWAY)('when %s', (_what, about, parts, route, day) => {
  const { about: after } = overtaken(about, aPlan({ ...parts, ...known }), route, day);
  const plan = planOf(after, 'RH-0002');

  it('keeps every answer that the new route asks for too, as it was given', () => {
    const decision = ['DEC-04', 'DEC-05', 'DEC-06', 'DEC-08', 'UNP-07'];
    const asked = questionsOf(plan, after).map(({ item }) => item.id);
    // What was answered of the planned return is asked again of the one that happened.
    const anew = route === 'unplanned' ? ['CON-05', 'ASM-18', 'DEC-01', 'DEC-02'] : [];
    const kept = everything.filter(({ item }) => asked.includes(item) && ![...decision, ...anew].includes(item));
    expect(plan.answers.filter(({ item }) => !decision.includes(item))).toEqual(kept);
    expect(plan.answers.every(({ item }) => asked.includes(item))).toBe(true);
  });

  it('carries no answer about the decision, and no decision', () => {
    const itself = { unplanned: 'DEC-05', 'with-parents': 'DEC-04', 'sixteen-or-seventeen': 'DEC-06' }[route as string];
    const items = plan.answers.map(({ item }) => item);
    expect(items).not.toContain(itself);
    expect(items).not.toContain('DEC-08');
    expect(plan).toMatchObject({ decision: { stands: 'none' }, earlier: [] });
  });

  it('keeps the steps, the agreement and the services', () => {
    expect(plan.transition).toEqual(transition);
  });

  it('says so in the history, and leaves the old plan as it was', () => {
    expect(after.history.at(-1)?.what).toContain(
      `takes the place of RH-0001, and ${plan.answers.length} answers are carried over`,
    );
    expect(planOf(after)).toEqual({ ...aPlan({ ...parts, ...known }), overtakenBy: 'RH-0002' });
  });
});

describe('a plan kept ready for a sudden return', () => {
  const home = overtaken(aReturningCase(), aPlan(known), 'unplanned', localDate('2026-11-20')).about;
  const notes = (about: ReturningCase, id: string) =>
    checklistView({ about, plan: planOf(about, id), stage: 'consider', page: 0 }, sightOf(ayesha, at('2026-11-23')))
      .notes;

  it('stands at the top of the checklist when the child has gone home', () => {
    expect(notes(home, 'RH-0002')[0]?.says).toBe(
      'The plan kept ready for a sudden return: Ring the grandmother, she has a key',
    );
  });

  it('is not said where there is none, nor before', () => {
    expect(JSON.stringify(notes(home, 'RH-0001'))).not.toContain('grandmother');
    const none = overtaken(aReturningCase(), aPlan(), 'unplanned', localDate('2026-11-20')).about;
    expect(JSON.stringify(notes(none, 'RH-0002'))).not.toContain('kept ready');
  });
});

describe('an approved return that is overtaken', () => {
  it('is not settled any more: nobody has decided on the new route', () => {
    const was = approved();
    const { about } = overtaken(was, planOf(was), 'unplanned', localDate('2026-11-20'));
    expect(planOf(about, 'RH-0002').decision).toEqual({ stands: 'none' });
    expect(planOf(about).decision.stands).toBe('approved');
    expect(planOf(about, 'RH-0002').answers.length).toBeGreaterThan(0);
  });
});

describe('the form that will overtake a plan', () => {
  const asks = async (about: ReturningCase, typed: { route?: Route; day?: LocalDate } = {}) => {
    const { needs } = await returnRoom('2026-11-23', [about]);
    return allowed(await askReturn({ case: 'C-1042', route: null, day: null, ...typed }, ayesha, needs));
  };

  it.each([
    ['nothing is planned', aReturningCase(), 'planned-s20', null],
    ['a plan still fits: the child is home already', aReturningCase({ returns: [aPlan()] }), 'unplanned', 'RH-0001'],
    ['the child has turned 16', aReturningCase({ ...sixteen, returns: [aPlan()] }), 'sixteen-or-seventeen', 'RH-0001'],
    ['an order was made', underOrder(aReturningCase({ returns: [aPlan()] })), 'with-parents', 'RH-0001'],
    [
      'the child is home under an order',
      { ...inCare(withParents('2026-11-20')), returns: [anUnplanned({ legalStatus: 'care-order' })] },
      'with-parents',
      'RH-0001',
    ],
    ['the child is home', aReturningCase({ returns: [anUnplanned()] }), 'unplanned', null],
  ] as const)('suggests the route, and says whose place it takes, when %s', async (_when, about, route, overtakes) => {
    expect(await asks(about)).toMatchObject({ route, overtakes });
  });

  it('goes by the route and the day that were chosen', async () => {
    const planned = aReturningCase({ returns: [aPlan()] });
    expect(await asks(planned, { route: 'planned-s20' })).toMatchObject({ route: 'planned-s20', overtakes: null });
    const made = underOrder(planned);
    expect(await asks(made, { day: localDate('2026-11-20') })).toMatchObject({
      route: 'unplanned',
      overtakes: 'RH-0001',
    });
  });

  it('says what goes with it and what does not', () => {
    const sight = sightOf(ayesha, at('2026-11-23'));
    expect(returnFormView({ case: 'C-1042' }, [], sight, 'RH-0001').overtaking).toEqual([
      {
        says: 'This takes the place of RH-0001. Its answers, steps and agreement are carried over; its decision is not.',
      },
    ]);
    expect(returnFormView({ case: 'C-1042' }, [], sight).overtaking).toEqual([]);
  });
});
