import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import { gateOf } from '../../src/returns/decisions/gate.ts';
import { requestDecision } from '../../src/returns/decisions/rules.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { mayStart } from '../../src/returns/start/rules.ts';
import { mayDischarge, recordDischarge } from '../../src/returns/went/discharge.ts';
import { recordReturn } from '../../src/returns/went/rules.ts';
import { isLookedAfter } from '../../src/timetable/rules.ts';
import { allowed } from '../builders/dispute.ts';
import { ayesha, iroOlu, priya } from '../builders/people.ts';
import { council } from '../builders/return-council.ts';
import {
  aged17,
  anAnswer,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  doing,
  inCare,
  planOf,
  readyToDecide,
  startForm,
} from '../builders/returning-case.ts';
import { lookedAfter, placed } from '../timetable/case-facts.ts';

const placing = aPlan({ route: 'with-parents', legalStatus: 'care-order' });
const discharging = aPlan({ route: 'planned-discharge', legalStatus: 'care-order' });
const homeFirst = aPlan({ ...discharging, homeFirst: true });
const ofSixteen = aPlan({ route: 'sixteen-or-seventeen' });
const bornOn = (day: string) => ({ ...aReturningCase(), bornOn: localDate(day) });
const gate = (about: ReturningCase, plan: ReturnPlan, day = '2026-12-14') =>
  gateOf(plan, about, localDate(day), doing(ayesha));
const ask = (about: ReturningCase) => requestDecision(about, planOf(about), doing(ayesha));
const lacking = (about: ReturningCase, item: string): ReturningCase => ({
  ...about,
  returns: about.returns.map((plan) => ({ ...plan, answers: plan.answers.filter((one) => one.item !== item) })),
});

/** What must be looked at before a decision, by the rule that asks for it. */
const MATTERS: readonly (readonly [rule: string, ReturningCase, readonly string[]])[] = [
  ['R-DEC-01', readyToDecide(), ['ASM-11', 'ASM-14', 'CON-05', 'ASM-18']],
  ['R-DEC-02', readyToDecide(), ['PLN-16']],
  ['R-DEC-05', readyToDecide(), ['DEC-02', 'DEC-03', 'ASM-16']],
  ['R-DEC-05 at 16 or 17', readyToDecide(aged17(), ofSixteen), ['DEC-02', 'DEC-03', 'YP-03']],
  ['R-DEC-11', readyToDecide(inCare(), discharging), ['DEC-07', 'DEC-01', 'ASM-01']],
  ['R-PWP-02', readyToDecide(inCare(), placing), ['CON-10']],
  ['R-PWP-03', readyToDecide(inCare(), placing), ['ASM-12', 'ASM-13', 'ASM-14', 'DEC-01']],
  ['R-PWP-04', readyToDecide(inCare(), placing), ['PLN-15', 'DEC-02', 'ASM-18']],
  ['R-NOT-01', readyToDecide(inCare(), placing), ['PLN-08']],
];

describe('what comes before a decision', () => {
  const rows = MATTERS.flatMap(([rule, about, items]) => items.map((item) => [rule, item, about] as const));

  it.each(rows)('%s: without %s nothing is asked, and with it all is', (_rule, item, about) => {
    expect(ask(about).ok).toBe(true);
    expect(ask(lacking(about, item))).toMatchObject({
      ok: false,
      because: expect.stringContaining('1 required question is left'),
    });
  });

  it('has each of these items on its route', () => {
    const absent = rows.filter(([, item, about]) => !planOf(about).answers.some((one) => one.item === item));
    expect(absent.map(([rule, item]) => `${rule} ${item}`)).toEqual([]);
  });
});

