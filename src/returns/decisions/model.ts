import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { ItemId } from '../model.ts';

/**
 * What a request asks for. Approval comes before a return; ratification after an unplanned one; a placement may be
 * approved before the assessment is done (reg 19), and is then to be confirmed or ended once it is (reg 19(c)).
 */
export const ASKINGS = {
  approval: 'Approval before a return home',
  'early-placement': 'Placement before the assessment is done',
  confirmation: 'Confirmation of a placement already made',
  ratification: 'Ratification after a return home',
} as const;

export type AskingKind = keyof typeof ASKINGS;

export type DecidingPost = 'nominated-officer' | 'director';

/** A request for a decision, as it was sent. */
export interface Asking {
  readonly by: PersonId;
  /** Also tells one request from the next. */
  readonly at: Instant;
  /** Whom it was sent to; whoever holds or covers the post on the day may answer. */
  readonly of: PersonId;
  readonly post: DecidingPost;
  readonly kind: AskingKind;
  /** Why this post decides, in a sentence. */
  readonly why: string;
  readonly cite: string;
  /** The day of return that the decision must come before, or the last day of reg 19(c); null where no rule gives a day. */
  readonly due: LocalDate | null;
  /** Required items that are not answered, put to the decider to pass over or not. */
  readonly without: readonly ItemId[];
  /** Why the decision cannot wait for them; empty where nothing is left. */
  readonly whyWithout: string;
}

export interface Answered {
  readonly by: PersonId;
  readonly at: Instant;
  readonly reason: string;
  readonly asking: Asking;
  /** Why the items of `asking.without` were passed over: the decider's own words; empty where there were none. */
  readonly override: string;
}

export type Decided =
  | ({ readonly stands: 'approved' | 'sent-back' } & Answered)
  /** Approved once; what it rested on has changed since. */
  | ({ readonly stands: 'lapsed'; readonly lapsedAt: Instant; readonly because: string } & Answered);

export type Decision = { readonly stands: 'none' } | { readonly stands: 'asked'; readonly asking: Asking } | Decided;
