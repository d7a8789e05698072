import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import { decisionsView } from '../../src/returns/decisions/list-view.ts';
import { decidedView, decisionView, returnChannelView } from '../../src/returns/decisions/view.ts';
import { type Returning, type ReturningCase, STAGE_ORDER } from '../../src/returns/model.ts';
import { returnFormView, safetyFormView } from '../../src/returns/start/view.ts';
import { concernView, toldView, visitConcernView } from '../../src/returns/view.ts';
import { wentFormView } from '../../src/returns/went/view.ts';
import { readWhatIfForm } from '../../src/returns/what-if/form.ts';
import { tryOut } from '../../src/returns/what-if/rules.ts';
import { triedView, whatIfFormView } from '../../src/returns/what-if/view.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, grace, nominatedSamuel, priya, sightOf } from '../builders/people.ts';
import {
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  inCare,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome, withParents } from '../timetable/case-facts.ts';

const now = at('2026-11-23');
const worker = sightOf(ayesha, now);
const officer = sightOf(nominatedSamuel, now);
const manager = sightOf(priya, now);
const tried = (about: ReturningCase, parts: Readonly<Record<string, string>>) => {
  const form = allowed(readWhatIfForm({ case: 'C-1042', revision: '0', ...parts }));
  return triedView({ ...allowed(tryOut(about, form, doing(ayesha))), typed: form.typed }, worker);
};
const typed = { case: 'C-1042', route: 'planned-s20', day: '2026-12-14' };

const only = (about: ReturningCase): Returning => ({ about, plan: planOf(about) });
const preparing = only(aReturningCase({ returns: [aPlan()] }));
const concerned = anUnplanned({ safety: { concern: true, words: 'Nobody answers the door' } });
const home = only({
  ...aReturningCase(),
  events: [...aReturningCase().events, wentHome('2026-11-20')],
  returns: [concerned],
});
const homeInCare = only({
  ...inCare(withParents('2026-11-20')),
  returns: [{ ...concerned, legalStatus: 'care-order' }],
});
const ready = only(readyToDecide());
const waiting = only(asked());
const decided = only(approved());
const note = {
  on: home.plan.wentHomeOn!,
  about: 'visit',
  by: ayesha.id,
  says: [{ heading: 'Welfare', text: 'Bruise on the arm' }],
} as const;

type Samples = { readonly [N in CardName]?: readonly Catalogue[N][] };

/** Every card of the returns room, in each state that changes what is on it. */
export const RETURN_SAMPLES = {
  'case.what-if': [
    whatIfFormView({ about: aReturningCase(), typed: {} }, worker),
    whatIfFormView({ about: aReturningCase(), typed: { route: 'planned-s20' } }, worker, [
      'Planned date of return: give the day to try for this route.',
    ]),
    whatIfFormView({ about: aReturningCase(), typed }, sightOf(grace, now)),
  ],
  'case.tried': [
    tried(aReturningCase(), { legalStatus: 'care-order', legalStatusOn: '2026-11-20' }),
    tried(aReturningCase(), { placement: 'residential', placementOn: '2026-12-01' }),
    tried(aReturningCase(), typed),
    tried(aReturningCase(), { route: 'unplanned', day: '2026-11-20' }),
    tried(inCare(), {
      route: 'with-parents',
      day: '2026-12-14',
      legalStatus: 'care-order',
      legalStatusOn: '2026-11-20',
    }),
    tried(preparing.about, { day: '2026-12-07' }),
    tried(readyToDecide(), { legalStatus: 'care-order', legalStatusOn: '2026-11-20' }),
  ],
  'return.ask': [
    returnFormView(typed, [], worker),
    returnFormView({}, ['Route: please choose one from the list.'], worker),
  ],
  'return.safety': [
    safetyFormView(typed, [], worker),
    safetyFormView(typed, ['Your concern: say in a few words what it is.'], worker),
  ],
  'return.checklist': [
    ...[preparing, home, homeInCare, decided].flatMap((one) =>
      STAGE_ORDER.map((stage) => checklistView({ ...one, stage, page: 0 }, worker)),
    ),
    checklistView({ ...ready, stage: 'consider', page: 1 }, worker, ['Nothing was saved.'], { 'CON-08': 'done' }),
    checklistView({ ...waiting, stage: 'consider', page: 0 }, officer),
  ],
  'return.went': [
    wentFormView(decided, worker),
    wentFormView(decided, worker, ['Date of return: please give a date.'], { day: 'x' }),
  ],
  'return.decision': [
    decisionView(waiting, officer),
    decisionView(waiting, officer, ['Reason: please fill this in.']),
    decisionView(decided, worker),
    decisionView(preparing, worker),
  ],
  'return.decisions': [
    decisionsView([], officer),
    decisionsView([waiting], officer),
    decisionsView(
      Array.from({ length: 9 }, () => waiting),
      officer,
    ),
  ],
  'return.channel': [returnChannelView(waiting, now), returnChannelView(decided, now)],
  'return.decided': [decidedView(decided, worker)],
  'return.told': [toldView(home, manager), toldView(homeInCare, manager)],
  'concern.raised': [concernView(home, manager), visitConcernView(home.about, note, manager)],
} as const satisfies Samples;
