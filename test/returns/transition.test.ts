import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Outcome } from '../../src/refusal.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import type { Change } from '../../src/returns/rules.ts';
import { readAgreementForm, readBreachForm } from '../../src/returns/transition/agreement/form.ts';
import { logBreach, saveAgreement } from '../../src/returns/transition/agreement/rules.ts';
import { withServiceChecked } from '../../src/returns/transition/rules.ts';
import { readStepChangeForm, readStepForm, readStepWentForm } from '../../src/returns/transition/steps/form.ts';
import { stepPrompts } from '../../src/returns/transition/steps/prompts.ts';
import {
  addStep,
  changeStep,
  recordStepWent,
  stepsDue,
  stepsToCome,
} from '../../src/returns/transition/steps/rules.ts';
import { readReadyForm, readServiceForm } from '../../src/returns/transition/support/form.ts';
import { addService, saveReady } from '../../src/returns/transition/support/rules.ts';
import { transitionView } from '../../src/returns/transition/view.ts';
import { allowed } from '../builders/dispute.ts';
import { away, ayesha, ben, grace, iroOlu, priya, sightOf } from '../builders/people.ts';
import { anUnplanned, aPlan, approved, aReturningCase, asked, doing, planOf } from '../builders/returning-case.ts';
import { anAgreement, aService, aStep, withSteps } from '../builders/transition.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome } from '../timetable/case-facts.ts';

const TODAY = '2026-11-23';
const only = (about: ReturningCase) => ({ about, plan: planOf(about) });
const lastLine = ({ about }: Change) => about.history.at(-1)?.what;
const transitionOf = ({ about }: Change) => planOf(about).transition;
const item = ({ about }: Change, id: string) => planOf(about).answers.find((one) => one.item === id)?.answer;
const planned = withSteps({});
const home = withSteps({}, aPlan({ wentHomeOn: localDate('2026-11-20'), decision: planOf(approved()).decision }));
const homeAgain = { ...home, events: [...home.events, wentHome('2026-11-20')] };
const overtaken = withSteps({}, aPlan({ overtakenBy: 'RH-0002' }));
const back = {
  ...homeAgain,
  events: [
    ...homeAgain.events,
    { on: localDate('2026-11-22'), what: 'became-looked-after', legalStatus: 's20' } as const,
  ],
};

const acts: readonly (readonly [string, (about: ReturningCase, by?: typeof ayesha) => Outcome<Change>])[] = [
  ['adding a step', (about, by = ayesha) => add(about, {}, by)],
  ['moving a step', (about, by = ayesha) => change(about, {}, by)],
  ['saying how a step went', (about, by = ayesha) => went(about, {}, by)],
  ['writing the agreement', (about, by = ayesha) => agree(about, {}, by)],
  ['logging a broken condition', (about, by = ayesha) => breach(about, {}, by)],
  ['promising a service', (about, by = ayesha) => promise(about, {}, by)],
  ['writing who helps at first', (about, by = ayesha) => ready(about, {}, by)],
];

const textOfPlan = (plan: ReturnPlan) =>
  JSON.stringify(transitionView({ about: withSteps({}, plan), plan }, sightOf(ayesha, at(TODAY))));

type Typed = Readonly<Record<string, unknown>>;
const base = { return: 'RH-0001', revision: '0', drawn: at(TODAY) };

