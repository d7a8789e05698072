import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import type { CaseCards } from './cases.ts';
import type { DisputeCards } from './disputes.ts';
import { harmless } from './harmless.ts';
import type { OtherCards } from './others.ts';
import type { ReturnCards } from './returns.ts';

/** One line per file in /cards: the template's name and the view it may be given. */
export interface Catalogue extends CaseCards, ReturnCards, DisputeCards, OtherCards {}

export type CardName = keyof Catalogue;

/** An Adaptive Card, ready to send. Its `fallbackText` is also what a notification says. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly fallbackText: string;
  readonly [part: string]: unknown;
}

const FOLDER = new URL('../../cards/', import.meta.url);
const templates = new Map<CardName, Template>();
const require = createRequire(import.meta.url);

/** Fills a card's template with its view. Markdown and mentions in people's words are made harmless on the way. */
export function render<N extends CardName>(name: N, view: Catalogue[N]): Card {
  const found = templates.get(name) ?? templateOf(name);
  templates.set(name, found);
  return found.expand({ $root: harmless(view) }) as Card;
}

/** The package is asked for with the first card and not before: a start need not wait for it. */
function templateOf(name: CardName): Template {
  const templating: typeof import('adaptivecards-templating') = require('adaptivecards-templating');
  return new templating.Template(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}
