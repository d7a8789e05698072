import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { NOTHING_PLANNED, type Service } from '../../src/returns/transition/model.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { LETTER_CARDS } from '../../src/teams/post/letters.ts';
import { here, type Needs } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { aConcern } from '../builders/case.ts';
import { ayesha, ben, coordinatorJosh, grace, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { anUnplanned, aReturningCase, planOf } from '../builders/returning-case.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed, wentHome, withParents } from '../timetable/case-facts.ts';

type Wire = Record<string, unknown>;

const course: Service = {
  id: 1,
  name: 'Parenting course',
  who: 'Family Centre',
  startBy: localDate('2026-12-04'),
  checked: null,
};

function home(parts: Partial<ReturnPlan> = {}): ReturningCase {
  const child = aReturningCase();
  const plan = anUnplanned({ transition: { ...NOTHING_PLANNED, services: [course] }, ...parts });
  return { ...child, events: [...child.events, wentHome('2026-11-20')], returns: [plan] };
}

async function council(about: ReturningCase, day = '2026-12-14') {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE, DIARY_SHAPE as never]);
  const cases = store.records(RETURNING_CASE_SHAPE);
  await cases.save(about);
  const clock = stoppedClock(day);
  const needs: Needs = {
    cases,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority: northmoor,
    clock,
  };
  const kept = async () => (await cases.get('C-1042'))!;
  return {
    clock,
    kept,
    cases,
    press: async (by: Person, verb: string, typed: Wire = { return: 'RH-0001' }) => {
      const found = ROUTES.find((row) => row.verb === verb)!;
      return shown(await found.press(typed, here(by, false, 'once-1', needs)));
    },
    drawn: async () => {
      const letters = await store.outbox.of({ kind: 'case', id: 'C-1042' });
      return Promise.all(
        letters.map(async (letter) => {
          const reader = northmoor.register.get('person' in letter.to ? letter.to.person : '')!;
          return {
            letter,
            card: (await LETTER_CARDS[letter.kind](letter, sightOf(reader, clock.now()), needs)) as Card,
          };
        }),
      );
    },
  };
}

function shown(card: Card) {
  const all = parts(card);
  const buttons = all.filter(({ type }) => type === 'Action.Execute');
  const inputs = all.filter(({ type }) => String(type).startsWith('Input.'));
  return {
    text: JSON.stringify(card),
    buttons: buttons.map(({ title }) => title),
    inputs: Object.fromEntries(inputs.map(({ id, value }) => [String(id), value ?? ''])),
    sends: (title: string, typed: Wire = {}): Wire => ({
      ...Object.fromEntries(inputs.map(({ id, value }) => [String(id), value ?? ''])),
      ...(buttons.find((one) => one.title === title)!.data as Wire),
      ...typed,
    }),
  };
}

function parts(part: unknown): Wire[] {
  if (Array.isArray(part)) return part.flatMap(parts);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Wire, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : parts(value)))];
}

