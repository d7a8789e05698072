import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type CardName, render } from '../../src/cards/catalogue.ts';
import { converse } from '../../src/teams/conversation.ts';
import { ROUTES } from '../../src/teams/routes.ts';
import { COMMANDS } from '../../src/teams/words.ts';
import { SAMPLES } from './samples.ts';

type Part = Record<string, unknown>;
const files = readdirSync('cards').map((file) => file.replace(/\.json$/, ''));
const listed = [...readFileSync('src/cards/catalogue.ts', 'utf8').matchAll(/^ {2}'?([\w.-]+)'?: \w+View;$/gm)].map(
  ([, name]) => name!,
);
const drawn = (Object.keys(SAMPLES) as CardName[]).flatMap((name) =>
  SAMPLES[name].map(
    (view, index) => [`${name} (${index + 1})`, render(name, view as never) as unknown as Part] as const,
  ),
);
const isAnswered = (verb: string) => ROUTES.some((route) => route.verb === verb) || converse(verb) !== undefined;

function partsOf(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(partsOf);
  if (typeof part !== 'object' || part === null) return [];
  return [part as Part, ...Object.entries(part).flatMap(([key, value]) => (key === 'data' ? [] : partsOf(value)))];
}
const ofType = (card: Part, prefix: string) => partsOf(card).filter(({ type }) => String(type).startsWith(prefix));

describe('the cards', () => {
  it('are one file for each line of the catalogue, and no strays', () => {
    expect([...files].sort()).toEqual([...listed].sort());
    expect(Object.keys(SAMPLES).sort()).toEqual([...listed].sort());
  });

  it('are each drawn at least once here', () => {
    expect(Object.values(SAMPLES).every((views) => views.length > 0)).toBe(true);
  });
});

describe.each(drawn)('%s', (_name, card) => {
  it('leaves nothing unfilled', () => {
    expect(JSON.stringify(card)).not.toContain('${');
    expect(JSON.stringify(card)).not.toMatch(/undefined|\[object Object\]|NaN/);
  });

  it('is an Adaptive Card 1.5 in British English that can be read out', () => {
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: 'en-GB' });
    expect(String(card.fallbackText)).not.toBe('');
    expect(ofType(card, 'TextBlock')[0]).toMatchObject({ style: 'heading', wrap: true });
  });

  it('fits into Teams, and onto a phone', () => {
    expect(JSON.stringify(card).length * 2).toBeLessThan(80_000);
    expect(ofType(card, 'Action.').length).toBeLessThanOrEqual(6);
    expect(ofType(card, 'TextBlock').filter(({ wrap }) => wrap !== true)).toEqual([]);
    expect(ofType(card, 'TextBlock').filter(({ text }) => typeof text !== 'string')).toEqual([]);
  });

  it('labels every input once, and says what is wrong where one is required', () => {
    const inputs = ofType(card, 'Input.');
    expect(inputs.filter(({ label, title }) => !label && !title)).toEqual([]);
    expect(inputs.filter(({ isRequired, errorMessage }) => isRequired && !errorMessage)).toEqual([]);
    expect(new Set(inputs.map(({ id }) => id)).size).toBe(inputs.length);
  });

  it('has only buttons that somebody answers', () => {
    for (const action of ofType(card, 'Action.').filter(
      ({ type }) => type !== 'Action.ToggleVisibility' && type !== 'Action.OpenUrl',
    )) {
      expect(action).toMatchObject({ type: 'Action.Execute', title: expect.stringMatching(/\S/) });
      expect(isAnswered(String(action.verb)), `the verb ${action.verb}`).toBe(true);
    }
  });

  it('gives every element that Teams may not know another to show instead', () => {
    const extensions = partsOf(card).filter(({ type }) =>
      /^(ProgressBar|ProgressRing|Badge|Chart\.|Icon|Carousel|Rating)/.test(String(type)),
    );
    expect(extensions.filter(({ fallback }) => !fallback)).toEqual([]);
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
      ...drawn.flatMap(([, card]) => ofType(card, 'Action.').map(({ verb }) => String(verb))),
      ...COMMANDS.map(({ verb }) => verb),
    ]);
    expect(ROUTES.filter(({ verb }) => !pressed.has(verb)).map(({ verb }) => verb)).toEqual([]);
  });
});
