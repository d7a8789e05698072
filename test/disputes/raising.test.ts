import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/disputes/judging/rules.ts';
import { lettersOf } from '../../src/disputes/letters/rules.ts';
import { officersOfLine } from '../../src/disputes/raising/details.ts';
import { readRaiseForm } from '../../src/disputes/raising/form.ts';
import { raise } from '../../src/disputes/raising/rules.ts';
import { raiseView } from '../../src/disputes/raising/view.ts';
import { disputeView } from '../../src/disputes/record/view.ts';
import { INFORMAL } from '../../src/escalation/model.ts';
import { paceOf } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import {
  aDispute,
  allowed,
  answered,
  child,
  escalated,
  kept,
  raiseForm,
  sayLetters,
  whyForm,
  wokenOn,
} from '../builders/dispute.ts';
import {
  administratorPeter,
  away,
  ayesha,
  directorRuth,
  headHelen,
  iroManagerKaren,
  iroNadia,
  iroOlu,
  martin,
  northmoor,
  priya,
  sightOf,
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

  it.each([
    ['a Sunday with a clock change (TV44)', at('2026-10-25', '15:00'), '2026-10-30', '2026-11-20'],
    ['Easter Monday', at('2026-04-06'), '2026-04-13', '2026-05-05'],
    ['a Friday, late in the evening', at('2026-03-27', '23:30'), '2026-04-07', '2026-04-28'],
  ])('7.5 no. 14: counts from the day after it was raised, on %s', (_when, then, due, cap) => {
    expect(aDispute({}, then)).toMatchObject({ state: { rung: { due } }, clock: { cap } });
  });

  it('7.5 no. 4: reaches the Director and the Chief Executive the same day when it is urgent', () => {
    for (const [startAt, officer] of [
      [3, directorRuth],
      [4, david],
    ] as const) {
      const urgent = aDispute({ urgent: true, startAt }, at('2026-05-22', '21:30'));
      expect(urgent.state).toMatchObject({ rung: { officer: officer.id, startedOn: '2026-05-22', due: '2026-05-26' } });
      const [asks] = lettersOf(null, urgent, { authority: northmoor, now: at('2026-05-22', '21:30'), by: iroOlu.id });
      expect(asks).toMatchObject({
        kind: 'dispute.respond',
        to: { person: officer.id },
        writtenAt: at('2026-05-22', '21:30'),
      });
    }
  });

  it('is said to people at any hour when it is urgent, to channels and of any other dispute in working hours', () => {
    const night = { authority: northmoor, now: at('2026-05-22', '21:30'), by: iroOlu.id };
    const paces = (parts: { readonly urgent: boolean }) =>
      lettersOf(null, aDispute(parts, night.now), night).map((letter) => ['person' in letter.to, paceOf(letter)]);
    expect(paces({ urgent: true })).toContainEqual([true, 'at-once']);
    expect(paces({ urgent: true })).toContainEqual([false, 'in-hours']);
    for (const [is1to1, pace] of paces({ urgent: true })) expect(pace).toBe(is1to1 ? 'at-once' : 'in-hours');
    for (const [, pace] of paces({ urgent: false })) expect(pace).toBe('in-hours');
  });

  it('says on the form and the record that the bot is not an emergency service, and where to turn', () => {
    const form = readFileSync('cards/dispute.raise.json', 'utf8');
    const record = JSON.stringify(disputeView(aDispute({ urgent: true }), sightOf(iroOlu, now)));
    for (const card of [form, record])
      expect(card).toContain('Homeward is not an emergency service: out of hours, use the emergency duty team');
  });

  it('7.5 no. 19: gives an IRO of an agency the same rights', () => {
    const agency = { ...iroOlu, team: null, service: null, manager: null };
    const register = new Map([...northmoor.register, [agency.id, agency]]);
    const council = { ...northmoor, register };
    const raised = raise(raiseForm({ startAt: 3, whyThere: 'x' }), child, 'D-0001', agency, council, now);
    expect(raised).toMatchObject({ ok: true, value: { state: { rung: { officer: directorRuth.id } } } });
    expect(disputeView(aDispute({}, now, council), sightOf(agency, now, council))).toMatchObject({
      mayEscalate: true,
      mayResolve: true,
      mayRefer: true,
      mayWithdraw: true,
      hasMore: true,
    });
  });

  it('7.5 no. 22: notes a complaint or court case under way, which stops nothing (R-DIS-11)', () => {
    const besides = 'A complaint was made on 2 March';
    const raised = aDispute({ besides });
    expect(raised.issue.besides).toBe(besides);
    expect({ ...raised, issue: aDispute().issue }).toEqual(aDispute());
    expect(wokenOn(raised, [at('2026-04-02', '09:00')]).dispute.state).toMatchObject({ rung: { stage: 1 } });
  });

  it('7.5 no. 1: keeps the bypass with its reason, and tells the officers below', () => {
    const raised = aDispute({ startAt: 3, whyThere: 'The head of service took the decision' });
    expect(raised.issue.whyThere).toBe('The head of service took the decision');
    expect(raised.history[0]!.what).toContain('Stage 4 of 5');
    expect(raised.history[0]!.what).toContain('The head of service took the decision');
    const told = sayLetters(lettersOf(null, raised, { authority: northmoor, now, by: iroOlu.id }));
    for (const name of ['Priya Shah', 'Grace Obi', 'Helen Frost']) {
      expect(told).toContain(`told moved to ${name}`);
      expect(told).not.toContain(`respond to ${name}`);
    }
  });

  it('shows all that was written down, on the record', () => {
    const raised = aDispute({
      grounds: ['needs-not-met', 'other-breach'],
      childKnows: true,
      advocateOn: localDate('2026-03-20'),
      decidedBy: headHelen.id,
      besides: 'A complaint',
    });
    const facts = new Map(disputeView(raised, sightOf(iroOlu, now)).details.map(({ title, value }) => [title, value]));
    expect(facts.get('Grounds')).toBe('Needs in the revised plan are not met; Another significant breach of duty');
    expect(facts.get('Does the child know')).toBe('Yes');
    expect(facts.get('Advocate, complaints')).toBe('Told of both on Fri 20 March 2026');
    expect(facts.get('Whose decision')).toBe('Helen Frost');
    expect(facts.get('Complaint or court')).toBe('A complaint');
  });

  it('shows each stage left behind with its officer, days and end, and each response with how it was judged', () => {
    const form = { verdict: 'not', why: 'No dates in it' } as const;
    const waiting = answered(aDispute());
    const judged = kept(allowed(judge(waiting, { ...whyForm(waiting), ...form }, iroOlu, northmoor, at('2026-03-27'))));
    const facts = disputeView(escalated(judged, 1, at('2026-03-27')), sightOf(iroOlu, at('2026-03-27'))).details;
    expect(facts).toContainEqual({
      title: 'Team manager',
      value: 'Priya Shah, Wed 25 March 2026 to Fri 27 March 2026 (2 working days): escalated by the IRO',
    });
    expect(facts.find(({ title }) => title === 'Response, Team manager')?.value).toMatch(/because No dates in it/);
    expect(facts).toContainEqual({ title: 'In all', value: '2 working days since it was raised' });
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

describe('what may be left out', () => {
  it.each([
    ['a day to come', { advocateOn: localDate('2026-03-26') }, 'advocateOn', 'has not come yet'],
    ['somebody outside the line', { decidedBy: ayesha.id }, 'decidedBy', 'not one of C-1042’s officers'],
    ['a manager of another service', { decidedBy: martin.id }, 'decidedBy', 'Choose one from the list'],
    ['nobody of the council', { decidedBy: 'forged' }, 'decidedBy', 'Choose one from the list'],
  ])('is refused beside its field for %s', (_what, parts, field, because) => {
    expect(raise(raiseForm(parts), child, 'D-0001', iroOlu, northmoor, now)).toMatchObject({
      ok: false,
      beside: { [field]: expect.stringContaining(because) },
    });
  });

  it('is refused for a child whom somebody else reviews, whoever says it is one of theirs', () => {
    const stranger = { ...child, id: 'C-2000', people: { ...child.people, iro: iroNadia.id } };
    const form = raiseForm({ siblings: ['C-2000'] });
    expect(raise(form, child, 'D-0001', iroOlu, northmoor, now, [stranger])).toMatchObject({
      ok: false,
      beside: { siblings: expect.stringContaining('C-2000 is not a looked-after child that you review') },
    });
  });

  it('offers the officers of the child’s own line', () => {
    expect(officersOfLine(child, northmoor).map(({ name }) => name)).toEqual([
      'Priya Shah',
      'Grace Obi',
      'Helen Frost',
      'Ruth Adeyemi',
      'David Lowe',
    ]);
  });

  it('is read as nothing where nothing is ticked or typed', () => {
    const bare = { case: 'C-1042', theme: 'visits', concern: 'a', impact: 'b', wanted: 'c', startAt: '0', once: 'd' };
    const left = { grounds: [], childKnows: false, advocateOn: null, decidedBy: null, siblings: [], besides: '' };
    expect(readRaiseForm(bare)).toMatchObject({ ok: true, value: left });
    const emptied = { grounds: '', advocateOn: '', decidedBy: 'nobody', siblings: '', besides: ' ' };
    expect(readRaiseForm({ ...bare, ...emptied })).toMatchObject({ ok: true, value: left });
    expect(
      readRaiseForm({
        ...bare,
        grounds: 'needs-not-met,other-breach',
        siblings: 'c-1043, C-1044,C-1043',
        childKnows: 'true',
      }),
    ).toMatchObject({
      ok: true,
      value: { grounds: ['needs-not-met', 'other-breach'], siblings: ['C-1043', 'C-1044'], childKnows: true },
    });
  });

  it('is folded away until it holds something', () => {
    const nothing = { about: null, others: [], open: [] };
    expect(raiseView({ ...nothing, typed: {} }, sightOf(iroOlu, now)).isUnfolded).toBe(false);
    expect(raiseView({ ...nothing, typed: { besides: 'x' } }, sightOf(iroOlu, now)).isUnfolded).toBe(true);
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
    ['grounds', 'gossip', 'Grounds: please choose'],
    ['advocateOn', '31 February', 'Told of an advocate and how to complain on: “31 February” is not a real date'],
    ['siblings', 'Adam Brown', 'Never a name'],
    ['besides', 'x'.repeat(501), 'A complaint or court case under way: please keep it under 500'],
  ])('refuses a %s of “%s”', (field, value, because) => {
    expect(readRaiseForm({ ...typed, [field]: value })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });
});
