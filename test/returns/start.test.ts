import { describe, expect, it } from 'vitest';
import { type Letter, paceOf } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import type { StartForm } from '../../src/returns/start/form.ts';
import { readStartForm } from '../../src/returns/start/form.ts';
import { mayStart, startReturn } from '../../src/returns/start/rules.ts';
import { legalStatusOn, timetableOf } from '../../src/timetable/rules.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  grace,
  headHelen,
  iroOlu,
  northmoor,
  priya,
  tom,
} from '../builders/people.ts';
import {
  aged17,
  anUnplanned,
  aPlan,
  approved,
  aReturningCase,
  doing,
  inCare,
  planOf,
  startForm,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { changed, happened, lookedAfter, placed, withParents } from '../timetable/case-facts.ts';

const remanded = aReturningCase({ events: [lookedAfter('2026-10-05', 'remand')], bornOn: localDate('2011-05-01') });
const friday = startForm({ route: 'unplanned', day: localDate('2026-11-20'), safe: 'yes' });

function started(about: ReturningCase, form: StartForm, by = ayesha, day = '2026-11-23') {
  const outcome = startReturn(about, form, 'RH-0002', doing(by, day), 'E-0001');
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}
const told = (letters: readonly Letter[]) =>
  letters.map(({ kind, to }) => `${kind} ${'person' in to ? northmoor.register.get(to.person)?.name : to.channel}`);

describe('starting a return home', () => {
  it.each([
    ['a child of 11 in section 20', aReturningCase(), 'planned-s20'],
    ['a young person of 17 in section 20', aged17(), 'sixteen-or-seventeen'],
    ['a child under a care order', inCare(), 'with-parents'],
    ['a child under a care order that is to be discharged', inCare(), 'planned-discharge'],
  ] as const)('takes the route of %s', (_who, about, route) => {
    expect(mayStart(about, startForm({ route }), doing(ayesha))).toMatchObject({ ok: true });
  });

  it.each([
    [
      'section 20 for a child in care',
      inCare(),
      'planned-s20',
      'The route that fits is “Placement with parents” (or “Planned return, order to be discharged”)',
    ],
    [
      'placement with parents for section 20',
      aReturningCase(),
      'with-parents',
      'The route that fits is “Planned return, section 20”',
    ],
    [
      'discharge where there is no order',
      aReturningCase(),
      'planned-discharge',
      'The route that fits is “Planned return, section 20”',
    ],
    ['the under-sixteen route at 17', aged17(), 'planned-s20', 'The route that fits is “Young person of 16 or 17”'],
    ['the route for 16 and 17 at 11', aReturningCase(), 'sixteen-or-seventeen', 'aged 11 on Mon 14 December 2026'],
    [
      'the route for 16 and 17 in care',
      { ...inCare(), bornOn: localDate('2009-05-01') },
      'sixteen-or-seventeen',
      'Placement with parents',
    ],
    ['a planned route on remand', remanded, 'planned-s20', 'planned in the care plan'],
  ] as const)('refuses %s', (_what, about, route, because) => {
    const refused = mayStart(about, startForm({ route }), doing(ayesha));
    expect(refused).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
      beside: { route: expect.any(String) },
    });
  });

  it('counts the age on the day of return, not today', () => {
    const sixteenNextWeek = { ...aReturningCase(), bornOn: localDate('2010-12-01') };
    expect(mayStart(sixteenNextWeek, startForm({ day: localDate('2026-11-30') }), doing(ayesha)).ok).toBe(true);
    expect(mayStart(sixteenNextWeek, startForm({ day: localDate('2026-12-01') }), doing(ayesha)).ok).toBe(false);
  });

  it.each([
    ['a planned day that has passed', startForm({ day: localDate('2026-11-22') }), 'has passed'],
    [
      'an unplanned return still to come',
      startForm({ route: 'unplanned', day: localDate('2026-11-24'), safe: 'yes' }),
      'has not come yet',
    ],
    [
      'an unplanned return before care began',
      startForm({ route: 'unplanned', day: localDate('2026-10-04'), safe: 'yes' }),
      'was not looked after',
    ],
    ['a day beyond the known bank holidays', startForm({ day: localDate('2099-01-01') }), 'further ahead'],
  ])('refuses %s', (_what, form, because) => {
    expect(mayStart(aReturningCase(), form, doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });

  it('refuses a child who is not looked after, and one who has turned 18', () => {
    const home = aReturningCase({
      events: [...aReturningCase().events, happened('2026-11-01', 'ceased-to-be-looked-after')],
    });
    expect(mayStart(home, startForm(), doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining('was not looked after'),
    });
    const grown = { ...aReturningCase(), bornOn: localDate('2008-12-14') };
    expect(mayStart(grown, startForm(), doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining('care has ended'),
    });
  });

  it.each([
    ['the social worker', ayesha, true],
    ['the team manager', priya, true],
    ['the service manager above them', grace, true],
    ['the head of service above them', headHelen, true],
    ['the IRO, who takes no part in planning', iroOlu, false],
    ['another team’s social worker', ben, false],
    ['another team’s manager', tom, false],
    ['the administrator', administratorPeter, false],
  ] as const)('is for %s: %#', (_who, by, may) => {
    expect(mayStart(aReturningCase(), startForm(), doing(by)).ok).toBe(may);
  });

  it('is for whoever covers for the social worker today', () => {
    const leave = away(ayesha, chloe, '2026-11-23', '2026-11-27');
    expect(mayStart(aReturningCase(), startForm(), doing(chloe, '2026-11-23', leave)).ok).toBe(true);
    expect(mayStart(aReturningCase(), startForm(), doing(chloe, '2026-11-28', leave)).ok).toBe(false);
  });

  it('begins with nothing answered and nothing decided, and tells the other owners what is theirs', () => {
    const { about, letters } = started(aReturningCase(), startForm());
    expect(planOf(about, 'RH-0002')).toMatchObject({
      route: 'planned-s20',
      plannedFor: '2026-12-14',
      wentHomeOn: null,
      answers: [],
      decision: { stands: 'none' },
      checklistVersion: 1,
    });
    expect(about.history.at(-1)).toEqual({
      at: at('2026-11-23'),
      by: ayesha.id,
      what: 'RH-0002: return planned for Mon 14 December 2026',
    });
    expect(about.wakeAt).toBe(at('2026-11-23'));
    expect(told(letters)).toEqual(['return.questions Priya Shah', 'return.questions Olu Bankole']);
    expect(told(started(aReturningCase(), startForm(), priya).letters)).toEqual(['return.questions Olu Bankole']);
  });
});

describe('a second return', () => {
  const planned = aReturningCase({ returns: [aPlan()] });

  it('is refused while the first is open', () => {
    expect(mayStart(planned, startForm(), doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining('RH-0001 is already open'),
    });
    const home = aReturningCase({ returns: [anUnplanned()] });
    expect(mayStart(home, friday, doing(ayesha))).toMatchObject({
      ok: false,
      because: expect.stringContaining('RH-0001 is already open'),
    });
  });

  it('takes the place of a planned one when the child has gone home already', () => {
    const { about } = started(planned, friday);
    expect(planOf(about).overtakenBy).toBe('RH-0002');
    expect(about.history.at(-1)?.what).toContain('takes the place of RH-0001');
  });

  it('takes the place of a plan that the law no longer allows', () => {
    const made = { ...planned, events: [...planned.events, changed('2026-11-16', 'care-order')] };
    expect(mayStart(made, startForm({ route: 'with-parents' }), doing(ayesha)).ok).toBe(true);
  });

  it('may make a placement of an unplanned return under an order', () => {
    const home = { ...inCare(withParents('2026-11-20')), returns: [anUnplanned({ legalStatus: 'care-order' })] };
    expect(mayStart(home, startForm({ route: 'with-parents' }), doing(ayesha)).ok).toBe(true);
    expect(mayStart(home, startForm({ route: 'planned-discharge' }), doing(ayesha)).ok).toBe(false);
  });

  it('may be started once the child has come back into care', () => {
    const home = started(aReturningCase(), friday).about;
    const back = { ...home, events: [...home.events, lookedAfter('2026-12-01', 's20'), placed('2026-12-01')] };
    expect(mayStart(back, startForm({ day: localDate('2027-01-11') }), doing(ayesha, '2026-12-07')).ok).toBe(true);
  });
});

describe('the child went home on Friday, and nobody had planned it', () => {
  it('goes into the facts at once, so that the visit and the review after it have their days', () => {
    const { about } = started(aReturningCase(), friday);
    expect(about.events.at(-1)).toEqual({ on: '2026-11-20', what: 'returned-home', planned: false });
    const { deadlines } = timetableOf(
      { asOf: localDate('2026-11-23'), bornOn: about.bornOn, events: about.events },
      northmoor.policy,
      northmoor.holidays,
    );
    expect(deadlines.map(({ rule, due }) => `${rule} ${due}`)).toEqual(
      expect.arrayContaining(['R-VIS-21 2026-12-04', 'R-REV-21 2026-12-10']),
    );
  });

  it('is no approval, and asks for none under an order', () => {
    const { about } = started(inCare(), friday);
    expect(planOf(about, 'RH-0002').decision).toEqual({ stands: 'none' });
    expect(about.events.at(-1)).toEqual({ on: '2026-11-20', what: 'placement-started', kind: 'with-parents' });
    expect(about.events.some(({ what }) => what === 'placement-decision-made')).toBe(false);
  });

  it('leaves a child on remand looked after', () => {
    const { about } = started(remanded, friday);
    const facts = { asOf: localDate('2026-11-23'), bornOn: about.bornOn, events: about.events };
    expect(about.events.at(-1)).toMatchObject({ what: 'returned-home' });
    expect(legalStatusOn(facts, localDate('2026-11-23'))).toBe('remand');
  });

  it('tells the IRO at once, and the team manager; not the social worker who said it', () => {
    expect(told(started(aReturningCase(), friday).letters)).toEqual([
      'return.told Olu Bankole',
      'return.told Priya Shah',
      'return.questions Olu Bankole',
      'return.questions Josh Miller',
    ]);
  });

  it('raises a concern with the team manager, and with nobody less', () => {
    const { letters, about } = started(aReturningCase(), {
      ...friday,
      safe: 'concern',
      concern: 'The stepfather is there',
    });
    expect(told(letters).slice(0, 2)).toEqual(['concern.raised Priya Shah', 'return.told Olu Bankole']);
    expect(told(letters).filter((letter) => letter.endsWith('Priya Shah'))).toHaveLength(1);
    expect(letters.slice(0, 2).map(paceOf)).toEqual(['at-once', 'at-once']);
    expect(planOf(about, 'RH-0002').safety).toEqual({ concern: true, words: 'The stepfather is there' });
    expect(about.concerns).toMatchObject([
      {
        id: 'E-0001',
        about: 'unplanned-return',
        after: 'Unplanned return on Fri 20 November 2026',
        says: [{ text: 'The stepfather is there' }],
        state: { at: 'waiting', level: 'team-manager' },
      },
    ]);
    expect(about.history.map(({ what }) => what).slice(-2)).toEqual([
      'RH-0002: the child went home on Fri 20 November 2026, unplanned',
      'E-0001: concern raised (an unplanned return), waiting for the team manager',
    ]);
    expect(JSON.stringify([letters, about.history])).not.toContain('stepfather');
  });

  it('raises none when the child is safe', () => {
    const { about, letters } = started(aReturningCase(), friday);
    expect(about.concerns).toEqual([]);
    expect(new Set(letters.map(paceOf))).toEqual(new Set(['in-hours']));
  });

  it('brings a concern to the next manager when the team manager raised it, or nobody acts for them', () => {
    const concern = { ...friday, safe: 'concern', concern: 'Alone at home' } as const;
    const { letters, about } = started(aReturningCase(), concern, priya);
    expect(told(letters)).toContain('concern.raised Grace Obi');
    expect(about.concerns[0]!.state).toEqual({ at: 'waiting', level: 'service-manager' });
    const bothAway = away(tom, priya, '2026-11-01', '2026-12-01', away(priya, tom, '2026-11-01', '2026-12-01'));
    const outcome = startReturn(aReturningCase(), concern, 'RH-0002', doing(ayesha, '2026-11-23', bothAway), 'E-0001');
    expect(outcome.ok && told(outcome.value.letters)).toContain('concern.raised Grace Obi');
  });

  it('never loses a concern for want of a reference', () => {
    const concern = { ...friday, safe: 'concern', concern: 'Alone at home' } as const;
    expect(() => startReturn(aReturningCase(), concern, 'RH-0002', doing(ayesha))).toThrow('no reference');
  });

  it('writes to the cover of an IRO who is away', () => {
    const leave = away(iroOlu, chloe, '2026-11-23', '2026-11-27');
    const outcome = startReturn(aReturningCase(), friday, 'RH-0002', doing(ayesha, '2026-11-23', leave));
    expect(outcome.ok && told(outcome.value.letters)).toContain('return.told Chloe Davies');
  });

  it('goes before a planned return that was approved, which then waits for nothing', () => {
    const { about } = started(approved(), friday);
    expect(planOf(about)).toMatchObject({ overtakenBy: 'RH-0002', decision: { stands: 'approved' } });
  });
});

describe('the form', () => {
  const typed = {
    case: 'c-1042',
    route: 'unplanned',
    day: '2026-11-20',
    prompted: 'Mother fetched him',
    once: 'x',
    safe: 'yes',
  };

  it('asks first whether the child is safe, and for words when there is a concern', () => {
    expect(readStartForm({ ...typed, safe: undefined })).toMatchObject({
      ok: false,
      beside: { safe: expect.stringContaining('Is the child safe now?') },
    });
    expect(readStartForm({ ...typed, safe: 'concern', concern: ' ' })).toMatchObject({
      ok: false,
      beside: { concern: expect.stringContaining('Your concern') },
    });
    expect(readStartForm(typed)).toMatchObject({ ok: true, value: { case: 'C-1042', safe: 'yes' } });
  });

  it('asks whether the child goes home first only where an order is to be discharged', () => {
    const discharge = { ...typed, route: 'planned-discharge' };
    expect(readStartForm(discharge)).toMatchObject({
      ok: false,
      beside: { homeFirst: expect.stringContaining('Will the child go home before the court discharges the order?') },
    });
    expect(readStartForm({ ...discharge, homeFirst: 'yes' })).toMatchObject({ ok: true, value: { homeFirst: true } });
    expect(readStartForm({ ...discharge, homeFirst: 'no' })).toMatchObject({ ok: true, value: { homeFirst: false } });
    for (const route of ['planned-s20', 'with-parents', 'unplanned', 'sixteen-or-seventeen']) {
      expect(readStartForm({ ...typed, route, homeFirst: 'yes' })).toMatchObject({
        ok: true,
        value: { homeFirst: false },
      });
    }
  });

  it('keeps in the plan that the child goes home first', () => {
    const form = startForm({ route: 'planned-discharge', homeFirst: true });
    expect(planOf(started(inCare(), form).about, 'RH-0002').homeFirst).toBe(true);
  });

  it('takes no word on safety from a planned return', () => {
    expect(readStartForm({ ...typed, route: 'planned-s20', safe: 'concern', concern: 'x' })).toMatchObject({
      ok: true,
      value: { safe: '', concern: '' },
    });
  });

  it.each([
    ['a route nobody knows', { ...typed, route: 'teleport' }, 'route'],
    ['no real day', { ...typed, day: '2026-02-30' }, 'day'],
    ['nothing that prompted it', { ...typed, prompted: '' }, 'prompted'],
    ['a name for a reference', { ...typed, case: 'Alex Bee' }, 'case'],
  ])('refuses %s', (_what, wrong, field) => {
    expect(readStartForm(wrong)).toMatchObject({ ok: false, beside: { [field]: expect.any(String) } });
  });
});
