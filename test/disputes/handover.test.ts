import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { openDispute } from '../../src/disputes/actions.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import { escalateDispute } from '../../src/disputes/escalating/actions.ts';
import { escalate } from '../../src/disputes/escalating/rules.ts';
import { sayIro } from '../../src/disputes/handover/view.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { reopenDispute } from '../../src/disputes/reopening/actions.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { maySee } from '../../src/disputes/who.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aDispute, child, disputeRoom, escalateForm, kept, sayLetters } from '../builders/dispute.ts';
import { agreedPlan, reopenForm, resolved, unsent } from '../builders/dispute-after.ts';
import { away, iroManagerKaren, iroNadia, iroOlu, northmoor, sightOf, without } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-26');
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
const reviewedBy = (iro: Person) => ({ ...child, people: { ...child.people, iro: iro.id } });
const passed = kept(wake(aDispute(), now, northmoor, reviewedBy(iroNadia)).dispute);

/** An IRO from outside the council, on the register by name and in no service of it. */
const agency: Person = { ...iroNadia, id: 'agency-iro', name: 'Sian Rees', team: null, service: null, manager: null };
const withAgency: Authority = { ...northmoor, register: new Map([...northmoor.register, [agency.id, agency]]) };

describe('7.5 no. 11: a new IRO of the child', () => {
  it('takes over an open dispute with both named, and the clock runs on', () => {
    expect(passed).toMatchObject({
      people: { iro: iroNadia.id },
      raisedBy: iroOlu.id,
      handovers: [{ on: '2026-03-26', from: iroOlu.id, to: iroNadia.id }],
      clock: aDispute().clock,
      state: aDispute().state,
    });
    expect(passed.history.at(-1)!.what).toBe(
      'Passed from Olu Bankole to Nadia Rahman, now the child’s IRO. The clock runs on',
    );
    expect(sayIro(passed, northmoor)).toBe('Nadia Rahman; before: Olu Bankole until Thu 26 March 2026');
    expect(sayIro(aDispute(), northmoor)).toBe('Olu Bankole');
    expect(DISPUTE_SHAPE.schema.safeParse(passed).success).toBe(true);
  });

  it('is told once for each time it passes on, at whatever stage', () => {
    const told = (dispute: Dispute, iro: Person) =>
      wake(dispute, now, northmoor, reviewedBy(iro)).letters.filter(({ facts }) => facts.what === 'handed-over');
    expect(sayLetters(told(aDispute(), iroNadia))).toEqual(['told handed-over to Nadia Rahman']);
    expect(told(passed, iroNadia)).toEqual([]);
    const back = kept(wake(passed, now, northmoor, reviewedBy(iroOlu)).dispute);
    const keys = [...told(aDispute(), iroNadia), ...told(passed, iroOlu), ...told(back, iroNadia)].map(
      ({ key }) => key,
    );
    expect(keys).toEqual(['D-0001/handover/1', 'D-0001/handover/2', 'D-0001/handover/3']);
    expect(back.handovers).toHaveLength(2);
  });

  it('is told who had it before', () => {
    const letter = unsent('dispute.told', { what: 'handed-over' }, iroNadia);
    expect(disputeLetterView(passed, letter, sightOf(iroNadia, now))).toMatchObject({
      heading: 'A dispute has passed to you',
      says: expect.arrayContaining([
        { line: 'From Olu Bankole to Nadia Rahman on Thu 26 March 2026.' },
        { line: 'The clock runs on: day 1 of 20.' },
      ]),
    });
  });

  it('may do all that an IRO may, and the one before no more', () => {
    const by = (who: Person) => escalate(passed, escalateForm(passed, 1), who, northmoor, now);
    expect(by(iroNadia).ok).toBe(true);
    expect(by(iroOlu)).toMatchObject(refusedBecause('Only the IRO, Nadia Rahman'));
  });

  it('takes over what is being checked as well', () => {
    const monitored = resolved(agreedPlan());
    const woken = wake(monitored, at('2026-04-13'), northmoor, reviewedBy(iroNadia));
    expect(sayLetters(woken.letters)).toEqual(['told handed-over to Nadia Rahman']);
    expect(woken.dispute.history.at(-1)!.what).toBe('Passed from Olu Bankole to Nadia Rahman, now the child’s IRO');
  });

  it('is told of nothing that has ended, and may still see it and take it up again', async () => {
    const monitored = resolved(agreedPlan());
    const closed: Dispute = {
      ...monitored,
      revision: 0,
      standsSince: 1,
      wakeAt: null,
      state: { at: 'closed', on: localDate('2026-05-11'), outcome: 'actions-agreed', changed: 'Home' },
    };
    expect(wake(closed, at('2026-06-01'), northmoor, reviewedBy(iroNadia))).toMatchObject({
      changed: false,
      letters: [],
    });
    const { needs, kept: kept1 } = await disputeRoom('2026-06-01', northmoor, [reviewedBy(iroNadia)]);
    await needs.disputes.save(closed);
    expect(await openDispute({ dispute: 'D-0001' }, iroNadia, needs)).toMatchObject({ ok: true });
    expect(await reopenDispute(reopenForm(await kept1()), iroNadia, needs)).toMatchObject({ ok: true });
    expect((await kept1()).history.map(({ what }) => what.slice(0, 28)).slice(-2)).toEqual([
      'Passed from Olu Bankole to N',
      'Reopened at Stage 1 of 5, Te',
    ]);
  });

  it('leaves what was withdrawn with the people it ended with', async () => {
    const { needs } = await disputeRoom('2026-06-01', northmoor, [reviewedBy(iroNadia)]);
    await needs.disputes.save({
      ...aDispute(),
      revision: 0,
      state: { at: 'withdrawn', on: localDate('2026-03-27'), why: 'Put right' },
    });
    expect(await openDispute({ dispute: 'D-0001' }, iroOlu, needs)).toMatchObject({
      value: { people: { iro: iroOlu.id } },
    });
  });

  it('counts from the press of the new IRO, though the clock has not ticked since', async () => {
    const { needs, kept: kept1 } = await disputeRoom('2026-03-26', northmoor, [reviewedBy(iroNadia)]);
    await needs.disputes.save({ ...aDispute(), revision: 0 });
    const form = escalateForm(await kept1(), 1);
    expect(await escalateDispute({ ...form, revision: 2 }, iroNadia, needs)).toMatchObject({ ok: true });
    expect(await kept1()).toMatchObject({ handovers: [{ to: iroNadia.id }], state: { rung: { stage: 1 } } });
  });
});

