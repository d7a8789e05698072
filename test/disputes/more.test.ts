import { describe, expect, it } from 'vitest';
import { askLegalAdvice } from '../../src/disputes/advice/rules.ts';
import { consultCafcass, referToCafcass } from '../../src/disputes/cafcass/rules.ts';
import { resolve, withdraw } from '../../src/disputes/ending/rules.ts';
import { escalate, setAutomatic } from '../../src/disputes/escalating/rules.ts';
import { judge } from '../../src/disputes/judging/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { hasMore, moreOf, moreView } from '../../src/disputes/record/more.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { agreeToEscalate, respond } from '../../src/disputes/responding/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { here } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import {
  aDispute,
  allowed,
  answered,
  disputeRoom,
  escalated,
  escalateForm,
  kept,
  resolveForm,
  respondForm,
  whyForm,
} from '../builders/dispute.ts';
import {
  away,
  directorRuth,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-26');
const form = ({ id, revision }: Dispute) => ({ dispute: id, revision });
const automatic = (dispute: Dispute, on: boolean) => ({ ...form(dispute), automatic: on });
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const covered = away(iroOlu, iroNadia, '2026-03-20', '2026-03-30');

describe('More, beside a dispute', () => {
  it('is one press from the IRO’s card of every live dispute, within six buttons', () => {
    for (const dispute of [aDispute({ startAt: -1 }), aDispute(), answered(aDispute()), aDispute({ startAt: 4 })])
      expect(disputeView(dispute, sightOf(iroOlu, now)).hasMore).toBe(true);
  });

  it('holds Withdraw where a response waits and the card itself has no room for it', () => {
    const waiting = answered(aDispute());
    expect(disputeView(waiting, sightOf(iroOlu, now)).mayWithdraw).toBe(false);
    expect(moreOf(waiting, sightOf(iroOlu, now)).mayWithdrawHere).toBe(true);
    expect(disputeView(aDispute(), sightOf(iroOlu, now)).mayWithdraw).toBe(true);
    expect(moreOf(aDispute(), sightOf(iroOlu, now)).mayWithdrawHere).toBe(false);
  });

  it('gives cover all but the standing instruction, which is the IRO’s alone', () => {
    for (const by of [iroNadia, iroManagerKaren])
      expect(moreOf(aDispute(), sightOf(by, now, covered))).toMatchObject({
        mayTurnOff: false,
        mayTurnOn: false,
        mayAskLegal: true,
        mayConsult: true,
      });
  });

  it.each([
    ['the officer', priya],
    ['the Director', directorRuth],
  ])('gives %s none of what is the IRO’s', (_who, by) => {
    expect(moreOf(aDispute(), sightOf(by, now))).toMatchObject({
      mayTurnOff: false,
      mayAskLegal: false,
      mayConsult: false,
      mayWithdrawHere: false,
    });
  });

  it('says what has been noted, and shows the instruction as it stands', () => {
    const noted = { ...aDispute({ escalateAutomatically: false }), legalAdvice: localDate('2026-03-25') };
    const view = moreView(noted, sightOf(iroOlu, now));
    expect(view.says.map(({ line }) => line)).toEqual([
      'It does not move up by itself: the IRO is asked when a stage ends.',
      'Legal advice was asked for on Wed 25 March 2026.',
    ]);
    expect(view).toMatchObject({ mayTurnOn: true, mayTurnOff: false, mayAskLegal: false });
  });

  it('is answered from a channel card’s own view too, and changes the standing instruction in one press more', async () => {
    const room = await disputeRoom('2026-03-26');
    await room.needs.disputes.save({ ...aDispute(), revision: 0 });
    const press = (verb: string, typed: Record<string, unknown>) =>
      ROUTES.find((route) => route.verb === verb)!.press(
        typed,
        here(iroOlu, true, 'once', { ...room.needs, outbox: room.store.outbox } as never),
      );
    const card = JSON.stringify(await press('dispute.more', { dispute: 'D-0001' }));
    expect(card).toContain('Turn off automatic escalation');
    expect(card).not.toContain('C-1042');
    await press('dispute.automatic', { dispute: 'D-0001', revision: '1', automatic: 'false' });
    expect((await room.kept()).escalateAutomatically).toBe(false);
  });

  it('keeps to itself what the person has no part in', () => {
    expect(
      hasMore(
        { ...aDispute(), state: { at: 'withdrawn', on: localDate('2026-03-26'), why: 'x' } },
        sightOf(directorRuth, now),
      ),
    ).toBe(false);
  });
});

describe('the standing instruction', () => {
  it('may be pressed from an old card, and turned on again', () => {
    const old = aDispute();
    const moved = escalated(old, 1, now);
    const off = kept(allowed(setAutomatic(moved, automatic(old, false), iroOlu, northmoor, now)));
    expect(off.escalateAutomatically).toBe(false);
    expect(allowed(setAutomatic(off, automatic(old, true), iroOlu, northmoor, now)).escalateAutomatically).toBe(true);
  });
});

describe('every act', () => {
  const asleep = { ...aDispute(), wakeAt: null };
  const waiting = { ...answered(aDispute()), wakeAt: null };
  const why = whyForm(asleep);
  const toJudge = { ...whyForm(waiting), verdict: 'partly' } as const;
  const done = {
    respond: respond(asleep, respondForm(asleep), priya, northmoor, now),
    'agree to escalate': agreeToEscalate(asleep, why, priya, northmoor, now),
    judge: judge(waiting, toJudge, iroOlu, northmoor, now),
    escalate: escalate(asleep, escalateForm(asleep, 1), iroOlu, northmoor, now),
    resolve: resolve(asleep, resolveForm(asleep), iroOlu, northmoor, now),
    withdraw: withdraw(asleep, why, iroOlu, northmoor, now),
    'refer to Cafcass': referToCafcass(asleep, why, iroOlu, northmoor, now),
    'ask Cafcass': consultCafcass(asleep, why, iroOlu, northmoor, now),
    'ask for legal advice': askLegalAdvice(asleep, form(asleep), iroOlu, northmoor, now),
    'turn off the standing instruction': setAutomatic(asleep, automatic(asleep, false), iroOlu, northmoor, now),
  };

  it.each(Object.entries(done))('has the dispute looked at again at once: %s', (_act, outcome) => {
    expect(allowed(outcome).wakeAt).toBe(now);
  });
});

describe('legal advice (R-DIS-08)', () => {
  it('is noted as a fact with its day and nothing of what it said, from any card', () => {
    const old = aDispute();
    const noted = allowed(askLegalAdvice(escalated(old, 1, now), form(old), iroOlu, northmoor, now));
    expect(noted).toMatchObject({ legalAdvice: '2026-03-26', wakeAt: now });
    expect(noted.history.at(-1)).toMatchObject({ by: iroOlu.id, what: 'Asked for legal advice' });
  });

  it('is noted once', () => {
    const noted = kept(allowed(askLegalAdvice(aDispute(), form(aDispute()), iroOlu, northmoor, now)));
    expect(askLegalAdvice(noted, form(noted), iroOlu, northmoor, now)).toMatchObject(
      refusedBecause('Legal advice was asked for on Thu 26 March 2026'),
    );
  });

  it('moves no stage and no day, and makes no card out of date', () => {
    const before = aDispute();
    const noted = allowed(askLegalAdvice(before, form(before), iroOlu, northmoor, now));
    expect({ ...noted, legalAdvice: null, history: before.history, wakeAt: before.wakeAt }).toEqual(before);
  });

  it('is the IRO’s or their cover’s to note, named as such', () => {
    for (const by of [priya, directorRuth, iroManagerKaren])
      expect(askLegalAdvice(aDispute(), form(aDispute()), by, northmoor, now)).toMatchObject(
        refusedBecause('Only the IRO'),
      );
    const noted = allowed(askLegalAdvice(aDispute(), form(aDispute()), iroNadia, covered, now));
    expect(noted.history.at(-1)!.what).toContain('as cover for Olu Bankole');
  });
});
