import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { localDate } from '../../src/local-date.ts';
import { returnChannelView } from '../../src/returns/decisions/channel-view.ts';
import { lapsedView } from '../../src/returns/decisions/lapsed-view.ts';
import { decisionsView } from '../../src/returns/decisions/list-view.ts';
import { decidedView, decisionView } from '../../src/returns/decisions/view.ts';
import { requestFormView } from '../../src/returns/decisions/without-view.ts';
import type { Returning, ReturningCase } from '../../src/returns/model.ts';
import { moveFormView, moveLapsesView } from '../../src/returns/moving/view.ts';
import { dischargeFormView, wentFormView } from '../../src/returns/went/view.ts';
import { ayesha, nominatedSamuel, sightOf } from '../builders/people.ts';
import {
  aPlan,
  approved,
  aReturningCase,
  asked,
  inCare,
  lapsed,
  planOf,
  readyToDecide,
  without,
} from '../builders/returning-case.ts';
import { LONG } from '../cards/case-samples.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-11-23');
const worker = sightOf(ayesha, now);
const officer = sightOf(nominatedSamuel, now);
const only = (about: ReturningCase): Returning => ({ about, plan: planOf(about) });

const preparing = only(aReturningCase({ returns: [aPlan()] }));
const waiting = only(asked());
const decided = only(approved());
const gone = only(lapsed());
const early = only(inCare());
const placing = aPlan({ route: 'with-parents', legalStatus: 'care-order', whatPrompted: LONG });
const unassessed = { about: early.about, plan: placing };
const left = ['CON-05', 'CON-07', 'ASM-01', 'ASM-02', 'ASM-04', 'ASM-06', 'ASM-08', 'ASM-11', 'PLN-01', 'PLN-13'];
const putToThem = only(
  asked(inCare(), placing, { kind: 'early-placement', without: left, whyWithout: LONG, why: LONG.slice(0, 180) }),
);
const passedOver = only(without(approved(), ['ASM-05', 'PLN-09'], LONG));
const askedAgain: Returning = {
  ...waiting,
  plan: {
    ...waiting.plan,
    earlier: [...gone.plan.earlier, gone.plan.decision as never, passedOver.plan.decision as never],
  },
};
const confirming = only(asked(inCare(), placing, { kind: 'confirmation', due: localDate('2026-12-21') }));

type Samples = { readonly [N in CardName]?: readonly Catalogue[N][] };

/** The cards on which a return is asked for, decided, moved and recorded. */
export const DECISION_SAMPLES = {
  'return.went': [
    wentFormView(decided, worker),
    wentFormView(gone, worker),
    wentFormView({ ...decided, plan: { ...decided.plan, route: 'planned-discharge', homeFirst: true } }, worker),
    wentFormView(decided, worker, ['Date of return: please give a date.'], { day: 'x', time: '16:30' }),
  ],
  'return.discharge': [
    dischargeFormView(decided, worker),
    dischargeFormView(decided, worker, ['Date of the discharge: please give a date.'], { day: 'x' }),
  ],
  'return.decision': [
    decisionView(waiting, officer),
    decisionView(waiting, officer, ['Reason: please fill this in.']),
    decisionView(putToThem, officer, ['Why these may be passed over: please fill this in.'], { reason: LONG }),
    decisionView(askedAgain, officer),
    decisionView(confirming, officer),
    decisionView(passedOver, worker),
    decisionView(gone, worker),
    decisionView(decided, worker),
    decisionView(preparing, worker),
  ],
  'return.decisions': [
    decisionsView([], officer),
    decisionsView([waiting], officer),
    decisionsView([confirming, putToThem], officer),
    decisionsView(
      Array.from({ length: 9 }, () => waiting),
      officer,
    ),
  ],
  'return.channel': [
    returnChannelView(waiting, now),
    returnChannelView(decided, now),
    returnChannelView(gone, now),
    returnChannelView(confirming, now),
  ],
  'return.decided': [decidedView(decided, worker), decidedView(passedOver, worker)],
  'return.lapsed': [lapsedView(gone, worker), lapsedView(gone, officer)],
  'return.request': [
    requestFormView(preparing, worker),
    requestFormView(unassessed, worker, ['Why it cannot wait: please fill this in.'], { early: 'true' }),
    requestFormView(only(readyToDecide()), worker, [], { whyWithout: LONG }),
  ],
  'return.move': [
    moveFormView(preparing, worker),
    moveFormView(decided, worker, ['New planned date: Sun 1 November 2026 has passed.'], { day: 'x', why: LONG }),
  ],
  'return.move-lapses': [
    moveLapsesView(decided, { day: localDate('2027-02-01'), why: LONG, because: 'the planned day has moved' }),
  ],
} as const satisfies Samples;
