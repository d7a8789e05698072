import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import type { Instant } from '../../src/clock.ts';
import { cafcassSaidView, cafcassView, consultView } from '../../src/disputes/cafcass/view.ts';
import { resolveView, withdrawView } from '../../src/disputes/ending/view.ts';
import { escalateView } from '../../src/disputes/escalating/view.ts';
import { judgeView } from '../../src/disputes/judging/view.ts';
import { channelView, neutral } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { RaiseAsked } from '../../src/disputes/raising/about.ts';
import { raiseView } from '../../src/disputes/raising/view.ts';
import { moreView } from '../../src/disputes/record/more.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { agreeView, respondView } from '../../src/disputes/responding/view.ts';
import { childToldView } from '../../src/disputes/telling/view.ts';
import type { LetterKind } from '../../src/letters/letters.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { aDispute, answered, child, escalated, judged, kept, wokenOn } from '../builders/dispute.ts';
import { agreedPlan, resolved } from '../builders/dispute-after.ts';
import { ben, directorRuth, grace, iroManagerKaren, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { AFTER_CHANNELS, AFTER_LETTERS, AFTER_SAMPLES } from './samples-after.ts';
import { VOIDING_SAMPLES, voidAsked } from './voiding-samples.ts';

/** Lists, timelines and notes are in sight-samples.ts. */
type Here = Exclude<Extract<CardName, `dispute.${string}`>, 'dispute.list' | 'dispute.timeline' | 'dispute.note'>;
type Samples = { readonly [N in Here]: readonly Catalogue[N][] };

const now = at('2026-03-27');
const asIro = sightOf(iroOlu, now);
const asOfficer = sightOf(priya, now);
const waiting = answered(aDispute());
const asked = (about: Dispute, typed = {}) => ({ about, typed });
const raising = (typed: RaiseAsked['typed'], about: RaiseAsked['about'] = null) => ({
  typed,
  about,
  others: [],
  open: [],
});
const lapsed = wokenOn(aDispute({ escalateAutomatically: false }), [at('2026-04-02', '09:00')]).dispute;
/** With everything on record that there may be. */
const everything: Dispute = {
  ...judged(
    answered(aDispute({ decidedBy: grace.id, grounds: ['needs-not-met'], besides: 'A complaint', urgent: true })),
    'not',
    now,
  ),
  legalAdvice: waiting.raisedOn,
  cafcass: { on: waiting.raisedOn, why: 'The plan does not move' },
  cafcassConsulted: { on: waiting.raisedOn, why: 'To ask how' },
  cafcassSaid: [{ on: waiting.raisedOn, says: 'They will look at the plan' }],
  opened: [{ rung: 0, by: priya.id, at: now }],
  copied: [{ of: 'C-1042', by: iroOlu.id, at: now }],
};
/** The child knows, and was told nothing of an advocate yet. */
const told = aDispute({ childKnows: true });
const problem = ['Why: please fill this in.'];

/** A letter as it is kept, not sent yet. */
export function aLetter(
  kind: LetterKind,
  facts: Readonly<Record<string, string>> = {},
  to: Person = priya,
  writtenAt: Instant = now,
): KeptLetter {
  return {
    key: `D-0001/${kind}`,
    kind,
    to: { person: to.id },
    facts: { rung: '0', ...facts },
    live: false,
    writtenAt,
    record: { kind: 'dispute', id: 'D-0001' },
    passage: { at: 'unsent', tries: 0, nextTryAt: writtenAt, trouble: null },
    attempts: [],
  };
}

function letterView(dispute: Dispute, letter: KeptLetter, by: Person, when = now): Catalogue['dispute.letter'] {
  const view = disputeLetterView(dispute, letter, sightOf(by, when));
  if ('dropped' in view) throw new Error(view.dropped);
  return view;
}

/** Every card of a dispute, as each of its readers sees it. */
export const DISPUTE_SAMPLES: Samples = {
  ...VOIDING_SAMPLES,
  'dispute.raise': [
    raiseView(raising({}), asIro),
    raiseView(raising({ case: 'C-1042', urgent: 'true', whyUrgent: 'word '.repeat(99) }, child), asIro),
    raiseView(raising({ case: 'C-1042', theme: 'contact' }, child), asIro, [
      'Impact on the child: please fill this in.',
    ]),
    raiseView(
      {
        ...raising({ case: 'C-1042', besides: 'A complaint' }, child),
        others: [{ ...child, id: 'C-1043' }],
        open: ['D-0002'],
      },
      asIro,
    ),
  ],
  'dispute.record': [
    disputeView(aDispute(), asIro),
    disputeView(waiting, asIro, problem),
    disputeView(judged(waiting, 'satisfactory', now), asIro),
    disputeView(aDispute(), asOfficer),
    disputeView(aDispute(), sightOf(directorRuth, now)),
    disputeView({ ...everything, children: ['C-1042', 'C-1043'] }, asIro, [], {
      children: ['C-1042', 'C-1043'],
      others: 0,
      isOnlyBeside: false,
      alsoOpen: ['D-0002'],
    }),
    disputeView(everything, sightOf(ben, now), [], {
      children: ['C-1043'],
      others: 1,
      isOnlyBeside: true,
      alsoOpen: [],
    }),
    disputeView(
      { ...kept(aDispute()), state: { at: 'withdrawn', on: waiting.raisedOn, why: 'Raised in error' } },
      asIro,
    ),
  ],
  'dispute.respond': [
    respondView(asked(aDispute()), asOfficer),
    respondView(asked(aDispute(), { kind: 'plan', action1: 'Visit' }), asOfficer, problem),
    respondView(asked(judged(waiting, 'partly', now)), asOfficer),
  ],
  'dispute.agree': [agreeView(asked(aDispute()), asOfficer)],
  'dispute.escalate': [escalateView(asked(aDispute()), asIro), escalateView(asked(lapsed), asIro, problem)],
  'dispute.judge': [judgeView(asked(waiting), asIro), judgeView(asked(aDispute()), asIro)],
  'dispute.resolve': [resolveView(asked(waiting), asIro)],
  ...AFTER_SAMPLES,
  'dispute.withdraw': [withdrawView(asked(waiting), asIro)],
  'dispute.cafcass': [cafcassView(asked(waiting), asIro)],
  'dispute.consult': [
    consultView(asked(waiting), asIro),
    consultView(asked(waiting, { why: 'To ask' }), asIro, problem),
  ],
  'dispute.cafcass-said': [
    cafcassSaidView(asked(everything), asIro),
    cafcassSaidView(asked(everything, { says: 'They will' }), asIro, [
      'What Cafcass said or decided: please fill this in.',
    ]),
  ],
  'dispute.child-told': [
    childToldView(asked(waiting), asIro),
    childToldView(asked(told, { advocateOn: '2026-02-31' }), asIro, problem),
  ],
  'dispute.more': [
    moreView({ ...waiting, cafcassConsulted: everything.cafcassConsulted }, asIro),
    moreView(waiting, asIro),
    moreView({ ...waiting, escalateAutomatically: false, legalAdvice: waiting.raisedOn }, asIro),
    moreView(aDispute(), asOfficer),
    moreView(voidAsked(), sightOf(iroManagerKaren, now)),
    moreView(resolved(agreedPlan()), asIro),
  ],
  'dispute.channel': [
    ...AFTER_CHANNELS,
    channelView(neutral(aDispute(), 0)!, now.slice(0, 10) as never, northmoor.holidays),
    channelView(
      neutral(escalated(aDispute({ urgent: true }), 1, now), 0)!,
      now.slice(0, 10) as never,
      northmoor.holidays,
    ),
  ],
  'dispute.letter': [
    letterView(aDispute(), aLetter('dispute.respond'), priya),
    letterView(aDispute({ urgent: true, whyUrgent: 'word '.repeat(99) }), aLetter('dispute.respond'), priya),
    letterView(aDispute({ urgent: true }), aLetter('dispute.told', { what: 'moved' }, grace), grace),
    letterView(waiting, aLetter('dispute.told', { what: 'answered' }, iroOlu), iroOlu),
    letterView(aDispute(), aLetter('dispute.reminder', { what: 'today' }), priya),
    letterView(lapsed, aLetter('dispute.lapsed', { came: 'offered' }, iroOlu), iroOlu, at('2026-04-02')),
    letterView(
      resolved(agreedPlan()),
      aLetter('dispute.reminder', { what: 'check' }, iroOlu),
      iroOlu,
      at('2026-04-24'),
    ),
    letterView(escalated(aDispute(), 1, now), { ...aLetter('dispute.respond'), passage: sent() }, priya),
    letterView(judged(waiting, 'partly', now), aLetter('dispute.told', { what: 'judged' }), priya),
    letterView(aDispute(), aLetter('dispute.reminder', { what: 'cap-passed' }, iroOlu), iroOlu, at('2026-04-27')),
    ...AFTER_LETTERS,
  ],
};

function sent(): KeptLetter['passage'] {
  return { at: 'sent', sentAt: now, conversation: 'a:1', activity: '1', drawn: 1, redrawTries: 0, redrawAfter: now };
}
