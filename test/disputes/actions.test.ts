import { describe, expect, it } from 'vitest';
import { askDispute, openDispute } from '../../src/disputes/actions.ts';
import { askCafcass, referToCafcass } from '../../src/disputes/cafcass/actions.ts';
import { resolveDispute, withdrawDispute } from '../../src/disputes/ending/actions.ts';
import { escalateDispute, setAutomatic } from '../../src/disputes/escalating/actions.ts';
import { judgeResponse } from '../../src/disputes/judging/actions.ts';
import { listDisputes } from '../../src/disputes/list/actions.ts';
import type { ListForm } from '../../src/disputes/list/form.ts';
import { askToRaise, raiseDispute } from '../../src/disputes/raising/actions.ts';
import { agreeToEscalate, respondToDispute } from '../../src/disputes/responding/actions.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import {
  allowed,
  child,
  type DisputeRoom,
  disputeRoom,
  escalateForm,
  raiseForm,
  resolveForm,
  respondForm,
  sayLetters,
  whyForm,
} from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  northmoor,
  priya,
  supportFiona,
  tom,
} from '../builders/people.ts';

const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;
const page: ListForm = { show: 'open', page: 1, period: '', whose: '', figure: '' };
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });

async function raisedRoom(parts = {}, authority = northmoor): Promise<DisputeRoom> {
  const room = await disputeRoom('2026-03-25', authority);
  allowed(await raiseDispute(raiseForm(parts), iroOlu, room.needs));
  return room;
}

async function said(room: DisputeRoom): Promise<readonly string[]> {
  return sayLetters(await room.store.outbox.of({ kind: 'dispute', id: 'D-0001' }));
}

describe('raising', () => {
  it('keeps the dispute with the letters it causes: the officer, the channel, those copied', async () => {
    const room = await raisedRoom();
    expect(await room.kept()).toMatchObject({ revision: 1, standsSince: 1, state: { at: 'formal' } });
    expect([...(await said(room))].sort()).toEqual([
      "channel to channel Children's services managers",
      'respond to Priya Shah',
      'told moved to Karen Price',
    ]);
  });

  it('tells the officers who were passed over, and the next one up when it is urgent', async () => {
    const room = await raisedRoom({ startAt: 2, whyThere: 'They decided it', urgent: true });
    const letters = await said(room);
    expect(letters).toEqual(
      expect.arrayContaining([
        'respond to Helen Frost',
        'told moved to Grace Obi',
        'told moved to Priya Shah',
        'told moved to Ruth Adeyemi',
      ]),
    );
  });

  it('asks the team manager informally, tells the social worker, and posts in no channel', async () => {
    const letters = await said(await raisedRoom({ startAt: -1 }));
    expect([...letters].sort()).toEqual(['respond to Priya Shah', 'told moved to Ayesha Khan']);
  });

  it('makes one dispute of a form that is sent twice, one after the other or at once', async () => {
    const room = await raisedRoom();
    const [second, third] = await Promise.all([
      raiseDispute(raiseForm(), iroOlu, room.needs),
      raiseDispute(raiseForm(), iroOlu, room.needs),
    ]);
    expect([allowed(second!).id, allowed(third!).id]).toEqual(['D-0001', 'D-0001']);
    const fresh = await disputeRoom();
    const both = await Promise.all([
      raiseDispute(raiseForm(), iroOlu, fresh.needs),
      raiseDispute(raiseForm(), iroOlu, fresh.needs),
    ]);
    expect(both.map((one) => allowed(one).id)).toEqual(['D-0001', 'D-0001']);
  });

  it('does not show one IRO the dispute made from a form of another', async () => {
    const room = await raisedRoom();
    expect(await raiseDispute(raiseForm(), iroNadia, room.needs)).toMatchObject(refusedBecause('used already'));
  });

  it('says no early, and the same of a child that is not there and of one that is not theirs', async () => {
    const room = await disputeRoom();
    expect(await askToRaise({ case: 'C-1042' }, iroOlu, room.needs)).toMatchObject({ ok: true });
    expect(await askToRaise({ case: null }, iroOlu, room.needs)).toMatchObject({ ok: true });
    expect(await askToRaise({ case: null }, priya, room.needs)).toMatchObject(refusedBecause('for the child’s IRO'));
    expect(await askToRaise({ case: 'C-1042' }, priya, room.needs)).toMatchObject(
      refusedBecause('Only the IRO of this child'),
    );
    expect(await askToRaise({ case: 'C-1042' }, ben, room.needs)).toMatchObject(
      refusedBecause('no child C-1042 that you review'),
    );
    expect(await askToRaise({ case: 'C-9999' }, iroOlu, room.needs)).toMatchObject(
      refusedBecause('no child C-9999 that you review'),
    );
    expect(await raiseDispute(raiseForm({ case: 'C-9999' }), iroOlu, room.needs)).toMatchObject(
      refusedBecause('no child C-9999'),
    );
  });
});

