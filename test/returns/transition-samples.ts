import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { localDate } from '../../src/local-date.ts';
import type { Returning, ReturnPlan } from '../../src/returns/model.ts';
import { agreementView, breachView } from '../../src/returns/transition/agreement/view.ts';
import type { StepKind, Transition } from '../../src/returns/transition/model.ts';
import { stepChangeView, stepFormView, stepWentView } from '../../src/returns/transition/steps/view.ts';
import { readyFormView, serviceFormView } from '../../src/returns/transition/support/view.ts';
import { transitionView } from '../../src/returns/transition/view.ts';
import { ayesha, iroOlu, sightOf } from '../builders/people.ts';
import { anUnplanned, approved, planOf } from '../builders/returning-case.ts';
import { anAgreement, aService, aStep, withSteps } from '../builders/transition.ts';
import { LONG } from '../cards/case-samples.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-11-23');
const worker = sightOf(ayesha, now);
const reader = sightOf(iroOlu, now);

const only = (parts: Partial<Transition>, plan?: ReturnPlan): Returning => {
  const about = withSteps(parts, plan);
  return { about, plan: planOf(about) };
};
const asked = (returning: Returning, typed: Readonly<Record<string, string>> = {}) => ({ ...returning, typed });

const words = { words: 'Aunt Jo daily; the child rings Ben', by: ayesha.id, at: now } as const;
const empty = only({});
const usual = only({
  steps: [
    aStep(1, 'tea', '2026-11-14', 'well'),
    aStep(2, 'day', '2026-11-21'),
    aStep(3, 'overnight', '2026-11-28'),
    aStep(4, 'weekend', '2026-12-05'),
  ],
  agreement: anAgreement(),
  firstWeeks: words,
  services: [aService()],
});
const answered = only({ steps: [aStep(1, 'overnight', '2026-11-14', 'badly', 'Shouting at bedtime')] });
const long = { words: LONG.slice(0, 1000), by: ayesha.id, at: now } as const;
const breach = {
  on: localDate('2026-11-14'),
  what: LONG.slice(0, 1000),
  done: LONG.slice(0, 1000),
  by: ayesha.id,
  at: now,
};
const kinds: readonly StepKind[] = ['longer', 'weekend', 'overnight', 'day', 'tea'];
const longest = only({
  steps: Array.from({ length: 40 }, (_, at) =>
    at < 25
      ? aStep(at + 1, kinds[at % 5]!, `2026-11-${String((at % 23) + 1).padStart(2, '0')}`, 'badly', LONG.slice(0, 1000))
      : aStep(at + 1, kinds[at % 5]!, `2026-12-${String(at - 24).padStart(2, '0')}`),
  ),
  agreement: anAgreement({ goals: LONG, conditions: LONG, ifBroken: LONG }),
  breaches: Array.from({ length: 9 }, () => breach),
  sudden: long,
  firstWeeks: long,
  services: Array.from({ length: 20 }, (_, at) =>
    aService({ id: at + 1, name: LONG.slice(0, 120), who: LONG.slice(0, 120) }),
  ),
});
const home = only(
  {
    services: [
      aService({ startBy: localDate('2026-11-20') }),
      aService({ id: 2, checked: { begun: true, words: '', by: ayesha.id, at: now } }),
      aService({ id: 3, checked: { begun: false, words: 'Waiting list', by: ayesha.id, at: now } }),
    ],
  },
  anUnplanned(),
);
const onApproval: Returning = { about: approved(), plan: planOf(approved()) };

type Samples = { readonly [N in CardName]?: readonly Catalogue[N][] };

/** Every card of the plan and its steps, in each state that changes what is on it. */
export const TRANSITION_SAMPLES = {
  'transition.record': [
    ...[empty, usual, answered, longest, home, onApproval].map((one) => transitionView(one, worker)),
    transitionView(usual, reader),
    transitionView(empty, reader, ['That step has moved.']),
  ],
  'transition.step': [
    stepFormView(asked(empty), worker),
    stepFormView(asked(usual, { kind: 'tea', on: 'x' }), worker, ['Day: “x” is not a real date.']),
    stepFormView(asked(home), worker),
  ],
  'transition.change': [
    stepChangeView(asked(usual), worker),
    stepChangeView(asked(longest, { change: 'move' }), worker, ['New day: give the day that the step moves to.']),
  ],
  'transition.went': [
    stepWentView(asked(usual), worker),
    stepWentView(asked(usual, { how: 'badly', words: LONG }), worker, ['In a few words: say what happened.']),
  ],
  'transition.agreement': [
    agreementView(asked(empty), worker),
    agreementView(asked(usual), worker),
    agreementView(asked(usual), reader),
    agreementView(asked(empty), reader),
    agreementView(asked(longest), worker, ['Goals: please fill this in.']),
    agreementView(asked(longest), reader),
  ],
  'transition.breach': [
    breachView(asked(usual), worker),
    breachView(asked(longest, { what: LONG }), worker, ['What was done: please fill this in.']),
  ],
  'transition.service': [
    serviceFormView(asked(empty), worker),
    serviceFormView(asked(longest, { name: LONG }), worker, ['Starts by: please give a date.']),
  ],
  'transition.ready': [
    readyFormView(asked(empty), worker),
    readyFormView(asked(longest, { mayMoveBy: '99' }), worker, ['Give a whole number from 0 to 28.']),
    readyFormView(asked(onApproval), worker),
    readyFormView(asked(home), worker),
  ],
} as const satisfies Samples;
