import { z } from 'zod';
import { type Instant, isInstant } from '../clock.ts';
import type { RecordStore } from '../letters/store.ts';
import { isLocalDate, type LocalDate } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import type { RecordShape } from '../record.ts';
import { LEGAL_STATUSES, type LegalStatus, PLACEMENT_KINDS, type PlacementKind } from '../timetable/model.ts';
import { CONCERN_ABOUT, type Concern, type ConcernAbout } from './concerns/model.ts';
import type { Case } from './model.ts';

export type CaseStore<Plan = unknown> = RecordStore<Case<Plan>>;

/** The key under which a person finds the cases they work on, manage or review. */
export const caseOf = (person: PersonId) => `person:${person}`;
/** The key under which a person finds the cases in which they approved a return home. */
export const approvedBy = (person: PersonId) => `approved:${person}`;
/** Every case in which a concern waits for an answer. */
export const CONCERNED = 'concern waits';
/** Every case in which good work was recognised: for figures. */
export const PRAISED = 'good practice';
/** Every case whose child may be looked after no longer: for those who hold child in need reviews. */
export const MAY_BE_HOME = 'may be home';

export const instant = z.custom<Instant>(isInstant, { error: 'must be a moment like 2026-04-02T08:00:00.000Z' });
export const day = z.custom<LocalDate>(isLocalDate, { error: 'must be a day like 2026-04-02' });
const status = z.enum(Object.keys(LEGAL_STATUSES) as [LegalStatus, ...LegalStatus[]]);
const kind = z.enum(Object.keys(PLACEMENT_KINDS) as [PlacementKind, ...PlacementKind[]]);
const maybe = z.boolean().exactOptional();

const event = z.discriminatedUnion('what', [
  z.strictObject({ on: day, what: z.literal(['became-looked-after', 'legal-status-changed']), legalStatus: status }),
  z.strictObject({
    on: day,
    what: z.literal('placement-started'),
    kind,
    untilEighteen: maybe,
    longTermFoster: maybe,
    childAgrees: maybe,
    beforeAssessment: maybe,
    temporaryApproval: maybe,
  }),
  z.strictObject({ on: day, what: z.literal('visit-made'), childSeen: z.boolean(), seenAlone: maybe, remote: maybe }),
  z.strictObject({ on: day, what: z.literal('review-held'), completedOn: day.exactOptional() }),
  z.strictObject({ on: day, what: z.literal('returned-home'), planned: z.boolean() }),
  z.strictObject({ on: day, what: z.literal('cin-review-held'), nextWithinWeeks: z.number().int().exactOptional() }),
  z.strictObject({
    on: day,
    what: z.literal([
      'placement-ended',
      'review-adjourned',
      'assessment-completed',
      'placement-decision-made',
      'ceased-to-be-looked-after',
      'post-return-review-held',
      'child-in-need-ended',
      'dispute-made-formal',
    ]),
  }),
]);

export const historyLine = z.strictObject({ at: instant, by: z.string(), what: z.string() });

const acted = z.strictObject({ by: z.string(), at: instant, says: z.string() });
const level = z.enum(['team-manager', 'service-manager']);

const concern: z.ZodType<Concern> = z.strictObject({
  id: z.string(),
  about: z.enum(Object.keys(CONCERN_ABOUT) as [ConcernAbout, ...ConcernAbout[]]),
  raisedBy: z.string(),
  raisedAt: instant,
  after: z.string(),
  says: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  passedUp: acted.nullable(),
  sentDown: acted.nullable(),
  state: z.discriminatedUnion('at', [
    z.strictObject({ at: z.literal('waiting'), level }),
    z.strictObject({ at: z.literal(['dealt-with', 'sent-back']), level, answer: acted }),
  ]),
  once: z.string(),
});

/** A good case record, given what a good return plan is. */
export function caseSchema<Plan>(plan: z.ZodType<Plan>): z.ZodType<Case<Plan>> {
  return z.strictObject({
    id: z.string(),
    revision: z.number().int(),
    wakeAt: instant.nullable(),
    history: z.array(historyLine),
    initials: z.string(),
    bornOn: day,
    people: z.strictObject({ socialWorker: z.string(), teamManager: z.string(), iro: z.string() }),
    notes: z.array(
      z.strictObject({
        on: day,
        about: z.enum(['visit', 'review']),
        by: z.string(),
        says: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
        undoneAt: instant.exactOptional(),
      }),
    ),
    events: z.array(event),
    concerns: z.array(concern),
    praise: z.array(
      z.strictObject({
        id: z.string(),
        once: z.string(),
        by: z.string(),
        at: instant,
        worker: z.string(),
        says: z.string(),
        impact: z.string(),
      }),
    ),
    cafcass: z.array(z.strictObject({ on: day, by: z.string(), at: instant, why: z.string(), once: z.string() })),
    contests: z.array(
      z.strictObject({
        kind: z.enum(['looked-after', 'after-return']),
        on: day,
        by: z.string(),
        at: instant,
        what: z.string(),
        why: z.string(),
        once: z.string(),
      }),
    ),
    copied: z.array(z.strictObject({ of: z.string(), by: z.string(), at: instant })),
    returns: z.array(plan),
  });
}

/** A case is found under the people around it, its own reference, and that of each concern and good practice in it. */
export function filedUnder({ people, id, concerns, praise, events }: Case): readonly string[] {
  const within = [...concerns, ...praise].map((each) => each.id);
  const waits = concerns.some(({ state }) => state.at === 'waiting');
  return [...new Set(Object.values(people))]
    .map(caseOf)
    .concat(
      id,
      within,
      praise.length > 0 ? [PRAISED] : [],
      waits ? [CONCERNED] : [],
      mayBeHome(events) ? [MAY_BE_HOME] : [],
    );
}

/** Whether the child may be looked after no longer; for certain on a day, by its timetable only. */
function mayBeHome(events: Case['events']): boolean {
  return (
    events.some(({ what }) => what === 'ceased-to-be-looked-after' || what === 'returned-home') ||
    !events.some(({ what }) => what === 'became-looked-after')
  );
}

export const CASE_SHAPE: RecordShape<Case> = { kind: 'case', schema: caseSchema(z.unknown()), filedUnder };