describe('who decides, from both sides', () => {
  it.each([
    ['R-DEC-03: 16 in section 20', bornOn('2010-12-14'), ofSixteen, 'director', 'SI 2010/959 reg 39(5)'],
    ['R-DEC-04: 15 in section 20', bornOn('2010-12-15'), aPlan(), 'nominated-officer', 'SI 2010/959 reg 39(4)'],
    [
      'R-DEC-03: not under an order at 17',
      { ...inCare(), bornOn: localDate('2009-05-01') },
      placing,
      'nominated-officer',
      'SI 2010/959 reg 18(1)',
    ],
    ['R-PWP-04: a placement with parents', inCare(), placing, 'nominated-officer', 'SI 2010/959 reg 18(1)'],
    ['R-DEC-11: home first, discharged later', inCare(), homeFirst, 'nominated-officer', 'SI 2010/959 reg 18(1)'],
    [
      'R-DEC-04: discharged as the child goes home',
      inCare(),
      discharging,
      'nominated-officer',
      'SI 2010/959 reg 39(4)',
    ],
  ] as const)('%s', (_rule, about, plan, post, cite) => {
    expect(gate(about, plan)).toMatchObject({ post, cite, kind: 'approval' });
  });

  it('R-DEC-06 and R-DEC-10: oversight after an unplanned return from section 20, and none to give under an order', () => {
    expect(gate(aReturningCase(), anUnplanned())).toMatchObject({ kind: 'ratification' });
    expect(gate(inCare(), anUnplanned({ legalStatus: 'care-order' }))).toBeNull();
  });

  it('R-DEC-08: holds up nobody’s lawful removal: an unplanned return is in the facts before anybody is asked', () => {
    const form = startForm({ route: 'unplanned', day: localDate('2026-11-23'), safe: 'yes' });
    expect(mayStart(aReturningCase(), form, doing(ayesha)).ok).toBe(true);
  });

  it.each([
    ['R-PWP-01: a child in section 20 is never placed with parents', aReturningCase(), 'with-parents', false],
    ['R-PWP-01: a child under an order is', inCare(), 'with-parents', true],
    ['R-DEC-03: at 16 in section 20 no other route is open', bornOn('2010-12-14'), 'planned-s20', false],
    ['R-DEC-03: the day before it is', bornOn('2010-12-15'), 'planned-s20', true],
  ] as const)('%s', (_rule, about, route, may) => {
    expect(mayStart(about, startForm({ route }), doing(ayesha)).ok).toBe(may);
  });
});

