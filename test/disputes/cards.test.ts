import { describe, expect, it } from 'vitest';
import { type CardName, type Catalogue, render } from '../../src/cards/catalogue.ts';
import { channelLetterView, channelView, neutral } from '../../src/disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { respond } from '../../src/disputes/responding/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import {
  aDispute,
  allowed,
  answered,
  disputeRoom,
  escalated,
  judged,
  kept,
  respondForm,
  wokenOn,
} from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  directorRuth,
  grace,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  northmoor,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { aLetter, DISPUTE_SAMPLES } from './samples.ts';

type Part = Record<string, unknown>;

function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}
const ofType = (card: unknown, prefix: string) => partsOf(card).filter(({ type }) => String(type).startsWith(prefix));
const draw = <N extends CardName>(name: N, view: Catalogue[N]) => render(name, view);
const drawn = (Object.keys(DISPUTE_SAMPLES) as (keyof typeof DISPUTE_SAMPLES)[]).flatMap((name) =>
  DISPUTE_SAMPLES[name].map((view, index) => [`${name} (${index + 1})`, draw(name, view as never)] as const),
);
const buttons = (card: unknown) => ofType(card, 'Action.').map(({ title }) => title);
const words = (card: unknown) => ofType(card, 'TextBlock').map(({ text }) => String(text));
const now = at('2026-03-27');

describe.each(drawn)('%s', (_name, card) => {
  it('leaves nothing unfilled, has at most six actions, and every one has a route', () => {
    expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined|NaN|\[object Object\]/);
    expect(ofType(card, 'Action.').length).toBeLessThanOrEqual(6);
    const verbs = ofType(card, 'Action.Execute').map(({ verb }) => verb);
    expect(verbs.filter((verb) => !ROUTES.some((route) => route.verb === verb))).toEqual([]);
  });

  it('says nothing of the child in what a locked phone shows', () => {
    expect(card.fallbackText).not.toMatch(/C-1042|AB\b|plan for return/);
  });
});

describe('the buttons of a dispute', () => {
  const toggle = 'Read it all';
  it.each([
    ['the IRO', aDispute(), iroOlu, ['Escalate', 'Resolve', 'Refer to Cafcass', 'Withdraw', 'More', toggle]],
    [
      'the IRO when a response waits',
      answered(aDispute()),
      iroOlu,
      ['Judge response', 'Escalate', 'Resolve', 'Refer to Cafcass', 'More', toggle],
    ],
    [
      'the IRO when the response was satisfactory',
      judged(answered(aDispute()), 'satisfactory', now),
      iroOlu,
      ['Resolve', 'Escalate', 'Refer to Cafcass', 'Withdraw', 'More', toggle],
    ],
    ['the officer at the stage', aDispute(), priya, ['Respond', 'Agree to escalate', toggle]],
    ['the officer at the informal rung', aDispute({ startAt: -1 }), priya, ['Respond', toggle]],
    ['an officer who has answered', answered(aDispute()), priya, [toggle]],
    ['an officer whose stage is over', escalated(aDispute(), 1, now), priya, [toggle]],
    ['the IRO manager while the IRO is here', aDispute(), iroManagerKaren, ['More', toggle]],
    ['the Director', aDispute(), directorRuth, [toggle]],
  ])('for %s', (_who, dispute, by, titles) => {
    expect(buttons(draw('dispute.record', disputeView(dispute, sightOf(by, now))))).toEqual(titles);
  });

  it('are the IRO’s for the IRO manager while the IRO is away', () => {
    const sight = sightOf(iroManagerKaren, now, away(iroOlu, iroNadia, '2026-03-20', '2026-03-30'));
    expect(buttons(draw('dispute.record', disputeView(aDispute(), sight)))).toContain('Escalate');
  });
});

