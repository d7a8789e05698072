import { describe, expect, it } from 'vitest';
import { paceOf } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import { leftBeforeDecision } from '../../src/returns/checklist/rules.ts';
import { requestDecision } from '../../src/returns/decisions/rules.ts';
import { decide } from '../../src/returns/decisions/verdict.ts';
import { requestWithout } from '../../src/returns/decisions/without.ts';
import { afterAnswers, awaitsConfirmation, earlyPlacement } from '../../src/returns/early.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { recordReturn } from '../../src/returns/went/rules.ts';
import { timetableOf } from '../../src/timetable/rules.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, nominatedSamuel, northmoor } from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import { anAnswer, aPlan, aReturningCase, doing, inCare, planOf, readyToDecide } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { happened, placed } from '../timetable/case-facts.ts';

const placing = aPlan({ route: 'with-parents', legalStatus: 'care-order' });
const homeFirst = aPlan({ route: 'planned-discharge', legalStatus: 'care-order', homeFirst: true });

/** All is answered but the assessment of the parents. */
const unassessed = (plan = placing): ReturningCase => {
  const ready = readyToDecide(inCare(), plan);
  const answers = planOf(ready).answers.filter(({ item }) => item !== 'ASM-01');
  return { ...ready, returns: [{ ...planOf(ready), answers }] };
};
const ask = (about: ReturningCase) =>
  allowed(requestWithout(about, planOf(about), { whyWithout: 'His carer is in hospital', early: true }, doing(ayesha)))
    .about;
const verdict = {
  stands: 'approved',
  asked: at('2026-11-23'),
  reason: 'It is needed',
  override: 'His mother was seen',
} as const;
const allow = (about: ReturningCase) =>
  allowed(decide(about, planOf(about), verdict, doing(nominatedSamuel, '2026-11-24'))).about;
const goHome = (about: ReturningCase, day = '2026-11-27') =>
  allowed(recordReturn(about, planOf(about), { day: localDate(day), time: '16:30' }, doing(ayesha, day))).about;
/** Home on Fri 27 November 2026, before the assessment. */
const home = (plan = placing) => goHome(allow(ask(unassessed(plan))));
const assessed = (about: ReturningCase, day = '2026-12-03', parts: Partial<ReturnPlan> = {}) => {
  const plan = { ...planOf(about), answers: [...planOf(about).answers, anAnswer('ASM-01', { at: at(day) })], ...parts };
  return afterAnswers({ ...about, returns: [plan] }, plan, doing(ayesha, day));
};
const due = (about: ReturningCase, asOf: string) => {
  const facts = { asOf: localDate(asOf), bornOn: about.bornOn, events: about.events };
  return timetableOf(facts, northmoor.policy, northmoor.holidays).deadlines.map(
    ({ rule, due: day }) => `${rule} ${day}`,
  );
};
const confirm = (about: ReturningCase, day = '2026-12-04') => requestDecision(about, planOf(about), doing(ayesha, day));

describe.each([
  ['a placement with parents', placing],
  ['going home first under the order, to be discharged later', homeFirst],
])('%s before the assessment is done', (_what, plan) => {
  it('is asked of the nominated officer under regulation 19, the assessment among what is passed over', () => {
    const { decision } = planOf(ask(unassessed(plan)));
    expect(decision).toMatchObject({
      stands: 'asked',
      asking: {
        kind: 'early-placement',
        post: 'nominated-officer',
        cite: 'SI 2010/959 reg 19',
        without: ['ASM-01'],
        due: '2026-12-14',
      },
    });
    expect(decision.stands === 'asked' && decision.asking.why).toMatch(
      /necessary.*consistent with the child’s welfare/,
    );
  });

  it('cannot be allowed without saying why the assessment may be passed over', () => {
    const about = ask(unassessed(plan));
    expect(decide(about, planOf(about), { ...verdict, override: '' }, doing(nominatedSamuel, '2026-11-24')).ok).toBe(
      false,
    );
  });

  it('brings weekly visits, and the ten working days for assessment and review', () => {
    const about = home(plan);
    expect(about.events.at(-1)).toEqual({
      on: '2026-11-27',
      what: 'placement-started',
      kind: 'with-parents',
      beforeAssessment: true,
    });
    expect(earlyPlacement(planOf(about), about, localDate('2026-11-27'))).toBe('2026-11-27');
    expect(due(about, '2026-11-27')).toEqual(expect.arrayContaining(['R-PWP-05b 2026-12-11', 'R-VIS-05a 2026-12-04']));
    expect(due(about, '2026-11-27').join(' ')).not.toContain('R-PWP-05c');
  });

  it('starts the second ten working days on the day the assessment is done', () => {
    const about = assessed(home(plan));
    expect(about.events.at(-1)).toEqual({ on: '2026-12-03', what: 'assessment-completed' });
    expect(due(about, '2026-12-03')).toContain('R-PWP-05c 2026-12-17');
    expect(afterAnswers(about, planOf(about), doing(ayesha, '2026-12-04'))).toBe(about);
  });

  it('is then confirmed, by the day that the timetable gives', () => {
    const about = allowed(confirm(assessed(home(plan)))).about;
    expect(planOf(about)).toMatchObject({
      decision: {
        stands: 'asked',
        asking: { kind: 'confirmation', due: '2026-12-17', cite: expect.stringContaining('reg 19(c)') },
      },
      earlier: [{ stands: 'approved', override: 'His mother was seen', asking: { kind: 'early-placement' } }],
    });
    const again = { ...verdict, asked: at('2026-12-04'), override: '' };
    const done = allowed(decide(about, planOf(about), again, doing(nominatedSamuel, '2026-12-07'))).about;
    expect(done.events.at(-1)).toEqual({ on: '2026-12-07', what: 'placement-decision-made' });
    expect(due(done, '2026-12-07').join(' ')).not.toMatch(/R-PWP-05|R-VIS-05/);
    expect(confirm(done, '2026-12-08')).toMatchObject({
      ok: false,
      because: expect.stringContaining('was confirmed by Samuel'),
    });
  });
});

