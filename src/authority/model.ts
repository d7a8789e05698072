/**
 * The authority: whose children these are, who works there, and what it has decided locally. Read once from the
 * authority file when Homeward starts; every problem in the file is listed with its path and its value.
 */

import type { Instant } from '../clock.ts';
import type { Ladder } from '../escalation/model.ts';
import type { LocalDate } from '../local-date.ts';
import type { Person, Register } from '../people/model.ts';
import type { LocalPolicy } from '../timetable/model.ts';
import type { Holidays } from '../working-days.ts';
import type { ReminderClass } from './reminder-set.ts';

/** A Teams channel that Homeward posts neutral cards to. */
export interface Channel {
  readonly name: string;
  /** The Teams channel id, `19:…@thread.tacv2`. */
  readonly id: string;
}

export interface Authority {
  readonly name: string;
  /** Entra tenant id. */
  readonly tenant: string;
  readonly register: Register;
  readonly ladder: Ladder;
  readonly channels: ReadonlyMap<string, Channel>;
  /** The channel, by name, where return decisions are announced. */
  readonly decisionsChannel: string;
  readonly policy: LocalPolicy;
  /** Bank holidays of England and Wales with the authority's own extra days. */
  readonly holidays: Holidays;
  /** When people are reminded of each class of deadlines: the set of domain.md 8, as this authority has tightened it. */
  readonly reminderSet: readonly ReminderClass[];
}

/** What a view may know besides the record it shows: who is looking, when, and in which authority. */
export interface Sight {
  readonly by: Person;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly authority: Authority;
  /** Unique to this drawing: a form that makes a record carries it, so that a form sent twice makes one record. */
  readonly once: string;
}
