import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CardName } from '../../src/cards/catalogue.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { converse } from '../../src/teams/conversation.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { DRAWN, ofType, type Part, partsOf, SAMPLED } from './drawn.ts';
import { SAMPLES } from './samples.ts';

const files = readdirSync('cards').map((file) => file.replace(/\.json$/, '') as CardName);
const listed = ['cases', 'returns', 'disputes', 'others'].flatMap((room) =>
  [...readFileSync(`src/cards/${room}.ts`, 'utf8').matchAll(/^ {2}'?([\w.-]+)'?: \w+View;$/gm)].map(
    ([, name]) => name!,
  ),
);
const isAnswered = (verb: string) => ROUTES.some((route) => route.verb === verb) || converse(verb) !== undefined;
const drawnFrom = (name: CardName) => SAMPLED.filter(([, , from]) => from === name).map(([, card]) => card);
const byPress = (action: Part) => action.type === 'Action.Execute';

describe('the cards', () => {
  it('are one file for each line of the catalogue, and no strays', () => {
    expect([...files].sort()).toEqual([...listed].sort());
    expect(Object.keys(SAMPLES).sort()).toEqual([...listed].sort());
  });

  it('are each drawn at least once here', () => {
    expect(Object.values(SAMPLES).every((views) => views.length > 0)).toBe(true);
  });
});

describe.each(files)('the template %s', (name) => {
  const template = JSON.parse(readFileSync(`cards/${name}.json`, 'utf8')) as Part;

  it('asks for nothing that its view has not', () => {
    const known = new Set(partsOf(SAMPLES[name]).flatMap((part) => Object.keys(part)));
    const paths = [...JSON.stringify(template).matchAll(/\$\{([^}]*)\}/g)].flatMap(([, binding]) =>
      binding!.replace(/\$index|count\(/g, '').match(/[A-Za-z][\w.]*/g),
    );
    const asked = paths.flatMap((path) => path?.split('.') ?? []);
    expect([...new Set(asked)].filter((key) => !known.has(key))).toEqual([]);
  });

  it('has each of its buttons and inputs on some sample', () => {
    const cards = drawnFrom(name);
    const verbs = cards.flatMap((card) => ofType(card, 'Action.').map(({ verb }) => verb));
    const ids = cards.flatMap((card) => ofType(card, 'Input.').map(({ id }) => id));
    const fixed = (value: unknown) => typeof value === 'string' && !value.includes('${');
    const unseen = [
      ...ofType(template, 'Action.').filter(({ verb }) => fixed(verb) && !verbs.includes(verb)),
      ...ofType(template, 'Input.').filter(({ id }) => fixed(id) && !ids.includes(id)),
    ];
    expect(unseen).toEqual([]);
  });
});

describe.each(DRAWN)('%s', (_title, card) => {
  it('leaves nothing unfilled', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    expect(JSON.stringify(card)).not.toMatch(/undefined|\[object Object\]|NaN/);
  });

  it('is an Adaptive Card 1.5 in British English that can be read out', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' });
    expect(card.fallbackText).toMatch(/\S/);
    expect(ofType(card, 'TextBlock')[0]).toMatchObject({ style: 'heading', wrap: true });
    expect(ofType(card, 'TextBlock').filter(({ style }) => style === 'heading')).toHaveLength(1);
  });

  it('fits into Teams, and onto a phone', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(80_000);
    expect(ofType(card, 'Action.').length).toBeLessThanOrEqual(6);
    const blocks = ofType(card, 'TextBlock');
    expect(blocks.filter(({ wrap }) => wrap !== true)).toEqual([]);
    expect(blocks.filter(({ text }) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
    expect(blocks.filter(({ color }) => /good|warning/i.test(String(color)))).toEqual([]);
  });

  it('labels every input once, and says what is wrong where one is required', () => {
    const inputs = ofType(card, 'Input.');
    expect(inputs.filter(({ label }) => typeof label !== 'string' || label.trim() === '')).toEqual([]);
    expect(inputs.filter(({ isRequired, errorMessage }) => isRequired && !errorMessage)).toEqual([]);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  it('asks for nothing that must be given in a part that may be folded away', () => {
    const folded = partsOf(card).filter(({ isVisible }) => isVisible !== undefined);
    expect(ofType(folded, 'Input.').filter(({ isRequired }) => isRequired)).toEqual([]);
    const targets = ofType(card, 'Action.ToggleVisibility').flatMap(({ targetElements }) => targetElements as string[]);
    expect(targets.filter((id) => !partsOf(card).some((part) => part.id === id))).toEqual([]);
  });

  it('has only buttons that somebody answers', () => {
    for (const action of ofType(card, 'Action.').filter(({ type }) => type !== 'Action.ToggleVisibility')) {
      expect(action).toMatchObject({ type: 'Action.Execute', title: expect.stringMatching(/\S/) });
      expect(isAnswered(String(action.verb)), `the verb ${action.verb}`).toBe(true);
    }
  });

  it('puts the main button first and highlights no other', () => {
    const buttons = ofType(card, 'Action.').filter(byPress);
    const positive = buttons.filter(({ style }) => style === 'positive');
    expect(positive.length).toBeLessThanOrEqual(1);
    if (positive[0]) expect(buttons[0]).toBe(positive[0]);
  });

  it('shows text instead of every element that Teams may not know', () => {
    const plain =
      /^(AdaptiveCard|TextBlock|Container|FactSet|ActionSet|ColumnSet|Column|Input\.(Text|Date|Time|ChoiceSet|Toggle)|Action\.)/;
    const typed = partsOf(card).filter(({ type }) => type !== undefined);
    const extensions = typed.filter(({ type }) => !plain.test(String(type)));
    for (const { fallback } of extensions)
      expect(fallback).toMatchObject({ type: 'TextBlock', text: expect.stringMatching(/\S/), wrap: true });
  });
});

describe('the routes', () => {
  it('have one verb each', () => {
    expect(new Set(ROUTES.map(({ verb }) => verb)).size).toBe(ROUTES.length);
  });

  it('answer every command that does not say it is coming', () => {
    expect(COMMANDS.filter(({ verb }) => verb && !isAnswered(verb)).map(({ words }) => words[0])).toEqual([]);
  });

  it('are each reached from a card or a command', () => {
    const pressed = new Set([
      ...DRAWN.flatMap(([, card]) => ofType(card, 'Action.').map(({ verb }) => String(verb))),
      ...COMMANDS.map(({ verb }) => verb),
    ]);
    expect(ROUTES.filter(({ verb }) => !pressed.has(verb)).map(({ verb }) => verb)).toEqual([]);
  });
});