describe('a placement made before the assessment', () => {
  it('is put to the decider at any hour; an approval that can wait is not', () => {
    const paceOfRequest = (outcome: ReturnType<typeof requestDecision>) =>
      allowed(outcome).letters.map((letter) => `${letter.kind} ${paceOf(letter)}`);
    const about = unassessed();
    const early = { whyWithout: 'His carer is in hospital', early: true };
    const channel = 'return.decide.channel in-hours';
    const asked = requestWithout(about, planOf(about), early, doing(ayesha));
    expect(paceOfRequest(asked)).toEqual(['return.decide at-once', channel]);
    const ready = readyToDecide(inCare(), placing);
    const usual = requestDecision(ready, planOf(ready), doing(ayesha));
    expect(paceOfRequest(usual)).toEqual(['return.decide in-hours', channel]);
  });

  it('is not for a child in section 20, nor where the assessment is done', () => {
    const s20 = { ...unassessed(aPlan()), events: aReturningCase().events };
    const early = { whyWithout: 'Now', early: true };
    expect(requestWithout(s20, planOf(s20), early, doing(ayesha))).toMatchObject({
      beside: { early: expect.any(String) },
    });
  });

  it('is asked as such also where the assessment was called not applicable', () => {
    const about = unassessed();
    const excused = anAnswer('ASM-01', { answer: 'not-applicable', note: 'Emergency' });
    const plan = { ...planOf(about), answers: [...planOf(about).answers, excused] };
    const asked = allowed(requestDecision({ ...about, returns: [plan] }, plan, doing(ayesha))).about;
    expect(planOf(asked).decision).toMatchObject({ asking: { kind: 'early-placement', without: ['ASM-01'] } });
  });

  it('puts whatever else is left to the decider too', () => {
    const about = { ...inCare(), returns: [placing] };
    const { decision } = planOf(ask(about));
    const left = leftBeforeDecision(placing, about).map(({ item }) => item.id);
    expect(decision.stands === 'asked' && decision.asking.without).toEqual(left);
  });

  it('is not confirmed before the assessment, nor while anything required is left', () => {
    expect(confirm(home())).toMatchObject({
      ok: false,
      because: expect.stringContaining('was approved by Samuel Okoro'),
    });
    const left = {
      answers: planOf(home())
        .answers.filter(({ item }) => item !== 'CON-05')
        .concat(anAnswer('ASM-01')),
    };
    const about = assessed(home(), '2026-12-03', left);
    expect(awaitsConfirmation(planOf(about), about, localDate('2026-12-03'))).toBe(true);
    expect(confirm(about)).toMatchObject({ ok: false, because: expect.stringContaining('See the child alone') });
  });

  it('that is sent back can be asked again, and the plan amended; nothing is put into the facts', () => {
    const about = allowed(confirm(assessed(home()))).about;
    const back = { ...verdict, stands: 'sent-back', asked: at('2026-12-04') } as const;
    const sent = allowed(decide(about, planOf(about), back, doing(nominatedSamuel, '2026-12-07'))).about;
    expect(sent.events).toEqual(about.events);
    expect(planOf(allowed(confirm(sent, '2026-12-08')).about).decision).toMatchObject({
      asking: { kind: 'confirmation' },
    });
  });

  it('cannot be confirmed once it has ended', () => {
    const about = allowed(confirm(assessed(home()))).about;
    const moved = { ...about, events: [...about.events, placed('2026-12-05')] };
    const again = { ...verdict, asked: at('2026-12-04') };
    expect(decide(moved, planOf(moved), again, doing(nominatedSamuel, '2026-12-07'))).toMatchObject({
      ok: false,
      because: expect.stringContaining('nothing left to confirm'),
    });
    expect(
      decide(moved, planOf(moved), { ...again, stands: 'sent-back' }, doing(nominatedSamuel, '2026-12-07')).ok,
    ).toBe(true);
  });

  it('is confirmed under regulation 19 also where the assessment was done before the child went home after all', () => {
    const allowedEarly = allow(ask(unassessed()));
    const plan = {
      ...planOf(allowedEarly),
      answers: [...planOf(allowedEarly).answers, anAnswer('ASM-01', { at: at('2026-11-25') })],
    };
    const about = goHome({ ...allowedEarly, returns: [plan] });
    const after = afterAnswers(about, planOf(about), doing(ayesha, '2026-11-27'));
    expect(after.events.slice(-2)).toEqual([
      expect.objectContaining({ beforeAssessment: true }),
      { on: '2026-11-27', what: 'assessment-completed' },
    ]);
  });

  it('leaves other returns alone', () => {
    const done = readyToDecide(inCare(), placing);
    expect(afterAnswers(done, planOf(done), doing(ayesha))).toBe(done);
    const s20 = readyToDecide();
    expect(afterAnswers(s20, planOf(s20), doing(ayesha))).toBe(s20);
    const ended = { ...home(), events: [...home().events, happened('2026-12-01', 'placement-ended')] };
    expect(assessed(ended).events).toEqual(ended.events);
  });
});

