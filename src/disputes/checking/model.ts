/**
 * What was agreed is checked ten working days after a dispute was resolved, and again at the next review. Only the IRO
 * says whether it was done; a failed check reopens the dispute at the stage that agreed it (domain.md 3.6, 7.5 no. 15).
 */
import type { Instant } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

export const CHECKS = { 'ten-days': 'At ten working days', 'next-review': 'At the next review' } as const;
export type CheckKind = keyof typeof CHECKS;

/** One check that was made. */
export interface Check {
  readonly kind: CheckKind;
  readonly on: LocalDate;
  readonly at: Instant;
  readonly by: PersonId;
  readonly passed: boolean;
  readonly says: string;
}
