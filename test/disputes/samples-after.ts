import { checkView } from '../../src/disputes/checking/view.ts';
import { overtakeView } from '../../src/disputes/ending/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { reopenView } from '../../src/disputes/reopening/view.ts';
import { agreedPlan, resolved } from '../builders/dispute-after.ts';
import { iroOlu, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const sight = sightOf(iroOlu, at('2026-04-24'));
const monitored = resolved(agreedPlan());
const without = resolved();
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
