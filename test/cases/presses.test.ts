import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { here, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { aCase } from '../builders/case.ts';
import { ayesha, ben, chloe, iroOlu, northmoor, priya, supportFiona } from '../builders/people.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';

type Part = Record<string, unknown>;

/** People pressing buttons, from the route to the card and on to the next press. */
async function council(day: string, cases: readonly Case[] = [aCase()]) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE]);
  const records = store.records(RETURNING_CASE_SHAPE);
  for (const about of cases) await records.save(about as never);
  const needs = {
    cases: records,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority: northmoor,
    clock: stoppedClock(day),
  };
  const press = async (by: Person, verb: string, typed: Typed) => {
    const card = await ROUTES.find((row) => row.verb === verb)!.press(typed, here(by, false, 'drawn-once', needs));
    return seen(card);
  };
  return { press, needs, records };
}

function seen(card: Part) {
  const parts = partsOf(card);
  const inputs = Object.fromEntries(
    parts.filter(({ type }) => String(type).startsWith('Input.')).map(({ id, value }) => [String(id), value]),
  );
  const buttons = parts.filter(({ type }) => type === 'Action.Execute');
  return {
    card,
    inputs,
    words: parts.map(({ text, title, label }) => [text, title, label].filter(Boolean).join(' ')).join('\n'),
    /** What pressing a button sends: the inputs as they stand, and what the button carries. */
    sends: (title: string, filled: Part = {}) => {
      const button = buttons.find((one) => one.title === title);
      if (!button) throw new Error(`No button ${title} among ${buttons.map((one) => one.title).join(', ')}`);
      return [String(button.verb), { ...inputs, ...(button.data as Part), ...filled }] as const;
    },
    buttons: buttons.map(({ title }) => title),
  };
}

function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}

describe('a visit on a phone', () => {
  it('is three presses from the list: Log visit, Yes, Save visit', async () => {
    const { press } = await council('2026-10-08');
    const list = await press(ayesha, 'deadline.list', {});
    const form = await press(ayesha, ...list.sends('Log visit'));
    const saved = await press(ayesha, ...form.sends('Save visit', { welfare: 'yes' }));
    expect(saved.words).toContain('Visit saved');
    expect(saved.words).toContain('Thu 19 November 2026');
    expect(saved.buttons).toEqual(['Deadlines', 'Note for the record', 'Why these dates?', 'Open the case', 'Undo']);
  });

  it('comes again with what was typed when it was late, naming the day it was due', async () => {
    const { press } = await council('2026-10-14');
    const form = await press(ayesha, 'visit.ask', { case: 'c-1042', day: '2026-10-13' });
    const again = await press(ayesha, ...form.sends('Save visit', { welfare: 'yes', wishes: 'Likes the new school' }));
    expect(again.words).toContain('due by Mon 12 October 2026 and made on Tue 13 October 2026');
    const saved = await press(ayesha, ...again.sends('Save visit', { welfare: 'yes', lateReason: 'Car broke down' }));
    const note = await press(ayesha, ...saved.sends('Note for the record'));
    expect(note.inputs.block).toContain('Likes the new school');
    expect(note.inputs.block).toContain('Car broke down');
  });

  it('comes again when the date is none, and can then be saved', async () => {
    const { press } = await council('2026-10-08');
    const form = await press(ayesha, 'visit.ask', { case: 'C-1042' });
    const again = await press(ayesha, ...form.sends('Save visit', { on: '2026-02-31', welfare: 'concern' }));
    expect(again.words).toContain('is not a real date');
    expect((await press(ayesha, ...again.sends('Save visit', { on: '2026-10-08' }))).words).toContain(
      'Your concern, E-0001, goes to Priya Shah (Team manager) 1:1 now.',
    );
  });
});

