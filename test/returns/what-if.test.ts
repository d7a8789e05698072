import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/cards/catalogue.ts';
import { saveChange } from '../../src/cases/changes/actions.ts';
import { readChangeForm } from '../../src/cases/changes/form.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import { type LocalDate, localDate, plusDays } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturnNeeds } from '../../src/returns/actions.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { startReturnHome } from '../../src/returns/start/actions.ts';
import { readStartForm } from '../../src/returns/start/form.ts';
import { recordReturn } from '../../src/returns/went/rules.ts';
import { askWhatIf, type TriedOut, tryWhatIf } from '../../src/returns/what-if/actions.ts';
import { readWhatIfForm } from '../../src/returns/what-if/form.ts';
import { type TriedView, triedView, whatIfFormView } from '../../src/returns/what-if/view.ts';
import { LEGAL_STATUSES, PLACEMENT_KINDS } from '../../src/timetable/model.ts';
import { allowed } from '../builders/dispute.ts';
import {
  ayesha,
  ben,
  chloe,
  grace,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
  sightOf,
  supportFiona,
} from '../builders/people.ts';
import {
  aged17,
  aPlan,
  approved,
  aReturningCase,
  doing,
  inCare,
  planOf,
  readyToDecide,
  returnRoom,
} from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { lookedAfter, visited, wentHome } from '../timetable/case-facts.ts';

type Typed = Readonly<Record<string, string>>;

const TODAY = '2026-11-23';
const visitedOnce = aReturningCase({ events: [...aReturningCase().events, visited('2026-11-12')] });
const move = { placement: 'residential', placementOn: '2026-11-13' };
const home = { route: 'planned-s20', day: '2026-12-14' };
const planned = aReturningCase({ returns: [aPlan()] });

async function tryOn(needs: ReturnNeeds, parts: Typed, by: Person = ayesha) {
  const form = readWhatIfForm({ case: 'C-1042', revision: '1', ...parts });
  return form.ok ? tryWhatIf(form.value, by, needs) : form;
}

async function triedOn(about: ReturningCase, parts: Typed, by = ayesha): Promise<TriedOut> {
  const { needs } = await returnRoom(TODAY, [about]);
  return allowed(await tryOn(needs, parts, by));
}

const viewOf = async (about: ReturningCase, parts: Typed): Promise<TriedView> =>
  triedView(await triedOn(about, parts), sightOf(ayesha, at(TODAY)));
const factsOf = async (about: ReturningCase, parts: Typed) =>
  Object.fromEntries((await viewOf(about, parts)).facts.map(({ title, value }) => [title, value]));
const datesOf = (about: ReturningCase, day: LocalDate) => deadlinesOf(about, day, northmoor);

/** What the button that makes it real carries, off the card as it is drawn. */
function makeItReal(tried: TriedOut): Typed {
  const card = render('case.tried', triedView(tried, sightOf(ayesha, at(TODAY))));
  const buttons = card.actions as readonly { readonly title: string; readonly data: Typed }[];
  return buttons.find(({ title }) => title === 'Make it real')!.data;
}

