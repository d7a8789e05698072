import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { Outcome } from '../../src/refusal.ts';
import { openAfter, saveBreakdown, saveReferral, saveServices, saveStepDown } from '../../src/returns/after/actions.ts';
import { breakDown, learnedBefore, stepDown } from '../../src/returns/after/ending.ts';
import {
  type BreakdownForm,
  readBreakdownForm,
  readHelpForm,
  readReferralForm,
  readServicesForm,
  readStepDownForm,
  type StepDownForm,
} from '../../src/returns/after/form.ts';
import { monitoredUntil, noteReferral } from '../../src/returns/after/rules.ts';
import { answerHelp, checkServices } from '../../src/returns/after/services.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { type Change, isOpen, openReturn } from '../../src/returns/rules.ts';
import { mayStart } from '../../src/returns/start/rules.ts';
import type { Service } from '../../src/returns/transition/model.ts';
import { NOTHING_PLANNED } from '../../src/returns/transition/model.ts';
import { aConcern } from '../builders/case.ts';
import {
  administratorPeter,
  away,
  ayesha,
  ben,
  chloe,
  coordinatorJosh,
  directorRuth,
  grace,
  headHelen,
  iroManagerKaren,
  iroOlu,
  martin,
  nominatedSamuel,
  northmoor,
  priya,
  supportFiona,
  tom,
} from '../builders/people.ts';
import {
  anUnplanned,
  aReturningCase,
  doing,
  inCare,
  planOf,
  returnRoom,
  startForm,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed, wentHome, withParents } from '../timetable/case-facts.ts';

const day = localDate;

const answer = { by: priya.id, at: at('2026-12-02'), says: 'Visited together' };
const dealtWith = aConcern({ state: { at: 'dealt-with', level: 'team-manager', answer } });

/** Home since Fri 20 November 2026, from section 20; six months end on Thu 20 May 2027. */
function home(parts: Partial<ReturnPlan> = {}, about: Partial<ReturningCase> = {}): ReturningCase {
  const child = aReturningCase();
  return { ...child, events: [...child.events, wentHome('2026-11-20')], returns: [anUnplanned(parts)], ...about };
}

function service(id: number, parts: Partial<Service> = {}): Service {
  return { id, name: `Service ${id}`, who: 'Family Centre', startBy: day('2026-12-04'), checked: null, ...parts };
}

const promised = (...services: readonly Service[]) => home({ transition: { ...NOTHING_PLANNED, services } });
const two = promised(service(1), service(2));

function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.because);
  return outcome.value;
}
const kept = (outcome: Outcome<Change>) => planOf(allowed(outcome).about);
const lastLine = (outcome: Outcome<Change>) => allowed(outcome).about.history.at(-1)!.what;
const answersOf = ({ answers }: ReturnPlan) => answers.map(({ item }) => item).sort();

const check = (about: ReturningCase, typed: Readonly<Record<string, string>>, by = ayesha, on = '2026-12-03') =>
  checkServices(about, planOf(about), allowed(readServicesForm({ return: 'RH-0001', ...typed })), doing(by, on));

const stepForm = (parts: Partial<StepDownForm> = {}): StepDownForm => ({
  return: 'RH-0001',
  on: day('2027-05-20'),
  to: 'child-in-need',
  why: 'School and home are settled',
  lead: 'Dawn Hill, school',
  overlapUntil: day('2027-06-17'),
  familyKnows: true,
  whyEarly: '',
  ...parts,
});
const step = (about: ReturningCase, parts: Partial<StepDownForm> = {}, by = priya, on = '2027-05-21') =>
  stepDown(about, planOf(about), stepForm(parts), doing(by, on));
const stepped = (about: ReturningCase, parts: Partial<StepDownForm> = {}) => allowed(step(about, parts)).about;