function add(about: ReturningCase, typed: Typed = {}, by = ayesha, day = TODAY) {
  const form = readStepForm({ ...base, kind: 'tea', on: '2026-11-28', ...typed });
  return form.ok ? addStep(only(about), form.value, doing(by, day)) : form;
}
function change(about: ReturningCase, typed: Typed = {}, by = ayesha) {
  const form = readStepChangeForm({ ...base, step: '1/tea/2026-11-28', change: 'drop', on: '', ...typed });
  return form.ok ? changeStep(only(about), form.value, doing(by)) : form;
}
function went(about: ReturningCase, typed: Typed = {}, by = ayesha) {
  const form = readStepWentForm({ ...base, step: '1/tea/2026-11-21', how: 'well', words: '', ...typed });
  return form.ok ? recordStepWent(only(about), form.value, doing(by)) : form;
}
const agreed = { on: '2026-11-20', goals: 'School every day', conditions: 'Nobody drinks', ifBroken: 'We meet' };
function agree(about: ReturningCase, typed: Typed = {}, by = ayesha) {
  const form = readAgreementForm({ ...base, ...agreed, ...typed });
  return form.ok ? saveAgreement(only(about), form.value, doing(by)) : form;
}
const broken = { on: '2026-11-22', what: 'Drunk at tea', done: 'Child taken back to carers' };
function breach(about: ReturningCase, typed: Typed = {}, by = ayesha, authority = doing(by).authority) {
  const form = readBreachForm({ ...base, ...broken, ...typed });
  return form.ok ? logBreach(only(about), form.value, 'E-0001', doing(by, TODAY, authority)) : form;
}
function promise(about: ReturningCase, typed: Typed = {}, by = ayesha) {
  const form = readServiceForm({ ...base, name: 'Family support', who: 'Early Help', startBy: '2026-12-14', ...typed });
  return form.ok ? addService(only(about), form.value, doing(by)) : form;
}
function ready(about: ReturningCase, typed: Typed = {}, by = ayesha) {
  const form = readReadyForm({ ...base, firstWeeks: 'Aunt Jo', sudden: '', mayMoveBy: '14', ...typed });
  return form.ok ? saveReady(only(about), form.value, doing(by)) : form;
}

describe.each(acts)('%s', (_what, act) => {
  it.each([
    ['the IRO', iroOlu],
    ['a social worker of another child', ben],
  ])('is not for %s', (_who, by) => {
    expect(act(planned, by)).toMatchObject({ ok: false, because: expect.stringContaining('social worker') });
  });

  it.each([
    ['another return took its place', overtaken, 'RH-0002 has taken the place'],
    ['the child came back from home', back, 'is over'],
  ])('is refused once %s', (_when, about, because) => {
    expect(act(about)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });
});

describe('adding a step', () => {
  it('numbers it, and says so in the history', () => {
    const first = allowed(add(planned));
    expect(transitionOf(first).steps).toEqual([aStep(1, 'tea', '2026-11-28')]);
    expect(lastLine(first)).toBe('RH-0001: step added: Tea or a few hours, Sat 28 November 2026');
    expect(first.about.wakeAt).toBe(at(TODAY));
    const second = allowed(add(first.about, { kind: 'overnight', on: '2026-12-05' }, priya));
    expect(transitionOf(second).steps.map(({ id }) => id)).toEqual([1, 2]);
  });

  it.each([
    ['on the planned day itself', planned, '2026-12-14', ''],
    ['the day after it', planned, '2026-12-15', 'after the planned day of return, Mon 14 December 2026'],
    ['on the first day in care', planned, '2026-10-05', ''],
    ['before care began', planned, '2026-10-04', 'before the child became looked after, on Mon 5 October 2026'],
    ['on the day the child went home', homeAgain, '2026-11-20', ''],
    ['after the child went home', homeAgain, '2026-11-21', 'after the child went home, on Fri 20 November 2026'],
    ['that is no real day', planned, '2026-02-30', '“2026-02-30” is not a real date'],
    ['without a day', planned, '', 'Day: please give a date.'],
  ])('takes or refuses one %s', (_which, about, on, because) => {
    const outcome = add(about, { on });
    if (because === '') expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ ok: false, beside: { on: expect.stringContaining(because) } });
  });

  it('adds one when the form comes twice, and says so when the same is asked for anew', () => {
    const { about } = allowed(add(planned));
    const kept = { ...about, revision: 1 };
    expect(allowed(add(kept)).about).toBe(kept);
    expect(add(kept, { revision: '1', kind: 'overnight' }).ok).toBe(true);
    expect(add(kept, { revision: '1' })).toMatchObject({
      beside: { on: expect.stringContaining('on the plan already') },
    });
  });

  it.each([
    ['a made-up kind', { kind: 'holiday' }, 'kind'],
    ['no kind', { kind: undefined }, 'kind'],
    ['another kind of value', { on: 12 }, 'on'],
  ])('refuses %s beside its field', (_what, typed, field) => {
    expect(add(planned, typed)).toMatchObject({ ok: false, beside: { [field]: expect.any(String) } });
  });

  it('stops at forty, so that the card can be sent', () => {
    const steps = Array.from({ length: 40 }, (_, n) => aStep(n + 1, 'day', '2026-11-14'));
    expect(add(withSteps({ steps }))).toMatchObject({ because: expect.stringContaining('40 steps already') });
    expect(add(withSteps({ steps: steps.slice(1) })).ok).toBe(true);
  });

  it('is allowed after approval, and logged', () => {
    expect(lastLine(allowed(add(approved())))).toContain('step added');
  });
});