describe('how a dispute reads', () => {
  it('gives stage, day of stage and day of twenty in one line', () => {
    const atSecond = escalated(aDispute(), 1, at('2026-04-01'));
    const view = disputeView(atSecond, sightOf(grace, at('2026-04-08')));
    expect(view.quiet).toBe('C-1042 · Stage 2 of 5, Service manager · day 3 of 5 · day 8 of 20');
    expect(view.sign).toContain('Waiting for you');
    expect(view.plan.map(({ title, value }) => `${title}: ${value}`)).toEqual([
      'Head of service: Helen Frost, by Fri 17 April 2026',
      "Director of Children's Services: Ruth Adeyemi, by Wed 22 April 2026",
      'Chief Executive: David Lowe, by Fri 24 April 2026',
      'Day 20: Fri 24 April 2026',
    ]);
  });

  it('stays small enough for Teams, and short before the first button, however much people write', () => {
    const long = 'A long sentence about the plan, and another. '.repeat(44);
    const dispute = aDispute({
      concern: long,
      impact: long,
      wishes: long,
      wanted: long,
      tried: long,
      startAt: 1,
      whyThere: long.slice(0, 500),
    });
    const talked = Array.from({ length: 12 }).reduce<Dispute>(
      (so) => judged(answeredAtLength(so, long), 'not', now),
      dispute,
    );
    const card = draw('dispute.record', disputeView(answeredAtLength(talked, long), sightOf(iroOlu, now)));
    expect(JSON.stringify(card).length * 2).toBeLessThan(80_000);
    const body = card.body as Part[];
    const first = body.findIndex(({ type }) => type === 'ActionSet');
    expect(words(body.slice(0, first)).join(' ').split(/\s+/).length).toBeLessThanOrEqual(80);
  });

  it('says what is late in words, not days past the end', () => {
    const view = disputeView(aDispute({ escalateAutomatically: false }), sightOf(iroOlu, at('2026-04-08')));
    expect(view.quiet).toContain('3 days past its 5');
    expect(view.sign).toBe('⚠ Late');
  });
});

describe('the card in a channel', () => {
  const planted = {
    reference: 'C-1042',
    concern: 'PLANTED-CONCERN',
    impact: 'PLANTED-IMPACT',
    wishes: 'PLANTED-WISHES',
    wanted: 'PLANTED-WANTED',
    tried: 'PLANTED-TRIED',
    why: 'PLANTED-WHY',
  };
  const raised = aDispute({ ...planted, startAt: 1, whyThere: planted.why });
  const full = {
    ...escalated(answered(raised, grace), 2, now),
    cafcass: { on: localDate('2026-03-27'), why: 'PLANTED-CAFCASS' },
    history: [{ at: now, by: iroOlu.id, what: 'PLANTED-HISTORY of AB born 2015-05-01' }],
  };

  it.each([0, 1])('of rung %i holds nothing about the child, no names and nobody’s words', (rung) => {
    const card = JSON.stringify(
      draw('dispute.channel', channelView(neutral(full, rung)!, localDate('2026-03-27'), northmoor.holidays)),
    );
    expect(card).not.toMatch(/PLANTED|C-1042|\bAB\b|2015|drift/i);
    for (const { name } of northmoor.register.values()) expect(card).not.toContain(name);
    expect(card).toContain('D-0001');
  });

  it('says stage, day of stage, day of twenty and the day due, and opens the viewer’s own view', () => {
    const card = draw(
      'dispute.channel',
      channelView(neutral(aDispute(), 0)!, localDate('2026-03-27'), northmoor.holidays),
    );
    expect(JSON.stringify(card)).toContain('day 2 of 5');
    expect(JSON.stringify(card)).toContain('day 2 of 20');
    expect(JSON.stringify(card)).toContain('Wed 1 April 2026');
    expect(buttons(card)).toEqual(['Open my view']);
    expect(ofType(card, 'Action.')[0]).toMatchObject({
      verb: 'dispute.view',
      data: { dispute: 'D-0001', revision: '1' },
    });
    expect(ROUTES.find(({ verb }) => verb === 'dispute.view')?.inChannels).toBe(true);
  });

  it.each([
    ['moved on', escalated(aDispute(), 2, now), 'Moved on to Stage 3 of 5, Head of service'],
    ['was answered', answered(aDispute()), 'Answered: with the IRO'],
    [
      'was withdrawn',
      {
        ...aDispute(),
        state: { at: 'withdrawn', on: localDate('2026-03-27'), why: 'PLANTED' } as const,
        climbed: [{ ...rungOf(aDispute()), endedOn: localDate('2026-03-27'), ended: 'withdrawn' as const }],
      },
      'Withdrawn by the IRO',
    ],
  ])('shows what came of its stage once it %s', (_what, dispute, came) => {
    expect(
      words(
        draw('dispute.channel', channelView(neutral(dispute, 0)!, localDate('2026-03-27'), northmoor.holidays)),
      ).join(),
    ).toContain(came);
  });

  it('is not drawn for a stage that was never reached', () => {
    expect(channelLetterView(neutral(aDispute(), 4), sightOf(priya, now))).toEqual({
      dropped: expect.stringContaining('no longer on record'),
    });
  });

  it('refuses the view, politely, to somebody without a part in it, and gives it to the officer with the buttons', async () => {
    const room = await disputeRoom('2026-03-27');
    await room.needs.disputes.save({ ...aDispute(), revision: 0 });
    const view = ROUTES.find(({ verb }) => verb === 'dispute.view')!;
    const press = (by: typeof priya) =>
      view.press(
        { dispute: 'D-0001', revision: '1' },
        { ...sightOf(by, now), inChannel: true, needs: { ...room.needs, outbox: room.store.outbox } as never },
      );
    for (const by of [supportFiona, administratorPeter, martin]) {
      const said = JSON.stringify(await press(by));
      expect(said).toContain('no dispute D-0001 that you have a part in');
      expect(said).not.toContain('C-1042');
    }
    expect((await room.kept()).history.filter(({ what }) => what.startsWith('Tried to open it'))).toHaveLength(3);
    expect(buttons(await press(priya))).toEqual(['Respond', 'Agree to escalate', 'Read it all']);
  });
});

