import { ageOn, type LocalDate, plusDays, plusYears, sayDay } from '../local-date.ts';
import { actBy, BeyondKnownHolidays, type Holidays, isWorkingDay, workingDaysFrom } from '../working-days.ts';
import { CLOCKS, type Start } from './clocks.ts';
import { allHold } from './conditions.ts';
import { conflictsIn } from './conflicts.ts';
import { byDay, type History, historyOn, placementOf, statusOf } from './history.ts';
import { type Happened, visitedSince } from './home.ts';
import { dueBy, lengthOf, otherReading, sayLength, skipped } from './length.ts';
import type { CannotSay, Deadline, Facts, LegalStatus, LocalPolicy, Placement, Standing, Timetable } from './model.ts';
import { PROMPTS } from './prompts.ts';
import type { Row, Source } from './row.ts';
import { TIMETABLE } from './timetable.ts';

interface At {
  readonly asOf: LocalDate;
  readonly policy: LocalPolicy;
  readonly holidays: Holidays;
  readonly rows: readonly Row[];
}

/** Every deadline that the facts come to, with the reason for each, and the duties that cannot be given a day. */
export function timetableOf(
  facts: Facts,
  policy: LocalPolicy,
  holidays: Holidays,
  rows: readonly Row[] = TIMETABLE,
): Timetable {
  const { asOf, bornOn } = facts;
  if (bornOn && ageOn(bornOn, asOf) >= 18) return { asOf, deadlines: [], cannotSay: [grownUp(bornOn)] };

  const history = historyOn(facts, asOf);
  const said = rows.flatMap((row) => apply(row, history, { asOf, policy, holidays, rows }));
  const dated = said.flatMap(({ row, says }) => ('due' in says ? [{ row, deadline: says }] : []));
  const inOrder = byDay(dated, ({ deadline }) => deadline.due).flatMap(([, ofDay]) => ofDay);
  const earliest = inOrder.filter(({ row }, index, all) => {
    return !row.earliestOf || all.findIndex((other) => other.row.earliestOf === row.earliestOf) === index;
  });
  return {
    asOf,
    deadlines: earliest.map(({ deadline }) => deadline),
    cannotSay: [...said.flatMap(({ says }) => ('because' in says ? [says] : [])), ...promptsOf(history)],
  };
}

/** How the child is looked after at the end of a day; null when not looked after. */
export function legalStatusOn(facts: Facts, day: LocalDate): LegalStatus | null {
  const { period } = historyOn(facts, day);
  return period ? statusOf(period).legalStatus : null;
}

/** Where the child is placed at the end of a day; null when not placed. */
export function placementOn(facts: Facts, day: LocalDate): Placement | null {
  return placementOf(historyOn(facts, day));
}

/** Whether the child is looked after at the end of a day. On the day of ceasing the answer is no. */
export function isLookedAfter(facts: Facts, day: LocalDate): boolean {
  return historyOn(facts, day).period !== null;
}

/**
 * Working days of the period of being looked after that is open on `until` or ended that day; 0 when there is none. The
 * first day counts: the regulation does not say, and counting it is the stricter reading (R-DEC-04, law-check 4).
 */
export function workingDaysLookedAfter(facts: Facts, until: LocalDate, holidays: Holidays): number {
  const last = historyOn(facts, until).periods.at(-1);
  if (!last || (last.until ?? until) < until) return 0;
  return workingDaysFrom(plusDays(last.from, -1), until, holidays);
}

/** What in the facts cannot be so, each in a sentence; none when they fit together. */
export function contradictions(facts: Facts): readonly string[] {
  return conflictsIn(facts).map(({ says }) => says);
}

function apply(row: Row, history: History, at: At): readonly { row: Row; says: Deadline | CannotSay }[] {
  const start = CLOCKS[row.startsFrom](history);
  if (!start || !allHold(row.appliesWhile, history, start)) return [];
  const from = countedFrom(row, start, history);
  const inForce = (other: Row) => isInForce(sourceOf(other, at.policy), from.on);
  if (inForce(row)) return [{ row, says: say(row, start, from, at) }];
  return at.rows.some((other) => other.id === row.id && inForce(other)) ? [] : [{ row, says: beforeTheLaw(row, from) }];
}

function say(row: Row, start: Start, from: Happened, at: At): Deadline | CannotSay {
  const { asOf, policy, holidays } = at;
  const length = lengthOf(row.within, start.weeks, policy);
  const due = dueBy(from.on, length, holidays);
  if (!due || asOf < holidays.knownFrom) {
    return { duty: row.duty, because: new BeyondKnownHolidays(holidays).message };
  }
  const act = actBy(due, holidays);
  const { force, cite, url, inForceFrom } = sourceOf(row, policy);
  return {
    rule: row.id,
    duty: row.duty,
    act: row.act,
    owedBy: row.owedBy,
    from: { what: from.what, on: from.on },
    due,
    actBy: act,
    standing: standingOf(asOf, act, due, holidays),
    force,
    cite,
    url,
    unverified: row.unverified ?? null,
    working: `${sayLength(length)} after ${sayDay(from.on)}${otherReading(row.within, from.on, length, holidays)}`,
    skipped: skipped(from.on, act, due, length, holidays),
    inForceFrom,
  };
}

function countedFrom(row: Row, start: Start, history: History): Happened {
  const counts = row.countsFrom !== 'start' && visitedSince(history, start.visitsFrom);
  return counts ? { what: 'visit-made', on: history.visits.at(-1)! } : start;
}

function standingOf(asOf: LocalDate, act: LocalDate, due: LocalDate, holidays: Holidays): Standing {
  if (asOf > due) return 'late';
  if (asOf >= act) return 'due-today';
  let workingDays = 0;
  for (let day = plusDays(asOf, 1); day <= act && workingDays <= 5; day = plusDays(day, 1)) {
    if (isWorkingDay(day, holidays)) workingDays += 1;
  }
  return workingDays <= 5 ? 'due-soon' : 'later';
}

function sourceOf({ source }: Row, { cite, url }: LocalPolicy): Source {
  if (source !== 'local-policy') return source;
  return { force: 'local-policy', cite, url, inForceFrom: null, inForceUntil: null, readOn: null };
}

function isInForce({ inForceFrom, inForceUntil }: Source, day: LocalDate): boolean {
  return (inForceFrom ?? day) <= day && day <= (inForceUntil ?? day);
}

function beforeTheLaw({ duty }: Row, { on }: Happened): CannotSay {
  return { duty, because: `no wording of the rule is listed that was in force on ${sayDay(on)}, when the time began` };
}

function promptsOf(history: History): readonly CannotSay[] {
  return PROMPTS.filter(({ startsFrom, appliesWhile }) => {
    const start = CLOCKS[startsFrom](history);
    return start !== null && allHold(appliesWhile, history, start);
  }).map(({ duty, because }) => ({ duty, because }));
}

function grownUp(bornOn: LocalDate): CannotSay {
  const duty = 'Visits and reviews';
  return {
    duty,
    because: `they are owed to a child, and this young person turned 18 on ${sayDay(plusYears(bornOn, 18))}`,
  };
}