describe('a child who goes home under the order first (R-DEC-11)', () => {
  const away = approved(inCare(), homeFirst);
  const home = (answers: readonly string[] = ['DEC-07']) => {
    const went = { day: localDate('2026-12-14'), time: '' };
    const { about } = allowed(recordReturn(away, planOf(away), went, doing(ayesha, '2026-12-14')));
    const kept = planOf(about).answers.filter(({ item }) => item !== 'DEC-07');
    return { ...about, returns: [{ ...planOf(about), answers: [...kept, ...answers.map((item) => anAnswer(item))] }] };
  };
  const discharge = (about: ReturningCase, day = '2027-02-01', by = ayesha, today = '2027-02-01') =>
    recordDischarge(about, planOf(about), localDate(day), doing(by, today));
  const factsOf = (about: ReturningCase) => ({
    asOf: localDate('2027-02-01'),
    bornOn: about.bornOn,
    events: about.events,
  });

  it('is placed with parents, and stays looked after', () => {
    const about = home();
    expect(about.events.at(-1)).toEqual({ on: '2026-12-14', what: 'placement-started', kind: 'with-parents' });
    expect(planOf(about).dischargedOn).toBeNull();
    expect(isLookedAfter(factsOf(about), localDate('2027-02-01'))).toBe(true);
  });

  it('need not wait for the way to the discharge before going home, and can answer it afterwards', () => {
    expect(ask(lacking(readyToDecide(inCare(), homeFirst), 'DEC-07')).ok).toBe(true);
  });

  it('ceases to be looked after on the day the court discharges the order', () => {
    const { about, letters } = allowed(discharge(home()));
    expect(about.events.at(-1)).toEqual({ on: '2027-02-01', what: 'ceased-to-be-looked-after' });
    expect(planOf(about)).toMatchObject({ dischargedOn: '2027-02-01', wentHomeOn: '2026-12-14' });
    expect(isLookedAfter(factsOf(about), localDate('2027-02-01'))).toBe(false);
    expect(about.history.at(-1)?.what).toBe(
      'RH-0001: the court discharged the order on Mon 1 February 2027; care ended',
    );
    expect(letters.map(({ to }) => to)).toEqual([iroOlu, priya].map(({ id }) => ({ person: id })));
    expect(discharge(about)).toMatchObject({ ok: false, because: expect.stringContaining('recorded already') });
  });

  it.each([
    ['before the review agreed to seek it', home([]), '2027-02-01', 'a statutory review agrees to seek it'],
    [
      'where that was called not applicable',
      {
        ...home([]),
        returns: [{ ...planOf(home([])), answers: [anAnswer('DEC-07', { answer: 'not-applicable', note: 'No' })] }],
      },
      '2027-02-01',
      'a statutory review agrees',
    ],
    ['before the child was home', home(), '2026-12-13', 'is before the child went home under the order'],
    ['for a day to come', home(), '2027-02-02', 'has not come yet'],
    ['while the child is not home', approved(inCare(), homeFirst), '2027-02-01', 'Record the return first'],
    [
      'on a return on which the order was discharged at once',
      approved(inCare(), discharging),
      '2027-02-01',
      'is not a return under an order',
    ],
    [
      'once the child has come back',
      { ...home(), events: [...home().events, placed('2027-01-04')] },
      '2027-02-01',
      'has come back from home',
    ],
  ] as const)('is not recorded as discharged %s', (_what, about, day, because) => {
    expect(discharge(about as ReturningCase, day)).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });

  it('is for those who plan the return to record, not for the IRO', () => {
    expect(discharge(home(), '2027-02-01', iroOlu).ok).toBe(false);
    expect(mayDischarge(planOf(home()), home())).toBe(true);
    expect(mayDischarge(planOf(approved()), approved())).toBe(false);
  });

  it('ends care at once where the court discharges the order on the day', () => {
    const about = approved(inCare(), discharging);
    const went = { day: localDate('2026-12-14'), time: '' };
    const recorded = allowed(recordReturn(about, planOf(about), went, doing(ayesha, '2026-12-14'))).about;
    expect(planOf(recorded)).toMatchObject({ wentHomeOn: '2026-12-14', dischargedOn: '2026-12-14' });
  });

  it('is recorded from the hub, and says why not before the review agreed', async () => {
    const { press, kept } = await council(home([]), '2027-02-01');
    const no = await press(ayesha, 'return.ask-discharge', { return: 'RH-0001' });
    expect(no.text).toContain('a statutory review agrees to seek it');
    const room = await council(home(), '2027-02-01');
    const hub = await room.press(ayesha, 'return.record', { return: 'RH-0001' });
    const title = hub.buttons.find((one) => String(one).includes('discharge'))!;
    const form = await room.press(ayesha, 'return.ask-discharge', hub.sends(String(title)));
    const again = await room.press(
      ayesha,
      'return.discharge',
      form.sends('Record the discharge', { day: '2026-12-01' }),
    );
    expect(again.text).toContain('is before the child went home');
    await room.press(ayesha, 'return.discharge', again.sends('Record the discharge', { day: '2027-01-29' }));
    expect(planOf(await room.kept()).dischargedOn).toBe('2027-01-29');
    expect(await room.drawn('return.told')).toContainEqual(expect.stringContaining('A court has discharged the order'));
    expect(planOf(await kept()).dischargedOn).toBeNull();
  });
});