describe('a letter about a dispute', () => {
  const sentLetter = {
    ...aLetter('dispute.respond'),
    passage: {
      at: 'sent',
      sentAt: now,
      conversation: 'a',
      activity: 'b',
      drawn: 1,
      redrawTries: 0,
      redrawAfter: now,
    } as const,
  };
  const lapsed = wokenOn(aDispute({ escalateAutomatically: false }), [at('2026-04-02', '09:00')]).dispute;
  const later = at('2026-04-02');

  it('has a card for every kind', () => {
    const kinds = ['dispute.respond', 'dispute.told', 'dispute.channel', 'dispute.reminder', 'dispute.lapsed'] as const;
    expect(kinds.filter((kind) => !LETTER_CARDS[kind])).toEqual([]);
  });

  it('tells the officer in six lines what is needed, by when, who is next and how Cafcass stands', () => {
    const view = disputeLetterView(aDispute(), aLetter('dispute.respond'), sightOf(priya, now));
    expect(view).toMatchObject({ heading: 'A dispute waits for your response', mayRespond: true });
    const lines = 'says' in view ? view.says.map(({ line }) => line).join('\n') : '';
    for (const part of [
      'A dated plan for return',
      'Wed 1 April 2026',
      'Grace Obi',
      'Fri 24 April 2026',
      'Cafcass: not referred',
    ])
      expect(lines).toContain(part);
  });

  it('offers the IRO, and nobody else, one press to escalate what has lapsed', () => {
    const offer = (by: typeof priya) =>
      disputeLetterView(lapsed, aLetter('dispute.lapsed', { came: 'offered' }, by), sightOf(by, later));
    expect(offer(iroOlu)).toMatchObject({
      mayEscalate: true,
      escalateTo: '1',
      escalateWhy: 'No response from Team manager by Wed 1 April 2026.',
    });
    expect(offer(priya)).toMatchObject({ mayEscalate: false });
    expect(offer(grace)).toMatchObject({ mayEscalate: false });
  });

  it('no longer offers it once the dispute has moved on', () => {
    const moved = escalated(lapsed, 1, later);
    expect(
      disputeLetterView(moved, aLetter('dispute.lapsed', { came: 'offered' }, iroOlu), sightOf(iroOlu, later)),
    ).toMatchObject({ mayEscalate: false });
  });

  it('is dropped when nothing waits for its reader any more, unless it was sent: then it says so', () => {
    const moved = escalated(aDispute(), 1, now);
    expect(disputeLetterView(moved, aLetter('dispute.respond'), sightOf(priya, now))).toEqual({
      dropped: 'the dispute has moved on',
    });
    expect(disputeLetterView(moved, aLetter('dispute.reminder', { what: 'today' }), sightOf(priya, now))).toEqual({
      dropped: 'the dispute has moved on',
    });
    expect(disputeLetterView(moved, sentLetter, sightOf(priya, now))).toMatchObject({
      heading: 'This dispute has moved on',
      mayRespond: false,
    });
  });

  it('asks nobody for a response that has been given, and shows an old card so', () => {
    const waiting = answered(aDispute());
    expect(disputeLetterView(waiting, aLetter('dispute.respond'), sightOf(priya, now))).toMatchObject({
      dropped: 'the dispute has moved on',
    });
    expect(
      disputeLetterView(waiting, aLetter('dispute.reminder', { what: 'today' }), sightOf(priya, now)),
    ).toMatchObject({ dropped: 'the dispute has moved on' });
    expect(disputeLetterView(waiting, sentLetter, sightOf(priya, now))).toMatchObject({
      heading: 'The response is with the IRO',
      mayRespond: false,
    });
    expect(
      disputeLetterView(waiting, aLetter('dispute.told', { what: 'answered' }, iroOlu), sightOf(iroOlu, now)),
    ).toMatchObject({ mayJudge: true });
  });

  it('says the twenty days are running out wherever the dispute has got to since', () => {
    const moved = escalated(aDispute(), 1, now);
    const view = disputeLetterView(
      moved,
      aLetter('dispute.reminder', { what: 'twenty-days' }),
      sightOf(directorRuth, now),
    );
    expect(view).toMatchObject({ heading: 'The twenty days are running out' });
  });

  it('is dropped for a reader who has no part in it', () => {
    expect(
      disputeLetterView(aDispute(), aLetter('dispute.told', { what: 'moved' }), sightOf(supportFiona, now)),
    ).toEqual({ dropped: expect.stringContaining('no part') });
  });

  it('reaches the manager of an officer who let a stage lapse', () => {
    expect(
      disputeLetterView(lapsed, aLetter('dispute.lapsed', { came: 'offered' }, grace), sightOf(grace, later)),
    ).toMatchObject({ heading: 'Nobody responded in time' });
  });

  it.each(['half-way', 'tomorrow', 'today', 'judge', 'twenty-days'])('has words for the reminder %s', (what) => {
    const dispute = what === 'judge' ? answered(aDispute()) : aDispute();
    expect(disputeLetterView(dispute, aLetter('dispute.reminder', { what }), sightOf(priya, now))).toMatchObject({
      heading: expect.stringMatching(/\S/),
    });
  });

  it.each(['moved', 'answered', 'late-answer', 'judged', 'ended', 'cafcass', 'handed-over'])(
    'has words for being told: %s',
    (what) => {
      const view = disputeLetterView(
        kept(answered(aDispute())),
        aLetter('dispute.told', { what }, ayesha),
        sightOf(ayesha, now),
      );
      expect(view).toMatchObject({ heading: expect.stringMatching(/\S/) });
    },
  );
});

