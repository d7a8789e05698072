import type { Fact } from '../../view.ts';
import type { FiguresAt } from './actions.ts';
import { medianOf } from './median.ts';
import type { Count, Figures, Lengths } from './model.ts';
import { isSmall, type Shown, shownAlone, shownOf, shownParts } from './small-numbers.ts';

/** One figure in words; with its number where that is shown. */
export interface Said extends Fact {
  readonly key: string;
  readonly number: number | null;
}

/** Figures that belong together, as one part of the card and of the text. */
export interface Part {
  readonly title: string;
  readonly said: readonly Said[];
  /** Where the parts of a total are held back altogether. */
  readonly isTooFew: boolean;
}

const HELD_BACK = { 'fewer-than-5': 'fewer than 5', 'not-shown': 'not shown' } as const;

export const SIGN_OF_HEALTH =
  'Disputes are a sign that challenge works; there seems to be no national benchmark for their number.';

/** All figures, part by part; with small numbers held back unless they may be shown exactly. */
export function partsOf({ figures }: Pick<FiguresAt, 'figures'>, isExact: boolean): readonly Part[] {
  const total = figures.raised.disputes.length;
  const parts = (title: string, counts: readonly Count[], isZeroSaid: boolean) =>
    sharedOut(title, counts, isZeroSaid, isExact);
  const some = (counts: readonly Count[]) =>
    counts.map((one) => said(one, isExact ? 'as-it-is' : shownOf(one.disputes.length, total)));
  const alone = (key: string, title: string, number: number) =>
    numbered(key, title, number, isExact ? 'as-it-is' : shownAlone(number));
  const counted = ({ key, title, disputes }: Count) => alone(key, title, disputes.length);
  const standing = parts('How they stand', figures.standing, true);
  return [
    { ...standing, said: [counted(figures.raised), ...standing.said, counted(figures.apart[0]!)] },
    parts('By the highest stage reached', figures.stages, true),
    parts(
      'By theme',
      [...figures.themes].sort((a, b) => b.disputes.length - a.disputes.length),
      false,
    ),
    parts('By team', figures.teams, false),
    inTime(figures, isExact),
    {
      title: 'Working days, in the middle (median)',
      said: figures.lengths.map((one) => median(one, isExact)),
      isTooFew: false,
    },
    { title: 'On the way', said: some(figures.onTheWay), isTooFew: false },
    {
      title: 'Afterwards, and besides',
      said: [
        ...some(figures.afterwards),
        alone('again', 'Children with two disputes or more', figures.childrenAgain),
        alone('praise', 'Good practice recognised (no dispute)', figures.goodPractice),
        counted(figures.apart[1]!),
      ],
      isTooFew: false,
    },
  ];
}

function inTime(figures: Figures, isExact: boolean): Part {
  const part = sharedOut('The twenty working days', figures.time, true, isExact);
  const [inTime, late] = part.said;
  if (!inTime || !late || inTime.number === null || late.number === null) return part;
  const known = inTime.number + late.number;
  if (known === 0) return part;
  const value = `${Math.round((100 * inTime.number) / known)}% (${inTime.number} of ${known})`;
  return { ...part, said: [...part.said, { key: '', title: 'Ended within the twenty', value, number: null }] };
}

function sharedOut(title: string, counts: readonly Count[], isZeroSaid: boolean, isExact: boolean): Part {
  const shown = isExact
    ? counts.map((): Shown => 'as-it-is')
    : shownParts(counts.map(({ disputes }) => disputes.length));
  if (!shown) return { title, said: [], isTooFew: true };
  const all = counts.map((one, at) => said(one, shown[at]!));
  return { title, said: isZeroSaid ? all : all.filter(({ number }) => number !== 0), isTooFew: false };
}

function said({ key, title, disputes }: Count, shown: Shown): Said {
  return numbered(key, title, disputes.length, shown);
}

function numbered(key: string, title: string, number: number, shown: Shown): Said {
  if (shown !== 'as-it-is') return { key, title, value: HELD_BACK[shown], number: null };
  return { key, title, value: String(number), number };
}

function median({ title, days }: Lengths, isExact: boolean): Said {
  const middle = medianOf(days);
  if (middle === null) return { key: '', title, value: 'none yet', number: null };
  if (!isExact && isSmall(days.length)) return { key: '', title, value: 'not shown', number: null };
  const of = isExact ? `, of ${days.length}` : '';
  return { key: '', title, value: `${middle} ${middle === 1 ? 'day' : 'days'}${of}`, number: middle };
}