describe('trying something', () => {
  it.each([
    ['a move', move],
    ['a status', { legalStatus: 'care-order', legalStatusOn: '2026-11-20' }],
    ['a planned return', home],
    ['an unplanned return', { route: 'unplanned', day: '2026-11-20' }],
  ])('saves nothing and tells nobody: %s', async (_what, parts) => {
    const { needs, kept, letters } = await returnRoom(TODAY, [visitedOnce]);
    const before = await kept();
    expect((await tryOn(needs, parts)).ok).toBe(true);
    expect(await kept()).toEqual(before);
    expect(await letters()).toEqual([]);
  });

  it('shows the dates now and then, with what moved, what is new and what is gone', async () => {
    const { moved, besides } = await viewOf(visitedOnce, home);
    expect(moved.map(({ before, after, why }) => [before, after, why.split(' ')[0]])).toEqual([
      ['Mon 2 November 2026', 'no longer due', 'Gone'],
      ['Thu 24 December 2026', 'no longer due', 'Gone'],
      ['no date', 'Mon 28 December 2026', 'New'],
      ['no date', 'Sun 3 January 2027', 'New'],
      ['no date', 'Mon 14 June 2027', 'New'],
    ]);
    expect(besides).toEqual([]);
    const same = await viewOf(visitedOnce, move);
    expect(same.besides[0]!.says).toContain('The same: Hold the child’s first review: Mon 2 November 2026');
  });

  it('marks a date that would be late by it, and not one that is late already', async () => {
    const { moved } = await viewOf(visitedOnce, move);
    expect(moved[0]).toMatchObject({ before: 'no date', after: 'Fri 20 November 2026 ⚠ Late' });
    const late = await viewOf(aReturningCase(), { placement: 'residential', placementOn: '2026-11-13' });
    expect(late.moved[0]).toMatchObject({ before: 'Mon 12 October 2026', after: 'Fri 20 November 2026' });
  });

  it('looks at a change still to come on its day, and leaves it until then', async () => {
    const view = await viewOf(visitedOnce, { ...move, placementOn: '2026-12-01' });
    expect(view.quiet).toContain('both sets of dates as on Tue 1 December 2026');
    expect(view.moved[0]).toMatchObject({ before: 'no date', after: 'Tue 8 December 2026' });
    expect(view).toMatchObject({ isChange: false, real: expect.stringContaining('once Tue 1 December 2026 has come') });
  });

  it('takes a change and a return together, the change first', async () => {
    const status = { legalStatus: 'care-order', legalStatusOn: '2026-11-20' };
    const view = await viewOf(visitedOnce, { ...status, route: 'with-parents', day: '2026-12-14' });
    expect(view.lines.map(({ says }) => says)).toEqual([
      'Care order since Fri 20 November 2026',
      'Placement with parents: home on Mon 14 December 2026',
      expect.stringContaining('assessment of the parents is not on record'),
    ]);
    expect(view).toMatchObject({
      isChange: true,
      isReturn: false,
      real: expect.stringContaining('“return home C-1042”'),
    });
  });
});

describe('who would decide', () => {
  it.each([
    ['a return from section 20', visitedOnce, home, 'Nominated officer, today Samuel Okoro', 'reg 39(4)'],
    [
      'a young person of 17',
      aged17(),
      { route: 'sixteen-or-seventeen', day: '2026-12-14' },
      "Director of Children's Services, today Ruth Adeyemi",
      'reg 39(5)',
    ],
    [
      'a return under an order',
      inCare(),
      { route: 'with-parents', day: '2026-12-14' },
      'Nominated officer',
      'reg 18(1)',
    ],
  ])('is named with the reason and the checklist: %s', async (_what, about, parts, who, cite) => {
    expect(await factsOf(about, parts)).toMatchObject({
      'Who approves': expect.stringContaining(who),
      Why: expect.stringContaining(cite),
      Checklist: expect.stringMatching(/: \d+ required questions before the decision$/),
    });
  });

  it('is nobody where no return is tried or planned', async () => {
    expect((await factsOf(visitedOnce, move))['Who approves']).toMatch(/^Nobody here/);
  });

  it('follows another day for the return that is being planned, with what is left of its checklist', async () => {
    const facts = await factsOf(planned, { day: '2026-12-07' });
    expect(facts).toMatchObject({
      Return: 'RH-0001 · ○ Preparing',
      Why: expect.stringContaining('Mon 7 December 2026'),
    });
    const ready = await factsOf(readyToDecide(), { day: '2026-12-07' });
    expect(ready.Checklist).toMatch(/, 0 left$/);
    expect((await viewOf(planned, { day: '2026-12-07' })).isOnChecklist).toBe(true);
  });

  it('is said to fall away when a change of status leaves the planned return without its route', async () => {
    const view = await viewOf(planned, { legalStatus: 'care-order', legalStatusOn: '2026-11-20' });
    expect(view.lines[1]!.says).toMatch(/^⚠ RH-0001 would no longer fit\. .*“Placement with parents”/);
    expect(view.facts[0]!.value).toMatch(/^Nobody here/);
  });
});