describe('who may open and list disputes', () => {
  const who: readonly (readonly [string, Person, boolean])[] = [
    ['the IRO', iroOlu, true],
    ['the IRO manager', iroManagerKaren, true],
    ['the Director', directorRuth, true],
    ['the child’s social worker', ayesha, true],
    ['the team manager, whose stage it has passed', priya, true],
    ['the service manager, at whose stage it is', grace, true],
    ['the head of service, below whom it is', headHelen, true],
    ['the Chief Executive', david, false],
    ['another IRO', iroNadia, false],
    ['another team manager', tom, false],
    ['the service manager of another service', martin, false],
    ['another social worker', ben, false],
    ['the child in need co-ordinator', coordinatorJosh, false],
    ['business support', supportFiona, false],
    ['the administrator', administratorPeter, false],
  ];

  it.each(who)('%s', async (_who, by, may) => {
    const room = await raisedRoom({ startAt: 1, whyThere: 'The team manager decided it' });
    const opened = await openDispute({ dispute: 'D-0001' }, by, room.needs);
    expect(opened.ok).toBe(may);
    expect(allowed(await listDisputes(page, by, room.needs)).disputes).toHaveLength(may ? 1 : 0);
    if (!may) expect(opened).toMatchObject(refusedBecause('no dispute D-0001 that you have a part in'));
  });

  it('puts an attempt on record, once a day for each person, without making any card out of date', async () => {
    const room = await raisedRoom();
    const before = await room.kept();
    for (const by of [supportFiona, supportFiona, tom]) await openDispute({ dispute: 'D-0001' }, by, room.needs);
    const after = await room.kept();
    expect(after.history.slice(before.history.length)).toMatchObject([{ by: supportFiona.id }, { by: tom.id }]);
    expect(after.history.at(-1)!.what).toContain('Tried to open it and was refused');
    expect(await respondToDispute(respondForm(before), priya, room.needs)).toMatchObject({ ok: true });
  });

  it('answers the same for a dispute that is not there', async () => {
    const room = await raisedRoom();
    expect(await openDispute({ dispute: 'D-0002' }, iroOlu, room.needs)).toMatchObject(
      refusedBecause('no dispute D-0002 that you have a part in'),
    );
    expect(
      await escalateDispute(escalateForm({ ...(await room.kept()), id: 'D-0002' }, 1), iroOlu, room.needs),
    ).toMatchObject(refusedBecause('no dispute D-0002'));
  });

  it('shows the child’s new IRO the dispute before it has been woken', async () => {
    const room = await raisedRoom();
    const about = (await room.needs.cases.get(child.id))!;
    await room.needs.cases.save({ ...about, people: { ...about.people, iro: iroNadia.id } });
    expect(allowed(await openDispute({ dispute: 'D-0001' }, iroNadia, room.needs)).people.iro).toBe(iroNadia.id);
    expect(await withdrawDispute(whyForm(await room.kept()), iroOlu, room.needs)).toMatchObject({ ok: false });
    expect(allowed(await withdrawDispute(whyForm(await room.kept()), iroNadia, room.needs)).state.at).toBe('withdrawn');
  });
});

describe('from raise to resolve', () => {
  it('climbs every stage of the ladder, and each step tells who must know', async () => {
    const room = await raisedRoom();
    const { needs } = room;
    const now = () => room.kept();

    room.clock.moveTo('2026-03-27');
    allowed(await respondToDispute(respondForm(await now(), { kind: 'plan', actions: [] }), priya, needs));
    allowed(await judgeResponse({ ...whyForm(await now()), verdict: 'partly' }, iroOlu, needs));
    room.clock.moveTo('2026-04-02');
    expect(await escalateDispute(escalateForm(await now(), 1), iroOlu, needs)).toMatchObject(
      refusedBecause('after your card was drawn'),
    );
    allowed(await agreeToEscalate(whyForm(await now()), grace, needs));
    allowed(await escalateDispute(escalateForm(await now(), 3), iroOlu, needs));
    allowed(await referToCafcass(whyForm(await now()), iroOlu, needs));
    allowed(await escalateDispute(escalateForm(await now(), 4), iroOlu, needs));
    allowed(await respondToDispute(respondForm(await now(), { kind: 'accept' }), david, needs));
    allowed(await judgeResponse({ ...whyForm(await now()), verdict: 'satisfactory' }, iroOlu, needs));
    const resolved = allowed(await resolveDispute(resolveForm(await now()), iroOlu, needs));

    expect(resolved.climbed.map(({ stage, ended }) => `${stage} ${ended}`)).toEqual([
      '0 lapsed',
      '1 passed-up',
      '2 escalated',
      '3 escalated',
      '4 resolved',
    ]);
    expect(resolved.clock?.cap).toBe('2026-04-24');
    expect(await said(room)).toEqual(
      expect.arrayContaining([
        'told answered to Olu Bankole',
        'told judged to Priya Shah',
        'respond to Helen Frost',
        'respond to Ruth Adeyemi',
        'channel to channel Directorate',
        'told cafcass to Ruth Adeyemi',
        'respond to David Lowe',
        'told ended to Priya Shah',
      ]),
    );
  });
});

