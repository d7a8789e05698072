/**
 * A concern is a practitioner's worry about a child's welfare, or about an agency that does not do its part. It goes to
 * the team manager, who deals with it, sends it back, or approves that it goes to the service manager: a true gate
 * (product.md 4; R-VIS-23). It is kept inside the child's case.
 */
import type { Instant } from '../../clock.ts';
import type { PersonId } from '../../people/model.ts';

/** The neutral reference of a concern, `E-0001`: all that a channel could see. */
export type ConcernId = string;

export const CONCERN_ABOUT = {
  visit: 'What a visit found',
  'unplanned-return': 'An unplanned return',
  'agreement-broken': 'A broken agreement',
  agency: 'An agency not doing its part',
  other: 'Something else',
} as const;

export type ConcernAbout = keyof typeof CONCERN_ABOUT;

export type ConcernLevel = 'team-manager' | 'service-manager';

export interface Acted {
  readonly by: PersonId;
  readonly at: Instant;
  readonly says: string;
}

export type ConcernState =
  | { readonly at: 'waiting'; readonly level: ConcernLevel }
  | ({ readonly at: 'dealt-with' | 'sent-back'; readonly level: ConcernLevel } & { readonly answer: Acted });

export interface Concern {
  readonly id: ConcernId;
  readonly about: ConcernAbout;
  readonly raisedBy: PersonId;
  readonly raisedAt: Instant;
  /** What it followed, in words: "Visit on Tue 8 December 2026". */
  readonly after: string;
  readonly says: readonly { readonly heading: string; readonly text: string }[];
  /** The team manager's approval that it goes to the service manager, or null. */
  readonly passedUp: Acted | null;
  /** The service manager's words when it came back down to the team manager, or null. */
  readonly sentDown: Acted | null;
  readonly state: ConcernState;
  /** The drawing of the form that raised it: the same form sent twice raises one. Empty when something else raised it. */
  readonly once: string;
}