const breakForm = (parts: Partial<BreakdownForm> = {}): BreakdownForm => ({
  return: 'RH-0001',
  on: day('2027-01-11'),
  backInCare: false,
  why: 'Mother began to drink again',
  learned: 'The parenting course never started',
  ...parts,
});
const broke = (about: ReturningCase, parts: Partial<BreakdownForm> = {}, by = ayesha, on = '2027-01-12') =>
  breakDown(about, planOf(about), breakForm(parts), doing(by, on));
const refer = (about: ReturningCase, on = '2027-01-11', words = 'School is worried', by = ayesha) =>
  noteReferral(about, planOf(about), { return: 'RH-0001', on: day(on), words }, doing(by, '2027-01-12'));

describe('a step down', () => {
  const ends = (about: ReturningCase) => about.events.filter(({ what }) => what === 'child-in-need-ended');

  it('below the child in need plan ends its reviews, once', () => {
    const below = stepped(home(), { to: 'early-help' });
    expect(ends(below)).toEqual([{ on: '2027-05-20', what: 'child-in-need-ended' }]);
    expect(
      ends(stepped(below, { to: 'universal', on: day('2027-05-21'), overlapUntil: day('2027-06-30') })),
    ).toHaveLength(1);
    expect(ends(stepped(home(), { to: 'child-in-need' }))).toEqual([]);
  });

  it('is told to the social worker and the co-ordinator, and not to who decided it', () => {
    const { letters } = allowed(step(home(), { to: 'early-help' }));
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([
      ['return.stepped-down', { person: ayesha.id }],
      ['return.stepped-down', { person: coordinatorJosh.id }],
    ]);
    expect(JSON.stringify(letters)).not.toMatch(/Dawn Hill|settled|C-1042/);
  });
});