describe('moving or dropping a step', () => {
  const about = withSteps({
    steps: [aStep(1, 'tea', '2026-11-28'), aStep(2, 'day', '2026-12-05'), aStep(3, 'tea', '2026-11-21')],
  });

  it('moves one, with the day before and after in the history', () => {
    const moved = allowed(change(about, { change: 'move', on: '2026-11-29' }));
    expect(transitionOf(moved).steps[0]).toEqual(aStep(1, 'tea', '2026-11-29'));
    expect(lastLine(moved)).toBe(
      'RH-0001: step moved: Tea or a few hours from Sat 28 November 2026 to Sun 29 November 2026',
    );
  });

  it.each([TODAY, '2026-12-14'])('takes the first and the last day it may move to: %s', (on) => {
    expect(change(about, { change: 'move', on }).ok).toBe(true);
  });

  it('drops one, and leaves the others alone', () => {
    const dropped = allowed(change(about));
    expect(transitionOf(dropped).steps.map(({ id }) => id)).toEqual([2, 3]);
    expect(lastLine(dropped)).toBe('RH-0001: step dropped: Tea or a few hours, Sat 28 November 2026');
  });

  it.each([
    ['a day is missing', { change: 'move' }, 'on', 'give the day that the step moves to'],
    ['the day has passed', { change: 'move', on: '2026-11-22' }, 'on', 'has passed'],
    ['the day is after the return', { change: 'move', on: '2026-12-15' }, 'on', 'after the planned day of return'],
    ['the day is not real', { change: 'move', on: '2026-02-30' }, 'on', 'is not a real date'],
    ['the same step is there', { step: '1/tea/2026-11-28', change: 'move', on: '2026-11-28' }, 'on', 'already'],
    ['the step has been', { step: '3/tea/2026-11-21' }, 'step', 'has been. Say how it went'],
    ['the step is forged', { step: '9/tea/2026-11-28' }, 'step', 'not on the plan of RH-0001 any more'],
    ['the step has another day by now', { step: '1/tea/2026-11-27' }, 'step', 'any more'],
    ['the step is nonsense', { step: '; drop' }, 'step', 'choose one from the list'],
    ['nothing is chosen', { change: '' }, 'change', 'choose one from the list'],
  ])('is refused where %s', (_what, typed, field, because) => {
    expect(change(about, typed)).toMatchObject({ ok: false, beside: { [field]: expect.stringContaining(because) } });
  });

  it.each([
    ['a move', { change: 'move', on: '2026-11-29' }],
    ['a drop', {}],
  ])('answers %s that comes twice with the plan as it is', (_what, typed) => {
    const kept = { ...allowed(change(about, typed)).about, revision: 1 };
    expect(allowed(change(kept, typed)).about).toBe(kept);
  });

  it('is not done to a step that somebody else dropped or moved meanwhile', () => {
    const kept = { ...allowed(change(about)).about, revision: 1 };
    expect(change(kept, { change: 'move', on: '2026-11-29' }).ok).toBe(false);
    const moved = { ...allowed(change(about, { change: 'move', on: '2026-11-30' })).about, revision: 1 };
    expect(change(moved).ok).toBe(false);
    expect(change(moved, { change: 'move', on: '2026-11-29' }).ok).toBe(false);
  });
});

