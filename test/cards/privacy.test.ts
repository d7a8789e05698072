import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { answerConcern, answersTo } from '../../src/cases/concerns/answers.ts';
import { concernChannelView } from '../../src/cases/concerns/channel-view.ts';
import { concernLetterView } from '../../src/cases/concerns/letter-view.ts';
import type { Concern } from '../../src/cases/concerns/model.ts';
import { raiseConcern } from '../../src/cases/concerns/rules.ts';
import { concernView } from '../../src/cases/concerns/view.ts';
import {
  type ChannelView,
  channelView,
  neutral,
  neutralHead,
  storyView,
} from '../../src/disputes/letters/channel-view.ts';
import type { Climbing, Dispute } from '../../src/disputes/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { returnChannelView } from '../../src/returns/decisions/channel-view.ts';
import { decisionView } from '../../src/returns/decisions/view.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { aConcern } from '../builders/case.ts';
import { aDispute, answered, escalated, judged } from '../builders/dispute.ts';
import { ayesha, grace, headHelen, nominatedSamuel, northmoor, priya, sightOf } from '../builders/people.ts';
import { anAsking, aPlan, asked, inCare, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { DRAWN } from './drawn.ts';

/** What must never be read by whoever is in the channel, or looks at somebody else's locked phone. */
const PLANTED = {
  reference: 'C-7731',
  initials: 'ZQ',
  name: 'Kayleigh',
  brother: 'Tyler',
  bornOn: '2013-02-17',
  bornSaid: '17 February',
  words: 'bruise on her arm',
  school: 'St Hilda’s',
} as const;
const TEXT = `${PLANTED.name} (${PLANTED.initials}, ${PLANTED.reference}, born ${PLANTED.bornOn}, ${PLANTED.bornSaid}) told ${PLANTED.brother} at ${PLANTED.school} about the ${PLANTED.words}`;
const now = at('2026-03-27');
const words = { concern: TEXT, impact: TEXT, wishes: TEXT, wanted: TEXT, tried: TEXT };

/** A dispute, and a return, in which every word that anybody wrote gives the child away. */
const raised: Dispute = { ...aDispute({ ...words, startAt: 1, whyThere: TEXT }), children: [PLANTED.reference] };
const told = (dispute: Dispute): Dispute => ({
  ...dispute,
  history: dispute.history.map((line) => ({ ...line, what: TEXT })),
  responses: dispute.responses.map((response) => ({
    ...response,
    says: TEXT,
    actions: [{ what: TEXT, owner: PLANTED.name, by: localDate('2026-04-10') }],
  })),
  cafcass: { on: localDate('2026-03-27'), why: TEXT },
});
const on = localDate('2026-03-27');
function ended(how: 'withdrawn' | 'resolved', state: Dispute['state']): Dispute {
  const { rung } = raised.state as Climbing;
  return { ...told(raised), state, climbed: [{ ...rung, whyOfficer: TEXT, endedOn: on, ended: how }] };
}
const DISPUTES: readonly (readonly [string, Dispute, number])[] = [
  ['just raised', raised, 0],
  ['urgent', told({ ...raised, urgent: true }), 0],
  ['answered', told(answered(raised, grace)), 0],
  ['judged', told(judged(answered(raised, grace), 'not', now)), 0],
  ['left behind', told(escalated(answered(raised, grace), 2, now)), 0],
  ['at the next stage', told(escalated(answered(raised, grace), 2, now)), 1],
  ['withdrawn', ended('withdrawn', { at: 'withdrawn', on, why: TEXT }), 0],
  ['resolved', ended('resolved', { at: 'closed', on, outcome: 'actions-agreed', changed: TEXT }), 0],
];

const child = (about: ReturningCase): ReturningCase => ({
  ...about,
  id: PLANTED.reference,
  initials: PLANTED.initials,
  bornOn: localDate(PLANTED.bornOn),
  notes: [{ on, about: 'visit', by: ayesha.id, says: [{ heading: 'Welfare', text: TEXT }] }],
});
const plan = aPlan({
  whatPrompted: TEXT,
  route: 'with-parents',
  legalStatus: 'care-order',
  safety: { concern: true, words: TEXT },
});
const waiting = child(asked(inCare(), plan));
const given = (stands: 'approved' | 'sent-back'): ReturningCase => {
  const decision = {
    stands,
    by: nominatedSamuel.id,
    at: at('2026-11-24'),
    reason: TEXT,
    override: '',
    asking: anAsking(),
  } as const;
  return { ...waiting, returns: [{ ...planOf(waiting), decision }] };
};
const ratifying = child(asked(inCare(), plan, { kind: 'ratification', due: null }));
const overtaken: ReturnPlan = { ...planOf(waiting), overtakenBy: 'RH-0002' };
const RETURNS: readonly (readonly [string, ReturningCase, string])[] = [
  ['waiting', waiting, anAsking().at],
  ['approved', given('approved'), anAsking().at],
  ['sent back', given('sent-back'), anAsking().at],
  ['asked again', waiting, at('2026-11-20')],
  ['to be ratified, by no certain day', ratifying, anAsking().at],
  ['overtaken', { ...waiting, returns: [overtaken] }, anAsking().at],
];

/** Everything that a card gives away, in whatever part of it. */
function givenAway(card: unknown): readonly string[] {
  const payload = JSON.stringify(card).toLowerCase();
  const people = [...northmoor.register.values()].flatMap(({ id, name, email }) => [id, name, email]);
  const words = [...Object.values(PLANTED), ...people, 'legal status', 'care order', 'section 20', 'with parents'];
  const said = words.filter((word) => new RegExp(`\\b${word.toLowerCase()}\\b`).test(payload));
  return [...said, ...(payload.match(/\bc-\d+/g) ?? [])];
}

describe('a card in a channel', () => {
  it.each(DISPUTES)('of a dispute that is %s gives nothing away', (_how, dispute, rung) => {
    const card = render('dispute.channel', channelView(neutral(dispute, rung)!, on, northmoor.holidays));
    expect(JSON.stringify(card)).toContain('D-0001');
    expect(givenAway(card)).toEqual([]);
  });

  it.each(DISPUTES)(
    'at the head of the thread of a dispute that is %s, and each line of its story, gives nothing away',
    (_how, dispute, rung) => {
      const head = render('dispute.channel', channelView(neutralHead(dispute)!, on, northmoor.holidays));
      expect(givenAway(head)).toEqual([]);
      for (const story of ['answered', 'asked-again', 'moved-up', 'ended']) {
        const line = storyView(dispute, { facts: { rung: String(rung), story }, writtenAt: now });
        expect(givenAway(render('dispute.channel', line as ChannelView))).toEqual([]);
      }
    },
  );

  it.each(RETURNS)('of a return that is %s gives nothing away', (_how, about, which) => {
    const card = render('return.channel', returnChannelView({ about, plan: planOf(about) }, which));
    expect(JSON.stringify(card)).toContain('RH-0001');
    expect(givenAway(card)).toEqual([]);
  });

  it('is told from one that does', () => {
    const sight = sightOf(headHelen, at('2026-11-24'));
    const open = givenAway(render('return.decision', decisionView({ about: waiting, plan: planOf(waiting) }, sight)));
    for (const word of [PLANTED.reference, PLANTED.initials, PLANTED.name, PLANTED.words, ayesha.name])
      expect(open).toContain(word);
  });
});

/** A concern in which every word gives the child away, with each letter that its answers cause. */
const acted = { by: priya.id, at: now, says: TEXT };
const worry = aConcern({ after: TEXT, says: [{ heading: TEXT, text: TEXT }] });
const CONCERNS: readonly (readonly [string, Concern])[] = [
  ['waiting', worry],
  ['passed up', { ...worry, passedUp: acted, state: { at: 'waiting', level: 'service-manager' } }],
  ['sent down', { ...worry, passedUp: acted, sentDown: acted }],
  ['dealt with', { ...worry, state: { at: 'dealt-with', level: 'team-manager', answer: acted } }],
  ['sent back', { ...worry, state: { at: 'sent-back', level: 'team-manager', answer: acted } }],
];

describe('a concern, of which a channel is told its reference, its standing and a day,', () => {
  const readers = [priya, grace, ayesha];

  it.each(CONCERNS)('that is %s gives nothing away in its notification', (_how, concern) => {
    const about = { ...waiting, concerns: [concern] };
    for (const sight of readers.map((by) => sightOf(by, now))) {
      const { fallbackText, ...whole } = render('concern.record', concernView({ about, concern }, sight));
      const letter = render('concern.letter', concernLetterView({ about, concern }, 'Your concern', sight));
      expect(fallbackText + letter.fallbackText).toContain('E-0001');
      expect(givenAway([fallbackText, letter.fallbackText])).toEqual([]);
      expect(givenAway(whole)).toContain(PLANTED.name);
    }
  });

  it.each(CONCERNS)('that is %s has a card in the channel that gives nothing away', (_how, concern) => {
    const card = render('concern.channel', concernChannelView({ about: { ...waiting, concerns: [concern] }, concern }));
    expect(JSON.stringify(card)).toContain('E-0001');
    expect(givenAway(card)).toEqual([]);
  });

  it.each(CONCERNS)('that is %s writes letters to people, with the reference and no more', (_how, concern) => {
    const about = { ...waiting, concerns: [concern] };
    const answering = (by: Person) => ({ by, now, authority: northmoor });
    const form = { concern: concern.id, drawn: answersTo(concern), says: TEXT };
    const answers = (['approve', 'deal', 'send-back'] as const).flatMap((kind) =>
      [priya, grace].map((by) => answerConcern(about, concern, kind, form, answering(by))),
    );
    const raised = raiseConcern(about, { ...concern, about: 'visit' }, 'E-0001', ayesha, northmoor, now);
    const letters = answers.flatMap((outcome) => (outcome.ok ? outcome.value.letters : [])).concat(raised.letters);
    for (const { to, facts, key } of letters.filter(({ kind }) => kind !== 'concern.channel')) {
      expect(to).toEqual({ person: expect.any(String) });
      expect(facts).toEqual({ concern: 'E-0001' });
      expect(key).toMatch(/^E-0001\/(raised|answer\/\d)\/concern\.(raised|answered|told)\/[\w-]+$/);
    }
    for (const { to, facts, key } of letters.filter(({ kind }) => kind === 'concern.channel')) {
      expect(to).toEqual({ channel: northmoor.decisionsChannel });
      expect([{ concern: 'E-0001' }, { concern: 'E-0001', story: 'answered' }]).toContainEqual(facts);
      expect(key).toMatch(/^E-0001\/(raised|answer\/\d)\/concern\.channel$/);
    }
    const lines = [raised.about, ...answers.flatMap((outcome) => (outcome.ok ? [outcome.value.after] : []))];
    expect(givenAway(lines.map(({ history }) => history.slice(about.history.length).map(({ what }) => what)))).toEqual(
      [],
    );
  });
});

describe('what a locked phone shows', () => {
  const names = [...northmoor.register.values()].flatMap(({ name }) => [name, ...name.split(' ')]);

  it.each(DRAWN)('of %s names no child, nobody and no day of a child’s life', (_title, { fallbackText }, name) => {
    expect(fallbackText).not.toMatch(/\bC-?\d+|\bAB\b|Kayleigh|Tyler|Mother|plan for return|2015|1 May/i);
    expect(names.filter((word) => new RegExp(`\\b${word}\\b`).test(fallbackText))).toEqual([]);
    // The day an answer is due is the dispute's, not the child's.
    if (name !== 'dispute.letter') expect(fallbackText).not.toMatch(/\b20\d\d\b|\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/);
  });
});
