import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { cafcassView } from '../../src/disputes/cafcass/view.ts';
import { resolveView, withdrawView } from '../../src/disputes/ending/view.ts';
import { judgeView } from '../../src/disputes/judging/view.ts';
import { channelView, neutral } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import { disputeListView } from '../../src/disputes/list/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { agreeView, respondView } from '../../src/disputes/responding/view.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { checklistView } from '../../src/returns/checklist/view.ts';
import { decidedView, decisionView } from '../../src/returns/decisions/view.ts';
import { returnFormView } from '../../src/returns/start/view.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { aDispute, answered, escalated, judged } from '../builders/dispute.ts';
import { ayesha, grace, headHelen, iroOlu, nominatedSamuel, northmoor, priya, sightOf } from '../builders/people.ts';
import { aPlan, aReturningCase, asked, planOf, readyToDecide } from '../builders/returning-case.ts';
import { UPKEEP_SAMPLES } from '../diaries/calendar-samples.ts';
import { DIGEST_SAMPLES } from '../diaries/digest-samples.ts';
import { PUTTING_OFF_SAMPLES } from '../diaries/putting-off-samples.ts';
import { WEEK_SAMPLES } from '../diaries/week-samples.ts';
import { aLetter, DISPUTE_SAMPLES } from '../disputes/samples.ts';
import { listed, SIGHT_SAMPLES } from '../disputes/sight-samples.ts';
import { at } from '../fakes/stopped-clock.ts';
import { GUIDANCE_SAMPLES } from '../guidance/samples.ts';
import { MESSAGE_SAMPLES } from '../letters/message-samples.ts';
import { AFTER_SAMPLES } from '../returns/after-samples.ts';
import { NOTE_SAMPLES } from '../returns/note-samples.ts';
import { RETURN_SAMPLES } from '../returns/samples.ts';
import { CHANNEL_SAMPLES, threadOf } from '../teams/channel-samples.ts';
import { BESIDE_SAMPLES } from './beside-samples.ts';
import { CASE_SAMPLES, LONG } from './case-samples.ts';
import { CONCERN_SAMPLES } from './concern-samples.ts';

/** A dispute about which everybody has written much: two responses, two stages up, referred to Cafcass, late. */
const words = { concern: LONG, impact: LONG, wishes: LONG, wanted: LONG, tried: LONG };
const first = judged(
  answered(aDispute({ ...words, startAt: 1, whyThere: LONG.slice(0, 400) }), grace),
  'not',
  at('2026-03-27'),
);
const second = answered(escalated(first, 2, at('2026-03-30')), headHelen, at('2026-04-01'));
const longest: Dispute = {
  ...second,
  responses: second.responses.map((response) => ({
    ...response,
    kind: 'plan',
    says: LONG,
    actions: [{ what: LONG.slice(0, 280), owner: 'Ayesha Khan', by: localDate('2026-04-10') }],
  })),
  cafcass: { on: localDate('2026-04-01'), why: LONG },
};
const resolved: Dispute = {
  ...judged(answered(aDispute()), 'satisfactory', at('2026-03-27')),
  state: {
    at: 'resolved-monitoring',
    on: localDate('2026-03-27'),
    outcome: 'actions-agreed',
    changed: 'Kayleigh has a date to go home',
    checkOn: localDate('2026-04-14'),
  },
};
const on = (by: Person, day: string) => sightOf(by, at(day));
const easter = '2026-04-02';
const about = { about: longest, typed: {} };
const problem = ['Why: please fill this in.'];

/** A return of which everything was noted at length, and some of it called not applicable. */
const noted = (() => {
  const ready = asked(aReturningCase(), aPlan({ whatPrompted: LONG.slice(0, 300) }));
  const answers = planOf(ready).answers.map((one, index) => ({
    ...one,
    answer: index % 3 === 0 ? ('not-applicable' as const) : one.answer,
    note: LONG.slice(0, 300),
  }));
  const whole = { ...ready, returns: [{ ...planOf(ready), answers }] };
  return { about: whole, plan: planOf(whole) };
})();
const sentBack = (() => {
  const { plan, about: whole } = noted;
  const { asking } = plan.decision as Extract<typeof plan.decision, { stands: 'asked' }>;
  const decision = {
    stands: 'sent-back',
    by: nominatedSamuel.id,
    at: at('2026-11-24'),
    reason: LONG.slice(0, 300),
    override: '',
    asking,
  } as const;
  const changed = { ...whole, returns: [{ ...plan, decision }] };
  return { about: changed, plan: planOf(changed) };
})();
const ready = readyToDecide();

const TWO_CHILDREN = [
  { title: 'AB · C-1042', value: 'C-1042' },
  { title: 'CD · C-1043', value: 'C-1043' },
];

/** A card that goes on with a command once the child is chosen: one for each command that needs a child. */
const picks = COMMANDS.flatMap(({ of, verb, about: quiet }) =>
  of === 'case' && verb !== null
    ? [{ heading: 'Which child?', quiet, verb, typed: { day: '2026-11-20', route: '' }, choices: TWO_CHILDREN }]
    : [],
);

