import type { Authority } from '../../src/authority/model.ts';
import type { Case } from '../../src/cases/model.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Person } from '../../src/people/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { here, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { aCase } from '../builders/case.ts';
import { northmoor } from '../builders/people.ts';
import { stoppedClock } from '../fakes/stopped-clock.ts';

type Part = Record<string, unknown>;

/** People pressing the buttons of cards, from the route to the card and on to the next press. */
export async function pressing(
  day: string,
  cases: readonly Case[] = [aCase()],
  authority: Authority = northmoor,
  time = '10:00',
) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE, DISPUTE_SHAPE, DIARY_SHAPE]);
  const records = store.records(RETURNING_CASE_SHAPE);
  for (const about of cases) await records.save(about as never);
  const clock = stoppedClock(day, time);
  const needs = {
    cases: records,
    disputes: store.records(DISPUTE_SHAPE),
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority,
    clock,
  };
  const press = async (by: Person, verb: string, typed: Typed) =>
    seen(await ROUTES.find((row) => row.verb === verb)!.press(typed, here(by, false, 'drawn-once', needs)));
  return {
    press,
    needs,
    clock,
    store,
    kept: async (id = 'C-1042') => (await records.get(id))!,
    putOff: async ({ id }: Person) => (await needs.diaries.get(id))?.putOff ?? [],
  };
}

export type Pressed = ReturnType<typeof seen>;

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
    choices: parts.flatMap(({ choices }) => (Array.isArray(choices) ? choices : [])).map(({ value }) => String(value)),
    /** What pressing a button sends: the inputs as they stand, unless it sends none, and what the button carries. */
    sends: (title: string, filled: Part = {}) => {
      const button = buttons.find((one) => one.title === title);
      if (!button) throw new Error(`No button ${title} among ${buttons.map((one) => one.title).join(', ')}`);
      const typed = button.associatedInputs === 'none' ? {} : inputs;
      return [String(button.verb), { ...typed, ...(button.data as Part), ...filled }] as const;
    },
    buttons: buttons.map(({ title }) => String(title)),
  };
}

function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}
