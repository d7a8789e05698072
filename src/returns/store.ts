import { z } from 'zod';
import { type CaseStore, caseSchema, day, filedUnder, instant } from '../cases/store.ts';
import type { PersonId } from '../people/model.ts';
import type { RecordShape } from '../record.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../timetable/model.ts';
import {
  ANSWERS,
  type AnswerValue,
  type DecidingPost,
  type ReturningCase,
  type ReturnPlan,
  ROUTES,
  type Route,
} from './model.ts';

export type ReturningCaseStore = CaseStore<ReturnPlan>;

/** The key under which a person finds the returns sent to them for a decision. */
export const decidedBy = (person: PersonId) => `decides:${person}`;

/** The same by post, for whoever covers it or takes it over. */
export const decidedByPost = (post: DecidingPost) => `decides:post:${post}`;

const answer = z.strictObject({
  item: z.string(),
  answer: z.enum(Object.keys(ANSWERS) as [AnswerValue, ...AnswerValue[]]),
  note: z.string(),
  by: z.string(),
  at: instant,
  words: z.string(),
});

const asking = z.strictObject({
  by: z.string(),
  at: instant,
  of: z.string(),
  post: z.enum(['nominated-officer', 'director']),
  kind: z.enum(['approval', 'ratification']),
  why: z.string(),
  cite: z.string(),
  due: day.nullable(),
});

const answered = { by: z.string(), at: instant, reason: z.string(), asking };

const decision = z.discriminatedUnion('stands', [
  z.strictObject({ stands: z.literal('none') }),
  z.strictObject({ stands: z.literal('asked'), asking }),
  z.strictObject({ stands: z.literal('sent-back'), ...answered }),
  z.strictObject({ stands: z.literal('approved'), ...answered }),
]);

const plan: z.ZodType<ReturnPlan> = z.strictObject({
  id: z.string(),
  route: z.enum(Object.keys(ROUTES) as [Route, ...Route[]]),
  legalStatus: z.enum(Object.keys(LEGAL_STATUSES) as [LegalStatus, ...LegalStatus[]]),
  plannedFor: day.nullable(),
  wentHomeOn: day.nullable(),
  whatPrompted: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  once: z.string(),
  checklistVersion: z.number().int(),
  answers: z.array(answer),
  decision,
  safety: z.strictObject({ concern: z.boolean(), words: z.string() }).nullable(),
  overtakenBy: z.string().nullable(),
});

/** A case with its returns: found under each return's own reference, and under whoever must decide one. */
export const RETURNING_CASE_SHAPE: RecordShape<ReturningCase> = {
  kind: 'case',
  schema: caseSchema(plan),
  filedUnder: (about) => [...new Set([...filedUnder(about), ...about.returns.flatMap(keysOf)])],
};

function keysOf({ id, decision }: ReturnPlan): readonly string[] {
  if (decision.stands !== 'asked') return [id];
  return [id, decidedBy(decision.asking.of), decidedByPost(decision.asking.post)];
}