describe('whether each promised service has begun', () => {
  it('is kept with who said so and when, and told service by service', () => {
    const checked = check(two, { 'begun-1': 'yes', 'begun-2': 'not-yet', 'about-2': 'Waiting list' });
    expect(kept(checked).transition.services.map((one) => one.checked)).toEqual([
      { begun: true, words: '', by: ayesha.id, at: at('2026-12-03') },
      { begun: false, words: 'Waiting list', by: ayesha.id, at: at('2026-12-03') },
    ]);
    expect(lastLine(checked)).toBe(
      'RH-0001: “Service 1”: begun; “Service 2”: not yet begun, promised by Fri 4 December 2026',
    );
  });

  it('answers the checklist once the last has begun, and not before', () => {
    const one = allowed(check(two, { 'begun-1': 'yes' })).about;
    expect(answersOf(planOf(one))).toEqual([]);
    const both = check(one, { 'begun-2': 'yes' });
    expect(kept(both).answers).toMatchObject([{ item: 'SUP-01', answer: 'done', by: ayesha.id }]);
  });

  it('needs words once its day has passed without it, and the history marks it', () => {
    expect(check(two, { 'begun-1': 'not-yet' }, ayesha, '2026-12-04').ok).toBe(true);
    expect(check(two, { 'begun-1': 'not-yet' }, ayesha, '2026-12-05')).toMatchObject({
      ok: false,
      beside: { 'about-1': expect.stringContaining('was to start by Fri 4 December 2026 and has not') },
    });
    const late = check(two, { 'begun-1': 'not-yet', 'about-1': 'No worker' }, ayesha, '2026-12-05');
    expect(lastLine(late)).toContain('⚠ “Service 1”: not yet begun');
  });

  it('says in the history what it was before', () => {
    const waiting = allowed(check(two, { 'begun-1': 'not-yet' })).about;
    expect(lastLine(check(waiting, { 'begun-1': 'yes' }))).toBe('RH-0001: “Service 1”: not yet begun → begun');
  });

  it('is not taken back by an old card', () => {
    const begun = allowed(check(two, { 'begun-1': 'yes' }, priya)).about;
    expect(check(begun, { 'begun-1': 'not-yet', 'about-1': 'No' })).toMatchObject({
      ok: false,
      beside: { 'begun-1': expect.stringContaining('Priya Shah has recorded since that it has begun') },
    });
  });

  it('changes nothing when the same is said again', () => {
    const said = { 'begun-1': 'yes', 'begun-2': 'not-yet' };
    const once = allowed(check(two, said)).about;
    expect(allowed(check(once, said)).about).toBe(once);
  });

  it.each([
    ['nothing answered', {}, 'Nothing was answered'],
    ['a service that there is not', { 'begun-9': 'yes' }, 'has no service number 9'],
  ])('refuses %s', (_what, typed: Record<string, string>, because) => {
    expect(check(two, typed)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it.each([
    ['an answer that is not in the list', { 'begun-1': 'perhaps' }, 'please choose one from the list'],
    ['words without an answer', { 'begun-1': '', 'about-1': 'Soon' }, 'please choose one from the list'],
    ['words without end', { 'begun-1': 'yes', 'about-1': 'x'.repeat(2001) }, 'under 2000 characters'],
    ['no return', { return: 'C-1042', 'begun-1': 'yes' }, 'is named like RH-0001'],
  ])('refuses %s', (_what, typed, because) => {
    expect(readServicesForm({ return: 'RH-0001', ...typed })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });

  it('leaves a service that was not answered as it is', () => {
    expect(readServicesForm({ return: 'RH-0001', 'begun-1': '', 'about-1': '' })).toMatchObject({
      value: { checks: [] },
    });
  });
});

describe('whether the family is pulling out of help', () => {
  const answer = (about: ReturningCase, typed: Readonly<Record<string, string>>, by = ayesha) =>
    answerHelp(about, planOf(about), allowed(readHelpForm({ return: 'RH-0001', ...typed })), doing(by, '2027-01-04'));

  it.each([
    ['no', '', 'Pulling out of help: No', 'pulling out of help: no'],
    ['yes', 'Two sessions missed', 'Pulling out of help: Yes. Two sessions missed', 'pulling out of help: ⚠ yes'],
  ])('answers the checklist: %s', (pullingOut, words, note, what) => {
    const answered = answer(home(), { pullingOut, words });
    expect(kept(answered).answers).toMatchObject([{ item: 'SUP-04', answer: 'done', note, by: ayesha.id }]);
    expect(lastLine(answered)).toContain(what);
    const { about } = allowed(answered);
    expect(allowed(answer(about, { pullingOut, words })).about).toBe(about);
  });

  it('is answered once: another answer is told of the first', () => {
    const { about } = allowed(answer(home(), { pullingOut: 'no' }, priya));
    for (const by of [ayesha, priya]) {
      expect(answer(about, { pullingOut: 'yes', words: 'Now they are' }, by)).toMatchObject({
        ok: false,
        because: 'Priya Shah answered this on Mon 4 January 2027. To change it, open the checklist.',
      });
    }
  });

  it('needs words when they are, and is for those who plan the return', () => {
    expect(readHelpForm({ return: 'RH-0001', pullingOut: 'yes', words: ' ' })).toMatchObject({
      ok: false,
      beside: { words: expect.anything() },
    });
    expect(readHelpForm({ return: 'RH-0001', pullingOut: '' })).toMatchObject({ ok: false });
    for (const by of [iroOlu, coordinatorJosh, ben]) expect(answer(home(), { pullingOut: 'no' }, by).ok).toBe(false);
    expect(answer(home({ wentHomeOn: null }), { pullingOut: 'no' }).ok).toBe(false);
    expect(answer(allowed(broke(home())).about, { pullingOut: 'no' }).ok).toBe(false);
  });
});

describe('a step down', () => {
  it('is kept with who leads, and answers what it is the answer to', () => {
    const done = step(home());
    expect(kept(done).after.stepDowns).toMatchObject([
      { to: 'child-in-need', lead: 'Dawn Hill, school', overlapUntil: '2027-06-17', by: priya.id, whyEarly: '' },
    ]);
    expect(answersOf(kept(done))).toEqual(['STP-01', 'STP-02', 'STP-03']);
    expect(lastLine(done)).toBe(
      'RH-0001: stepped down on Thu 20 May 2027: Child in need plan; Dawn Hill, school leads',
    );
  });

  it('waits for six months of monitoring, to the day that the timetable gives, unless somebody says why', () => {
    expect(monitoredUntil(planOf(home()))).toBe('2027-05-20');
    const early = step(home(), { on: day('2027-05-19') });
    expect(early).toMatchObject({
      ok: false,
      beside: { whyEarly: expect.stringContaining('advice from research, not law') },
    });
    const why = 'The family has moved in with grandparents';
    expect(kept(step(home(), { on: day('2027-05-19'), whyEarly: why })).after.stepDowns[0]!.whyEarly).toBe(why);
    expect(kept(step(home(), { whyEarly: why })).after.stepDowns[0]!.whyEarly).toBe('');
  });

  it.each([
    ['the day itself', '2027-05-20', false],
    ['the day before', '2027-05-19', false],
    ['the day after', '2027-05-21', true],
    ['a year later', '2028-05-20', true],
    ['a slip of the year', '2028-05-21', false],
  ])('overlaps the handover: until %s', (_when, until, may) => {
    const said = step(home(), { overlapUntil: day(until) });
    expect(said.ok).toBe(may);
    if (!said.ok) expect(Object.keys(said.beside)).toEqual(['overlapUntil']);
  });

  it('is refused until the family knows the way back', () => {
    expect(step(home(), { familyKnows: false })).toMatchObject({
      ok: false,
      beside: { familyKnows: expect.stringContaining('Tell the family first') },
    });
  });

  it.each([
    ['a day to come', '2027-05-22', 'has not come yet'],
    ['a day before the return', '2026-11-19', 'is before the child went home, on Fri 20 November 2026'],
  ])('is refused on %s', (_what, on, because) => {
    expect(step(home(), { on: day(on) })).toMatchObject({
      ok: false,
      beside: { on: expect.stringContaining(because) },
    });
  });

  it('goes further down, never up, and never twice to the same', () => {
    const once = stepped(home(), { to: 'early-help' });
    const later = { on: day('2027-05-21'), overlapUntil: day('2027-07-01') };
    for (const to of ['child-in-need', 'early-help'] as const)
      expect(step(once, { ...later, to })).toMatchObject({
        ok: false,
        beside: { to: expect.stringContaining('never up') },
      });
    const down = step(once, { ...later, to: 'universal' });
    expect(kept(down).after.stepDowns.map(({ to }) => to)).toEqual(['early-help', 'universal']);
    expect(lastLine(down)).toContain('Early help (CAF or TAF) → Universal services only');
    expect(step(once, { to: 'universal', on: day('2027-05-19'), whyEarly: 'x' })).toMatchObject({
      beside: { on: expect.stringContaining('before the last step down') },
    });
    expect(
      step(stepped(once, { ...later, to: 'universal' }), { ...later, to: 'universal', why: 'Again' }),
    ).toMatchObject({
      because: expect.stringContaining('there is no step left'),
    });
  });

  it.each([
    ['is not recorded yet', home({ wentHomeOn: null }), 'is not recorded as a return yet'],
    ['gave way to another', home({ overtakenBy: 'RH-0002' }), 'RH-0002 has taken the place of RH-0001'],
    ['ended back in care', home({}, { events: [...home().events, lookedAfter('2027-01-11', 's20')] }), 'back in care'],
    ['broke down', allowed(broke(home())).about, 'recorded that RH-0001 broke down'],
    [
      'is a placement: the order stands',
      { ...inCare(withParents('2026-11-20')), returns: home().returns },
      'still looked after',
    ],
    ['left a concern waiting', home({}, { concerns: [aConcern()] }), 'Concern E-0001 is waiting'],
  ])('is refused where the return %s', (_how, about, because) => {
    expect(step(about)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('is no longer held up by a concern that was dealt with', () => {
    expect(step(home({}, { concerns: [dealtWith] })).ok).toBe(true);
  });

  it.each([
    ['a day that is none', { on: '2027-02-31' }, 'is not a real date'],
    ['no reason', { why: '' }, 'Why now (never to free capacity): please fill this in'],
    ['nobody who leads', { lead: ' ' }, 'Lead professional and agency: please fill this in'],
    ['somewhere else', { to: 'care' }, 'please choose one from the list'],
    ['no end of the overlap', { overlapUntil: '' }, 'Social worker stays until: please give a date'],
  ])('refuses %s on the form', (_what, typed, because) => {
    expect(readStepDownForm({ ...stepForm(), familyKnows: 'true', ...typed })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });

  it('takes a toggle that was not sent for “no”', () => {
    const { familyKnows: _none, ...rest } = stepForm();
    expect(readStepDownForm(rest)).toMatchObject({ ok: true, value: { familyKnows: false } });
  });
});

describe('a breakdown', () => {
  it('ends the return and keeps what was learned', () => {
    const done = broke(home());
    const { about } = allowed(done);
    expect(planOf(about).after.breakdown).toMatchObject({ why: 'Mother began to drink again', by: ayesha.id });
    expect(isOpen(planOf(home()), home())).toBe(true);
    expect(isOpen(planOf(about), about)).toBe(false);
    expect(openReturn(about)).toBeUndefined();
    expect(answersOf(planOf(about))).toEqual(['MON-11']);
    expect(lastLine(done)).toBe('RH-0001: the return broke down on Mon 11 January 2027; the child is not back in care');
  });

  it('counts a child back in care for the figures, and makes up no care of its own', () => {
    const done = broke(home(), { backInCare: true });
    expect(answersOf(kept(done))).toEqual(['MON-11', 'MON-12']);
    expect(allowed(done).about.events).toEqual(home().events);
  });

  it('is told to the IRO, the team manager and the service manager, in no word of the case', () => {
    const { letters } = allowed(broke(home()));
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual(
      [iroOlu, priya, grace].map(({ id }) => ['return.broke-down', { person: id }]),
    );
    for (const { key, facts } of letters) expect(key + JSON.stringify(facts)).not.toMatch(/C-1042|drink|course|AB/);
  });

  it('is not told to whoever recorded it, and goes to whoever covers', () => {
    const leave = away(priya, tom, '2027-01-12', '2027-01-12');
    const plan = planOf(home());
    const covered = allowed(breakDown(home(), plan, breakForm(), doing(grace, '2027-01-12', leave))).letters;
    expect(covered.map(({ to }) => to)).toEqual([{ person: iroOlu.id }, { person: tom.id }]);
  });

  it('can be recorded once the new care is on record already', () => {
    const back = home({}, { events: [...home().events, lookedAfter('2027-01-11', 's20'), placed('2027-01-11')] });
    expect(broke(back, { backInCare: true }).ok).toBe(true);
  });

  it('lets a new return be started, which shows what was learned from this one', () => {
    const { about } = allowed(broke(home(), { backInCare: true }));
    const again: ReturningCase = {
      ...about,
      events: [...about.events, lookedAfter('2027-01-11', 's20'), placed('2027-01-11')],
    };
    const form = startForm({ day: day('2027-03-01') });
    expect(mayStart(again, form, doing(ayesha, '2027-01-12')).ok).toBe(true);
    expect(learnedBefore(again)).toEqual([
      'RH-0001: home on Fri 20 November 2026, broke down on Mon 11 January 2027: Mother began to drink again · Learned: The parenting course never started',
    ]);
  });

  it('is missed where a child came back and nobody said why', () => {
    const back = home({}, { events: [...home().events, lookedAfter('2027-01-11', 's20')] });
    expect(learnedBefore(back)).toEqual([expect.stringContaining('Nobody has recorded what was learned')]);
    expect(learnedBefore(home())).toEqual([]);
    expect(learnedBefore(home({ overtakenBy: 'RH-0002' }))).toEqual([]);
  });

  it.each([
    ['a day to come', { on: day('2027-01-13') }, 'has not come yet'],
    ['a day before the return', { on: day('2026-11-19') }, 'before the child went home'],
  ])('is refused on %s', (_what, parts, because) => {
    expect(broke(home(), parts)).toMatchObject({ ok: false, beside: { on: expect.stringContaining(because) } });
  });

  it('is recorded once: another account is told of the first', () => {
    const { about } = allowed(broke(home(), {}, priya));
    expect(broke(about, { why: 'It was me' })).toMatchObject({
      ok: false,
      because: 'Priya Shah recorded that RH-0001 broke down on Mon 11 January 2027. Nothing was changed.',
    });
  });

  it.each([
    ['no reason', { why: '' }, 'Why it broke down: please fill this in'],
    ['nothing learned', { learned: '  ' }, 'What was learned: please fill this in'],
    ['no day', { on: '' }, 'When it broke down: please give a date'],
  ])('refuses %s on the form', (_what, typed, because) => {
    expect(readBreakdownForm({ ...breakForm(), ...typed })).toMatchObject({
      ok: false,
      because: expect.stringContaining(because),
    });
  });
});

describe('a new referral', () => {
  it('is noted for the figures, and may be noted again when there is another', () => {
    const once = refer(home());
    expect(answersOf(kept(once))).toEqual(['MON-12']);
    expect(lastLine(once)).toBe('RH-0001: new referral on Mon 11 January 2027');
    const { about } = allowed(once);
    expect(allowed(refer(about)).about).toBe(about);
    expect(kept(refer(about, '2027-01-11', 'Police were called')).after.reReferrals).toHaveLength(2);
  });

  it('may come after a breakdown, and not after another return took this one’s place', () => {
    expect(refer(allowed(broke(home())).about).ok).toBe(true);
    expect(refer(home({ overtakenBy: 'RH-0002' })).ok).toBe(false);
    expect(refer(home({ wentHomeOn: null })).ok).toBe(false);
  });

  it.each([
    ['a day to come', '2027-01-13'],
    ['a day before the return', '2026-11-19'],
  ])('is refused on %s', (_what, on) => {
    expect(refer(home(), on)).toMatchObject({ ok: false, beside: { on: expect.anything() } });
  });

  it('wants a day and words', () => {
    expect(readReferralForm({ return: 'RH-0001', on: '', words: '' })).toMatchObject({
      beside: { on: expect.anything(), words: expect.anything() },
    });
  });
});

describe('who may', () => {
  const acts = {
    services: (by: Person, council = northmoor) =>
      checkServices(
        two,
        planOf(two),
        allowed(readServicesForm({ return: 'RH-0001', 'begun-1': 'yes' })),
        doing(by, '2026-12-03', council),
      ),
    stepDown: (by: Person, council = northmoor) =>
      stepDown(home(), planOf(home()), stepForm(), doing(by, '2027-05-21', council)),
    breakdown: (by: Person, council = northmoor) =>
      breakDown(home(), planOf(home()), breakForm(), doing(by, '2027-01-12', council)),
    referral: (by: Person) => refer(home(), '2027-01-11', 'School is worried', by),
  };

  it.each([
    //                                        services step down breakdown referral
    ['the social worker', ayesha, true, false, true, true],
    ['the team manager', priya, true, true, true, true],
    ['the service manager', grace, true, true, true, true],
    ['the head of service', headHelen, true, true, true, true],
    ['the Director', directorRuth, true, true, true, true],
    ['the child in need co-ordinator', coordinatorJosh, false, true, true, true],
    ['the IRO', iroOlu, false, false, false, false],
    ['the IRO manager', iroManagerKaren, false, false, false, false],
    ['the nominated officer', nominatedSamuel, false, false, false, false],
    ['a social worker elsewhere', ben, false, false, false, false],
    ['a colleague of the team', chloe, false, false, false, false],
    ['a team manager elsewhere', tom, false, false, false, false],
    ['a service manager elsewhere', martin, false, false, false, false],
    ['business support', supportFiona, false, false, false, false],
    ['the administrator', administratorPeter, false, false, false, false],
  ] as const)('%s', (_who, by, services, down, breakdown, referral) => {
    expect([acts.services(by).ok, acts.stepDown(by).ok, acts.breakdown(by).ok, acts.referral(by).ok]).toEqual([
      services,
      down,
      breakdown,
      referral,
    ]);
  });

  it('whoever covers, for what the absent one may', () => {
    const worker = (on: string) => away(ayesha, chloe, on, on);
    expect(acts.services(chloe, worker('2026-12-03')).ok).toBe(true);
    expect(acts.breakdown(chloe, worker('2027-01-12')).ok).toBe(true);
    expect(acts.stepDown(chloe, worker('2027-05-21')).ok).toBe(false);
    expect(acts.stepDown(tom, away(priya, tom, '2027-05-21', '2027-05-21')).ok).toBe(true);
  });

  it('is told who does', () => {
    expect(acts.stepDown(ayesha)).toMatchObject({ because: expect.stringContaining('child in need co-ordinator') });
  });
});

describe('pressed twice', () => {
  it.each([
    [
      'services',
      (room: Room) =>
        saveServices({ return: 'RH-0001', checks: [{ service: 1, begun: true, words: '' }] }, ayesha, room.needs),
    ],
    ['a step down', (room: Room) => saveStepDown(stepForm(), priya, room.needs)],
    ['a breakdown', (room: Room) => saveBreakdown(breakForm(), ayesha, room.needs)],
    [
      'a referral',
      (room: Room) => saveReferral({ return: 'RH-0001', on: day('2027-01-11'), words: 'Police' }, ayesha, room.needs),
    ],
  ])('%s is one record, also when both presses come at once', async (_what, save) => {
    const room = await returnRoom('2027-05-21', [promised(service(1))]);
    const both = await Promise.all([save(room), save(room)]);
    expect(both).toMatchObject([{ ok: true }, { ok: true }]);
    const about = await room.kept();
    expect(await save(room)).toMatchObject({ ok: true });
    expect(await room.kept()).toEqual(about);
    expect(about.revision).toBe(2);
  });

  it('a breakdown is told once', async () => {
    const room = await returnRoom('2027-01-12', [home()]);
    await saveBreakdown(breakForm(), ayesha, room.needs);
    await saveBreakdown(breakForm(), ayesha, room.needs);
    expect(await room.letters()).toHaveLength(3);
  });
});

describe('opening it', () => {
  it('is for whoever may see the case, once the child went home', async () => {
    const room = await returnRoom('2026-12-03', [home()]);
    for (const by of [ayesha, iroOlu, coordinatorJosh, grace])
      expect((await openAfter({ return: 'RH-0001' }, by, room.needs)).ok).toBe(true);
    for (const by of [ben, supportFiona])
      expect((await openAfter({ return: 'RH-0001' }, by, room.needs)).ok).toBe(false);
    const before = await returnRoom('2026-11-19', [home({ wentHomeOn: null })]);
    expect(await openAfter({ return: 'RH-0001' }, ayesha, before.needs)).toMatchObject({
      because: expect.stringContaining('is not recorded as a return yet'),
    });
  });
});

type Room = Awaited<ReturnType<typeof returnRoom>>;