describe('how a step went', () => {
  const about = withSteps({
    steps: [aStep(1, 'tea', '2026-11-21'), aStep(2, 'day', TODAY), aStep(3, 'day', '2026-11-24')],
  });

  it('is asked from its day on, once', () => {
    expect(stepsDue(planOf(about), localDate(TODAY)).map(({ id }) => id)).toEqual([1, 2]);
    expect(stepsDue(planOf(allowed(went(about)).about), localDate(TODAY)).map(({ id }) => id)).toEqual([2]);
  });

  it('is not asked of a step after the day the child went home', () => {
    const steps = [aStep(1, 'tea', '2026-11-20'), aStep(2, 'day', '2026-11-21')];
    const plan = planOf(withSteps({ steps }, anUnplanned()));
    expect(stepsDue(plan, localDate(TODAY)).map(({ id }) => id)).toEqual([1]);
    expect(stepsToCome(plan, localDate('2026-11-20')).map(({ id }) => id)).toEqual([1]);
    const said = went({ ...homeAgain, returns: [plan] }, { step: '2/day/2026-11-21' });
    expect(said).toMatchObject({ beside: { step: expect.stringContaining('after the child went home') } });
    expect(textOfPlan(plan)).toContain('– The child was home by then · A day, Sat 21 November 2026');
  });

  it('is kept with who said it, and in the history', () => {
    const said = allowed(went(about, { how: 'mixed', words: 'Good at first' }));
    expect(transitionOf(said).steps[0]?.went).toEqual({
      how: 'mixed',
      words: 'Good at first',
      by: ayesha.id,
      at: at(TODAY),
    });
    expect(lastLine(said)).toBe('RH-0001: step “Tea or a few hours, Sat 21 November 2026” went: Mixed');
  });

  it.each([
    ['well', '', true],
    ['mixed', '', false],
    ['badly', '', false],
    ['not-happened', '', false],
    ['badly', 'Shouting', true],
    ['not-happened', 'Mother was ill', true],
  ])('“%s” with the words “%s”', (how, words, ok) => {
    const outcome = went(about, { how, words });
    expect(outcome.ok).toBe(ok);
    if (!ok) expect(outcome).toMatchObject({ beside: { words: expect.stringContaining('say what happened') } });
  });

  it('changes nothing else by itself when it went badly', () => {
    const { about: after } = allowed(went(about, { how: 'badly', words: 'Shouting' }));
    const { steps } = planOf(after).transition;
    expect({ ...planOf(after), transition: { ...planOf(after).transition, steps: [] } }).toEqual({
      ...planOf(about),
      transition: { ...planOf(about).transition, steps: [] },
    });
    expect(steps.slice(1)).toEqual(planOf(about).transition.steps.slice(1));
    expect(stepPrompts(planOf(after), localDate(TODAY))).toContainEqual(
      expect.stringContaining('did not go well. Talk it over with the team manager'),
    );
  });

  it.each([
    ['of a step to come', { step: '3/day/2026-11-24' }, 'has not come yet'],
    ['of a forged step', { step: '7/tea/2026-11-21' }, 'not on the plan'],
    ['in words that are too long', { words: 'x'.repeat(1001) }, 'under 1000 characters'],
    ['that is not on the list', { how: 'splendid' }, 'choose one from the list'],
  ])('cannot be said %s', (_what, typed, because) => {
    expect(went(about, typed)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('is said once: the same again changes nothing, another answer is refused', () => {
    const { about: kept } = allowed(went(about));
    expect(allowed(went(kept)).about).toBe(kept);
    expect(went(kept, { words: 'Lovely' }).ok).toBe(false);
    expect(went(kept, { how: 'badly', words: 'Shouting' })).toMatchObject({
      because: expect.stringContaining('Ayesha Khan has said already'),
    });
  });
});

describe('what the steps make one ask', () => {
  const prompts = (steps: Parameters<typeof withSteps>[0]['steps'], plan = aPlan(), today = TODAY) =>
    stepPrompts({ ...plan, transition: { ...plan.transition, steps: steps! } }, localDate(today));

  it.each([
    ['2026-12-02', ['Families liked at least a month of steps (DfE research); this plan has 12 days.']],
    ['2026-12-13', ['Families liked at least a month of steps (DfE research); this plan has 1 day.']],
    ['2026-11-17', ['Families liked at least a month of steps (DfE research); this plan has 27 days.']],
    ['2026-11-16', []],
  ])('a first step on %s, for a return on Mon 14 December', (on, says) => {
    expect(prompts([aStep(1, 'tea', on)])).toEqual(says);
  });

  it('counts from the first step that took place, and is silent once the child is home', () => {
    const steps = [aStep(1, 'tea', '2026-11-07', 'not-happened', 'Ill'), aStep(2, 'tea', '2026-11-21', 'well')];
    expect(prompts(steps)).toContainEqual(expect.stringContaining('this plan has 23 days'));
    expect(prompts(steps, aPlan({ wentHomeOn: localDate('2026-11-22') }))).toEqual([]);
  });

  it('asks whether a longer stay before the first shorter one is meant, and never refuses it', () => {
    const steps = [aStep(1, 'overnight', '2026-11-07'), aStep(2, 'tea', '2026-11-14')];
    expect(prompts(steps)).toEqual([
      'An overnight stay on Sat 7 November 2026 comes before the first tea on Sat 14 November 2026: is that meant?',
    ]);
    expect(add(withSteps({ steps: [aStep(1, 'overnight', '2026-11-07')] }), { on: '2026-11-14' }).ok).toBe(true);
    const shortAgain = [
      aStep(1, 'tea', '2026-11-01'),
      aStep(2, 'overnight', '2026-11-07'),
      aStep(3, 'tea', '2026-11-14'),
    ];
    expect(prompts(shortAgain)).toEqual([]);
  });

  it('points at a step that the date of return was moved before', () => {
    const moved = aPlan({ plannedFor: localDate('2026-11-27') });
    const says = expect.stringContaining('November 2026 is after the planned day of return');
    expect(prompts([aStep(1, 'tea', '2026-11-28')], moved)).toContainEqual(says);
    expect(prompts([aStep(1, 'tea', '2026-11-27')], moved)).not.toContainEqual(says);
  });
});

describe('the written agreement', () => {
  it('is kept, answers its item, and stands in the history word for word', () => {
    const made = allowed(agree(planned));
    expect(transitionOf(made).agreement).toEqual({ ...agreed, by: ayesha.id, at: at(TODAY) });
    expect(item(made, 'PLN-02')).toBe('done');
    expect(lastLine(made)).toBe(
      'RH-0001: written agreement of Fri 20 November 2026: goals: “School every day”; conditions: “Nobody drinks”; what happens if a condition is broken: “We meet”',
    );
  });

  it('keeps the old one in the history when it is changed, and only what changed', () => {
    const { about } = allowed(agree(planned));
    const changed = allowed(agree(about, { conditions: 'Nobody smokes', on: '2026-11-23' }, priya));
    expect(lastLine(changed)).toBe(
      'RH-0001: written agreement changed: date agreed from Fri 20 November 2026 to Mon 23 November 2026; conditions from “Nobody drinks” to “Nobody smokes”',
    );
    expect(transitionOf(changed).agreement).toMatchObject({ by: priya.id, conditions: 'Nobody smokes' });
  });

  it('is the same when it is sent twice', () => {
    const { about } = allowed(agree(planned));
    expect(allowed(agree(about)).about).toBe(about);
  });

  it('is not written over by somebody who has not seen it as it stands', () => {
    const theirs = anAgreement({ by: priya.id, at: at(TODAY, '08:00') });
    const about = withSteps({ agreement: theirs });
    const before = { drawn: at(TODAY, '07:00') };
    expect(agree(about, before)).toMatchObject({
      because: expect.stringContaining('Priya Shah has changed the agreement'),
    });
    expect(agree(about, { drawn: at(TODAY, '08:00') }).ok).toBe(true);
    expect(agree(about, before, priya).ok).toBe(true);
  });

  it.each([
    ['is today', TODAY, ''],
    ['is still to come', '2026-11-24', 'has not come yet'],
    ['is before care began', '2026-10-04', 'before the child became looked after'],
    ['is missing', '', 'please give a date'],
  ])('is taken or refused where its day %s', (_what, on, because) => {
    const outcome = agree(planned, { on });
    if (because === '') expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ beside: { on: expect.stringContaining(because) } });
  });

  it.each([
    ['goals', ''],
    ['conditions', '  '],
    ['ifBroken', undefined],
    ['goals', 'x'.repeat(2001)],
  ])('is refused where “%s” is missing or too long', (field, value) => {
    expect(agree(planned, { [field]: value })).toMatchObject({ ok: false, beside: { [field]: expect.any(String) } });
  });

  it('may change after approval, while its answer stays as the decider saw it', () => {
    const changed = allowed(agree(approved(), { goals: 'More' }));
    expect(planOf(changed.about).answers).toEqual(planOf(approved()).answers);
  });
});

describe('a broken agreement', () => {
  const about = withSteps({ agreement: anAgreement() });

  it('is logged and raised with the team manager in the same write', () => {
    const logged = allowed(breach(about));
    expect(transitionOf(logged).breaches).toEqual([{ ...broken, by: ayesha.id, at: at(TODAY) }]);
    expect(logged.about.concerns).toMatchObject([
      {
        id: 'E-0001',
        about: 'agreement-broken',
        raisedBy: ayesha.id,
        after: 'A condition of the written agreement was broken on Sun 22 November 2026',
        state: { at: 'waiting', level: 'team-manager' },
      },
    ]);
    expect(logged.letters).toMatchObject([{ kind: 'concern.raised', to: { person: priya.id } }]);
    expect(logged.about.history.map(({ what }) => what)).toContain(
      'RH-0001: written agreement broken on Sun 22 November 2026; raised as E-0001',
    );
    expect(item(logged, 'SUP-03')).toBe('done');
  });

  it('goes one further up when the team manager logs it', () => {
    expect(allowed(breach(about, {}, priya)).letters).toMatchObject([
      { to: { person: grace.id } },
      { kind: 'concern.channel' },
    ]);
  });

  it('may be logged by whoever covers the social worker, not by managers above', () => {
    expect(breach(about, {}, ben, away(ayesha, ben, '2026-11-20', '2026-11-30')).ok).toBe(true);
    expect(breach(about, {}, grace)).toMatchObject({ because: expect.stringContaining('Ask one of them') });
  });

  it('needs an agreement on record', () => {
    expect(breach(planned)).toMatchObject({ because: expect.stringContaining('no written agreement for RH-0001 yet') });
  });

  it.each([
    ['today', TODAY, ''],
    ['tomorrow', '2026-11-24', 'has not come yet'],
    ['on the day of the agreement', '2026-11-12', ''],
    ['before the agreement', '2026-11-11', 'before the agreement was made, on Thu 12 November 2026'],
  ])('is taken or refused for %s', (_what, on, because) => {
    const outcome = breach(about, { on });
    if (because === '') expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ beside: { on: expect.stringContaining(because) } });
  });

  it.each([
    ['what', ''],
    ['done', ''],
    ['done', 'x'.repeat(1001)],
  ])('is refused where “%s” is missing or too long', (field, value) => {
    expect(breach(about, { [field]: value })).toMatchObject({ ok: false, beside: { [field]: expect.any(String) } });
  });

  it('is logged once when the form comes twice, and said so when it is typed again', () => {
    const kept = { ...allowed(breach(about)).about, revision: 1 };
    const again = allowed(breach(kept));
    expect(again.about).toBe(kept);
    expect(again.letters).toEqual([]);
    expect(breach(kept, { revision: '1' })).toMatchObject({
      beside: { what: expect.stringContaining('logged already') },
    });
    expect(allowed(breach(kept, { revision: '1', what: 'Drunk at night' })).about.concerns).toHaveLength(2);
  });
});

