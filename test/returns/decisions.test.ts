import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { leftBeforeDecision } from '../../src/returns/checklist/rules.ts';
import { gateOf } from '../../src/returns/decisions/gate.ts';
import { mayDecide, mayRequestDecision, requestDecision } from '../../src/returns/decisions/rules.ts';
import { decide } from '../../src/returns/decisions/verdict.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import {
  administratorPeter,
  away,
  ayesha,
  chloe,
  directorRuth,
  headHelen,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  without,
} from '../builders/people.ts';
import {
  aged17,
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  asked,
  doing,
  inCare,
  planOf,
  readyToDecide,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { changed, lookedAfter, placed } from '../timetable/case-facts.ts';

const since = (day: string, status: 's20' | 'care-order' = 's20') =>
  aReturningCase({ events: [lookedAfter(day, status), placed(day)] });
const gate = (about: ReturningCase, plan = aPlan(), day = '2026-12-14') =>
  gateOf(plan, about, localDate(day), doing(ayesha))!;

function request(about: ReturningCase, by = ayesha, day = '2026-11-23', authority = northmoor) {
  return requestDecision(about, planOf(about), doing(by, day, authority));
}
function answer(
  about: ReturningCase,
  by: Person,
  day = '2026-11-24',
  authority = northmoor,
  stands: 'approved' | 'sent-back' = 'approved',
) {
  return decide(
    about,
    planOf(about),
    { stands, asked: at('2026-11-23'), reason: 'Well prepared', override: '' },
    doing(by, day, authority),
  );
}

describe('who must decide, and why', () => {
  it.each([
    ['TV15: since 2 March, home on 27 March', '2026-03-02', '2026-03-27', 20, 'SI 2010/959 reg 39(4)'],
    ['TV15, the day before', '2026-03-02', '2026-03-26', 19, northmoor.policy.cite],
    ['TV16: home on 30 March', '2026-03-02', '2026-03-30', 21, 'SI 2010/959 reg 39(4)'],
    ['TV17a: since 16 March, home on 10 April', '2026-03-16', '2026-04-10', 18, northmoor.policy.cite],
    ['TV17b: home on 14 April', '2026-03-16', '2026-04-14', 20, 'SI 2010/959 reg 39(4)'],
    ['TV17c: home on 15 April', '2026-03-16', '2026-04-15', 21, 'SI 2010/959 reg 39(4)'],
  ] as const)('%s', (_vector, from, home, days, cite) => {
    const found = gate(since(from), aPlan(), home);
    expect(found).toMatchObject({ post: 'nominated-officer', kind: 'approval', cite });
    expect(found.why).toContain(`Looked after for ${days} working days`);
  });

  it('says that the law is unclear on the first day exactly where that decides', () => {
    expect(gate(since('2026-03-02'), aPlan(), '2026-03-27').why).toContain('does not say whether day one counts');
    expect(gate(since('2026-03-02'), aPlan(), '2026-03-30').why).not.toContain('does not say');
  });

  it('asks the nominated officer for every return from section 20 by local policy, under 20 days too', () => {
    expect(gate(since('2026-11-20'), aPlan(), '2026-11-23').why).toContain('local policy asks the nominated officer');
  });

  it('TV18: asks the Director at 17 in section 20, even after three days', () => {
    const found = gate(
      { ...aged17(), events: [lookedAfter('2026-12-11', 's20')] },
      aPlan({ route: 'sixteen-or-seventeen' }),
    );
    expect(found).toMatchObject({
      post: 'director',
      cite: 'SI 2010/959 reg 39(5)',
      why: expect.stringContaining('17'),
    });
  });

  it('TV19: asks the nominated officer at 17 under a care order, not the Director', () => {
    const about = { ...inCare(), bornOn: localDate('2009-05-01') };
    expect(gate(about, aPlan({ route: 'planned-discharge', legalStatus: 'care-order' }))).toMatchObject({
      post: 'nominated-officer',
      cite: 'SI 2010/959 reg 39(4)',
    });
  });

  it('needs no count for a child in care since before the bank holidays are listed', () => {
    const plan = aPlan({ route: 'planned-discharge', legalStatus: 'care-order' });
    expect(gate(since('2010-03-01', 'care-order'), plan)).toMatchObject({
      why: expect.stringContaining('Looked after since Mon 1 March 2010'),
      cite: 'SI 2010/959 reg 39(4)',
    });
  });

  it('asks the nominated officer for a placement with parents, however short the care', () => {
    const plan = aPlan({ route: 'with-parents', legalStatus: 'care-order' });
    expect(gate(since('2026-12-10', 'care-order'), plan)).toMatchObject({
      post: 'nominated-officer',
      cite: 'SI 2010/959 reg 18(1)',
    });
  });

  it('does not call law what is only this checklist', () => {
    const plan = aPlan({ route: 'planned-discharge', legalStatus: 'care-order' });
    expect(gate(since('2026-12-10', 'care-order'), plan).cite).toBe('Return checklist, not a rule of law');
  });

  it('asks for ratification after an unplanned return from section 20, and for nothing under an order', () => {
    expect(gate(aReturningCase(), anUnplanned())).toMatchObject({
      post: 'nominated-officer',
      kind: 'ratification',
      cite: northmoor.policy.cite,
    });
    expect(
      gateOf(anUnplanned({ legalStatus: 'care-order' }), inCare(), localDate('2026-11-20'), doing(ayesha)),
    ).toBeNull();
  });
});

describe('asking for a decision', () => {
  it('waits until every required question before it is answered', () => {
    const ready = readyToDecide();
    const plan = planOf(ready);
    expect(mayRequestDecision(ready, plan, doing(ayesha))).toBe(true);
    for (const missing of plan.answers) {
      const without = { ...plan, answers: plan.answers.filter((one) => one !== missing) };
      expect(mayRequestDecision(ready, without, doing(ayesha)), missing.item).toBe(false);
    }
  });

  it('lists what is left, and refuses', () => {
    const ready = readyToDecide();
    const plan = { ...planOf(ready), answers: planOf(ready).answers.filter(({ item }) => item !== 'CON-05') };
    const refused = requestDecision(ready, plan, doing(ayesha));
    expect(refused).toMatchObject({
      ok: false,
      because: expect.stringContaining('1 required question is left: See the child alone.'),
    });
  });

  it('is not held up by the decision itself, by what follows it, or by what comes after the return', () => {
    const left = leftBeforeDecision(aPlan(), aReturningCase()).map(({ item }) => item.id);
    expect(left).toContain('DEC-02');
    for (const id of ['DEC-04', 'DEC-08', 'RET-01', 'MON-02', 'PLN-06']) expect(left).not.toContain(id);
  });

  it('wants the nominated officer’s view first where the Director decides', () => {
    const left = leftBeforeDecision(aPlan({ route: 'sixteen-or-seventeen' }), aged17()).map(({ item }) => item.id);
    expect(left).toContain('DEC-04');
    expect(left).not.toContain('DEC-06');
  });

  it('counts not applicable as answered, and a note beside not done as not', () => {
    const ready = readyToDecide();
    const plan = planOf(ready);
    const but = (answer: 'not-applicable' | 'not-done') => ({
      ...plan,
      answers: [
        ...plan.answers.filter(({ item }) => item !== 'ASM-08'),
        anAnswer('ASM-08', { answer, note: 'Only child' }),
      ],
    });
    expect(mayRequestDecision(ready, but('not-applicable'), doing(ayesha))).toBe(true);
    expect(mayRequestDecision(ready, but('not-done'), doing(ayesha))).toBe(false);
  });

  it('sends it to the officer 1:1 and to the channel, once for each request', () => {
    const outcome = request(readyToDecide());
    if (!outcome.ok) throw new Error(outcome.because);
    const { about, letters } = outcome.value;
    expect(planOf(about).decision).toMatchObject({
      stands: 'asked',
      asking: { by: ayesha.id, of: nominatedSamuel.id, due: '2026-12-14', kind: 'approval' },
    });
    expect(letters.map(({ kind, to, live }) => ({ kind, to, live }))).toEqual([
      { kind: 'return.decide', to: { person: nominatedSamuel.id }, live: true },
      { kind: 'return.decide.channel', to: { channel: northmoor.decisionsChannel }, live: true },
    ]);
    expect(about.history.at(-1)?.what).toBe('RH-0001: approval asked of Samuel Okoro');
  });

  it.each([
    ['one that waits', asked(), 'is with Samuel Okoro for a decision'],
    ['one that was approved', approved(), 'was approved by Samuel Okoro on Tue 24 November 2026'],
    [
      'one that was overtaken',
      { ...readyToDecide(), returns: [{ ...planOf(readyToDecide()), overtakenBy: 'RH-0002' }] },
      'RH-0002 has taken the place',
    ],
  ])('is refused for %s', (_what, about, because) => {
    expect(request(about)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('is refused when the law has changed the route since', () => {
    const ready = readyToDecide();
    const made = { ...ready, events: [...ready.events, changed('2026-11-16', 'care-order')] };
    expect(request(made)).toMatchObject({ ok: false, because: expect.stringContaining('“Placement with parents”') });
  });

  it('is refused to the IRO and to strangers', () => {
    expect(request(readyToDecide(), iroOlu).ok).toBe(false);
    expect(request(readyToDecide(), administratorPeter).ok).toBe(false);
  });

  it('goes to the cover of an officer who is away, and says so', () => {
    const outcome = request(
      readyToDecide(),
      ayesha,
      '2026-11-23',
      away(nominatedSamuel, headHelen, '2026-11-20', '2026-11-30'),
    );
    expect(outcome.ok && planOf(outcome.value.about).decision).toMatchObject({
      asking: { of: headHelen.id, why: expect.stringContaining('covers for Samuel Okoro') },
    });
  });

  it('goes past an officer who worked on the plan, to the Director where there is no other', () => {
    const outcome = request(readyToDecide(aReturningCase(), aPlan({ startedBy: nominatedSamuel.id })));
    expect(outcome.ok && planOf(outcome.value.about).decision).toMatchObject({
      asking: { of: directorRuth.id, post: 'nominated-officer', why: expect.stringContaining('the Director is asked') },
    });
  });

  it('goes past a cover who worked on the plan', () => {
    const leave = away(nominatedSamuel, priya, '2026-11-20', '2026-11-30');
    const outcome = request(readyToDecide(), ayesha, '2026-11-23', leave);
    expect(outcome.ok && planOf(outcome.value.about).decision).toMatchObject({ asking: { of: directorRuth.id } });
  });

  it('goes past the one who asks', () => {
    const outcome = request(
      readyToDecide(),
      headHelen,
      '2026-11-23',
      away(nominatedSamuel, headHelen, '2026-11-20', '2026-11-30'),
    );
    expect(outcome.ok && planOf(outcome.value.about).decision).toMatchObject({ asking: { of: directorRuth.id } });
  });

  it('says so when nobody is left to decide', () => {
    const young = readyToDecide(aged17(), aPlan({ route: 'sixteen-or-seventeen' }));
    expect(request(young, ayesha, '2026-11-23', without(directorRuth))).toMatchObject({
      ok: false,
      because: expect.stringContaining('Nobody can decide this today'),
    });
  });

  it('gives no last day for ratifying what has happened', () => {
    const home = readyToDecide(aReturningCase(), anUnplanned());
    const outcome = request(home);
    expect(outcome.ok && planOf(outcome.value.about).decision).toMatchObject({
      asking: { kind: 'ratification', due: null },
    });
  });
});

describe('answering', () => {
  it.each([
    ['the officer it was sent to', nominatedSamuel, northmoor, true],
    ['the Director', directorRuth, northmoor, true],
    [
      'the officer’s cover, resolved again on the day',
      headHelen,
      away(nominatedSamuel, headHelen, '2026-11-24', '2026-11-30'),
      true,
    ],
    ['the cover of another day', headHelen, away(nominatedSamuel, headHelen, '2026-11-25', '2026-11-30'), false],
    ['the head of service', headHelen, northmoor, false],
    ['the social worker', ayesha, northmoor, false],
    ['the team manager', priya, northmoor, false],
    ['the IRO', iroOlu, northmoor, false],
    ['a colleague', chloe, northmoor, false],
    ['the team manager as the officer’s cover', priya, away(nominatedSamuel, priya, '2026-11-24', '2026-11-30'), false],
  ] as const)('by %s: %#', (_who, by, authority, may) => {
    expect(mayDecide(asked(), planOf(asked()), { by, now: at('2026-11-24'), authority })).toBe(may);
    expect(answer(asked(), by, '2026-11-24', authority).ok).toBe(may);
  });

  it('is for the Director alone where the Director must approve', () => {
    const young = asked(aged17(), aPlan({ route: 'sixteen-or-seventeen' }), { post: 'director', of: directorRuth.id });
    expect(answer(young, directorRuth).ok).toBe(true);
    expect(answer(young, nominatedSamuel).ok).toBe(false);
    expect(answer(young, headHelen)).toMatchObject({
      ok: false,
      because: expect.stringContaining('sent to Ruth Adeyemi'),
    });
  });

  it.each([
    ['started it', aPlan({ startedBy: nominatedSamuel.id })],
    ['answered a question', aPlan({ answers: [anAnswer('CON-01', { by: nominatedSamuel.id })] })],
  ])('nobody decides who %s', (_what, plan) => {
    expect(answer(asked(aReturningCase(), plan), nominatedSamuel)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Nobody decides on a return they have worked on'),
    });
  });

  it('nobody decides as the cover of somebody who worked on it', () => {
    const about = asked(aReturningCase(), aPlan({ startedBy: nominatedSamuel.id }), { of: directorRuth.id });
    expect(answer(about, martin, '2026-11-24', away(nominatedSamuel, martin, '2026-11-20', '2026-11-30')).ok).toBe(
      false,
    );
    expect(answer(about, directorRuth).ok).toBe(true);
  });

  it('nobody decides who asked for it', () => {
    expect(answer(asked(aReturningCase(), aPlan(), { by: nominatedSamuel.id }), nominatedSamuel).ok).toBe(false);
  });

  it('writes down who, when and why, and tells those who wait', () => {
    const outcome = answer(asked(), nominatedSamuel);
    if (!outcome.ok) throw new Error(outcome.because);
    const { about, letters } = outcome.value;
    expect(planOf(about).decision).toMatchObject({
      stands: 'approved',
      by: nominatedSamuel.id,
      at: at('2026-11-24'),
      reason: 'Well prepared',
    });
    expect(about.history.at(-1)).toEqual({
      at: at('2026-11-24'),
      by: nominatedSamuel.id,
      what: 'RH-0001: approved: Well prepared',
    });
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([
      ['return.decided', { person: ayesha.id }],
      ['return.decided', { person: iroOlu.id }],
      ['return.questions', { person: priya.id }],
      ['return.decide.channel', { channel: northmoor.decisionsChannel }],
    ]);
  });

  it('answers once: a second answer hears how it stands', () => {
    for (const [by, stands] of [
      [nominatedSamuel, 'approved'],
      [directorRuth, 'sent-back'],
    ] as const) {
      expect(answer(approved(), by, '2026-11-25', northmoor, stands)).toMatchObject({
        ok: false,
        because: 'RH-0001 was approved by Samuel Okoro on Tue 24 November 2026. Nothing was changed.',
      });
    }
  });

  it('refuses a card of an earlier request', () => {
    const again = asked(aReturningCase(), aPlan(), { at: at('2026-11-30') });
    expect(answer(again, nominatedSamuel, '2026-12-01')).toMatchObject({
      ok: false,
      because: expect.stringContaining('asked for again since your card was drawn'),
    });
  });

  it('can be asked again after it was sent back', () => {
    const back = answer(asked(), nominatedSamuel, '2026-11-24', northmoor, 'sent-back');
    if (!back.ok) throw new Error(back.because);
    expect(planOf(back.value.about).decision).toMatchObject({ stands: 'sent-back', reason: 'Well prepared' });
    expect(request(back.value.about, ayesha, '2026-11-25').ok).toBe(true);
  });

  it('approves nothing that no longer fits the law, but can still send it back', () => {
    const about = asked();
    const made = { ...about, events: [...about.events, changed('2026-11-23', 'care-order')] };
    expect(answer(made, nominatedSamuel)).toMatchObject({
      ok: false,
      because: expect.stringContaining('Send it back'),
    });
    expect(answer(made, nominatedSamuel, '2026-11-24', northmoor, 'sent-back').ok).toBe(true);
  });

  it('has nothing to answer in a plan that was overtaken', () => {
    const about = asked();
    const overtaken = { ...about, returns: [{ ...planOf(about), overtakenBy: 'RH-0002' }] };
    expect(mayDecide(overtaken, planOf(overtaken), doing(nominatedSamuel))).toBe(false);
    expect(answer(overtaken, nominatedSamuel)).toMatchObject({
      ok: false,
      because: expect.stringContaining('RH-0002'),
    });
  });
});
