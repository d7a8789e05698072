import { type LocalDate, localDate } from '../local-date.ts';
import type { ClockName } from './clocks.ts';
import type { ConditionName } from './conditions.ts';
import type { Length, SetByPolicy } from './length.ts';
import type { Deadline, Force } from './model.ts';

/** Where a rule stands and how it is cited. */
export interface Source {
  readonly force: Force;
  readonly cite: string;
  readonly url: string;
  readonly inForceFrom: LocalDate | null;
  readonly inForceUntil: LocalDate | null;
  /** The day a person last read the words of the source; null when nobody has. */
  readonly readOn: LocalDate | null;
}

/** What every row says, whether or not it comes to a date. */
interface Duty {
  /** The rule's id in the project's account of the law (domain.md). */
  readonly id: string;
  readonly duty: string;
  readonly startsFrom: ClockName;
  /** All of these must hold, and do so until the duty is met or falls away. */
  readonly appliesWhile: readonly ConditionName[];
}

/** A rule that gives a date. */
export interface Row extends Duty {
  readonly act: Deadline['act'];
  readonly owedBy: Deadline['owedBy'];
  /** The event itself, or the last visit since, or whichever is later. */
  readonly countsFrom: 'start' | 'last-visit' | 'start-or-last-visit';
  readonly within: Length | SetByPolicy;
  /** Rows of one group are tested together, and only the earliest date stands. */
  readonly earliestOf?: string;
  /** How sure we are, where the source has not been read or can be read in two ways. */
  readonly unverified?: string;
  readonly source: Source | 'local-policy';
}

/** A duty that has no day of its own: law or policy names none, its figures have not been read, or the facts do not fit. */
export interface Prompt extends Duty {
  readonly because: string;
}

/** A regulation of the Care Planning, Placement and Case Review (England) Regulations 2010, in force from 1 April 2011. */
export function cpr(regulation: string, inForceFrom = '2011-04-01'): Source {
  return {
    force: 'regulation',
    cite: `Care Planning Regulations 2010 (SI 2010/959) reg ${regulation}`,
    url: `https://www.legislation.gov.uk/uksi/2010/959/regulation/${Number.parseInt(regulation, 10)}`,
    inForceFrom: localDate(inForceFrom),
    inForceUntil: null,
    readOn: localDate('2026-11-22'),
  };
}

/** The same, where nobody has read its words yet; the row says so. */
export function unread(regulation: string, inForceFrom?: string): Source {
  return { ...cpr(regulation, inForceFrom), readOn: null };
}
