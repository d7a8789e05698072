/**
 * Figures on disputes: how many, how far, about what, how long. Every figure is the disputes behind it, so that a number
 * can be opened. They say nothing of good or bad: disputes are a sign that challenge works (domain.md 3.7).
 */
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { DisputeId } from '../model.ts';

/** Counted are the disputes raised from the first day to the last. */
export interface Period {
  readonly key: string;
  readonly title: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly isWholeYear: boolean;
}

/** Whose disputes are counted. */
export type Scope =
  | { readonly of: 'authority' }
  | { readonly of: 'service'; readonly service: string }
  | { readonly of: 'iro'; readonly iro: PersonId };

/** One way in which a person may look at the figures. */
export interface Look {
  readonly key: string;
  readonly title: string;
  readonly scope: Scope;
  /** Small numbers are shown as they are; otherwise they are held back. */
  readonly isExact: boolean;
}

export interface Count {
  readonly key: string;
  readonly title: string;
  readonly disputes: readonly DisputeId[];
}

/** How many working days each of them took. */
export interface Lengths {
  readonly key: string;
  readonly title: string;
  readonly days: readonly number[];
}

export interface Figures {
  readonly raised: Count;
  /** Each of these five shares out all that were raised: every dispute is in one count of it. */
  readonly standing: readonly Count[];
  readonly stages: readonly Count[];
  readonly themes: readonly Count[];
  readonly teams: readonly Count[];
  readonly time: readonly Count[];
  /** Each of these is some of those raised. */
  readonly onTheWay: readonly Count[];
  readonly afterwards: readonly Count[];
  /** Raised before and open still; void. Neither is among those raised. */
  readonly apart: readonly Count[];
  readonly lengths: readonly Lengths[];
  /** Children with two disputes or more among those raised. */
  readonly childrenAgain: number;
  /** Good practice recognised in the same days: shown beside disputes, never one of them (domain.md 7.5 no. 21). */
  readonly goodPractice: number;
}
