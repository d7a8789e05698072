import { z } from 'zod';
import { day, historyLine, instant } from '../cases/store.ts';
import type { RecordStore } from '../letters/store.ts';
import { type Person, POSTS, type Post } from '../people/model.ts';
import type { RecordShape } from '../record.ts';
import { LEGAL_STATUSES, type LegalStatus } from '../timetable/model.ts';
import { CHECKS, type CheckKind } from './checking/model.ts';
import { type DisputeOutcome, OUTCOMES } from './ending/model.ts';
import type { Dispute } from './model.ts';
import { GROUNDS, type Ground, THEMES, type Theme } from './raising/model.ts';
import { RESPONSES, type ResponseKind, VERDICTS, type Verdict } from './responding/model.ts';
import { isLive } from './standing.ts';
import { VOID_BECAUSE, type VoidBecause } from './voiding/model.ts';

export type DisputeStore = RecordStore<Dispute>;

/** The keys under which disputes are found. */
export const LIVE = 'open';
/** Every dispute there ever was: for figures. */
export const EVERY = 'every dispute';
export const aboutChild = (reference: string) => `child:${reference}`;
export const involving = (person: Person['id']) => `person:${person}`;
export const fromForm = (once: string) => `once:${once}`;

const whole = z.int();
const text = z.string();
const keysOf = <K extends string>(names: Readonly<Record<K, string>>) => Object.keys(names) as [K, ...K[]];

const ladder = z.strictObject({
  informalDays: whole,
  cite: text,
  stages: z.array(
    z.strictObject({
      post: z.enum(keysOf<Post>(POSTS)),
      title: text,
      workingDays: whole,
      channel: text,
      copied: z.array(z.enum(keysOf<Post>(POSTS))),
    }),
  ),
});

const rungFields = {
  stage: whole.min(-1),
  startedOn: day,
  due: day,
  officer: text,
  whyOfficer: text,
  enteredAt: instant,
  lapsed: z.boolean(),
  askedAgainOn: day.nullable(),
};
const rung = z.strictObject(rungFields);
const outcome = z.enum(keysOf<DisputeOutcome>(OUTCOMES));

const voidAsked = z.strictObject({
  by: text,
  at: instant,
  because: z.enum(keysOf<VoidBecause>(VOID_BECAUSE)),
  why: text,
});
const legalStatus = z.enum(keysOf<LegalStatus>(LEGAL_STATUSES));
const clock = z.strictObject({ formalOn: day, cap: day });
const reported = z.strictObject({ on: day, why: text });

const state = z.discriminatedUnion('at', [
  z.strictObject({ at: z.literal(['informal', 'formal', 'awaiting-iro']), rung }),
  z.strictObject({ at: z.literal('resolved-monitoring'), on: day, outcome, changed: text, checkOn: day }),
  z.strictObject({ at: z.literal('closed'), on: day, outcome, changed: text }),
  z.strictObject({ at: z.literal(['withdrawn', 'overtaken']), on: day, why: text }),
  z.strictObject({ at: z.literal('void'), on: day, why: text, by: text, asked: voidAsked }),
]);

const response = z.strictObject({
  rung: whole.min(0),
  by: text,
  at: instant,
  kind: z.enum(keysOf<ResponseKind>(RESPONSES)),
  says: text,
  actions: z.array(z.strictObject({ what: text, owner: text, by: day })),
  arrived: z.enum(['in-time', 'late', 'after-moving-on']),
  judged: z.strictObject({ on: day, verdict: z.enum(keysOf<Verdict>(VERDICTS)), why: text }).nullable(),
});

const schema: z.ZodType<Dispute> = z.strictObject({
  id: text.regex(/^D-\d{4,12}$/),
  revision: whole,
  wakeAt: instant.nullable(),
  history: z.array(historyLine),
  once: text,
  children: z.array(text).min(1),
  // What is kept since later than the rest is missing in files from before: there it is empty.
  legalStatuses: z.array(z.strictObject({ child: text, status: legalStatus })).default([]),
  people: z.strictObject({ socialWorker: text, teamManager: text, iro: text }),
  service: text.nullable(),
  handovers: z.array(z.strictObject({ on: day, from: text, to: text })),
  raisedBy: text,
  raisedOn: day,
  issue: z.strictObject({
    theme: z.enum(keysOf<Theme>(THEMES)),
    concern: text,
    impact: text,
    wishes: text,
    wanted: text,
    tried: text,
    whyThere: text,
    whyUrgent: text.default(''),
    grounds: z.array(z.enum(keysOf<Ground>(GROUNDS))),
    childTold: z.strictObject({ knows: z.boolean(), advocateOn: day.nullable() }),
    decidedBy: text.nullable(),
    besides: text,
  }),
  ladder,
  state,
  clock: clock.nullable(),
  earlierClocks: z.array(clock),
  climbed: z.array(
    z.strictObject({
      ...rungFields,
      endedOn: day,
      ended: z.enum(['escalated', 'lapsed', 'passed-up', 'resolved', 'withdrawn', 'overtaken', 'void']),
    }),
  ),
  opened: z.array(z.strictObject({ rung: whole.min(0), by: text, at: instant })).default([]),
  responses: z.array(response),
  checks: z.array(
    z.strictObject({
      kind: z.enum(keysOf<CheckKind>(CHECKS)),
      on: day,
      at: instant,
      by: text,
      passed: z.boolean(),
      says: text,
    }),
  ),
  urgent: z.boolean(),
  cafcass: reported.nullable(),
  earlierCafcass: z.array(reported).default([]),
  cafcassConsulted: reported.nullable(),
  cafcassSaid: z.array(z.strictObject({ on: day, says: text })).default([]),
  legalAdvice: day.nullable(),
  voiding: voidAsked.nullable(),
  escalateAutomatically: z.boolean(),
  copied: z.array(z.strictObject({ of: text, by: text, at: instant })),
  standsSince: whole,
});

/** A dispute is found by its children, by everybody with a part in it, by the form that raised it, and while it is live. */
export function filedUnder(dispute: Dispute): readonly string[] {
  const { children, people, raisedBy, climbed, state, once } = dispute;
  const officers = [...climbed.map(({ officer }) => officer), ...('rung' in state ? [state.rung.officer] : [])];
  const involved = new Set([...Object.values(people), raisedBy, ...officers]);
  return [
    ...children.map(aboutChild),
    ...[...involved].map(involving),
    fromForm(once),
    EVERY,
    ...(isLive(dispute) ? [LIVE] : []),
  ];
}

export const DISPUTE_SHAPE: RecordShape<Dispute> = { kind: 'dispute', schema, filedUnder };
