import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { hear } from '../../src/teams/conversation.ts';
import { here, type Needs } from '../../src/teams/route.ts';
import { TRANSITION_ROUTES } from '../../src/teams/routes/transition.ts';
import { ayesha, ben, iroOlu, northmoor, priya } from '../builders/people.ts';
import { anUnplanned, aPlan, approved, aReturningCase, planOf } from '../builders/returning-case.ts';
import { anAgreement, aStep, withSteps } from '../builders/transition.ts';
import { ofType } from '../cards/parts.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';

type Wire = Record<string, unknown>;

/** A council that answers presses about plans, with the clock stopped on Mon 23 November 2026. */
async function council(...abouts: readonly ReturningCase[]) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  for (const about of abouts) await cases.save(about);
  const clock = stoppedClock('2026-11-23');
  const needs: Needs = {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority: northmoor,
    clock,
  };
  return {
    clock,
    kept: async (id = 'C-1042') => (await cases.get(id))!,
    letters: () => store.outbox.of({ kind: 'case', id: 'C-1042' }),
    say: (text: string, by: Person = ayesha) => hear(text, here(by, false, 'once-1', needs)),
    press: (verb: string, typed: Wire, by: Person = ayesha) =>
      TRANSITION_ROUTES.find((row) => row.verb === verb)!.press(typed, here(by, false, 'once-1', needs)),
  };
}

const textOf = (card: Card) => JSON.stringify(card);
const titles = (card: Card) => ofType(card, 'Action.').map(({ title }) => title);
const inputs = (card: Card): Wire =>
  Object.fromEntries(ofType(card, 'Input.').map(({ id, value }) => [String(id), value ?? '']));
/** What pressing a button sends: every input, what was typed, and what the button carries. */
function sends(card: Card, title: string, typed: Wire = {}): Wire {
  const button = ofType(card, 'Action.').find((one) => one.title === title)!;
  return { ...inputs(card), ...typed, ...(button.data as Wire) };
}
const which = { return: 'RH-0001', revision: '1' };
const planned = aReturningCase({ returns: [aPlan()] });

describe('a plan that is begun', () => {
  it('says in each empty part what to do next', async () => {
    const card = await (await council(planned)).press('transition.open', which);
    for (const says of [
      'No steps yet. Add the first',
      'Nothing is agreed in writing yet',
      'No service is promised yet',
    ])
      expect(textOf(card)).toContain(says);
    expect(titles(card)).toEqual([
      'Add a step',
      'Agreement',
      'Services',
      'First weeks and sudden return',
      'This return',
    ]);
  });

  it('is read by the IRO, who changes nothing', async () => {
    const { press, kept } = await council(
      withSteps({ agreement: anAgreement(), steps: [aStep(1, 'tea', '2026-11-21')] }),
    );
    expect(titles(await press('transition.open', which, iroOlu))).toEqual(['Agreement', 'This return']);
    const agreement = await press('transition.ask-agreement', which, iroOlu);
    expect(textOf(agreement)).toContain('Nobody drinks while she is at home');
    expect(titles(agreement)).toEqual(['Plan and steps']);
    expect(inputs(agreement)).toEqual({});
    for (const verb of ['ask-step', 'ask-change', 'ask-went', 'ask-breach', 'ask-service', 'ask-ready'])
      expect(textOf(await press(`transition.${verb}`, which, iroOlu))).toContain('social worker');
    expect((await kept()).revision).toBe(1);
  });

  it('is not there for somebody who works with other children', async () => {
    const { press } = await council(planned);
    for (const { verb } of TRANSITION_ROUTES)
      expect(textOf(await press(verb, { ...which, drawn: 'x' }, ben))).not.toContain('Kayleigh');
    expect(textOf(await press('transition.open', which, ben))).toContain('no return RH-0001 for you');
  });

  it('has nothing to prepare for once the child is home', async () => {
    const home = await council(aReturningCase({ returns: [anUnplanned()] }));
    const card = await home.press('transition.open', which);
    expect(textOf(card)).toContain('No steps were written down.');
    expect(titles(card)).toEqual(['Agreement', 'Services', 'First weeks and sudden return', 'This return']);
    const sudden = 'If the return comes suddenly';
    expect(textOf(card)).not.toContain(sudden);
    expect(textOf(await (await council(planned)).press('transition.open', which))).toContain(sudden);
  });

  it('asks how a step went on its day, first of all', async () => {
    const { press, clock } = await council(withSteps({ steps: [aStep(1, 'tea', '2026-11-24')] }));
    expect(titles(await press('transition.open', which))).not.toContain('How did it go?');
    clock.moveTo('2026-11-24');
    expect(titles(await press('transition.open', which))[0]).toBe('How did it go?');
  });
});

describe('a plan of many steps', () => {
  const days = Array.from({ length: 12 }, (_, n) => `2026-11-${String(n + 10)}`);
  const shown = async (answered: number) => {
    const steps = days.map((on, n) =>
      aStep(n + 1, 'tea', on, n < answered ? 'mixed' : null, n < answered ? `Words ${n}.` : ''),
    );
    return textOf(await (await council(withSteps({ steps }))).press('transition.open', which));
  };

  it('shows seven of them, from the last that was answered', async () => {
    const card = await shown(3);
    expect(card).toContain('Words 2. (Ayesha Khan)');
    expect(card).not.toContain('Words 1.');
    expect(card).toContain('Before these: Tea or a few hours, Tue 10 November 2026 ▲ · ');
    expect(card).toContain('After these: 3 more.');
  });

  it.each([
    [0, /After these: 5 more/, /Before these/],
    [12, /Before these/, /After these/],
  ])('with %d answered', async (answered, has, not) => {
    expect(await shown(answered)).toMatch(has);
    expect(await shown(answered)).not.toMatch(not);
  });
});

