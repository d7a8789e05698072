/** What a return plan says of the weeks before and after the child goes home: steps, agreement, services, who helps. */
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

/** Steps towards home, shortest first (DfE research §3). */
export const STEPS = {
  tea: 'Tea or a few hours',
  day: 'A day',
  overnight: 'One night',
  weekend: 'A weekend',
  longer: 'A longer stay',
} as const;

export type StepKind = keyof typeof STEPS;

export const STEP_WENT = {
  well: 'Well',
  mixed: 'Mixed',
  badly: 'Not well',
  'not-happened': 'It did not happen',
} as const;

export type StepWent = keyof typeof STEP_WENT;

/** Who wrote something down, and when. */
export interface Written {
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Step {
  /** Counted from 1 within the plan. A card names a step by its kind and day as well. */
  readonly id: number;
  readonly kind: StepKind;
  readonly on: LocalDate;
  readonly went: (Written & { readonly how: StepWent; readonly words: string }) | null;
}

/** The written agreement with the parents. */
export interface Agreement extends Written {
  readonly on: LocalDate;
  readonly goals: string;
  readonly conditions: string;
  readonly ifBroken: string;
}

/** A condition that was broken, and what was done about it. */
export interface Breach extends Written {
  readonly on: LocalDate;
  readonly what: string;
  readonly done: string;
}

/** A service that was promised to the child or the parents. */
export interface Service {
  readonly id: number;
  readonly name: string;
  readonly who: string;
  readonly startBy: LocalDate;
  /** The last answer to: has it in fact begun? */
  readonly checked: (Written & { readonly begun: boolean; readonly words: string }) | null;
}

export interface Transition {
  /** How many days the return may move from the planned day without a new decision. */
  readonly mayMoveBy: number;
  readonly steps: readonly Step[];
  readonly agreement: Agreement | null;
  readonly breaches: readonly Breach[];
  /** The second plan, kept ready for a sudden return. */
  readonly sudden: (Written & { readonly words: string }) | null;
  /** Who supports the family in the first two weeks, and whom the child can call. */
  readonly firstWeeks: (Written & { readonly words: string }) | null;
  readonly services: readonly Service[];
}

/** Our proposal, not a rule: a fortnight either side of the planned day. */
export const USUAL_LEEWAY = 14;

export const NOTHING_PLANNED: Transition = {
  mayMoveBy: USUAL_LEEWAY,
  steps: [],
  agreement: null,
  breaches: [],
  sudden: null,
  firstWeeks: null,
  services: [],
};
