/**
 * What an officer answers at a stage, with what they promise to do and by when. It stays on record as it was given, and
 * the IRO's verdict is put beside it.
 */
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

export const RESPONSES = { accept: 'Accept', plan: 'Propose a plan', disagree: 'Disagree' } as const;
export type ResponseKind = keyof typeof RESPONSES;

export const VERDICTS = { satisfactory: 'Satisfactory', partly: 'Partly', not: 'Not' } as const;
export type Verdict = keyof typeof VERDICTS;

/** A verdict inside a sentence, where the word on its button would not do. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  satisfactory: 'satisfactory',
  partly: 'partly satisfactory',
  not: 'not satisfactory',
};

/** What an officer promised, by whom and by when. */
export interface AgreedAction {
  readonly what: string;
  readonly owner: string;
  readonly by: LocalDate;
}

export interface Response {
  /** The rung it answers, counted from 0 over the whole climb. */
  readonly rung: number;
  readonly by: PersonId;
  readonly at: Instant;
  readonly kind: ResponseKind;
  readonly says: string;
  readonly actions: readonly AgreedAction[];
  /** In time, after the stage's last day, or so late that the dispute had moved on and nothing changed. */
  readonly arrived: 'in-time' | 'late' | 'after-moving-on';
  readonly judged: { readonly on: LocalDate; readonly verdict: Verdict; readonly why: string } | null;
}
