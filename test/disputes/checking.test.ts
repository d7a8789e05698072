import { describe, expect, it } from 'vitest';
import { readCheckForm } from '../../src/disputes/checking/form.ts';
import { check } from '../../src/disputes/checking/rules.ts';
import { checkView } from '../../src/disputes/checking/view.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import { withdraw } from '../../src/disputes/ending/rules.ts';
import { disputeLetterView } from '../../src/disputes/letters/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { plusWorkingDays } from '../../src/working-days.ts';
import { aDispute, allowed, escalated, kept, sayLetters, whyForm, wokenOn } from '../builders/dispute.ts';
import { agreedPlan, checked, checkForm, resolved, reviewedOn, unsent, withEvents } from '../builders/dispute-after.ts';
import {
  away,
  ayesha,
  directorRuth,
  grace,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened } from '../timetable/case-facts.ts';

const nine = (day: string) => at(day, '09:00');
const refusedBecause = (because: string) => ({ ok: false, because: expect.stringContaining(because) });
/** Ten working days after Fri 10 April 2026. */
const tenDays = at('2026-04-24');
const held = reviewedOn('2026-05-08');
const monitored = resolved(agreedPlan());
const checkedBy = (dispute: Dispute, by: Person, authority = northmoor) =>
  check(dispute, checkForm(dispute), by, authority, tenDays, held);

describe('checking what was agreed', () => {
  it.each([
    ['over the May holiday (TV50)', '2026-04-10', '2026-04-24'],
    ['over Easter', '2026-03-27', '2026-04-14'],
    ['over Christmas', '2026-12-18', '2027-01-06'],
    ['resolved on a Sunday', '2026-04-12', '2026-04-24'],
  ])('is due ten working days after it was resolved, %s', (_when, on, checkOn) => {
    expect(resolved(aDispute({}, at('2026-03-25')), at(on)).state).toMatchObject({ checkOn });
  });

  it('is past its twentieth working day on Mon 11 May (TV50), with the review check still to make', () => {
    expect(plusWorkingDays(localDate('2026-04-10'), 20, northmoor.holidays)).toBe('2026-05-11');
    expect(checked(monitored, at('2026-05-11')).state.at).toBe('resolved-monitoring');
  });

  it('closes it when both checks have passed, with the outcome kept', () => {
    const once = checked(monitored, tenDays);
    expect(once.state).toMatchObject({ at: 'resolved-monitoring' });
    const both = checked(once, at('2026-05-11'), { kind: 'next-review', says: 'Home since Monday' }, held);
    expect(both.state).toMatchObject({ at: 'closed', on: '2026-05-11', outcome: 'actions-agreed' });
    expect(both.checks).toMatchObject([
      { kind: 'ten-days', on: '2026-04-24', by: iroOlu.id, passed: true },
      { kind: 'next-review', on: '2026-05-11', passed: true, says: 'Home since Monday' },
    ]);
    expect(both.history.map(({ what }) => what).slice(-3)).toEqual([
      'Checked at ten working days: done',
      'Checked at the next review: done. Home since Monday',
      'Closed: what was agreed was done at both checks',
    ]);
  });

  it('takes the two in either order', () => {
    const early = reviewedOn('2026-04-14');
    const once = checked(monitored, at('2026-04-15'), { kind: 'next-review' }, early);
    expect(checked(once, tenDays, {}, early).state.at).toBe('closed');
  });

  it.each([
    ['a day early', '2026-04-23', false],
    ['on the day', '2026-04-24', true],
    ['later', '2026-06-01', true],
  ])('says that it was done at ten working days: %s', (_when, on, ok) => {
    expect(check(monitored, checkForm(monitored), iroOlu, northmoor, at(on), held).ok).toBe(ok);
  });

  it('says at any time that it was not', () => {
    const form = checkForm(monitored, { passed: false, says: 'No visit was made' });
    expect(check(monitored, form, iroOlu, northmoor, at('2026-04-13'), held).ok).toBe(true);
  });

  it.each([
    ['no review was held', reviewedOn()],
    ['the last was before it was resolved', reviewedOn('2026-04-09')],
    ['the last was the day it was resolved', reviewedOn('2026-04-10')],
    ['it is only to come', reviewedOn('2026-05-12')],
    ['it was adjourned that day and not completed', withEvents(...adjourned())],
  ])('refuses the check at the next review when %s', (_what, about) => {
    const form = checkForm(monitored, { kind: 'next-review' });
    const said = check(monitored, form, iroOlu, northmoor, at('2026-05-11'), about);
    expect(said).toMatchObject(refusedBecause('no review of the child is on record since'));
    expect(said).toMatchObject({ beside: { kind: expect.any(String) } });
  });

  it('counts the review after a return as the next review', () => {
    const about = withEvents(happened('2026-05-08', 'post-return-review-held'));
    const form = checkForm(monitored, { kind: 'next-review' });
    expect(check(monitored, form, iroOlu, northmoor, at('2026-05-11'), about).ok).toBe(true);
  });

  it('is not made twice, nor from an old card', () => {
    const once = checked(monitored, tenDays);
    expect(check(once, checkForm(once), iroOlu, northmoor, tenDays, held)).toMatchObject(
      refusedBecause('was checked already'),
    );
    expect(check(once, checkForm(monitored), iroOlu, northmoor, tenDays, held)).toMatchObject(
      refusedBecause('after your card was drawn'),
    );
  });

  it.each([
    ['social worker', ayesha],
    ['officer who agreed it', priya],
    ['Director', directorRuth],
    ['IRO of other children', iroNadia],
    ['IRO manager while the IRO is there', iroManagerKaren],
  ])('is not for the %s', (_who, by) => {
    expect(checkedBy(monitored, by)).toMatchObject(refusedBecause('Only the IRO'));
  });

  it('is for the IRO manager while the IRO is away, and the history says so', () => {
    const authority = away(iroOlu, iroManagerKaren, '2026-04-20', '2026-04-30');
    const done = allowed(checkedBy(monitored, iroManagerKaren, authority));
    expect(done.history.at(-1)!.what).toBe('Checked at ten working days (IRO manager, as cover for Olu Bankole): done');
  });

  it.each([
    ['open', aDispute(), 'is not resolved yet'],
    ['withdrawn', kept(allowed(withdraw(aDispute(), whyForm(aDispute()), iroOlu, northmoor, tenDays))), 'withdrawn'],
  ])('refuses one that is %s', (_what, dispute, because) => {
    expect(checkedBy(dispute, iroOlu)).toMatchObject(refusedBecause(because));
  });
});