describe('after the return', () => {
  it('offers each reader what they may do, and no more', async () => {
    const { press } = await council(home());
    const all = ['Has it begun?', 'Step down', 'It broke down', 'New referral', 'This return'];
    for (const [by, buttons] of [
      [priya, all],
      [ayesha, all.filter((title) => title !== 'Step down')],
      [coordinatorJosh, all.slice(1)],
      [iroOlu, ['This return']],
    ] as const)
      expect((await press(by, 'after.open')).buttons).toEqual(buttons);
    expect((await press(ben, 'after.open')).text).toContain('There is no return RH-0001 for you to see');
  });

  it('marks a service as late from the day after it was promised', async () => {
    for (const [day, says] of [
      ['2026-12-04', '○ Not yet: Parenting course (Family Centre), by Fri 4 December 2026'],
      ['2026-12-05', '⚠ Not begun: Parenting course (Family Centre), promised by Fri 4 December 2026'],
    ] as const) {
      const { press } = await council(home(), day);
      expect((await press(iroOlu, 'after.open')).text).toContain(says);
    }
  });

  it('offers no step down while the child is still in care at home, but the court’s discharge where that comes', async () => {
    const child = { ...aReturningCase(), events: [lookedAfter('2026-10-05', 'care-order'), withParents('2026-11-20')] };
    const parts = { legalStatus: 'care-order', transition: NOTHING_PLANNED } as const;
    const plans = { stays: { route: 'with-parents' }, ends: { route: 'planned-discharge', homeFirst: true } } as const;
    for (const [how, more] of [
      ['stays', []],
      ['ends', ['Record the court’s discharge']],
    ] as const) {
      const { press } = await council({ ...child, returns: [anUnplanned({ ...parts, ...plans[how] })] });
      const buttons = ['It broke down', 'New referral', ...more, 'This return'];
      expect((await press(priya, 'after.open')).buttons).toEqual(buttons);
    }
  });

  it('answers the second question where it is asked', async () => {
    const { press, kept } = await council(home(), '2027-01-04');
    const form = await press(ayesha, 'after.ask-help');
    const again = await press(ayesha, 'after.help', form.sends('Save', { pullingOut: 'yes' }));
    expect(again.text).toContain('say in a few words what makes you think so');
    expect(again.inputs).toMatchObject({ pullingOut: 'yes' });
    await press(ayesha, 'after.help', again.sends('Save', { words: 'Two sessions missed' }));
    expect(planOf(await kept()).answers).toMatchObject([{ item: 'SUP-04' }]);
    expect((await press(ayesha, 'after.ask-help')).text).toContain('Ayesha Khan answered this');
  });

  it('asks about each service, marks what is late, and says so when all have begun', async () => {
    const { press, kept } = await council(home());
    const record = await press(ayesha, 'after.open');
    expect(record.text).toContain('⚠ Not begun: Parenting course (Family Centre), promised by Fri 4 December 2026');
    const form = await press(ayesha, 'after.ask-services', record.sends('Has it begun?'));
    const again = await press(ayesha, 'after.services', form.sends('Save', { 'begun-1': 'not-yet' }));
    expect(again.text).toContain('was to start by Fri 4 December 2026 and has not');
    expect(again.inputs).toEqual({ 'begun-1': 'not-yet', 'about-1': '' });
    const saved = await press(ayesha, 'after.services', again.sends('Save', { 'begun-1': 'yes' }));
    expect(saved.text).toContain('✓ Begun: Parenting course');
    expect(saved.buttons).not.toContain('Has it begun?');
    expect(planOf(await kept()).answers).toMatchObject([{ item: 'SUP-01' }]);
    expect((await press(ayesha, 'after.ask-services')).text).toContain('There is nothing left to ask');
  });

  it('steps down with a reason when it is early, and keeps what was typed', async () => {
    const { press, kept } = await council(home());
    const form = await press(priya, 'after.ask-step-down');
    expect(form.inputs).toMatchObject({ on: '2026-12-14', to: 'child-in-need', familyKnows: 'false', whyEarly: '' });
    const typed = { why: 'Settled', lead: 'Dawn Hill, school', overlapUntil: '2027-01-11' };
    const again = await press(priya, 'after.step-down', form.sends('Save step down', typed));
    expect(again.text).toContain('Tell the family first');
    expect(again.text).toContain('Why before six months: monitoring runs to Thu 20 May 2027');
    expect(again.inputs).toMatchObject(typed);
    const whole = again.sends('Save step down', { familyKnows: 'true', whyEarly: 'Grandmother has moved in' });
    for (const _press of ['one', 'two']) {
      const saved = await press(priya, 'after.step-down', whole);
      expect(saved.text).toContain('Before six months because: Grandmother has moved in');
    }
    expect(planOf(await kept()).after.stepDowns).toHaveLength(1);
  });

  it('asks for no reason once six months have passed', async () => {
    const { press } = await council(home(), '2027-05-20');
    expect((await press(priya, 'after.ask-step-down')).inputs).not.toHaveProperty('whyEarly');
    const early = await council(home(), '2027-05-19');
    expect((await early.press(priya, 'after.ask-step-down')).inputs).toHaveProperty('whyEarly');
  });

  it('opens no form that could not be saved', async () => {
    const worried = await council({ ...home(), concerns: [aConcern()] });
    const refused = await worried.press(priya, 'after.ask-step-down');
    expect(refused.text).toContain('Concern E-0001 is waiting for an answer');
    expect(refused.text).toContain('After the return');
    const { press } = await council(home({ wentHomeOn: null }));
    for (const verb of ['after.open', 'after.ask-services', 'after.ask-breakdown', 'after.ask-referral'])
      expect((await press(ayesha, verb)).text).toContain('is not recorded as a return yet');
  });

  it('ends with a breakdown, tells three people what was learned, and asks for the new care', async () => {
    const { press, kept, drawn, cases } = await council(home());
    const form = await press(ayesha, 'after.ask-breakdown');
    expect(form.inputs).toMatchObject({ on: '2026-12-14', backInCare: 'false' });
    const typed = { backInCare: 'true', why: 'Mother drank', learned: 'The course never started' };
    const saved = await press(ayesha, 'after.breakdown', form.sends('Save: it broke down', typed));
    expect(saved.text).toContain('✕ Broke down on Mon 14 December 2026');
    expect(saved.text).toContain('type “update C-1042”');
    expect(saved.buttons).toEqual(['Record the new care', 'New referral', 'This return']);
    await press(ayesha, 'after.breakdown', form.sends('Save: it broke down', typed));
    const letters = await drawn();
    expect(letters.map(({ letter }) => ('person' in letter.to ? letter.to.person : '')).sort()).toEqual(
      [iroOlu, priya, grace].map(({ id }) => id).sort(),
    );
    for (const { card, letter } of letters) {
      expect(JSON.stringify(card)).toContain('The course never started');
      expect(card.fallbackText).toBe('A return home broke down: RH-0001');
      expect(letter.key + JSON.stringify(letter.facts)).not.toMatch(/C-1042|AB|drank|course/);
    }
    const about = await kept();
    const events = [...about.events, lookedAfter('2026-12-14', 's20'), placed('2026-12-14')];
    await cases.save({ ...about, events });
    const after = await press(ayesha, 'after.open');
    expect(after.buttons).toEqual(['New referral', 'This return']);
    expect(after.text).not.toContain('is not recorded yet');
  });

  it('notes a referral', async () => {
    const { press, kept } = await council(home());
    const form = await press(coordinatorJosh, 'after.ask-referral');
    const again = await press(
      coordinatorJosh,
      'after.referral',
      form.sends('Save referral', { on: '2026-12-15', words: 'Police' }),
    );
    expect(again.text).toContain('has not come yet');
    expect(again.inputs.words).toBe('Police');
    const saved = await press(coordinatorJosh, 'after.referral', again.sends('Save referral', { on: '2026-12-14' }));
    expect(saved.text).toContain('New referral on Mon 14 December 2026: Police');
    expect(planOf(await kept()).after.reReferrals).toHaveLength(1);
  });
});