/**
 * Every card, filled by the real views: the usual case, the empty one, problems on top, the longest that is likely, and
 * each reader who sees it differently. The child is always C-1042, AB, born on 1 May 2015, called Kayleigh by whoever
 * forgot not to. What only the conversation draws (help, notices, which child) is heard in the contract test as well.
 */
export const SAMPLES: { readonly [N in CardName]: readonly Catalogue[N][] } = {
  ...CASE_SAMPLES,
  ...CONCERN_SAMPLES,
  ...PUTTING_OFF_SAMPLES,
  ...CHANNEL_SAMPLES,
  ...UPKEEP_SAMPLES,
  ...BESIDE_SAMPLES,
  ...DISPUTE_SAMPLES,
  ...SIGHT_SAMPLES,
  ...DIGEST_SAMPLES,
  ...WEEK_SAMPLES,
  ...GUIDANCE_SAMPLES,
  ...RETURN_SAMPLES,
  ...AFTER_SAMPLES,
  ...NOTE_SAMPLES,
  ...MESSAGE_SAMPLES,
  'case.pick': picks,
  notice: [
    {
      heading: 'That did not go through',
      quiet: 'There is no case C-9 that you work on. Type “cases” for yours.',
      lines: [],
    },
    {
      heading: 'I did not understand that',
      quiet: 'The nearest things I know are below.',
      lines: [{ says: 'visit – Log a visit' }],
    },
  ],
  help: [
    {
      heading: 'What I can do here',
      quiet: 'Social worker',
      says: 'I keep the visits and reviews of children going home.',
      commands: [{ title: 'deadlines', value: 'Late, due today, due soon' }],
      hasCases: true,
      mayFollow: true,
      hasDisputes: true,
      decides: true,
    },
  ],
  'dispute.record': [
    ...DISPUTE_SAMPLES['dispute.record'],
    disputeView(longest, on(iroOlu, easter), ['You have judged this response already.']),
    disputeView(longest, on(headHelen, '2026-04-10')),
    disputeView(aDispute({ startAt: -1 }), on(priya, '2026-03-27')),
    disputeView(resolved, on(iroOlu, easter)),
  ],
  'dispute.list': [...SIGHT_SAMPLES['dispute.list'], disputeListView(listed([longest, resolved]), on(iroOlu, easter))],
  'dispute.respond': [...DISPUTE_SAMPLES['dispute.respond'], respondView(about, on(headHelen, easter))],
  'dispute.agree': [...DISPUTE_SAMPLES['dispute.agree'], agreeView(about, on(headHelen, easter), problem)],
  'dispute.judge': [...DISPUTE_SAMPLES['dispute.judge'], judgeView(about, on(iroOlu, easter), problem)],
  'dispute.resolve': [...DISPUTE_SAMPLES['dispute.resolve'], resolveView(about, on(iroOlu, easter), problem)],
  'dispute.withdraw': [...DISPUTE_SAMPLES['dispute.withdraw'], withdrawView(about, on(iroOlu, easter), problem)],
  'dispute.cafcass': [...DISPUTE_SAMPLES['dispute.cafcass'], cafcassView(about, on(iroOlu, easter), problem)],
  'dispute.channel': [
    ...DISPUTE_SAMPLES['dispute.channel'],
    ...[0, 1].map((rung) => channelView(neutral(longest, rung)!, localDate(easter), northmoor.holidays)),
    ...threadOf(longest, easter),
    ...threadOf(resolved, easter),
  ],
  'dispute.letter': [...DISPUTE_SAMPLES['dispute.letter'], longLetter()],
  'return.ask': [
    ...RETURN_SAMPLES['return.ask'],
    returnFormView({ case: 'C-1042' }, ['Route: please choose one from the list.'], on(ayesha, '2026-11-24')),
  ],
  'return.checklist': [
    ...RETURN_SAMPLES['return.checklist'],
    checklistView({ ...noted, stage: 'assess', page: 0 }, on(ayesha, '2026-11-24')),
    checklistView({ ...sentBack, stage: 'consider', page: 0 }, on(ayesha, '2026-11-25')),
    checklistView({ about: ready, plan: planOf(ready), stage: 'plan', page: 0 }, on(ayesha, '2026-11-24')),
  ],
  'return.decision': [
    ...RETURN_SAMPLES['return.decision'],
    decisionView(noted, on(nominatedSamuel, '2026-11-24')),
    decisionView(sentBack, on(iroOlu, '2026-11-25')),
  ],
  'return.decided': [...RETURN_SAMPLES['return.decided'], decidedView(sentBack, on(ayesha, '2026-11-25'))],
};

function longLetter(): Catalogue['dispute.letter'] {
  const asking = escalated(longest, 3, at(easter));
  const view = disputeLetterView(
    asking,
    aLetter('dispute.respond', { rung: '2' }),
    sightOf(northmoor.register.get(asking.state.at === 'formal' ? asking.state.rung.officer : '')!, at(easter)),
  );
  if ('dropped' in view) throw new Error(view.dropped);
  return view;
}