describe('a button of an old card', () => {
  it.each([
    ['by somebody else, with a forged case', ben, { case: 'C-1042' }],
    ['with a case there is not', ayesha, { case: 'C-9999' }],
    ['with no case', ayesha, { case: undefined }],
    ['with something that is no reference', ayesha, { case: { $ne: 1 } }],
    ['by business support', supportFiona, { case: 'C-1042' }],
  ])('pressed %s shows nothing of the case', async (_how, by, forged) => {
    const { press, records } = await council('2026-10-08');
    const typed: Typed = { revision: '1', on: '2026-10-08', childSeen: 'true', welfare: 'yes', ...forged };
    for (const verb of [
      'visit.ask',
      'visit.save',
      'review.ask',
      'review.save',
      'case.open',
      'case.update',
      'case.preview',
      'case.change',
      'deadline.why',
    ]) {
      const answer = await press(by, verb, { ...typed, kind: 'looked-after', socialWorker: by.id });
      expect(answer.words).not.toMatch(/AB ·|Foster|Ayesha/);
      expect(answer.words).toContain('That did not go through');
    }
    expect(await records.get('C-1042')).toMatchObject({ revision: 1 });
  });

  it('of a visit form drawn before a review was logged still saves the visit', async () => {
    const { press, records } = await council('2026-10-20', [
      { ...aCase(), events: [...aCase().events, visited('2026-10-08')] },
    ]);
    const form = await press(ayesha, 'visit.ask', { case: 'C-1042' });
    await press(iroOlu, ...(await press(iroOlu, 'review.ask', { case: 'C-1042' })).sends('Save review'));
    expect((await press(ayesha, ...form.sends('Save visit', { welfare: 'yes' }))).words).toContain('Visit saved');
    expect(await records.get('C-1042')).toMatchObject({ revision: 3 });
  });
});

describe('a change', () => {
  it('goes from the form to the moved dates, back to the form, and is saved once', async () => {
    const { press, records } = await council('2026-11-16', [
      { ...aCase(), events: [...aCase().events, visited('2026-11-12')] },
    ]);
    const form = await press(ayesha, 'case.update', { case: 'C-1042' });
    const shown = await press(
      ayesha,
      ...form.sends('Show the moved dates', { placement: 'residential', placementOn: '2026-11-13' }),
    );
    expect(shown.words).toContain('Thu 24 December 2026 → no longer due');
    const back = await press(ayesha, ...shown.sends('Change something'));
    const again = await press(ayesha, ...back.sends('Show the moved dates', { placementOn: '2026-11-14' }));
    expect(again.words).toContain('no date → Sat 21 November 2026');
    const saved = await press(ayesha, ...again.sends('Save'));
    expect(saved.words).toContain('Change saved');
    expect((await press(ayesha, ...again.sends('Save'))).words).toContain('All of this was saved already');
    expect(await records.get('C-1042')).toMatchObject({ revision: 2 });
  });

  it('previewed before somebody else saved is shown again with the dates as they now move', async () => {
    const { press, records } = await council('2026-11-16');
    const form = await press(ayesha, 'case.update', { case: 'C-1042' });
    const shown = await press(
      ayesha,
      ...form.sends('Show the moved dates', { placement: 'residential', placementOn: '2026-11-13' }),
    );
    await press(priya, 'case.change', { case: 'C-1042', revision: '1', socialWorker: chloe.id });
    await records.save({ ...(await records.get('C-1042'))!, people: { ...aCase().people } });
    const again = await press(ayesha, ...shown.sends('Save'));
    expect(again.words).toContain('nothing was saved');
    expect((await press(ayesha, ...again.sends('Save'))).words).toContain('Change saved');
  });

  it('is refused on the form, with what was typed kept', async () => {
    const { press } = await council('2026-11-16');
    const form = await press(ayesha, 'case.update', { case: 'C-1042' });
    const again = await press(
      ayesha,
      ...form.sends('Show the moved dates', { placement: 'with-parents', placementOn: '2026-11-13' }),
    );
    expect(again.words).toContain('return home');
    expect(again.sends('Show the moved dates')[1]).toMatchObject({
      placement: 'with-parents',
      placementOn: '2026-11-13',
    });
  });
});

describe('every card of the room', () => {
  it('is filled in whole, with six buttons at most, and wraps', async () => {
    const { press } = await council('2026-10-13');
    const typed = {
      case: 'C-1042',
      revision: '1',
      on: '2026-10-08',
      kind: 'looked-after',
      childSeen: 'true',
      welfare: 'yes',
      placement: 'other',
      placementOn: '2026-10-12',
    };
    const cards = [
      ...(await Promise.all(
        ['case.list', 'case.update', 'case.preview', 'visit.ask', 'deadline.list', 'deadline.why'].map((verb) =>
          press(ayesha, verb, typed),
        ),
      )),
      await press(iroOlu, 'review.ask', typed),
      await press(priya, 'team.list', {}),
      await press(ayesha, 'visit.save', typed),
    ];
    for (const { card, buttons } of cards) {
      expect(JSON.stringify(card)).not.toMatch(/\$\{|undefined|\[object Object\]|NaN/);
      expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' });
      expect(buttons.length).toBeLessThanOrEqual(6);
      expect(partsOf(card).filter(({ type, wrap }) => type === 'TextBlock' && wrap !== true)).toEqual([]);
      expect(card.fallbackText).not.toMatch(/C-1042|AB/);
    }
  });
});
