/** Good practice that an IRO recognises: no clock, no answer, never counted as a dispute (domain.md 3.4, 7.5 no. 21). */
import type { Instant } from '../../clock.ts';
import type { PersonId } from '../../people/model.ts';

/** The neutral reference, `G-0001`. */
export type PraiseId = string;

export interface Praise {
  readonly id: PraiseId;
  /** The drawing of the form, so that a form sent twice makes one. */
  readonly once: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** Whose work it was: the worker named in the case on that day. */
  readonly worker: PersonId;
  readonly says: string;
  /** What it meant for the child. */
  readonly impact: string;
}
