/**
 * A return plan carries one child's return home: by which legal route, when, what the checklist has answered so far,
 * and who decided. It is kept inside the child's case, so that a change of either is one write.
 */
import type { Case } from '../cases/model.ts';
import type { Instant } from '../clock.ts';
import type { LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { LegalStatus } from '../timetable/model.ts';
import type { Aftermath } from './after/model.ts';
import type { Decided, Decision } from './decisions/model.ts';
import type { Transition } from './transition/model.ts';

export const ROUTES = {
  'planned-s20': 'Planned return, section 20',
  'planned-discharge': 'Planned return, order to be discharged',
  'with-parents': 'Placement with parents',
  unplanned: 'Unplanned return',
  'sixteen-or-seventeen': 'Young person of 16 or 17',
} as const;

export type Route = keyof typeof ROUTES;

/** The stages of the checklist, in order. The first three come before the decision. */
export const STAGES = {
  consider: 'Consider',
  assess: 'Assess and decide',
  plan: 'Plan and transition',
  return: 'Return and support',
  monitor: 'Monitor, review and step down',
} as const;

export type Stage = keyof typeof STAGES;

export const STAGE_ORDER = Object.keys(STAGES) as readonly Stage[];

/** The stages that a decision looks back on. */
export const BEFORE_DECISION: readonly Stage[] = ['consider', 'assess', 'plan'];

export const ANSWERS = { 'not-done': 'Not done', done: 'Done', 'not-applicable': 'Not applicable' } as const;

export type AnswerValue = keyof typeof ANSWERS;

/** The neutral reference of a return, `RH-0001`: all that a channel sees. */
export type ReturnId = string;

/** The id of a checklist item: `CON-01`. */
export type ItemId = string;

/** What somebody answered to one item. An item without one is not done; `not-done` is kept only for the note beside it. */
export interface Answer {
  readonly item: ItemId;
  readonly answer: AnswerValue;
  /** Note or evidence; always given when not applicable. */
  readonly note: string;
  readonly by: PersonId;
  readonly at: Instant;
  /** The item's words as they stood, so that an old plan reads as it did. */
  readonly words: string;
  /** The sibling's return that the answer was taken from, or null. */
  readonly sharedFrom: ReturnId | null;
}

/** The first question after an unplanned return: is the child safe now? */
export interface Safety {
  readonly concern: boolean;
  readonly words: string;
}

export interface ReturnPlan {
  readonly id: ReturnId;
  readonly route: Route;
  /** How the child was looked after when the plan was started; the route fits this. */
  readonly legalStatus: LegalStatus;
  /** The planned day of return; null for an unplanned one. */
  readonly plannedFor: LocalDate | null;
  /** Whether the child goes home under the order first, and the court discharges it later (R-DEC-11). Only where one is to be. */
  readonly homeFirst: boolean;
  /** The day the child went home; null until then. */
  readonly wentHomeOn: LocalDate | null;
  /** The time of that day, `16:30`; empty where nobody noted it. */
  readonly wentHomeAt: string;
  /** The day the court discharged the order; null until then, and on every route but that. */
  readonly dischargedOn: LocalDate | null;
  readonly whatPrompted: string;
  readonly startedBy: PersonId;
  readonly startedAt: Instant;
  /** The drawing of the form that started it: the same form sent twice starts one plan. */
  readonly once: string;
  readonly checklistVersion: number;
  /** At most one for each item; the history tells of earlier ones. */
  readonly answers: readonly Answer[];
  readonly decision: Decision;
  /** Decisions that came before it, oldest first: shown for ever. */
  readonly earlier: readonly Decided[];
  readonly transition: Transition;
  readonly after: Aftermath;
  /** Null for a planned return. */
  readonly safety: Safety | null;
  /** The return that took this one's place, where events overtook it. */
  readonly overtakenBy: ReturnId | null;
}

export type ReturningCase = Case<ReturnPlan>;

/** A case and one of its returns. */
export interface Returning {
  readonly about: ReturningCase;
  readonly plan: ReturnPlan;
}

/** A return, and the card of its checklist to show. */
export interface AtStage extends Returning {
  readonly stage: Stage;
  readonly page: number;
}