function adjourned() {
  return [...reviewedOn('2026-05-08').events.slice(-1), happened('2026-05-08', 'review-adjourned')];
}

describe('7.5 no. 15: what was agreed and then not done', () => {
  const notDone = { passed: false, says: 'No visit was made' } as const;

  it('reopens it at the stage that agreed it, in a new cycle with twenty days of its own', () => {
    const again = checked(monitored, tenDays, notDone);
    expect(again).toMatchObject({
      id: 'D-0001',
      state: { at: 'formal', rung: { stage: 0, officer: priya.id, startedOn: '2026-04-24', due: '2026-05-01' } },
      clock: { formalOn: '2026-04-24', cap: '2026-05-26' },
      earlierClocks: [{ formalOn: '2026-03-25', cap: '2026-04-24' }],
      checks: [{ kind: 'ten-days', passed: false, says: 'No visit was made' }],
    });
    expect(again.history.at(-1)!.what).toBe(
      'Reopened at Stage 1 of 5, Team manager, cycle 2, with twenty working days of its own: not done when checked at ten working days. No visit was made',
    );
    expect(again.responses).toEqual(monitored.responses);
  });

  it('goes to the stage whose response was satisfactory, though it was resolved higher', () => {
    const higher = resolved(escalated(agreedPlan(), 2, at('2026-03-30')));
    expect(checked(higher, tenDays, notDone).state).toMatchObject({ rung: { stage: 0 } });
  });

  it('goes to the stage it was resolved at where no response was judged', () => {
    const higher = resolved(escalated(aDispute(), 1, at('2026-03-30')));
    expect(checked(higher, tenDays, notDone).state).toMatchObject({ rung: { stage: 1, officer: grace.id } });
  });

  it('goes to the first formal stage where it was agreed informally', () => {
    const informal = resolved(agreedPlan(aDispute({ startAt: INFORMAL })));
    expect(checked(informal, tenDays, notDone)).toMatchObject({
      state: { at: 'formal', rung: { stage: 0 } },
      clock: { formalOn: '2026-04-24' },
      earlierClocks: [],
    });
  });

  it('goes higher where the IRO chooses so, and never lower', () => {
    expect(checked(monitored, tenDays, { ...notDone, to: 3 }).state).toMatchObject({
      rung: { stage: 3, officer: directorRuth.id },
    });
    const higher = resolved(escalated(aDispute(), 1, at('2026-03-30')));
    const form = checkForm(higher, { ...notDone, to: 0 });
    expect(check(higher, form, iroOlu, northmoor, tenDays, held)).toMatchObject({
      ok: false,
      beside: { to: expect.stringContaining('agreed by the Service manager') },
    });
  });

  it('passes over a vacancy, with a note', () => {
    const higher = resolved(escalated(aDispute(), 1, at('2026-03-30')));
    const form = checkForm(higher, notDone);
    const again = allowed(check(higher, form, iroOlu, without(grace), tenDays, held));
    expect(again.state).toMatchObject({ rung: { stage: 2 } });
    expect(again.history.at(-1)!.what).toContain('Service manager passed over');
  });

  it('needs both checks anew in the next cycle', () => {
    const once = checked(monitored, tenDays);
    const again = checked(once, at('2026-05-11'), { ...notDone, kind: 'next-review' }, held);
    const settled = resolved(again, at('2026-05-12'));
    const passed = checked(settled, at('2026-05-27'), {}, reviewedOn('2026-05-20'));
    expect(passed.state.at).toBe('resolved-monitoring');
    const form = { kind: 'next-review' } as const;
    expect(checked(passed, at('2026-05-27', '11:00'), form, reviewedOn('2026-05-20')).state.at).toBe('closed');
  });
});