describe('on the cards', () => {
  it('goes from the request to the confirmation, month in hand', async () => {
    const { press, clock, kept, tick, letters } = await council(unassessed());
    const form = await press(ayesha, 'return.ask-request', { return: 'RH-0001' });
    expect(form.inputs).toEqual({ whyWithout: '', early: 'false' });
    expect(form.text).toContain('not verified for England');
    const no = await press(
      ayesha,
      'return.request-without',
      form.sends('Ask for the decision', { whyWithout: 'Hospital' }),
    );
    expect(no.text).toContain('under regulation 19 only');
    expect(no.inputs).toMatchObject({ whyWithout: 'Hospital' });
    await press(ayesha, 'return.request-without', no.sends('Ask for the decision', { early: 'true' }));

    const card = await press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    expect(card.text).toContain('Placement before the assessment is done');
    expect(card.text).toContain('SI 2010/959 reg 19');
    const yes = card.sends('Approve', { reason: 'Needed', override: 'His mother was seen' });
    expect((await press(nominatedSamuel, 'return.approve', yes)).text).toContain('was approved by Samuel Okoro');

    clock.moveTo('2026-11-27');
    const went = await press(ayesha, 'return.date', { return: 'RH-0001' });
    const checklist = await press(ayesha, 'return.went', went.sends('Record the return', { time: '16:30' }));
    expect(checklist.text).toContain('⌂ Home since Fri 27 November 2026');

    clock.moveTo('2026-12-03');
    const assess = { return: 'RH-0001', stage: 'assess', page: '0', drawn: '2026-12-03T09:00:00.000Z' };
    const saved = await press(ayesha, 'return.save', { ...assess, 'ASM-01': 'done', 'note-ASM-01': 'Finished today' });
    expect((await kept()).events.at(-1)).toEqual({ on: '2026-12-03', what: 'assessment-completed' });
    expect(saved.buttons).toContain('Request decision');
    await press(ayesha, 'return.request', saved.sends('Request decision'));
    for (const day of ['2026-12-10', '2026-12-15', '2026-12-16']) await tick(day);
    const asked = (await letters()).filter(
      ({ kind, facts }) => kind === 'return.decide' && facts.asked?.startsWith('2026-12-03'),
    );
    expect(asked).toHaveLength(4);

    const again = await press(nominatedSamuel, 'return.view', { return: 'RH-0001' });
    expect(again.text).toContain('Confirmation of a placement already made');
    expect(again.text).toContain('Before: approved by Samuel Okoro, Mon 23 November 2026: Needed');
    expect(again.text).toContain('His mother was seen');
    expect(again.text).toContain('WSI 2015/1818');
    await press(nominatedSamuel, 'return.approve', again.sends('Approve', { reason: 'It goes well' }));
    expect((await kept()).events.at(-1)).toEqual({ on: '2026-12-16', what: 'placement-decision-made' });
  });
});
