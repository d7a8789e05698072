/**
 * A ladder is the ordered stages that a dispute climbs: at each, a post that answers and the working days it has.
 * It is local policy, read from the authority file; the one in force on the day is frozen into each dispute.
 */
import type { Post } from '../people/model.ts';

export interface Stage {
  readonly post: Post;
  /** As cards say it: "Team manager". */
  readonly title: string;
  /** Working days to answer. */
  readonly workingDays: number;
  /** The channel that gets the neutral card, by its name in the authority file. */
  readonly channel: string;
  /** Posts that are told, not asked. */
  readonly copied: readonly Post[];
}

export interface Ladder {
  /** Working days for the informal stage, which is outside the twenty. */
  readonly informalDays: number;
  readonly stages: readonly Stage[];
  readonly cite: string;
}

/** All formal stages together: no more than 20 working days (R-DIS-03, IRO Handbook 6.2). */
export const FORMAL_WORKING_DAYS = 20;
