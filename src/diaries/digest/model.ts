import type { Concern } from '../../cases/concerns/model.ts';
import type { Owed } from '../../cases/deadlines/rules.ts';
import type { Case } from '../../cases/model.ts';
import type { Dispute } from '../../disputes/model.ts';
import type { LocalDate } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import type { Returning } from '../../returns/model.ts';

/** A concern with the case that it is about. */
export interface ConcernOf {
  readonly about: Case;
  readonly concern: Concern;
}

/** What waits for a person's own act, besides their deadlines. */
export interface Waiting {
  readonly decisions: readonly Returning[];
  /** Disputes at their stage. */
  readonly answers: readonly Dispute[];
  /** For the IRO: responses to judge, and agreed actions to check. */
  readonly judges: readonly Dispute[];
  readonly checks: readonly Dispute[];
  readonly concerns: readonly ConcernOf[];
}

/** Somebody's leave, from its first to its last day, and what was said meanwhile to whoever acted for them. */
export interface WhileAway {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly cover: string;
  readonly said: readonly { readonly about: string; readonly kinds: readonly string[] }[];
}

/** What one person must know today. */
export interface Digest {
  readonly person: Person;
  readonly late: readonly Owed[];
  readonly today: readonly Owed[];
  readonly soon: readonly Owed[];
  /** Duties of others that are late, which this person is told of so that they are put right. */
  readonly told: readonly Owed[];
  readonly waiting: Waiting;
  readonly away: WhileAway | null;
  /** Whether there is any reason to say it unasked. */
  readonly hasNews: boolean;
  /** The ids of the cases and disputes in it. */
  readonly about: readonly string[];
}
