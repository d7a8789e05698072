import { type Pages, pageOf } from '../../cases/view.ts';
import { sayDay } from '../../local-date.ts';
import type { Choice, Fact, Head } from '../../view.ts';
import type { FiguresAt } from './actions.ts';
import { type Part, partsOf, type Said, SIGN_OF_HEALTH } from './words.ts';

/** One part of the figures: a chart, the same as words, and the way to the disputes behind a figure. */
export interface FiguresView extends Head, Pages {
  readonly says: string;
  readonly part: string;
  readonly hasWhose: boolean;
  readonly hasShares: boolean;
  readonly hasBars: boolean;
  readonly barsSay: string;
  readonly hasFacts: boolean;
  readonly facts: readonly Fact[];
  readonly notes: readonly { readonly note: string }[];
  readonly hasBehind: boolean;
  readonly canExport: boolean;
  /** Shown by Teams as plain text, so never escaped. */
  readonly choices: {
    readonly periods: readonly Choice[];
    readonly whose: readonly Choice[];
    readonly behind: readonly Choice[];
    readonly shares: readonly { readonly legend: string; readonly value: number }[];
    readonly bars: readonly { readonly x: string; readonly y: number }[];
  };
  readonly typed: { readonly period: string; readonly whose: string; readonly figure: string };
}

const A_PAGE = 7;

/** A part with more figures than a page holds comes as several. */
function pagesOf(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => {
    const pages = Math.max(1, Math.ceil(part.said.length / A_PAGE));
    return Array.from({ length: pages }, (_, at) => ({
      ...part,
      title: at === 0 ? part.title : `${part.title} (continued)`,
      said: part.said.slice(at * A_PAGE, (at + 1) * A_PAGE),
    }));
  });
}

export function figuresView(at: FiguresAt): FiguresView {
  const { look, looks, period, periods, chosen, page } = at;
  const all = pagesOf(partsOf(at, look.isExact));
  const { shown, pages } = pageOf(all, page, 1);
  const part = shown[0]!;
  const next = all[Number(pages.nextPage) - 1]!;
  const drawn = part.said.filter(({ number, key }) => number !== null && number > 0 && key !== 'raised');
  const behind = part.said.filter(({ key, number }) => key !== '' && number !== 0 && !UNCOUNTED.includes(key));
  const isWhole = part.said.every(({ number }) => number !== null);
  const hasShares = drawn.length > 1 && isWhole && part.said.some(({ key }) => key.startsWith('standing:'));
  return {
    heading: 'Figures on disputes',
    quiet: `${look.title} · ${period.title}`,
    says: SIGN_OF_HEALTH,
    part: part.title,
    hasWhose: looks.length > 1,
    hasShares,
    hasBars: drawn.length > 0 && !hasShares,
    barsSay: mostOf(drawn),
    hasFacts: part.said.length > 0,
    facts: part.said.map(({ title, value }) => ({ title, value })),
    notes: notesOf(part, at).map((note) => ({ note })),
    hasBehind: behind.length > 0,
    canExport: period.isWholeYear && look.scope.of !== 'iro',
    choices: {
      periods: periods.map(({ key, title }) => ({ title, value: key })),
      whose: looks.map(({ key, title, isExact }) => ({
        title: isExact ? title : `${title}, small numbers held back`,
        value: key,
      })),
      behind: behind.map(({ key, title }) => ({ title, value: key })),
      shares: drawn.filter(({ key }) => key.startsWith('standing:')).map(share),
      bars: drawn.map(({ title, number }) => ({ x: title, y: number! })),
    },
    typed: {
      period: period.key,
      whose: look.key,
      figure: behind.some(({ key }) => key === chosen) ? chosen : (behind[0]?.key ?? ''),
    },
    ...pages,
    nextTitle: next.title,
  };
}

/** Figures that are no disputes: nothing to list behind them. */
const UNCOUNTED = ['again', 'praise'];

function share({ title, number }: Said) {
  return { legend: title, value: number! };
}

/** What the chart says, for those whose Teams draws none. */
function mostOf(drawn: readonly Said[]): string {
  const most = drawn.reduce<Said | null>((top, one) => (top && top.number! >= one.number! ? top : one), null);
  return most ? `Most: ${most.title}, ${most.value}` : 'Nothing to draw';
}

function notesOf({ isTooFew, said }: Part, { look, period }: FiguresAt): readonly string[] {
  const isHeld = said.some(({ value }) => value === 'fewer than 5' || value === 'not shown');
  return [
    `Disputes raised from ${sayDay(period.from)} to ${sayDay(period.to)}.`,
    ...(said.length === 0 && !isTooFew ? ['There is nothing to count here yet.'] : []),
    ...(isTooFew ? ['Too few disputes to share out without giving one away.'] : []),
    ...(isHeld ? ['Not shown: numbers that would give a small one away.'] : []),
    ...(look.scope.of === 'iro' ? ['These are the disputes of children whose IRO you are.'] : []),
  ];
}
