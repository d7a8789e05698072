import { describe, expect, it } from 'vitest';
import { here, type Typed } from '../../src/teams/route.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { ayesha } from '../builders/people.ts';
import { council, DRAWN, ofType, type Part } from './drawn.ts';

/** Buttons that ask for a list, an empty form or a choice: no record is meant, so none is named. */
const NAMES_NO_RECORD = [
  'case.ask',
  'case.follow',
  'case.list',
  'deadline.list',
  'team.list',
  'dispute.list',
  'figures.open',
  'figures.export',
  'decision.list',
  'diary.ask-time',
  'diary.keep-time',
  'guidance.ask',
  'guidance.open',
  'settings.open',
  'calendar.renew',
  'calendar.end',
];
/** A message is named by a name of its own, that gives no child's reference away, beside the list that it was chosen from. */
const NAMES_A_MESSAGE = /^message\./;
/** Buttons that make a record carry the drawing instead: a form sent twice makes one. */
const MAKES_A_RECORD = ['dispute.raise', 'return.start', 'concern.raise'];

const needs = await council();
const buttons = DRAWN.flatMap(([title, card]) =>
  ofType(card, 'Action.Execute').map((button) => ({
    title: `${title}: ${button.title}`,
    verb: String(button.verb),
    carries: (button.data ?? {}) as Typed,
    inputs: button.associatedInputs === 'none' ? [] : ofType(card, 'Input.'),
  })),
);
const forms = buttons.filter(({ inputs }) => inputs.length > 0);

/** What somebody would answer who fills the input in. */
function answer({ type, choices, value }: Part): string {
  if (value) return String(value);
  if (type === 'Input.Date') return '2026-11-23';
  if (type === 'Input.Time') return '16:30';
  if (type === 'Input.Toggle') return 'true';
  return type === 'Input.ChoiceSet' ? String((choices as readonly Part[])[0]?.value ?? '') : 'In so many words';
}

const filled = (inputs: readonly Part[]) =>
  Object.fromEntries(inputs.map((input) => [String(input.id), answer(input)]));

/** What comes back, and which fields were looked at one by one. Copying them all, as views do, is not looking. */
async function press(verb: string, typed: Typed) {
  const looked = new Set<string>();
  let copied: string | symbol | null = null;
  const watched = new Proxy(typed, {
    getOwnPropertyDescriptor: (target, key) => {
      copied = key;
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    get: (target, key) => {
      if (copied !== key) looked.add(String(key));
      copied = null;
      return Reflect.get(target, key);
    },
  });
  const card = await ROUTES.find((route) => route.verb === verb)!.press(watched, here(ayesha, false, 'once', needs));
  return { looked, said: JSON.stringify(card) };
}

const COMPLAINT =
  /[^"⚠.]*: please (?:fill this in|give a date|choose one from the list)|card is out of date|does not say which|is named like|this should be words/g;
const complaintsIn = (said: string) => [...said.matchAll(COMPLAINT)].map(([sentence]) => sentence.trim());

describe.each(buttons)('$title', ({ verb, carries, inputs }) => {
  it('says which record it means, and as it stood when the card was drawn', () => {
    if (NAMES_NO_RECORD.includes(verb) || NAMES_A_MESSAGE.test(verb)) return;
    const asksWhichChild = inputs.some(({ id }) => id === 'case');
    const record = carries.case ?? carries.dispute ?? carries.concern ?? carries.return;
    if (!asksWhichChild) expect(record).toMatch(/^(C|D|E|RH)-\d{4}$/);
    if (MAKES_A_RECORD.includes(verb)) expect(carries.once).toMatch(/\S/);
    else if (!asksWhichChild) expect(carries.revision).toMatch(/^\d+$/);
  });

  it('carries nothing about who somebody is or how things stand', () => {
    const known =
      /^(case|concern|note|entry|dispute|return|revision|once|page|worker|stage|drawn|asked|route|day|to|why|automatic|period|whose|figure|show|letter|rule|due|which)$/;
    const kept = ['case.change', 'case.update', 'case.what-if'].includes(verb) ? [] : Object.keys(carries);
    expect(kept.filter((key) => !known.test(key))).toEqual([]);
  });

  it('is understood: what it carries is read, and with its form filled in nothing is missing', async () => {
    const { looked, said } = await press(verb, { ...filled(inputs), ...carries });
    expect(complaintsIn(said)).toEqual([]);
    // What was said beside the child goes on with whichever command was meant; not every one has a use for it.
    const passedOn = inputs.some(({ id }) => id === 'case') ? ['revision', 'day', 'route'] : ['revision'];
    expect(Object.keys(carries).filter((key) => !passedOn.includes(key) && !looked.has(key))).toEqual([]);
  });
});

describe.each(forms)('the form of $title', ({ verb, carries, inputs }) => {
  it('has no input whose answer nobody reads', async () => {
    const { looked } = await press(verb, { ...filled(inputs), ...carries });
    expect(inputs.map(({ id }) => String(id)).filter((id) => !looked.has(id))).toEqual([]);
  });

  it('marks as required what is required, and only that', async () => {
    const required = inputs.filter(({ isRequired }) => isRequired);
    const { said } = await press(verb, { ...filled(required), ...carries });
    expect(complaintsIn(said)).toEqual([]);
    for (const { id, label } of required) {
      // The child may be left out of this one: its form asks again.
      if (verb === 'dispute.ask') continue;
      const without = await press(verb, { ...filled(inputs), [String(id)]: '', ...carries });
      expect(complaintsIn(without.said)).toContainEqual(expect.stringContaining(String(label)));
    }
  });
});
