import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import type { Returning, ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { returnRecordView } from '../../src/returns/record/view.ts';
import { toldView } from '../../src/returns/view.ts';
import { readWhatIfForm } from '../../src/returns/what-if/form.ts';
import { tryOut } from '../../src/returns/what-if/rules.ts';
import { triedView, whatIfFormView } from '../../src/returns/what-if/view.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, grace, iroOlu, nominatedSamuel, priya, sightOf } from '../builders/people.ts';
import {
  anAsking,
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
import { LONG } from '../cards/case-samples.ts';
import { at } from '../fakes/stopped-clock.ts';
import { wentHome, withParents } from '../timetable/case-facts.ts';
import { CHECKLIST_SAMPLES } from './checklist-samples.ts';
import { DECISION_SAMPLES } from './decision-samples.ts';
import { TRANSITION_SAMPLES } from './transition-samples.ts';

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
const discharging = only({
  ...inCare(withParents('2026-11-20')),
  returns: [
    {
      ...decided.plan,
      route: 'planned-discharge',
      homeFirst: true,
      legalStatus: 'care-order',
      wentHomeOn: home.plan.wentHomeOn,
    },
  ],
});
const overridden = {
  stands: 'approved',
  by: nominatedSamuel.id,
  at: now,
  reason: LONG,
  override: LONG,
  asking: anAsking({ without: ['ASM-05', 'PLN-09'], whyWithout: LONG }),
} as const;
const passedOver: ReturnPlan = {
  ...decided.plan,
  wentHomeAt: '16:30',
  decision: overridden,
  earlier: [{ ...overridden, stands: 'lapsed', lapsedAt: now, because: LONG }],
};
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
  ...CHECKLIST_SAMPLES,
  ...DECISION_SAMPLES,
  'return.record': [
    ...[preparing, ready, waiting, decided, home, homeInCare].map((one) => returnRecordView(one, worker)),
    returnRecordView(decided, worker, ['Someone else moved the date first.']),
    returnRecordView(decided, sightOf(iroOlu, now)),
    returnRecordView({ ...home, plan: { ...home.plan, overtakenBy: 'RH-0002' } }, worker),
    returnRecordView({ ...decided, plan: passedOver }, officer),
    returnRecordView(discharging, worker),
    returnRecordView(waiting, officer),
  ],
  'return.told': [toldView(home, manager), toldView(homeInCare, manager)],
  ...TRANSITION_SAMPLES,
} as const satisfies Samples;
