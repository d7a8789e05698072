/** How a return ends: stepped down to other services, or broken down; and what is noted for the figures. */
import type { LocalDate } from '../../local-date.ts';
import type { Written } from '../transition/model.ts';

/** The services that help steps down to (DfE research §4). */
export const STEP_DOWNS = {
  'child-in-need': 'Child in need plan',
  'early-help': 'Early help (CAF or TAF)',
  universal: 'Universal services only',
} as const;

export type StepDownTo = keyof typeof STEP_DOWNS;

/** A step down, with who leads from then on. */
export interface StepDown extends Written {
  readonly on: LocalDate;
  readonly to: StepDownTo;
  readonly why: string;
  /** Why before six months of monitoring had passed; empty once they had. */
  readonly whyEarly: string;
  /** The lead professional and their agency. */
  readonly lead: string;
  /** Until when the social worker stays beside the lead professional. */
  readonly overlapUntil: LocalDate;
}

/** The return broke down. */
export interface Breakdown extends Written {
  readonly on: LocalDate;
  readonly backInCare: boolean;
  readonly why: string;
  readonly learned: string;
}

/** The child was referred again, or came back into care: for the figures. */
export interface ReReferral extends Written {
  readonly on: LocalDate;
  readonly words: string;
}

export interface Aftermath {
  readonly stepDowns: readonly StepDown[];
  readonly breakdown: Breakdown | null;
  readonly reReferrals: readonly ReReferral[];
}

export const NOTHING_AFTER: Aftermath = { stepDowns: [], breakdown: null, reReferrals: [] };