describe('a form', () => {
  it('adds one step when it is sent twice, and shows the plan both times', async () => {
    const { press, kept } = await council(planned);
    const sent = sends(await press('transition.ask-step', which), 'Save step', { kind: 'tea', on: '2026-11-28' });
    for (const _time of [1, 2]) expect(textOf(await press('transition.step', sent))).toContain('Sat 28 November 2026');
    expect(planOf(await kept()).transition.steps).toHaveLength(1);
    expect((await kept()).revision).toBe(2);
  });

  it('keeps what was typed when it is refused', async () => {
    const { press, kept } = await council(planned);
    const sent = sends(await press('transition.ask-step', which), 'Save step', { kind: 'weekend', on: '2026-12-20' });
    const again = await press('transition.step', sent);
    expect(inputs(again)).toEqual({ kind: 'weekend', on: '2026-12-20' });
    expect(textOf(again)).toContain('after the planned day of return');
    const agreement = sends(await press('transition.ask-agreement', which), 'Save agreement', {
      goals: 'School',
      on: '',
    });
    const same = await press('transition.agreement', agreement);
    expect(inputs(same)).toMatchObject({ goals: 'School', on: '' });
    expect((await kept()).revision).toBe(1);
  });

  it('never reaches a step of another return', async () => {
    const theirs = { ...withSteps({ steps: [aStep(7, 'tea', '2026-11-28')] }), id: 'C-1043' };
    const other = { ...theirs, returns: [{ ...planOf(theirs), id: 'RH-0002' }] };
    const { press, kept } = await council(withSteps({ steps: [aStep(1, 'tea', '2026-11-29')] }), other);
    const sent = { ...which, step: '7/tea/2026-11-28', change: 'drop', on: '' };
    expect(textOf(await press('transition.change', sent))).toContain('not on the plan of RH-0001');
    expect(planOf(await kept('C-1043'), 'RH-0002').transition.steps).toHaveLength(1);
  });

  it('logs one broken condition, with one concern and one letter, when it is sent twice', async () => {
    const { press, kept, letters } = await council(withSteps({ agreement: anAgreement() }));
    const agreement = await press('transition.ask-agreement', which);
    expect(titles(agreement)).toEqual(['Save agreement', 'A condition was broken', 'Plan and steps']);
    const form = await press('transition.ask-breach', sends(agreement, 'A condition was broken'));
    expect(textOf(form)).toContain('We meet the same week');
    expect(textOf(form)).toContain('goes to Priya Shah 1:1 at once');
    expect(textOf(await press('transition.ask-breach', which, priya))).toContain('goes to Grace Obi');
    const sent = sends(form, 'Log and raise', { what: 'Drunk at tea', done: 'Took her back' });
    for (const _time of [1, 2]) expect(textOf(await press('transition.breach', sent))).toContain('Drunk at tea');
    const { concerns, revision } = await kept();
    expect(concerns.map(({ id }) => id)).toEqual(['E-0001']);
    expect(revision).toBe(2);
    expect((await letters()).map(({ kind, to }) => [kind, to])).toEqual([['concern.raised', { person: priya.id }]]);
    await press('transition.breach', { ...sent, what: 'Drunk at night' });
    expect((await kept()).concerns.map(({ id }) => id)).toEqual(['E-0001', 'E-0002']);
  });

  it('raises nothing where there is no agreement, and uses up no reference for it', async () => {
    const { press, kept } = await council(planned);
    const sent = { ...which, on: '2026-11-22', what: 'Drunk', done: 'Nothing yet' };
    expect(textOf(await press('transition.breach', sent))).toContain('no written agreement for RH-0001 yet');
    await press('transition.agreement', {
      ...sends(await press('transition.ask-agreement', which), 'Save agreement'),
      on: '2026-11-20',
      goals: 'School',
      conditions: 'No drink',
      ifBroken: 'We meet',
    });
    await press('transition.breach', sent);
    expect((await kept()).concerns.map(({ id }) => id)).toEqual(['E-0001']);
  });

  it('does not ask how far the date may move once it is decided on, and saves the rest', async () => {
    const { press, kept } = await council(approved());
    const form = await press('transition.ask-ready', which);
    expect(Object.keys(inputs(form))).toEqual(['firstWeeks', 'sudden']);
    expect(textOf(form)).toContain('The approval was given on 14 days');
    await press('transition.ready', sends(form, 'Save', { firstWeeks: 'Aunt Jo' }));
    expect(planOf(await kept()).transition.firstWeeks?.words).toBe('Aunt Jo');
    const forged = sends(form, 'Save', { firstWeeks: 'Aunt Jo', mayMoveBy: '28' });
    expect(textOf(await press('transition.ready', forged))).toContain('given on 14 days');
    expect(planOf(await kept()).transition.mayMoveBy).toBe(14);
  });
});

describe('what is typed', () => {
  it.each(['RH-0001', 'return RH-0001', 'rh1', 'return home rh-0001'])('opens the return by “%s”', async (text) => {
    const card = await (await council(planned)).say(text);
    expect(card.fallbackText).toBe('A return home: RH-0001');
  });

  it('answers an unknown return like one that is not theirs', async () => {
    const { say } = await council(planned);
    expect(textOf(await say('RH-0009'))).toContain('no return RH-0009 for you');
    expect(textOf(await say('RH-0001', ben))).toContain('no return RH-0001 for you');
  });
});
