import { checkView } from '../../src/disputes/checking/view.ts';
import { overtakeView } from '../../src/disputes/ending/view.ts';
import { channelView, neutral, neutralHead } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { reopenView } from '../../src/disputes/reopening/view.ts';
import { aDispute, escalated } from '../builders/dispute.ts';
import { agreedPlan, reopened, resolved, unsent } from '../builders/dispute-after.ts';
import { away, grace, headHelen, iroOlu, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const sight = sightOf(iroOlu, at('2026-04-24'));
const monitored = resolved(agreedPlan());
const without = resolved();
const again = reopened(monitored, at('2026-04-24'), { to: 4 });
const third = escalated(escalated(aDispute(), 1, at('2026-03-26')), 2, at('2026-03-27'));
const asked = (about: Dispute, typed = {}) => ({ about, typed, isLookedAfter: true, reviewOn: null });

/** The cards of a dispute that was resolved, as its IRO sees them. */
export const AFTER_SAMPLES = {
  'dispute.check': [
    checkView(asked(monitored), sight),
    checkView(asked(without), sight),
    checkView(asked(monitored, { done: 'no', kind: 'ten-days' }), sight, ['In words: say what was not done.']),
    checkView({ ...asked(monitored), isLookedAfter: false }, sight),
  ],
  'dispute.reopen': [
    reopenView(asked(monitored), sight),
    reopenView({ ...asked(monitored, { why: 'Not done' }), isLookedAfter: false }, sight, [
      'Why: please fill this in.',
    ]),
  ],
  'dispute.overtaken': [
    overtakeView(asked(monitored), sight),
    overtakeView(asked(monitored), sight, ['Why: please fill this in.']),
  ],
};

/** What its IRO is told when nobody can respond at a stage, and when the young person turns 18. */
export const AFTER_LETTERS = [
  told(third, 'no-officer', sightOf(iroOlu, at('2026-03-30'), away(headHelen, grace, '2026-03-28', '2026-04-30'))),
  told(monitored, 'eighteen', sight),
  told(third, 'eighteen', sight),
];

function told(dispute: Dispute, what: string, as: typeof sight) {
  const rung = String(dispute.climbed.length);
  const view = disputeLetterView(dispute, unsent('dispute.told', { what, rung }, iroOlu), as);
  if ('dropped' in view) throw new Error(view.dropped);
  return view;
}

/** What the channels see of a dispute that was reopened. */
export const AFTER_CHANNELS = [neutralHead(again), neutral(again, 1)].map((about) =>
  channelView(about!, sight.today, sight.authority.holidays),
);
