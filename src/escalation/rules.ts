import type { LocalDate } from '../local-date.ts';
import type { Holder, PersonId, Post, Register } from '../people/model.ts';
import { holderOf, whoActsFor } from '../people/rules.ts';
import { type Holidays, plusWorkingDays, workingDaysFrom } from '../working-days.ts';
import { conflictOf } from './conflicts.ts';
import {
  type Climb,
  type FlightStep,
  FORMAL_WORKING_DAYS,
  INFORMAL,
  type Ladder,
  type Landing,
  type Line,
  type StageReminder,
  URGENT_WORKING_DAYS,
} from './model.ts';

/** The last day of the twenty, counted from the day the dispute was made formal, which is not itself counted (R-DIS-03). */
export function capOf(formalOn: LocalDate, holidays: Holidays): LocalDate {
  return plusWorkingDays(formalOn, FORMAL_WORKING_DAYS, holidays);
}

/** The last day for a stage to answer: its own working days, but never past the cap. */
export function stageDue(
  { ladder, urgent, cap }: Climb,
  stage: number,
  startedOn: LocalDate,
  holidays: Holidays,
): LocalDate {
  const days = stage === INFORMAL ? ladder.informalDays : ladder.stages[stage]!.workingDays;
  const own = plusWorkingDays(startedOn, urgent ? Math.min(days, URGENT_WORKING_DAYS) : days, holidays);
  return cap === null || own < cap ? own : cap;
}

/** "Service manager", or "Informal" for the rung below the ladder. */
export function titleOf({ stages }: Ladder, stage: number): string {
  return stage === INFORMAL ? 'Informal' : (stages[stage]?.title ?? 'a stage that is not on the ladder');
}

/** Who answers for a post along a line on a day; null for a vacancy. A child's team manager is the one named in the case. */
export function officerFor(
  post: Post,
  { teamManager, service }: Line,
  register: Register,
  day: LocalDate,
): Holder | null {
  return post === 'team-manager' ? whoActsFor(teamManager, register, day) : holderOf(post, service, register, day);
}

/** Who answers at a stage on a day; null for a vacancy. The informal rung is the team manager's. */
export function officerAt({ ladder, line }: Climb, stage: number, register: Register, day: LocalDate): Holder | null {
  const post = stage === INFORMAL ? 'team-manager' : ladder.stages[stage]?.post;
  return post ? officerFor(post, line, register, day) : null;
}

/**
 * The first stage at or above `stage` with somebody to answer who may; null when there is none left. A vacancy, and
 * whoever may not answer (see conflicts.ts), is passed over with a note.
 */
export function landingAt(
  climb: Climb,
  stage: number,
  asked: PersonId | null,
  register: Register,
  day: LocalDate,
): Landing | null {
  const { notes, found } = search(climb, stage, asked, register, day);
  return found && { ...found, notes };
}

/** Why nobody is left to answer at or above `stage`: a note for each stage up there. */
export function whyNobody(
  climb: Climb,
  stage: number,
  asked: PersonId | null,
  register: Register,
  day: LocalDate,
): readonly string[] {
  return search(climb, stage, asked, register, day).notes;
}

function search(climb: Climb, stage: number, asked: PersonId | null, register: Register, day: LocalDate) {
  const notes: string[] = [];
  const before = asked === null ? [] : [{ stage: stage - 1, officer: asked }];
  const within = { ...climb, conflicts: { ...climb.conflicts, asked: [...climb.conflicts.asked, ...before] } };
  for (let at = stage; at < climb.ladder.stages.length; at += 1) {
    const holder = officerAt(climb, at, register, day);
    const why = holder
      ? conflictOf(holder.person, at, within, register, day)
      : 'nobody holds the post or covers for it';
    if (holder && why === null) return { notes, found: { stage: at, holder } };
    notes.push(`${titleOf(climb.ladder, at)} passed over: ${why}`);
  }
  return { notes, found: null };
}

/**
 * The stages still to come if nobody answers: each starts the day the last one lapses and has no day past the cap. A
 * climb whose days have run out goes no further by itself.
 */
export function flightPlan(
  climb: Climb,
  from: { readonly stage: number; readonly due: LocalDate; readonly officer: PersonId },
  register: Register,
  holidays: Holidays,
): readonly FlightStep[] {
  const steps: FlightStep[] = [];
  let last = from;
  for (;;) {
    const begins = plusWorkingDays(last.due, 1, holidays);
    const asked = last.stage === INFORMAL ? null : last.officer;
    const landing = landingAt(climb, last.stage + 1, asked, register, begins);
    if (!landing) return steps;
    const fixed = climb.cap === null ? { ...climb, cap: capOf(last.due, holidays) } : climb;
    const due = stageDue(fixed, landing.stage, last.due, holidays);
    if (due <= last.due) return steps;
    const { stage, holder, notes } = landing;
    steps.push({ stage, holder, due, notes });
    last = { stage, due, officer: holder.person.id };
    const here = { stage, officer: holder.person.id };
    climb = { ...fixed, conflicts: { ...fixed.conflicts, asked: [...fixed.conflicts.asked, here] } };
  }
}

/** The days on which the officer is reminded, oldest first. Where two fall on one day, the more pressing stands. */
export function reminderDays(
  startedOn: LocalDate,
  due: LocalDate,
  holidays: Holidays,
): readonly { readonly on: LocalDate; readonly what: StageReminder }[] {
  const half = Math.ceil(workingDaysFrom(startedOn, due, holidays) / 2);
  const days = new Map<LocalDate, StageReminder>([
    [plusWorkingDays(startedOn, half, holidays), 'half-way'],
    [plusWorkingDays(due, -1, holidays), 'tomorrow'],
    [due, 'today'],
  ]);
  return [...days].filter(([on]) => on > startedOn).map(([on, what]) => ({ on, what }));
}

/** The days of the twenty on which the Director and the IRO manager are reminded (domain.md 8). */
export const CAP_REMINDERS = [15, 18, 19, 20] as const;

/** Working days of all formal stages together. */
export function formalTotal(ladder: Ladder): number {
  return ladder.stages.reduce((sum, { workingDays }) => sum + workingDays, 0);
}
