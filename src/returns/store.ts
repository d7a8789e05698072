import { z } from 'zod';
import { approvedBy, type CaseStore, caseSchema, day, filedUnder, instant } from '../cases/store.ts';
import type { PersonId } from '../people/model.ts';
import type { RecordShape } from '../record.ts';
import { LEGAL_STATUSES } from '../timetable/model.ts';
import { type Aftermath, STEP_DOWNS } from './after/model.ts';
import { ASKINGS, type DecidingPost } from './decisions/model.ts';
import { ANSWERS, type ReturningCase, type ReturnPlan, ROUTES } from './model.ts';
import { STEP_WENT, STEPS, type Transition } from './transition/model.ts';

export type ReturningCaseStore = CaseStore<ReturnPlan>;

/** The key under which a person finds the returns sent to them for a decision. */
export const decidedBy = (person: PersonId) => `decides:${person}`;

/** The same by post, for whoever covers it or takes it over. */
export const decidedByPost = (post: DecidingPost) => `decides:post:${post}`;

const oneOf = <K extends string>(names: Readonly<Record<K, unknown>>) => z.enum(Object.keys(names) as [K, ...K[]]);
const written = { by: z.string(), at: instant };

const answer = z.strictObject({
  ...written,
  item: z.string(),
  answer: oneOf(ANSWERS),
  note: z.string(),
  words: z.string(),
  sharedFrom: z.string().nullable(),
});

const asking = z.strictObject({
  ...written,
  of: z.string(),
  post: z.enum(['nominated-officer', 'director']),
  kind: oneOf(ASKINGS),
  why: z.string(),
  cite: z.string(),
  due: day.nullable(),
  without: z.array(z.string()),
  whyWithout: z.string(),
});

const answered = { ...written, reason: z.string(), override: z.string(), asking };

const decided = z.discriminatedUnion('stands', [
  z.strictObject({ stands: z.literal(['approved', 'sent-back']), ...answered }),
  z.strictObject({ stands: z.literal('lapsed'), lapsedAt: instant, because: z.string(), ...answered }),
]);

const decision = z.discriminatedUnion('stands', [
  z.strictObject({ stands: z.literal('none') }),
  z.strictObject({ stands: z.literal('asked'), asking }),
  ...decided.options,
]);

const words = z.strictObject({ ...written, words: z.string() });

const transition: z.ZodType<Transition> = z.strictObject({
  mayMoveBy: z.number().int(),
  steps: z.array(
    z.strictObject({
      id: z.number().int(),
      kind: oneOf(STEPS),
      on: day,
      went: z.strictObject({ ...written, how: oneOf(STEP_WENT), words: z.string() }).nullable(),
    }),
  ),
  agreement: z
    .strictObject({ ...written, on: day, goals: z.string(), conditions: z.string(), ifBroken: z.string() })
    .nullable(),
  breaches: z.array(z.strictObject({ ...written, on: day, what: z.string(), done: z.string() })),
  sudden: words.nullable(),
  firstWeeks: words.nullable(),
  services: z.array(
    z.strictObject({
      id: z.number().int(),
      name: z.string(),
      who: z.string(),
      startBy: day,
      checked: z.strictObject({ ...written, begun: z.boolean(), words: z.string() }).nullable(),
    }),
  ),
});

const after: z.ZodType<Aftermath> = z.strictObject({
  stepDowns: z.array(
    z.strictObject({
      ...written,
      on: day,
      to: oneOf(STEP_DOWNS),
      why: z.string(),
      whyEarly: z.string(),
      lead: z.string(),
      overlapUntil: day,
    }),
  ),
  breakdown: z
    .strictObject({ ...written, on: day, backInCare: z.boolean(), why: z.string(), learned: z.string() })
    .nullable(),
  reReferrals: z.array(z.strictObject({ ...written, on: day, words: z.string() })),
});

const plan: z.ZodType<ReturnPlan> = z.strictObject({
  id: z.string(),
  route: oneOf(ROUTES),
  legalStatus: oneOf(LEGAL_STATUSES),
  plannedFor: day.nullable(),
  homeFirst: z.boolean(),
  wentHomeOn: day.nullable(),
  wentHomeAt: z.string(),
  dischargedOn: day.nullable(),
  whatPrompted: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  once: z.string(),
  checklistVersion: z.number().int(),
  answers: z.array(answer),
  decision,
  earlier: z.array(decided),
  transition,
  after,
  safety: z.strictObject({ concern: z.boolean(), words: z.string() }).nullable(),
  overtakenBy: z.string().nullable(),
});

/** A case with its returns: found under each return's own reference, and under whoever must decide one or approved one. */
export const RETURNING_CASE_SHAPE: RecordShape<ReturningCase> = {
  kind: 'case',
  schema: caseSchema(plan),
  filedUnder: (about) => [...new Set([...filedUnder(about), ...about.returns.flatMap(keysOf)])],
};

function keysOf({ id, decision, earlier }: ReturnPlan): readonly string[] {
  // An approval that has lapsed since was one all the same.
  const approved = [...earlier, decision].flatMap((each) =>
    each.stands === 'approved' || each.stands === 'lapsed' ? [approvedBy(each.by)] : [],
  );
  if (decision.stands !== 'asked') return [id, ...approved];
  return [id, ...approved, decidedBy(decision.asking.of), decidedByPost(decision.asking.post)];
}
