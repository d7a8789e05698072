import { z } from 'zod';
import { choice, day, maybeWords, readForm, revision, yesNo } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { reference } from '../form.ts';
import type { ChildReference } from '../model.ts';

/** The answers to: is the child's welfare safeguarded and promoted? (S1 §4, R-VIS-23) */
export const WELFARE = { yes: 'Yes', concern: 'I have a concern' } as const;

export type Welfare = keyof typeof WELFARE;

export interface VisitForm {
  readonly case: ChildReference;
  /** Of the case as the form was drawn: a form sent twice carries the same one. */
  readonly revision: number;
  readonly on: LocalDate;
  readonly childSeen: boolean;
  readonly seenAlone: boolean;
  readonly wishes: string;
  readonly family: string;
  readonly support: string;
  readonly welfare: Welfare;
  readonly lateReason: string;
}

/** The labels of what is written in words, as the form and the note say them. */
export const VISIT_WORDS = {
  wishes: 'Child’s wishes and feelings',
  family: 'View of parents, carers and siblings',
  support: 'More support or services needed',
} as const;

export const WELFARE_LABEL = 'Is the child’s welfare safeguarded and promoted?';
export const LATE_LABEL = 'Reason if late';

/** A toggle that was not sent is off: an attempt, never a visit by mistake. */
const toggle = z.preprocess((typed) => typed ?? false, yesNo());

const visitSchema: z.ZodType<VisitForm> = z.object({
  case: reference,
  revision,
  on: day('Date of visit'),
  childSeen: toggle,
  seenAlone: toggle,
  wishes: maybeWords(VISIT_WORDS.wishes),
  family: maybeWords(VISIT_WORDS.family),
  support: maybeWords(VISIT_WORDS.support),
  welfare: choice(WELFARE_LABEL, Object.keys(WELFARE) as Welfare[]),
  lateReason: maybeWords(LATE_LABEL),
});

/** The inputs of the form, as the card names them. */
export const VISIT_INPUTS = [
  'on',
  'childSeen',
  'seenAlone',
  'wishes',
  'family',
  'support',
  'welfare',
  'lateReason',
] as const;

export function readVisitForm(typed: unknown): Outcome<VisitForm> {
  return readForm(visitSchema, typed);
}