function answeredAtLength(dispute: Dispute, says: string): Dispute {
  return kept(allowed(respond(dispute, respondForm(dispute, { says }), grace, northmoor, now)));
}

function rungOf(dispute: ReturnType<typeof aDispute>) {
  if (!('rung' in dispute.state)) throw new Error('The dispute does not climb');
  return dispute.state.rung;
}

it('keeps what was typed when a form is refused, and shows the record once it was sent already', async () => {
  const room = await disputeRoom('2026-03-27');
  await room.needs.disputes.save({ ...aDispute(), revision: 0 });
  const press = (verb: string, typed: Part) =>
    ROUTES.find((route) => route.verb === verb)!.press(typed, {
      ...sightOf(priya, now),
      inChannel: true,
      needs: { ...room.needs, outbox: room.store.outbox } as never,
    });
  const form = { dispute: 'D-0001', revision: '1', kind: 'plan', says: 'We will visit weekly' };
  const again = await press('dispute.respond', form);
  expect(words(again).join()).toContain('a plan needs at least one action');
  expect(ofType(again, 'Input.').find(({ id }) => id === 'says')).toMatchObject({ value: 'We will visit weekly' });
  const whole = { ...form, action1: 'Visit weekly', owner1: 'Ayesha Khan', by1: '2026-04-10' };
  expect(words(await press('dispute.respond', whole)).join()).toContain('proposed a plan');
  const twice = await press('dispute.respond', whole);
  expect(words(twice)[0]).toContain('Dispute D-0001');
  expect(words(twice).join()).toContain('already with the IRO');
  expect(allowed({ ok: true, value: (await room.kept()).responses })).toHaveLength(1);
});
