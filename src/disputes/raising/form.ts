import { z } from 'zod';
import { reference } from '../../cases/form.ts';
import type { ChildReference } from '../../cases/model.ts';
import { choice, maybeWords, readForm, words, yesNo } from '../../field.ts';
import type { Outcome } from '../../refusal.ts';
import { keysOf, stage } from '../form.ts';
import { THEMES, type Theme } from './model.ts';

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
  readonly escalateAutomatically: boolean;
  readonly once: string;
}

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
  // On unless the IRO turns it off (product.md 5.3).
  escalateAutomatically: z.preprocess((typed) => typed ?? true, yesNo()),
  once: words('This form', 100),
});

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
  'escalateAutomatically',
] as const;

export const readRaiseForm = (typed: unknown): Outcome<RaiseForm> => readForm(raiseForm, typed);
