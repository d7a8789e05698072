import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../local-date.ts';
import { type Conflict, conflictsIn, outOfTime } from './conflicts.ts';
import { type CaseEvent, type Facts, LEGAL_STATUSES, PLACEMENT_KINDS } from './model.ts';

/** What reading a facts file comes to: the facts, or every problem in it, a line each. */
export type FactsRead =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly string[] };

const A_DAY = 'must be a real day written like 2026-04-02';

const day = z.custom<LocalDate>(isLocalDate, A_DAY);
const yesNo = z.boolean('must be true or false');
const legalStatus = oneOf(LEGAL_STATUSES);

/** What each kind of event may say besides its day. */
const FIELDS = {
  'became-looked-after': { legalStatus },
  'legal-status-changed': { legalStatus },
  'placement-started': {
    kind: oneOf(PLACEMENT_KINDS),
    untilEighteen: yesNo.exactOptional(),
    longTermFoster: yesNo.exactOptional(),
    childAgrees: yesNo.exactOptional(),
    beforeAssessment: yesNo.exactOptional(),
    temporaryApproval: yesNo.exactOptional(),
  },
  'placement-ended': {},
  'visit-made': { childSeen: yesNo, seenAlone: yesNo.exactOptional(), remote: yesNo.exactOptional() },
  'review-held': { completedOn: day.exactOptional() },
  'review-adjourned': {},
  'assessment-completed': {},
  'placement-decision-made': {},
  'ceased-to-be-looked-after': {},
  'returned-home': { planned: yesNo },
  'post-return-review-held': {},
  'cin-review-held': {
    nextWithinWeeks: z
      .int('must be a whole number of weeks, 1 to 52')
      .min(1, 'must be 1 to 52')
      .max(52, 'must be 1 to 52')
      .exactOptional(),
  },
  'child-in-need-ended': {},
  'dispute-made-formal': {},
} as const satisfies Record<CaseEvent['what'], z.ZodRawShape>;

const KINDS = Object.keys(FIELDS) as readonly CaseEvent['what'][];

const EVENTS = new Map(
  KINDS.map((what) => [what, z.strictObject({ on: day, what: z.literal(what), ...FIELDS[what] })] as const),
);

const headed = z.looseObject(
  { what: z.enum(KINDS, `must be one of ${KINDS.join(', ')}`) },
  'must be an event like {"on": …, "what": …}',
);

const file = z.strictObject(
  {
    asOf: day.exactOptional(),
    bornOn: day.nullable().exactOptional(),
    events: z.array(z.unknown(), 'must be a list of events'),
  },
  'must be an object like {"asOf": …, "events": […]}',
);

/** Reads a facts file, believing nothing. `asOf` is the day asked about, where it is not the file's own. */
export function readFacts(text: string, asOf: LocalDate | null = null): FactsRead {
  const json = parsed(text);
  if (json instanceof SyntaxError)
    return { ok: false, problems: [line([], json.message.replaceAll(/\s+/g, ' '), 'is not JSON')] };

  const top = file.safeParse(json);
  const problems = top.success ? [] : linesOf(top.error, json, [], Object.keys(file.shape));
  const listed = z.looseObject({ events: z.array(z.unknown()) }).safeParse(json).data?.events ?? [];
  const events = listed.map((typed, index) => readEvent(typed, index));
  problems.push(...events.flatMap((event) => ('problems' in event ? event.problems : [])));

  const on = asOf ?? dayIn(json, 'asOf');
  if (!on && top.success) problems.push(line(['asOf'], 'missing', `${A_DAY}, here or as --as-of`));
  const good = events.flatMap((event) => ('problems' in event ? [] : [event]));
  const facts = { asOf: on ?? FAR_AHEAD, bornOn: dayIn(json, 'bornOn'), events: good };
  if (problems.length > 0) {
    const late = events.flatMap((event, index) => ('problems' in event ? [] : outOfTime(event, index, facts)));
    return { ok: false, problems: [...problems, ...late.map(conflictLine)] };
  }
  const conflicts = conflictsIn(facts).map(conflictLine);
  return conflicts.length > 0 ? { ok: false, problems: conflicts } : { ok: true, facts };
}

/** Stands for the day asked about while that is itself a problem: then no event is said to come after it. */
const FAR_AHEAD = '9999-12-31' as LocalDate;

function readEvent(typed: unknown, index: number): CaseEvent | { readonly problems: readonly string[] } {
  const path = ['events', index];
  const head = headed.safeParse(typed);
  if (!head.success) return { problems: linesOf(head.error, typed, path, []) };
  const schema = EVENTS.get(head.data.what)!;
  const event = schema.safeParse(typed);
  if (event.success) return event.data as CaseEvent;
  return { problems: linesOf(event.error, typed, path, Object.keys(schema.shape)) };
}

function linesOf(
  error: z.ZodError,
  typed: unknown,
  under: readonly PropertyKey[],
  fields: readonly string[],
): string[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return line([...under, ...issue.path], shown(typed, issue.path), issue.message);
    return issue.keys.map((key) =>
      line([...under, key], shown(typed, [key]), `is not a field here; allowed are ${fields.join(', ')}`),
    );
  });
}

function conflictLine({ path, value, says }: Conflict): string {
  return line(path, JSON.stringify(value), says);
}

/** One line a problem: where, the value, what is allowed. */
function line(path: readonly PropertyKey[], value: string, says: string): string {
  return `${path.map(String).join('.') || 'the file'}: ${value}: ${says}`;
}

function shown(typed: unknown, path: readonly PropertyKey[]): string {
  const found = path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    typed,
  );
  const text = found === undefined ? 'missing' : JSON.stringify(found);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function dayIn(json: unknown, field: 'asOf' | 'bornOn'): LocalDate | null {
  const value = (json as Record<string, unknown> | null)?.[field];
  return isLocalDate(value) ? value : null;
}

function oneOf<K extends string>(choices: Readonly<Record<K, string>>) {
  const keys = Object.keys(choices) as K[];
  return z.enum(keys, `must be one of ${keys.join(', ')}`);
}

/** JSON as it stands, or the parser's own complaint: `JSON.parse` has no other way to say no. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (complaint) {
    return complaint as SyntaxError;
  }
}
