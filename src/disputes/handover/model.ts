/** A dispute passes to the child's new IRO with both named; its clock runs on (domain.md 7.5 no. 11). */
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';

/** That a dispute passed from one IRO to the next. */
export interface Handover {
  readonly on: LocalDate;
  readonly from: PersonId;
  readonly to: PersonId;
}