describe('a promised service', () => {
  it('is listed, with a line of history', () => {
    const promised = allowed(promise(planned));
    expect(transitionOf(promised).services).toEqual([aService({ who: 'Early Help' })]);
    expect(lastLine(promised)).toBe('RH-0001: service promised: Family support, Early Help, by Mon 14 December 2026');
  });

  it('is listed once', () => {
    const kept = { ...allowed(promise(planned)).about, revision: 1 };
    expect(allowed(promise(kept)).about).toBe(kept);
    expect(promise(kept, { revision: '1' })).toMatchObject({ beside: { name: expect.stringContaining('already') } });
    expect(promise(kept, { name: 'family SUPPORT', startBy: '2026-12-20' }).ok).toBe(false);
    expect(transitionOf(allowed(promise(kept, { who: 'School', revision: '1' }))).services).toHaveLength(2);
  });

  it.each([
    ['in a year', '2027-11-23', ''],
    ['in more than a year', '2027-11-24', 'more than a year ahead'],
    ['before care began', '2026-10-04', 'before the child became looked after'],
    ['last week, already begun', '2026-11-16', ''],
  ])('is taken or refused where it starts %s', (_what, startBy, because) => {
    const outcome = promise(planned, { startBy });
    if (because === '') expect(outcome.ok).toBe(true);
    else expect(outcome).toMatchObject({ beside: { startBy: expect.stringContaining(because) } });
  });

  it.each([
    ['name', ''],
    ['who', ' '],
    ['name', 'x'.repeat(121)],
    ['startBy', 'soon'],
  ])('is refused where “%s” is missing or wrong', (field, value) => {
    expect(promise(planned, { [field]: value })).toMatchObject({ ok: false, beside: { [field]: expect.any(String) } });
  });

  it('stops at twenty', () => {
    const services = Array.from({ length: 20 }, (_, n) => aService({ id: n + 1, name: `Service ${n}` }));
    expect(promise(withSteps({ services })).ok).toBe(false);
    expect(promise(withSteps({ services: services.slice(1) })).ok).toBe(true);
  });

  it('can be promised while the child is home', () => {
    const about = { ...aReturningCase({ returns: [anUnplanned()] }), events: homeAgain.events };
    expect(promise(about).ok).toBe(true);
  });

  it('is checked one by one, whether it has begun', () => {
    const plan = planOf(withSteps({ services: [aService(), aService({ id: 2, name: 'Mentor' })] }));
    const checked = withServiceChecked(plan, 2, false, 'Waiting list', doing(ayesha));
    expect(checked.transition.services).toEqual([
      aService(),
      aService({
        id: 2,
        name: 'Mentor',
        checked: { begun: false, words: 'Waiting list', by: ayesha.id, at: at(TODAY) },
      }),
    ]);
    expect(withServiceChecked(plan, 9, true, '', doing(ayesha))).toEqual(plan);
  });
});

