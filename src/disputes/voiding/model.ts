/** A dispute raised about the wrong child, or twice, is never deleted: one person asks that it is void, another agrees. */
import type { Instant } from '../../clock.ts';
import type { PersonId } from '../../people/model.ts';

export const VOID_BECAUSE = {
  'wrong-child': 'Wrong child',
  duplicate: 'Raised twice',
  other: 'Something else',
} as const;
export type VoidBecause = keyof typeof VOID_BECAUSE;

/** A request that a dispute is void, waiting for a second person. */
export interface VoidAsked {
  readonly by: PersonId;
  readonly at: Instant;
  readonly because: VoidBecause;
  readonly why: string;
}
