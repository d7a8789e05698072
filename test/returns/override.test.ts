import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { isSettled, leftBeforeDecision, questionsOf } from '../../src/returns/checklist/rules.ts';
import { decide } from '../../src/returns/decisions/verdict.ts';
import { mayAskWithout, overridesOf, requestWithout } from '../../src/returns/decisions/without.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { allowed } from '../builders/dispute.ts';
import {
  administratorPeter,
  ayesha,
  directorRuth,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
} from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import {
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  inCare,
  lapsed,
  planOf,
  readyToDecide,
  without,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

/** Everything is answered but what the child said and the school place. */
const LEFT = ['CON-05', 'PLN-09'];
const unready = (about = readyToDecide()): ReturningCase => ({
  ...about,
  returns: about.returns.map((plan) => ({ ...plan, answers: plan.answers.filter(({ item }) => !LEFT.includes(item)) })),
});
const ask = (about: ReturningCase, by = ayesha, form = { whyWithout: 'The placement ends on Friday', early: false }) =>
  requestWithout(about, planOf(about), form, doing(by));
const put = () => allowed(ask(unready())).about;
const answer = (about: ReturningCase, override: string, stands: 'approved' | 'sent-back' = 'approved') =>
  decide(
    about,
    planOf(about),
    { stands, asked: at('2026-11-23'), reason: 'He is safe', override },
    doing(nominatedSamuel, '2026-11-24'),
  );

describe('asking for a decision with required questions left', () => {
  it('is for those who plan the return, while something is left and nothing waits', () => {
    const may = (about: ReturningCase, by = ayesha) => mayAskWithout(about, planOf(about), doing(by));
    expect(may(unready())).toBe(true);
    expect(may(unready(), priya)).toBe(true);
    for (const by of [iroOlu, nominatedSamuel, administratorPeter]) expect(may(unready(), by)).toBe(false);
    expect(may(readyToDecide())).toBe(false);
    expect(may(unready(asked()))).toBe(false);
    expect(may(unready(approved()))).toBe(false);
    expect(may(unready(lapsed()))).toBe(true);
    expect(may(unready({ ...readyToDecide(), returns: [aPlan({ overtakenBy: 'RH-0002' })] }))).toBe(false);
    expect(may(aReturningCase({ returns: [anUnplanned()] }))).toBe(true);
    expect(may({ ...inCare(), returns: [anUnplanned({ legalStatus: 'care-order' })] })).toBe(false);
  });

  it('names what is left and why it cannot wait, in what is sent and in the history', () => {
    expect(planOf(put()).decision).toMatchObject({
      stands: 'asked',
      asking: { kind: 'approval', without: LEFT, whyWithout: 'The placement ends on Friday', of: nominatedSamuel.id },
    });
    expect(put().history.at(-1)?.what).toBe(
      'RH-0001: approval asked of Samuel Okoro, with 2 required left: The placement ends on Friday',
    );
  });

  it('sends to the officer who has not worked on it, like any request', () => {
    const about = unready(readyToDecide(aReturningCase(), aPlan({ startedBy: nominatedSamuel.id })));
    expect(planOf(allowed(ask(about)).about).decision).toMatchObject({ asking: { of: directorRuth.id } });
  });

  it('refuses with nothing left, for a child who is placed already, and by anyone else', () => {
    expect(ask(readyToDecide())).toMatchObject({
      ok: false,
      because: expect.stringContaining('Nothing required is left'),
    });
    const home = unready();
    const placed = { ...home, returns: [{ ...planOf(home), wentHomeOn: localDate('2026-11-20') }] };
    expect(ask(placed)).toMatchObject({ ok: false, because: expect.stringContaining('can wait for what is left') });
    expect(ask(unready(), iroOlu).ok).toBe(false);
    expect(ask(put())).toMatchObject({ ok: false, because: expect.stringContaining('is with Samuel Okoro') });
  });

  it('keeps a child under an order to regulation 19 while the assessment is not done, and nobody else', () => {
    const placing = aPlan({ route: 'with-parents', legalStatus: 'care-order' });
    const about = inCare();
    const bare = { ...about, returns: [placing] };
    expect(ask(bare)).toMatchObject({ ok: false, beside: { early: expect.stringContaining('regulation 19 only') } });
    expect(ask(unready(), ayesha, { whyWithout: 'Now', early: true })).toMatchObject({
      ok: false,
      beside: { early: expect.stringContaining('under an order') },
    });
    const assessed = unready(readyToDecide(about, placing));
    expect(ask(assessed).ok).toBe(true);
    expect(ask(assessed, ayesha, { whyWithout: 'Now', early: true }).ok).toBe(false);
  });
});

describe('passing over what is left', () => {
  it('is the decider’s alone, and needs a reason of its own', () => {
    expect(answer(put(), '')).toMatchObject({
      ok: false,
      beside: { override: expect.stringContaining('Why these may be passed over') },
    });
    const outcome = allowed(answer(put(), 'Seen alone on Monday; school agreed by phone')).about;
    expect(planOf(outcome).decision).toMatchObject({
      stands: 'approved',
      override: 'Seen alone on Monday; school agreed by phone',
      asking: { without: LEFT },
    });
    expect(outcome.history.at(-1)?.what).toBe(
      'RH-0001: approved: He is safe; 2 required passed over: Seen alone on Monday; school agreed by phone',
    );
  });

  it('is not what sending back does, whatever was typed', () => {
    expect(planOf(allowed(answer(put(), 'Not really', 'sent-back')).about).decision).toMatchObject({ override: '' });
    expect(answer(put(), '', 'sent-back').ok).toBe(true);
  });

  it('is not what approving does where nothing was left', () => {
    expect(planOf(allowed(answer(asked(), 'Why not')).about).decision).toMatchObject({ override: '' });
  });

  it('leaves what was passed over to be answered, and nothing else', () => {
    const open = (about: ReturningCase) => {
      const plan = planOf(about);
      const before = leftBeforeDecision(aPlan(), aReturningCase()).map(({ item }) => item.id);
      return questionsOf(plan, about)
        .filter(({ item }) => before.includes(item.id) && !isSettled(item, plan))
        .map(({ item }) => item.id);
    };
    expect(open(put())).toEqual([]);
    expect(open(allowed(answer(put(), 'Safe')).about)).toEqual(LEFT);
    expect(open(approved())).toEqual([]);
  });
});

describe('what was passed over', () => {
  const says = (about: ReturningCase) => overridesOf(planOf(about), { authority: northmoor }).map((line) => line.says);

  it('is said for ever: as it stands, lapsed, and after another decision', () => {
    const now = without(approved(), LEFT, 'He is safe there');
    const line = expect.stringContaining(
      '⚠ Decided without 2 required: Samuel Okoro, Tue 24 November 2026. Why: He is safe there · Passed over:',
    );
    expect(says(now)).toEqual([line]);
    const { decision, ...plan } = planOf(now);
    if (decision.stands !== 'approved') throw new Error('It is approved');
    const gone = { ...decision, stands: 'lapsed', lapsedAt: at('2026-12-01'), because: 'of a concern' } as const;
    expect(says({ ...now, returns: [{ ...plan, decision: gone }] })).toEqual([line]);
    expect(says({ ...now, returns: [{ ...planOf(approved()), earlier: [gone] }] })).toEqual([line]);
    expect(says(approved())).toEqual([]);
  });

  it('stands on the checklist and on the decision, for everyone who opens them', async () => {
    const { press } = await council(without(approved(), LEFT, 'He is safe there'), '2026-11-25');
    for (const by of [ayesha, iroOlu, nominatedSamuel]) {
      expect((await press(by, 'return.open', { return: 'RH-0001' })).text).toContain('He is safe there');
      expect((await press(by, 'return.view', { return: 'RH-0001' })).text).toContain('He is safe there');
    }
  });
});

describe('on the cards', () => {
  it('goes from the hub to the form, to the decider, and back to the one who asked', async () => {
    const { press, kept, letters } = await council(unready());
    const hub = await press(ayesha, 'return.record', { return: 'RH-0001' });
    const form = await press(ayesha, 'return.ask-request', hub.sends('Decide without the rest'));
    expect(form.text).toContain('See the child alone');
    expect(form.inputs).toEqual({ whyWithout: '' });
    const empty = await press(
      ayesha,
      'return.request-without',
      form.sends('Ask for the decision', { whyWithout: ' ' }),
    );
    expect(empty.text).toContain('Why it cannot wait: please fill this in');
    const sent = await press(
      ayesha,
      'return.request-without',
      form.sends('Ask for the decision', { whyWithout: 'Friday' }),
    );
    expect(sent.text).toContain('RH-0001 is with Samuel Okoro');
    await press(ayesha, 'return.request-without', form.sends('Ask for the decision', { whyWithout: 'Friday' }));
    expect((await letters()).filter(({ kind }) => kind === 'return.decide')).toHaveLength(1);

    const card = await press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    expect(card.text).toContain('See the child alone');
    expect(card.text).toContain('Why it cannot wait: Friday');
    const refused = await press(nominatedSamuel, 'return.approve', card.sends('Approve', { reason: 'He is safe' }));
    expect(refused.text).toContain('⚠ Why these may be passed over: please fill this in');
    expect(refused.inputs).toMatchObject({ reason: 'He is safe' });
    expect(planOf(await kept()).decision.stands).toBe('asked');
    const approvedCard = await press(
      nominatedSamuel,
      'return.approve',
      refused.sends('Approve', { override: 'Seen on Monday' }),
    );
    expect(approvedCard.text).toContain('Seen on Monday');
    const checklist = await press(ayesha, 'return.open', { return: 'RH-0001' });
    expect(checklist.text).toContain('Decided without 2 required');
  });

  it('asks no second reason of a decider where nothing is left', async () => {
    const { press } = await council(asked());
    expect((await press(nominatedSamuel, 'return.view', { return: 'RH-0001' })).inputs).toEqual({ reason: '' });
  });

  it('lets nobody through to the form for whom it is not', async () => {
    const { press } = await council(readyToDecide());
    expect((await press(ayesha, 'return.ask-request', { return: 'RH-0001' })).text).toContain('Request decision');
    expect((await press(iroOlu, 'return.ask-request', { return: 'RH-0001' })).text).toContain(
      'Asking for a decision is for',
    );
  });
});