describe('7.5 no. 11 and 19: an agency IRO takes over', () => {
  const taken = kept(wake(aDispute(), now, withAgency, reviewedBy(agency)).dispute);

  it('with the same rights', () => {
    expect(taken.handovers).toEqual([{ on: '2026-03-26', from: iroOlu.id, to: agency.id }]);
    expect(escalate(taken, escalateForm(taken, 2), agency, withAgency, now).ok).toBe(true);
  });

  it('and sees the disputes of their own children only', () => {
    const today = localDate('2026-03-26');
    expect(maySee(taken, agency, withAgency, today)).toBe(true);
    expect(maySee(aDispute(), agency, withAgency, today)).toBe(false);
  });

  it('and hands it on when they leave the register: the IRO manager covers, named as such', () => {
    const left = without();
    const form = escalateForm(taken, 1);
    const covered = escalate(taken, form, iroManagerKaren, left, now);
    expect(covered).toMatchObject({ ok: true });
    expect(covered.ok && covered.value.history.at(-1)!.what).toContain('(IRO manager, as cover for');
    expect(escalate(taken, form, iroNadia, left, now)).toMatchObject(refusedBecause('Only the IRO'));
  });
});

describe('cover', () => {
  it('by the IRO manager is logged as such, and passes nothing on', () => {
    const authority = away(iroOlu, iroNadia, '2026-03-20', '2026-04-10');
    const dispute = aDispute();
    const acted = escalate(dispute, escalateForm(dispute, 1), iroManagerKaren, authority, now);
    expect(acted.ok && acted.value.history.at(-1)!.what).toContain('(IRO manager, as cover for Olu Bankole)');
    expect(acted.ok && acted.value.people.iro).toBe(iroOlu.id);
    expect(wake(dispute, now, authority, child).dispute.handovers).toEqual([]);
  });
});