describe('acting', () => {
  it('answers a second press with how things stand, and saves nothing', async () => {
    const room = await raisedRoom();
    const form = escalateForm(await room.kept(), 1);
    const [first, second] = await Promise.all([
      escalateDispute(form, iroOlu, room.needs),
      escalateDispute(form, iroOlu, room.needs),
    ]);
    expect([first!.ok, second!.ok].sort()).toEqual([false, true]);
    expect(await escalateDispute(form, iroOlu, room.needs)).toMatchObject(refusedBecause('after your card was drawn'));
    expect((await room.kept()).climbed).toHaveLength(1);
  });

  it('lets a stage lapse whose time has come before it weighs an answer, so a slow tick changes nothing', async () => {
    const room = await raisedRoom();
    const form = respondForm(await room.kept());
    room.clock.moveTo('2026-04-02', '09:05');
    const late = allowed(await respondToDispute(form, priya, room.needs));
    expect(late).toMatchObject({ state: { rung: { stage: 1 } }, responses: [{ arrived: 'after-moving-on' }] });
    expect(await said(room)).toEqual(
      expect.arrayContaining(['lapsed moved to Priya Shah', 'respond to Grace Obi', 'told late-answer to Olu Bankole']),
    );
  });

  it('takes the answer of cover who has no other part in it, and logs the attempt of anybody else', async () => {
    const room = await raisedRoom({}, away(priya, tom, '2026-03-25', '2026-04-02'));
    const form = respondForm(await room.kept());
    expect(await respondToDispute(form, martin, room.needs)).toMatchObject(refusedBecause('no dispute D-0001'));
    expect((await room.kept()).history.at(-1)).toMatchObject({
      by: martin.id,
      what: expect.stringContaining('Tried to respond'),
    });
    expect(await respondToDispute(form, tom, room.needs)).toMatchObject({ ok: true });
  });

  it('keeps the standing instruction when it is set to what it was', async () => {
    const room = await raisedRoom();
    const form = { dispute: 'D-0001', revision: 1, automatic: true };
    expect(allowed(await setAutomatic(form, iroOlu, room.needs)).revision).toBe(1);
    expect(allowed(await setAutomatic({ ...form, automatic: false }, iroOlu, room.needs))).toMatchObject({
      revision: 2,
      standsSince: 1,
      escalateAutomatically: false,
    });
  });

  it('opens no form about a dispute that has ended, but the one for Cafcass', async () => {
    const room = await raisedRoom();
    const ask = { dispute: 'D-0001', typed: {} };
    expect(await askDispute(ask, iroOlu, room.needs)).toMatchObject({ ok: true });
    allowed(await resolveDispute(resolveForm(await room.kept()), iroOlu, room.needs));
    expect(await askDispute(ask, iroOlu, room.needs)).toMatchObject(refusedBecause('brought to an end'));
    expect(await askCafcass(ask, iroOlu, room.needs)).toMatchObject({ ok: true });
  });
});

it('is found by its child, by everybody with a part in it, by its form, and while it is live', async () => {
  const room = await raisedRoom({ startAt: 1, whyThere: 'x' });
  const dispute = await room.kept();
  const people = [ayesha, priya, iroOlu, grace].map(({ id }) => `person:${id}`);
  expect(DISPUTE_SHAPE.filedUnder(dispute)).toEqual(
    expect.arrayContaining(['child:C-1042', 'once:once-1', 'open', ...people]),
  );
  allowed(await withdrawDispute(whyForm(dispute), iroOlu, room.needs));
  expect(DISPUTE_SHAPE.filedUnder(await room.kept())).not.toContain('open');
});