describe('the first weeks, a sudden return, and how far the date may move', () => {
  it('keeps each with who wrote it, and says what changed from what', () => {
    const first = allowed(ready(planned, { sudden: 'Gran takes her in' }));
    expect(transitionOf(first)).toMatchObject({
      firstWeeks: { words: 'Aunt Jo', by: ayesha.id },
      sudden: { words: 'Gran takes her in', by: ayesha.id },
      mayMoveBy: 14,
    });
    const second = allowed(
      ready(first.about, { sudden: 'Gran takes her in', firstWeeks: 'Aunt May', mayMoveBy: '7' }, priya),
    );
    expect(lastLine(second)).toBe(
      'RH-0001: who supports in the first two weeks, and whom the child can call from “Aunt Jo” to “Aunt May”; days the return may move from 14 to 7',
    );
    expect(transitionOf(second)).toMatchObject({
      firstWeeks: { by: priya.id },
      sudden: { by: ayesha.id },
      mayMoveBy: 7,
    });
  });

  it('answers the item about a second plan once there is one', () => {
    expect(item(allowed(ready(planned, { sudden: 'Gran' })), 'CON-09')).toBe('done');
    expect(item(allowed(ready(planned)), 'CON-09')).toBeUndefined();
  });

  it('changes nothing when it is sent twice', () => {
    const { about } = allowed(ready(planned));
    expect(allowed(ready(about)).about).toBe(about);
  });

  it.each([
    ['0', true],
    ['28', true],
    ['29', false],
    ['-1', false],
    ['7.5', false],
    ['ten', false],
    ['', false],
  ])('may move by “%s” days', (mayMoveBy, ok) => {
    const outcome = ready(planned, { mayMoveBy });
    expect(outcome.ok).toBe(ok);
    if (!ok)
      expect(outcome).toMatchObject({ beside: { mayMoveBy: expect.stringContaining('Days the return may move') } });
  });

  it.each([
    ['after approval', approved(), 'The approval was given on 14 days'],
    ['while a decision is asked for', asked(), 'The decision was asked for on 14 days'],
    ['once the child is home', homeAgain, 'no date is left to move'],
  ])('is fixed %s, and the rest may still be written', (_when, about, because) => {
    expect(ready(about, { mayMoveBy: '7' })).toMatchObject({ beside: { mayMoveBy: expect.stringContaining(because) } });
    expect(ready(about).ok).toBe(true);
    expect(ready(about, { mayMoveBy: undefined }).ok).toBe(true);
  });

  it('does not write over what somebody else wrote since, part by part', () => {
    const theirs = { words: 'Ben daily', by: priya.id, at: at(TODAY, '08:00') };
    const about = withSteps({ firstWeeks: theirs });
    const drawn = at(TODAY, '07:00');
    expect(ready(about, { drawn })).toMatchObject({ because: expect.stringContaining('Priya Shah has changed') });
    expect(ready(about, { drawn, firstWeeks: 'Ben daily', sudden: 'Gran' }).ok).toBe(true);
  });

  it.each(['firstWeeks', 'sudden'])('refuses “%s” that is too long', (field) => {
    expect(ready(planned, { [field]: 'x'.repeat(1001) })).toMatchObject({ beside: { [field]: expect.any(String) } });
  });
});