describe('what cannot be tried', () => {
  it.each([
    ['nothing', {}, 'at least one thing to try'],
    ['what is so already', { placement: 'foster', placementOn: '2026-10-05' }, 'Nothing would change'],
    ['a status without its day', { legalStatus: 'care-order' }, 'please give the day it changed'],
    ['a mark without a placement', { flags: 'untilEighteen' }, 'choose the placement type too'],
    ['a move to the parents', { ...move, placement: 'with-parents' }, 'Type “return home C-1042”'],
    ['a route without a day', { route: 'planned-s20' }, 'give the day to try'],
    [
      'a route that does not fit',
      { ...home, route: 'with-parents' },
      'The route that fits is “Planned return, section 20”',
    ],
    ['a planned day that has passed', { ...home, day: '2026-11-20' }, 'has passed'],
    ['an unplanned return to come', { route: 'unplanned', day: '2026-12-14' }, 'has not come yet'],
    ['a day beyond the bank holidays', { ...home, day: '2099-01-05' }, 'further ahead than the bank holidays'],
    ['a move beyond the bank holidays', { ...move, placementOn: '2099-01-05' }, 'further ahead than the bank holidays'],
    ['31 February', { ...move, placementOn: '2026-02-31' }, 'is not a real date'],
    ['a route there is not', { ...home, route: 'forged' }, 'choose one from the list'],
  ])('is said in a sentence: %s', async (_what, parts, because) => {
    const { needs } = await returnRoom(TODAY, [visitedOnce]);
    expect(await tryOn(needs, parts)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('is what the facts contradict', async () => {
    const events = [...visitedOnce.events, wentHome('2026-11-02'), lookedAfter('2026-11-10', 's20')];
    const { needs } = await returnRoom(TODAY, [aReturningCase({ events })]);
    expect(await tryOn(needs, { legalStatus: 'care-order', legalStatusOn: '2026-11-02' })).toMatchObject({
      ok: false,
      because: expect.stringContaining('already looked after on Tue 10 November 2026'),
    });
  });

  it('keeps what was typed on the form', () => {
    const asked = { about: visitedOnce, typed: { ...move, route: 'forged', day: 'x' } };
    const view = whatIfFormView(asked, sightOf(ayesha, at(TODAY)), ['Route: please choose one from the list.']);
    expect(view).toMatchObject({ hasProblems: true, typed: { ...move, route: 'forged', day: 'x' } });
  });

  it('reads nothing that the form does not ask for', async () => {
    const { after } = await triedOn(visitedOnce, { ...move, iro: iroNadia.id, happened: 'placement-ended' });
    expect(after.people.iro).toBe(iroOlu.id);
  });
});

describe('who may try', () => {
  it.each([
    ['a worker elsewhere', ben, 'no case C-1042 that you work on'],
    ['business support', supportFiona, 'no case C-1042 that you work on'],
    ['the IRO, who has no part in planning', iroOlu, 'Trying things out is for'],
  ])('is not %s', async (_who, by, because) => {
    const { needs } = await returnRoom(TODAY, [visitedOnce]);
    expect(await tryOn(needs, home, by)).toMatchObject({ ok: false, because: expect.stringContaining(because) });
    const asked = await askWhatIf({ case: 'C-1042', typed: {} }, by, needs);
    expect(asked).toMatchObject({ ok: false, because: expect.stringContaining(because) });
  });

  it('is a manager above for a return, and not for a change that is not theirs', async () => {
    const { needs } = await returnRoom(TODAY, [visitedOnce]);
    expect((await tryOn(needs, home, grace)).ok).toBe(true);
    expect(await tryOn(needs, move, grace)).toMatchObject({
      ok: false,
      because: expect.stringContaining('team manager'),
    });
    expect(whatIfFormView({ about: visitedOnce, typed: {} }, sightOf(grace, at(TODAY))).managesCase).toBe(false);
  });
});

describe('making it real', () => {
  const aDay = fc.integer({ min: -60, max: 0 }).map((days) => plusDays(localDate(TODAY), days));
  const aStatus = fc.record({ legalStatus: fc.constantFrom(...Object.keys(LEGAL_STATUSES)), legalStatusOn: aDay });
  const aMove = fc.record({
    placement: fc.constantFrom(...Object.keys(PLACEMENT_KINDS)),
    placementOn: aDay,
    flags: fc.constantFrom('', 'untilEighteen', 'untilEighteen,childAgrees'),
  });
  const aChange = fc.oneof(
    aStatus,
    aMove,
    fc.tuple(aStatus, aMove).map(([status, to]) => ({ ...status, ...to })),
  );

  it('saves a change with the very dates that were shown', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(aChange, fc.constantFrom(visitedOnce, inCare(), aged17(), planned), async (parts, about) => {
        const { needs, kept } = await returnRoom(TODAY, [about]);
        const tried = await tryOn(needs, parts);
        if (!tried.ok) return;
        const real = makeItReal(tried.value);
        expect(real).toMatchObject(parts);
        allowed(await saveChange(allowed(readChangeForm(real)), ayesha, needs));
        expect(datesOf(await kept(), localDate(TODAY))).toEqual(datesOf(tried.value.after, tried.value.on));
        made += 1;
      }),
      { seed: 2026, numRuns: 150 },
    );
    expect(made).toBeGreaterThan(50);
  });

  it('starts an unplanned return with the very dates that were shown', async () => {
    const days = fc.integer({ min: 0, max: 10 }).map((back) => plusDays(localDate(TODAY), -back));
    await fc.assert(
      fc.asyncProperty(days, fc.constantFrom(visitedOnce, inCare(), aged17(), planned), async (day, about) => {
        const { needs, kept } = await returnRoom(TODAY, [about]);
        const tried = allowed(await tryOn(needs, { route: 'unplanned', day }));
        const form = { ...makeItReal(tried), safe: 'yes', prompted: 'He walked home', once: 'form-9' };
        allowed(await startReturnHome(allowed(readStartForm(form)), ayesha, needs));
        expect(datesOf(await kept(), localDate(TODAY))).toEqual(datesOf(tried.after, localDate(TODAY)));
      }),
      { seed: 2026, numRuns: 40 },
    );
  });

  it('leads a planned return to the very dates that were shown, on the day it is recorded', async () => {
    const plans = [
      [visitedOnce, aPlan()],
      [aged17(), aPlan({ route: 'sixteen-or-seventeen' })],
      [inCare(), aPlan({ route: 'with-parents', legalStatus: 'care-order' })],
      [inCare(), aPlan({ route: 'planned-discharge', legalStatus: 'care-order' })],
    ] as const;
    const ahead = fc.integer({ min: 1, max: 90 }).map((days) => plusDays(localDate('2026-11-24'), days));
    await fc.assert(
      fc.asyncProperty(ahead, fc.constantFrom(...plans), async (day, [child, plan]) => {
        const about = approved(child, { ...plan, plannedFor: day });
        const tried = await triedOn(about, { day });
        const recorded = allowed(recordReturn(about, planOf(about), { day, time: '' }, doing(ayesha, day)));
        expect(datesOf(recorded.about, day)).toEqual(datesOf(tried.after, tried.on));
      }),
      { seed: 2026, numRuns: 60 },
    );
  });

  it('opens the return form with the route and the day, and starts nothing by itself', async () => {
    const real = makeItReal(await triedOn(visitedOnce, home));
    expect(real).toMatchObject({ case: 'C-1042', route: 'planned-s20', day: '2026-12-14' });
    expect(readStartForm({ ...real, once: 'form-9' })).toMatchObject({
      ok: false,
      because: expect.stringContaining('What prompted it'),
    });
  });

  it('is not offered where another return is open already', async () => {
    const about = inCare();
    const open = { ...about, returns: [aPlan({ route: 'with-parents', legalStatus: 'care-order' })] };
    const view = await viewOf(open, { route: 'planned-discharge', day: '2026-12-14' });
    expect(view).toMatchObject({
      isReturn: false,
      isChange: false,
      real: expect.stringContaining('RH-0001 is already open'),
    });
  });

  it('saves nothing when the case has changed since', async () => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    const real = allowed(readChangeForm(makeItReal(allowed(await tryOn(needs, move)))));
    allowed(
      await saveChange(allowed(readChangeForm({ case: 'C-1042', revision: '1', iro: iroNadia.id })), priya, needs),
    );
    const said = await saveChange(real, ayesha, needs);
    expect(said).toMatchObject({ ok: false, because: expect.stringContaining('nothing was saved') });
    expect((await kept()).events).toEqual(visitedOnce.events);
  });

  it('is for the people around the child, whoever holds the card', async () => {
    const { needs, kept } = await returnRoom(TODAY, [visitedOnce]);
    const real = allowed(readChangeForm(makeItReal(allowed(await tryOn(needs, move)))));
    for (const by of [ben, chloe, iroOlu, grace]) expect((await saveChange(real, by, needs)).ok).toBe(false);
    expect((await kept()).revision).toBe(1);
  });
});
