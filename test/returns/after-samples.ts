import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { localDate } from '../../src/local-date.ts';
import {
  breakdownFormView,
  helpFormView,
  referralFormView,
  servicesFormView,
  stepDownFormView,
} from '../../src/returns/after/form-view.ts';
import { brokeDownView, checkView, steppedDownView } from '../../src/returns/after/letter-view.ts';
import { NOTHING_AFTER } from '../../src/returns/after/model.ts';
import { afterView } from '../../src/returns/after/view.ts';
import type { Returning, ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { NOTHING_PLANNED, type Service } from '../../src/returns/transition/model.ts';
import { ayesha, coordinatorJosh, iroOlu, priya, sightOf } from '../builders/people.ts';
import { anUnplanned, aReturningCase, inCare, planOf } from '../builders/returning-case.ts';
import { LONG } from '../cards/case-samples.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, wentHome, withParents } from '../timetable/case-facts.ts';

const day = localDate;
const by = ayesha.id;
const now = at('2026-12-14');
const worker = sightOf(ayesha, now);
const manager = sightOf(priya, now);
const iro = sightOf(iroOlu, now);
const later = sightOf(priya, at('2027-06-21'));

function service(id: number, parts: Partial<Service> = {}): Service {
  return {
    id,
    name: `Family support ${id}`,
    who: 'Family Centre',
    startBy: day('2026-12-04'),
    checked: null,
    ...parts,
  };
}
const checked = (begun: boolean, words: string) => ({ checked: { begun, words, by, at: now } });
const some = [
  service(1, checked(true, '')),
  service(2, checked(false, 'The worker is ill')),
  service(3, { startBy: day('2027-01-08') }),
];
const many = Array.from({ length: 12 }, (_, at) => service(at + 1, checked(false, LONG)));

const breakdown = { on: day('2026-12-11'), backInCare: true, why: LONG, learned: LONG, by, at: now };
const step = {
  why: LONG,
  whyEarly: LONG,
  lead: 'Dawn Hill, school',
  overlapUntil: day('2027-06-30'),
  by: priya.id,
  at: now,
};
const muchAfter: ReturnPlan['after'] = {
  stepDowns: [
    { ...step, on: day('2027-03-01'), to: 'child-in-need' },
    { ...step, on: day('2027-05-20'), to: 'early-help' },
  ],
  breakdown: null,
  reReferrals: [2, 9, 16, 23].map((date) => ({
    on: day(`2027-04-${String(date).padStart(2, '0')}`),
    words: LONG,
    by,
    at: now,
  })),
};

function home(parts: Partial<ReturnPlan> = {}, services: readonly Service[] = some): Returning {
  const child = aReturningCase();
  const plan = anUnplanned({ transition: { ...NOTHING_PLANNED, services }, ...parts });
  const about: ReturningCase = { ...child, events: [...child.events, wentHome('2026-11-20')], returns: [plan] };
  return { about, plan };
}
const placed: Returning = {
  about: {
    ...inCare(withParents('2026-11-20')),
    returns: [anUnplanned({ route: 'with-parents', legalStatus: 'care-order' })],
  },
  plan: anUnplanned({ route: 'with-parents', legalStatus: 'care-order' }),
};
const homeFirst: Returning = {
  ...placed,
  plan: { ...placed.plan, route: 'planned-discharge', homeFirst: true, transition: home().plan.transition },
};
const broken = home({ after: { ...NOTHING_AFTER, breakdown } });
const cameBack = home();
const back: Returning = {
  ...cameBack,
  about: { ...cameBack.about, events: [...cameBack.about.events, lookedAfter('2026-12-11', 's20')] },
};
const much = home({ after: muchAfter }, many);
const asked = (returning: Returning, typed: Readonly<Record<string, string>> = {}) => ({ ...returning, typed });

type Samples = { readonly [N in CardName]?: readonly Catalogue[N][] };

/** Every card about the time after a return, for each reader who sees it differently. */
export const AFTER_SAMPLES = {
  'after.record': [
    afterView(home(), worker),
    afterView(home({}, []), manager),
    afterView(home(), iro),
    afterView(home(), sightOf(coordinatorJosh, now)),
    afterView(placed, manager),
    afterView({ about: { ...homeFirst.about, returns: [homeFirst.plan] }, plan: homeFirst.plan }, manager),
    afterView(broken, worker),
    afterView(back, manager, ['The child is back in care, so RH-0001 is over. Nothing was changed.']),
    afterView(much, later),
  ],
  'after.services': [
    servicesFormView(asked(home()), worker),
    servicesFormView(asked(much, { 'begun-1': 'not-yet', 'about-1': LONG }), worker, [
      '“Family support 2” was to start.',
    ]),
  ],
  'after.help': [
    helpFormView(asked(home()), worker),
    helpFormView(asked(home(), { pullingOut: 'yes', words: LONG }), worker, ['What was seen or said: too long.']),
  ],
  'after.step-down': [
    stepDownFormView(asked(home()), manager),
    stepDownFormView(asked(much, { on: '2027-06-21' }), later),
    stepDownFormView(asked(home(), { why: LONG, whyEarly: LONG, lead: 'Dawn' }), manager, [
      'Social worker stays until: please give a date.',
    ]),
  ],
  'after.breakdown': [
    breakdownFormView(asked(home()), worker),
    breakdownFormView(asked(home(), { why: LONG, learned: LONG, backInCare: 'true' }), worker, [
      'When it broke down: please give a date.',
    ]),
  ],
  'after.referral': [
    referralFormView(asked(home()), worker),
    referralFormView(asked(home(), { words: LONG }), worker, ['Date of the referral: please give a date.']),
  ],
  'after.broke-down': [brokeDownView(broken, manager), brokeDownView({ ...broken, plan: planOf(broken.about) }, iro)],
  'after.stepped-down': [steppedDownView(much, much.plan.after.stepDowns[0]!, manager)],
  'after.check': [
    checkView(home(), 'services', worker),
    checkView(much, 'services', sightOf(ayesha, at('2027-01-04'))),
    checkView(home(), 'help', worker),
  ],
} as const satisfies Samples;