describe('recording a return', () => {
  const kept = async (about: ReturningCase, typed: Record<string, string>, today = '2026-12-15') => {
    const room = await council(about, today);
    const form = await room.press(ayesha, 'return.date', { return: 'RH-0001' });
    const shown = await room.press(ayesha, 'return.went', form.sends('Record the return', typed));
    return { shown, plan: planOf(await room.kept()), room };
  };

  it('keeps the time, and answers the question of the day for which it stands', async () => {
    const { plan } = await kept(approved(), { day: '2026-12-14', time: '16:30' });
    expect(plan).toMatchObject({ wentHomeOn: '2026-12-14', wentHomeAt: '16:30' });
    expect(plan.answers.find(({ item }) => item === 'RET-01')).toMatchObject({
      answer: 'done',
      by: ayesha.id,
      note: 'Went home on Mon 14 December 2026 at 16:30',
    });
  });

  it('takes a day without a time, and no time that is none', async () => {
    expect((await kept(approved(), { day: '2026-12-14', time: '' })).plan.wentHomeAt).toBe('');
    const { shown, plan } = await kept(approved(), { day: '2026-12-14', time: 'teatime' });
    expect(shown.text).toContain('Time: write it like 16:30');
    expect(plan.wentHomeOn).toBeNull();
  });

  it.each([
    ['before care began', '2026-10-01'],
    ['before it was approved', '2026-11-23'],
    ['that has not come', '2026-12-16'],
  ])('is refused for a day %s, with the return as it is', async (_what, day) => {
    const { shown, plan } = await kept(approved(), { day });
    expect(shown.inputs).toMatchObject({ day });
    expect(shown.text).toContain('⚠ Date of return');
    expect(plan).toMatchObject({ wentHomeOn: null, decision: { stands: 'approved' } });
  });

  it('is refused a second time, and while another return is open none is started', async () => {
    const { room } = await kept(approved(), { day: '2026-12-14' });
    const again = await room.press(ayesha, 'return.went', { return: 'RH-0001', day: '2026-12-13' });
    expect(again.text).toContain('is recorded already: the child went home on Mon 14 December 2026');
    const open = await council(approved());
    const form = { case: 'C-1042', route: 'planned-s20', day: '2026-12-18', prompted: 'Well', once: 'other' };
    expect((await open.press(ayesha, 'return.start', form)).text).toContain('RH-0001 is already open');
    expect((await open.kept()).returns).toHaveLength(1);
  });

  it('saves what was answered on the checklist on the way to the form', async () => {
    const room = await council(approved(), '2026-12-14');
    const stage = { return: 'RH-0001', stage: 'return', page: '0', drawn: '2026-12-14T09:00:00.000Z' };
    const card = await room.press(ayesha, 'return.next', { ...stage, stage: 'plan', page: '9' });
    const form = await room.press(
      ayesha,
      'return.date',
      card.sends('Record the return', { 'SUP-02': 'done', 'note-SUP-02': 'Aunt visits on Sundays' }),
    );
    expect(form.text).toContain('Date of return');
    expect(planOf(await room.kept()).answers).toContainEqual(
      expect.objectContaining({ item: 'SUP-02', note: 'Aunt visits on Sundays' }),
    );
    const refused = await room.press(
      ayesha,
      'return.date',
      card.sends('Record the return', { 'SUP-02': 'not-applicable', 'note-SUP-02': '' }),
    );
    expect(refused.text).toContain('write in the note why');
    expect(refused.buttons).toContain('Record the return');
  });

  it('late, of a child who went home while the approval stood, is still a planned return', async () => {
    const late = { ...approved(), events: [lookedAfter('2026-10-05', 's20'), placed('2026-10-05')] };
    const room = await council({ ...late, wakeAt: late.history[0]!.at }, '2026-12-29');
    await room.tick('2026-12-29');
    expect(planOf(await room.kept()).decision.stands).toBe('lapsed');
    room.clock.moveTo('2027-01-05');
    const form = await room.press(ayesha, 'return.date', { return: 'RH-0001' });
    const no = await room.press(ayesha, 'return.went', form.sends('Record the return', { day: '2026-12-30' }));
    expect(no.text).toContain('It must be approved again');
    await room.press(ayesha, 'return.went', form.sends('Record the return', { day: '2026-12-14' }));
    expect(planOf(await room.kept())).toMatchObject({ wentHomeOn: '2026-12-14', decision: { stands: 'approved' } });
  });
});
