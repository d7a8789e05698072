import { z } from 'zod';
import { reference } from '../../cases/form.ts';
import type { ChildReference } from '../../cases/model.ts';
import { choice, maybeDay, maybeWords, readForm, words, yesNo } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { keysOf, stage } from '../form.ts';
import { GROUNDS, type Ground, THEMES, type Theme } from './model.ts';

/** Opens the form to raise a dispute; the child may be left out. */
export interface AskToRaise {
  readonly case: ChildReference | null;
}

const askToRaise: z.ZodType<AskToRaise> = z.object({
  case: z.union([z.literal(['', undefined]).transform(() => null), reference]).default(null),
});

export const readAskToRaise = (typed: unknown): Outcome<AskToRaise> => readForm(askToRaise, typed);

export interface RaiseForm {
  readonly case: ChildReference;
  readonly theme: Theme;
  readonly concern: string;
  readonly impact: string;
  readonly wishes: string;
  readonly wanted: string;
  readonly tried: string;
  readonly startAt: number;
  readonly whyThere: string;
  readonly urgent: boolean;
  readonly whyUrgent: string;
  readonly escalateAutomatically: boolean;
  readonly grounds: readonly Ground[];
  readonly childKnows: boolean;
  readonly advocateOn: LocalDate | null;
  /** The officer whose own decision is disputed; null where it is nobody's alone. */
  readonly decidedBy: PersonId | null;
  /** Other children that it is also about. */
  readonly siblings: readonly ChildReference[];
  readonly besides: string;
  readonly once: string;
}

/** R-DIS-10: the IRO tells the child of both, and notes the day. */
export const ADVOCATE_LABEL = 'Told of an advocate and how to complain on';

/** Nobody's decision alone, as a choice. */
export const NOBODY = 'nobody';

/** Ticks, which a card sends as one text with commas. */
const ticks = <T>(each: z.ZodType<T>) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.split(',').flatMap((one) => one.trim() || []) : (typed ?? [])),
    z.array(each).transform((ticked) => [...new Set(ticked)]),
  );

const raiseForm: z.ZodType<RaiseForm> = z.object({
  case: reference,
  theme: choice('Theme', keysOf<Theme>(THEMES)),
  concern: words('What is the concern'),
  impact: words('Impact on the child'),
  wishes: maybeWords('Child’s wishes and feelings'),
  wanted: words('What should change, and by when'),
  tried: maybeWords('Informal steps tried'),
  startAt: stage('Start at'),
  whyThere: maybeWords('Why start there', 500),
  urgent: z.preprocess((typed) => typed ?? false, yesNo()),
  whyUrgent: maybeWords('Why it is urgent', 500),
  // On unless the IRO turns it off (product.md 5.3).
  escalateAutomatically: z.preprocess((typed) => typed ?? true, yesNo()),
  grounds: ticks(choice('Grounds', keysOf<Ground>(GROUNDS))),
  childKnows: z.preprocess((typed) => typed ?? false, yesNo()),
  advocateOn: maybeDay(ADVOCATE_LABEL),
  decidedBy: z
    .preprocess((typed) => typed ?? '', maybeWords('Whose decision is disputed', 100))
    .transform((typed) => (typed === '' || typed === NOBODY ? null : typed)),
  siblings: ticks(reference),
  besides: maybeWords('A complaint or court case under way', 500),
  once: words('This form', 100),
});

/** What may be left out, folded away on the card. */
export const DETAIL_INPUTS = ['grounds', 'childKnows', 'advocateOn', 'decidedBy', 'siblings', 'besides'] as const;

/** The inputs of the form, as the card names them. */
export const RAISE_INPUTS = [
  'case',
  'theme',
  'concern',
  'impact',
  'wishes',
  'wanted',
  'tried',
  'startAt',
  'whyThere',
  'urgent',
  'whyUrgent',
  'escalateAutomatically',
  ...DETAIL_INPUTS,
] as const;

export const readRaiseForm = (typed: unknown): Outcome<RaiseForm> => readForm(raiseForm, typed);
