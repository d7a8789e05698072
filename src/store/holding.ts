import { z } from 'zod';
import { type Instant, isInstant } from '../clock.ts';
import { LETTERS, type LetterKind } from '../letters/letters.ts';
import type { KeptLetter } from '../letters/model.ts';
import type { Kept, RecordShape } from '../record.ts';
import { problemsIn } from './problems.ts';

/** A record with the letters it caused: what one file holds, and what one write changes. */
export interface Holding {
  readonly record: Kept;
  readonly letters: readonly KeptLetter[];
}

export type Reading =
  | { readonly ok: true; readonly holding: Holding }
  | { readonly ok: false; readonly problems: readonly string[] };

const FORMAT = 1;

const instant = z.custom<Instant>(isInstant);

/** What the indexes rely on, whatever the shape of a record says. */
const kept = z.looseObject({
  id: z.string().min(1),
  revision: z.int().min(1),
  wakeAt: instant.nullable(),
  history: z.array(z.looseObject({ at: instant, by: z.string(), what: z.string() })),
});

const passage = z.discriminatedUnion('at', [
  z.strictObject({
    at: z.literal('unsent'),
    tries: z.int().min(0),
    nextTryAt: instant,
    trouble: z.string().nullable(),
    waitsFor: z.string().exactOptional(),
    mayHaveArrived: z.literal(true).exactOptional(),
  }),
  z.strictObject({ at: z.literal('held') }),
  z.strictObject({ at: z.literal('carried'), digest: z.string(), reader: z.string(), carriedAt: instant }),
  z.strictObject({
    at: z.literal('sent'),
    sentAt: instant,
    conversation: z.string(),
    activity: z.string(),
    reader: z.string().exactOptional(),
    drawn: z.int().min(0),
    redrawTries: z.int().min(0),
    redrawAfter: instant.nullable(),
  }),
  z.strictObject({ at: z.literal('unknown'), triedAt: instant, trouble: z.string() }),
  z.strictObject({ at: z.literal('dropped'), droppedAt: instant, why: z.string() }),
]);

const attempt = z.strictObject({
  at: instant,
  came: z.enum(['arrived', 'failed', 'unclear']),
  trouble: z.string().nullable(),
});

const letter = z.strictObject({
  key: z.string().min(1),
  kind: z.enum(Object.keys(LETTERS) as [LetterKind, ...LetterKind[]]),
  to: z.union([z.strictObject({ person: z.string() }), z.strictObject({ channel: z.string() })]),
  facts: z.record(z.string(), z.string()),
  live: z.boolean(),
  writtenAt: instant,
  passage,
  attempts: z.array(attempt).default([]),
});

const content = z.strictObject({ format: z.literal(FORMAT), record: kept, letters: z.array(letter) });

/** What a file holds: letters without the record they belong to, which is the one beside them. */
export function contentOf({ record, letters }: Holding): unknown {
  return { format: FORMAT, record, letters: letters.map(withoutRecord) };
}

function withoutRecord({ record: _, ...rest }: KeptLetter): object {
  return rest;
}

/** Whether some JSON was meant to be a holding, good or damaged. */
export function looksLikeRecord(found: unknown): boolean {
  return typeof found === 'object' && found !== null && 'format' in found && 'record' in found;
}

/** A holding from the content of a file, deeply frozen; or every problem with it, by the path of the field. */
export function readHolding(shape: RecordShape<Kept>, found: unknown): Reading {
  if (typeof found === 'object' && found !== null && 'format' in found && found.format !== FORMAT) {
    const named = typeof found.format === 'number' ? ` ${found.format}` : '';
    return problem(`format${named} is not one this version reads (it reads ${FORMAT}); use the version that wrote it`);
  }
  const whole = content.safeParse(found);
  if (!whole.success) return { ok: false, problems: problemsIn(whole.error) };

  const record = shape.schema.safeParse(whole.data.record);
  if (!record.success) return { ok: false, problems: problemsIn(record.error, 'record') };

  const keys = new Set(whole.data.letters.map(({ key }) => key));
  if (keys.size < whole.data.letters.length) return problem('letters: a key is there twice');

  const of = { kind: shape.kind, id: record.data.id };
  const letters = whole.data.letters.map((each) => ({ ...each, record: of }));
  return { ok: true, holding: frozen({ record: record.data, letters }) };
}

/**
 * The holding exactly as reading it back would give it: a copy that nobody else can change, or an error naming the
 * fields. What is frozen was read, cannot have changed, and is not read again: a record gathers many letters.
 */
export function asKept(shape: RecordShape<Kept>, holding: Holding, before: Holding | undefined): Holding {
  const fresh = holding.letters.filter((each) => !Object.isFrozen(each));
  const isRecordKept = before !== undefined && isOnlyWokenAnew(holding.record, before.record);
  const reading = isRecordKept
    ? readLetters(holding.record, again(fresh.map(withoutRecord)), shape)
    : readHolding(shape, again(contentOf({ record: holding.record, letters: fresh })));
  if (!reading.ok)
    throw new Error(`A ${shape.kind} that could not be read back was not saved: ${reading.problems.join('; ')}`);
  const read = new Map(reading.holding.letters.map((each) => [each.key, each]));
  const letters = holding.letters.map((each) => read.get(each.key) ?? each);
  return frozen({ record: reading.holding.record, letters });
}

function readLetters(record: Kept, found: unknown, { kind }: RecordShape<Kept>): Reading {
  const read = z.array(letter).safeParse(found);
  if (!read.success) return { ok: false, problems: problemsIn(read.error, 'letters') };
  const of = { kind, id: record.id };
  return { ok: true, holding: frozen({ record, letters: read.data.map((each) => ({ ...each, record: of })) }) };
}

function again(content: unknown): unknown {
  return JSON.parse(JSON.stringify(content));
}

/** Whether a record is what was kept, but for when it wakes: each part of it the very same. */
function isOnlyWokenAnew({ wakeAt, ...rest }: Kept, before: Kept): boolean {
  const parts = Object.entries(rest);
  return (
    (wakeAt === null || isInstant(wakeAt)) &&
    parts.length === Object.keys(before).length - 1 &&
    parts.every(([name, part]) => part === before[name as keyof Kept])
  );
}

function problem(says: string): Reading {
  return { ok: false, problems: [says] };
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
