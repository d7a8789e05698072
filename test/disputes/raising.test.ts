import { describe, expect, it } from 'vitest';
import { readRaiseForm } from '../../src/disputes/raising/form.ts';
import { raise } from '../../src/disputes/raising/rules.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { localDate } from '../../src/local-date.ts';
import { aDispute, child, raiseForm } from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  directorRuth,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const now = at('2026-03-25');
const david = [...northmoor.register.values()].find(({ posts }) => posts.includes('chief-executive'))!;

describe('raising a dispute', () => {
  it.each([
    ['informally', INFORMAL, 'informal', null, '2026-04-01', priya],
    ['at the first stage', 0, 'formal', '2026-04-24', '2026-04-01', priya],
    ['straight to the Director', 3, 'formal', '2026-04-24', '2026-03-30', directorRuth],
  ])('can be done %s', (_how, startAt, state, cap, due, officer) => {
    const dispute = aDispute({ startAt });
    expect(dispute.state).toMatchObject({ at: state, rung: { stage: startAt, due, officer: officer.id } });
    expect(dispute.clock?.cap ?? null).toBe(cap);
  });

  it('freezes the ladder of the day, the people of the case and what the IRO wrote', () => {
    const dispute = aDispute();
    expect(dispute).toMatchObject({
      ladder: northmoor.ladder,
      people: child.people,
      service: 'North',
      children: ['C-1042'],
    });
    expect(dispute.issue.concern).toBe('The plan for return has not moved since August');
    expect(dispute.history[0]!.what).toContain('Raised formally at Stage 1 of 5, Team manager');
  });

  it('counts from the London day, not the UTC one (TV46)', () => {
    const late = aDispute({}, '2026-06-30T23:30:00.000Z' as typeof now);
    expect(late.clock).toEqual({ formalOn: '2026-07-01', cap: '2026-07-29' });
  });

  it('gives an urgent dispute one working day (TV48)', () => {
    expect(aDispute({ urgent: true }, at('2026-05-22')).state).toMatchObject({ rung: { due: '2026-05-26' } });
  });

  it('passes over a vacant stage, and says so', () => {
    const dispute = aDispute({}, now, without(priya));
    expect(dispute.state).toMatchObject({ rung: { stage: 1 } });
    expect(dispute.history.map(({ what }) => what).join()).toContain('Team manager passed over: nobody holds the post');
  });

  it('can be done by the IRO manager while the IRO is away, and is logged as cover', () => {
    const authority = away(iroOlu, iroNadia, '2026-03-20', '2026-03-30');
    const raised = raise(raiseForm(), child, 'D-0001', iroManagerKaren, authority, now);
    expect(raised).toMatchObject({
      ok: true,
      value: { history: [{ by: iroManagerKaren.id, what: expect.stringContaining('as cover') }] },
    });
  });

  it.each([
    ['the social worker', ayesha],
    ['the team manager', priya],
    ['the Director', directorRuth],
    ['the Chief Executive', david],
    ['another IRO', iroNadia],
    ['the IRO manager while the IRO is here', iroManagerKaren],
    ['the administrator', administratorPeter],
  ])('is refused to %s', (_who, by) => {
    expect(raise(raiseForm(), child, 'D-0001', by, northmoor, now)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Only the IRO of this child, Olu Bankole'),
    });
  });

  it.each([
    ['a stage that is not on the ladder', { startAt: 7, whyThere: 'x' }, northmoor, 'no stage 8 on the ladder'],
    [
      'a start above the first stage without a reason',
      { startAt: 1 },
      northmoor,
      'say why it starts with the Service manager',
    ],
    ['an informal start with nobody to ask', { startAt: INFORMAL }, without(priya), 'nobody can be asked informally'],
    ['a start where nobody is left', { startAt: 4, whyThere: 'x' }, without(david), 'Start lower, or refer'],
    [
      'a calendar that ends too soon',
      {},
      { ...northmoor, holidays: { ...northmoor.holidays, knownUntil: localDate('2026-04-30') } },
      'only until Thu 30 April 2026',
    ],
  ])('is refused for %s', (_what, parts, authority, because) => {
    expect(raise(raiseForm(parts), child, 'D-0001', iroOlu, authority, now)).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });

  it('says so when the child is no longer looked after', () => {
    const home = {
      ...child,
      events: [...child.events, { on: localDate('2026-03-20'), what: 'returned-home', planned: true } as const],
    };
    expect(raise(raiseForm(), home, 'D-0001', iroOlu, northmoor, now)).toMatchObject({
      ok: false,
      because: expect.stringContaining('no longer looked after'),
    });
  });
});

describe('the form to raise a dispute', () => {
  const typed = { ...raiseForm(), startAt: '0', urgent: 'false', escalateAutomatically: 'true' };

  it('is read from the words of a card', () => {
    expect(readRaiseForm(typed)).toMatchObject({
      ok: true,
      value: { startAt: 0, urgent: false, escalateAutomatically: true },
    });
    expect(readRaiseForm({ ...typed, startAt: 'informal' })).toMatchObject({ ok: true, value: { startAt: INFORMAL } });
  });

  it.each([
    ['theme', 'gossip', 'Theme: please choose'],
    ['concern', ' ', 'What is the concern: please fill'],
    ['impact', '', 'Impact on the child: please fill'],
    ['wanted', '', 'What should change, and by when: please fill'],
    ['startAt', '-1', 'Start at: please choose'],
    ['startAt', 0, 'Start at: please choose'],
    ['case', 'Adam Brown', 'Never a name'],
    ['once', '', 'This form'],
  ])('refuses a %s of “%s”', (field, value, because) => {
    expect(readRaiseForm({ ...typed, [field]: value })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });
});
