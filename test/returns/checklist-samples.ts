import { questionsView } from '../../src/returns/checklist/mine-view.ts';
import { questionsOf } from '../../src/returns/checklist/rules.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import { type Returning, type ReturningCase, type ReturnPlan, STAGE_ORDER } from '../../src/returns/model.ts';
import { siblingsView } from '../../src/returns/siblings/view.ts';
import { returnFormView, safetyFormView } from '../../src/returns/start/view.ts';
import {
  ayesha,
  coordinatorJosh,
  grace,
  iroManagerKaren,
  iroOlu,
  nominatedSamuel,
  priya,
  sightOf,
} from '../builders/people.ts';
import {
  aged17,
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  inCare,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome, withParents } from '../timetable/case-facts.ts';

const now = at('2026-11-23');
const LONG = 'A long note that says what was seen, and by whom. '.repeat(39);
const by = { worker: ayesha, manager: priya, iro: iroOlu, coordinator: coordinatorJosh, officer: nominatedSamuel };
const [worker, manager, iro, coordinator, officer] = Object.values(by).map((who) => sightOf(who, now));
const typed = { case: 'C-1042', route: 'planned-s20', day: '2026-12-14' };

const only = (about: ReturningCase): Returning => ({ about, plan: planOf(about) });
const with1 = (about: ReturningCase, plan: ReturnPlan): Returning => ({ about: { ...about, returns: [plan] }, plan });

const preparing = with1(aReturningCase(), aPlan());
const concerned = anUnplanned({ safety: { concern: true, words: 'Nobody answers the door' } });
const sudden = { by: ayesha.id, at: now, words: LONG };
const home = with1({ ...aReturningCase(), events: [...aReturningCase().events, wentHome('2026-11-20')] }, concerned);
const homeInCare = with1(inCare(withParents('2026-11-20')), {
  ...concerned,
  legalStatus: 'care-order',
  transition: { ...concerned.transition, sudden },
});
const young = with1(aged17(), aPlan({ route: 'sixteen-or-seventeen' }));
const homeFirst = with1(inCare(), aPlan({ route: 'planned-discharge', legalStatus: 'care-order', homeFirst: true }));
const ready = only(readyToDecide());
const decided = only(approved());

/** Every question answered at length, one with the address of its evidence, one from a sister's return. */
const answeredAtLength = with1(
  aReturningCase(),
  aPlan({
    answers: questionsOf(aPlan(), aReturningCase()).map(({ item }, nth) =>
      anAnswer(item.id, {
        words: item.words,
        answer: nth % 2 ? 'not-applicable' : 'done',
        note: nth === 0 ? 'https://files.northmoor.example/evidence?id=1' : LONG,
        sharedFrom: item.about === 'home' ? 'RH-0003' : null,
      }),
    ),
  }),
);
const sister = { ...with1({ ...aReturningCase(), id: 'C-1043', initials: 'CD' }, aPlan({ id: 'RH-0003' })), count: 7 };

/** The checklist and what leads to it, in each state that changes what is on a card. */
export const CHECKLIST_SAMPLES = {
  'return.ask': [
    returnFormView(typed, [], worker!),
    returnFormView({ case: 'C-1042' }, ['Route: please choose one from the list.'], worker!),
    returnFormView({ ...typed, route: 'planned-discharge' }, [], worker!, 'RH-0001', { id: 'RH-0001', revision: '3' }),
  ],
  'return.safety': [
    safetyFormView(typed, [], worker!),
    safetyFormView(typed, ['Your concern: say in a few words what it is.'], worker!, 'RH-0001', {
      id: 'RH-0001',
      revision: '3',
    }),
  ],
  'return.checklist': [
    ...[preparing, home, homeInCare, decided, young, homeFirst].flatMap((one) =>
      STAGE_ORDER.map((stage) => checklistView({ ...one, stage, page: 0 }, worker!)),
    ),
    ...[ready, homeInCare, answeredAtLength].flatMap((one) =>
      STAGE_ORDER.map((stage) => checklistView({ ...one, stage, page: 0 }, manager!)),
    ),
    checklistView({ ...answeredAtLength, stage: 'consider', page: 0 }, officer!),
    checklistView({ ...ready, stage: 'consider', page: 1 }, worker!, ['Nothing was saved.'], { 'CON-08': 'done' }),
    checklistView({ ...only(asked()), stage: 'consider', page: 0 }, officer!),
    checklistView({ ...home, stage: 'monitor', page: 0 }, coordinator!),
  ],
  'return.questions': [
    questionsView({ ...preparing, page: 0 }, worker!),
    questionsView({ ...preparing, page: 99 }, worker!, ['Nothing was saved.'], { 'CON-01': 'done' }),
    questionsView({ ...preparing, page: 0 }, manager!),
    questionsView({ ...homeInCare, page: 0 }, iro!),
    questionsView({ ...home, page: 0 }, coordinator!),
    questionsView({ ...home, page: 0 }, sightOf(iroManagerKaren, now)),
    questionsView({ ...young, page: 0 }, officer!),
    questionsView({ ...decided, page: 0 }, sightOf(grace, now)),
    questionsView({ ...preparing, page: 0 }, coordinator!),
  ],
  'return.siblings': [
    siblingsView({ ...preparing, others: [] }, worker!),
    siblingsView({ ...preparing, others: [sister] }, worker!),
    siblingsView(
      { ...preparing, others: Array.from({ length: 7 }, (_, nth) => ({ ...sister, count: nth })) },
      worker!,
      ['RH-0003 is for Mon 14 December 2026 and RH-0001 for Tue 15 December 2026.'],
      { from: 'RH-0003' },
    ),
  ],
};