describe('being reminded of the checks', () => {
  const mornings = (...days: string[]) => days.map(nine);

  it('comes at ten working days, and again on the working day after the next review, over the holiday', () => {
    const about = reviewedOn('2026-05-01');
    const { mornings: said } = wokenOn(
      monitored,
      mornings('2026-04-24', '2026-04-27', '2026-05-01', '2026-05-04', '2026-05-05', '2026-05-06'),
      northmoor,
      about,
    );
    expect(said.map(({ letters }) => sayLetters(letters))).toEqual([
      ['reminder check to Olu Bankole'],
      [],
      [],
      [],
      ['reminder check-review to Olu Bankole'],
      [],
    ]);
    expect(said[2]!.wakeAt).toBe(nine('2026-05-05'));
  });

  it('does not come for a check that was made', () => {
    const about = reviewedOn('2026-04-14');
    const once = checked(monitored, at('2026-04-14', '17:00'), { kind: 'next-review' }, about);
    expect(wokenOn(once, mornings('2026-04-15'), northmoor, about).letters).toEqual([]);
    const ten = checked(monitored, at('2026-04-24', '08:00'));
    expect(wokenOn(ten, mornings('2026-04-24', '2026-04-27')).letters).toEqual([]);
  });

  it('is dropped when the check was made before it could be sent', () => {
    const letter = unsent('dispute.reminder', { what: 'check' }, iroOlu);
    const sight = sightOf(iroOlu, tenDays);
    expect(disputeLetterView(monitored, letter, sight)).toMatchObject({ mayCheck: true });
    expect(disputeLetterView(checked(monitored, tenDays), letter, sight)).toHaveProperty('dropped');
  });

  it('sleeps once it is closed', () => {
    const both = checked(checked(monitored, tenDays), at('2026-05-11'), { kind: 'next-review' }, held);
    expect(wake(both, at('2026-05-11'), northmoor, held)).toMatchObject({ changed: false, letters: [], wakeAt: null });
  });
});

describe('the form', () => {
  const typed = { dispute: 'D-0001', revision: '3', kind: 'ten-days', done: 'yes', says: '', to: '0' };

  it('lists each agreed action with owner and day, and the checks still to make', () => {
    const asked = { about: monitored, typed: {}, isLookedAfter: true, reviewOn: null };
    const view = checkView(asked, sightOf(iroOlu, tenDays));
    expect(view.agreed).toEqual([{ title: 'Visit weekly', value: 'Ayesha Khan, by Fri 10 April 2026' }]);
    expect(view.choices.kinds.map(({ title }) => title)).toEqual(['At ten working days', 'At the next review']);
    expect(view.choices.stages[0]).toEqual({ title: 'Stage 1 of 5, Team manager', value: '0' });
    expect(view.typed).toMatchObject({ kind: 'ten-days', to: '0' });
    const once = { ...asked, about: checked(monitored, tenDays) };
    expect(checkView(once, sightOf(iroOlu, tenDays)).choices.kinds).toMatchObject([{ value: 'next-review' }]);
  });

  it('reads an answer, and asks for words only when it was not done', () => {
    expect(readCheckForm(typed)).toMatchObject({ ok: true, value: { passed: true, says: '', to: 0 } });
    expect(readCheckForm({ ...typed, done: 'no' })).toMatchObject({
      ok: false,
      beside: { says: 'In words: say what was not done.' },
    });
    expect(readCheckForm({ ...typed, done: 'no', says: 'Nothing' })).toMatchObject({
      ok: true,
      value: { passed: false, says: 'Nothing' },
    });
  });

  it.each([
    ['Which check', { kind: 'sometime' }],
    ['Was it done?', { done: 'perhaps' }],
    ['If not, reopen at', { to: 'the top' }],
  ])('refuses a wrong %s', (label, wrong) => {
    expect(readCheckForm({ ...typed, ...wrong })).toMatchObject(refusedBecause(label));
  });
});
