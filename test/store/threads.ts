import { z } from 'zod';
import { type Instant, isInstant } from '../../src/clock.ts';
import type { KeptLetter, Letter, Passage } from '../../src/letters/model.ts';
import type { Kept, RecordKind, RecordShape } from '../../src/record.ts';

/** A record made for these tests: what is kept, with nothing of any room in it. */
export interface Thread extends Kept {
  readonly title: string;
  readonly people: readonly string[];
  /** Ids of a series of its own inside the record, such as `RH-0001`. */
  readonly inside: readonly string[];
}

const instant = z.custom<Instant>(isInstant);

const schema: z.ZodType<Thread> = z.strictObject({
  id: z.string(),
  revision: z.int(),
  wakeAt: instant.nullable(),
  history: z.array(z.strictObject({ at: instant, by: z.string(), what: z.string() })),
  title: z.string(),
  people: z.array(z.string()),
  inside: z.array(z.string()),
});

export function threads(kind: RecordKind): RecordShape<Thread> {
  return {
    kind,
    schema,
    filedUnder: ({ people, inside }) => [...people.map((person) => `person:${person}`), ...inside],
  };
}

export const cases = threads('case');
export const disputes = threads('dispute');
export const SHAPES = [cases, disputes];

/** The moment of an hour of 2 April 2026. */
export function at(hour: number): Instant {
  return `2026-04-02T${String(hour).padStart(2, '0')}:00:00.000Z` as Instant;
}

export function aThread(changes: Partial<Thread> = {}): Thread {
  return {
    id: 'D-0001',
    revision: 0,
    wakeAt: null,
    history: [{ at: at(8), by: 'olu', what: 'Raised' }],
    title: 'School place',
    people: [],
    inside: [],
    ...changes,
  };
}

export function aLetter(key: string, changes: Partial<Letter> = {}): Letter {
  return {
    key,
    kind: 'dispute.respond',
    to: { person: 'sam' },
    facts: { stage: '1' },
    live: false,
    writtenAt: at(9),
    ...changes,
  };
}

export function sent(drawn: number, changes: Partial<Passage & { at: 'sent' }> = {}): Passage {
  return {
    at: 'sent',
    sentAt: at(9),
    conversation: 'chat-1',
    activity: 'message-1',
    drawn,
    redrawTries: 0,
    redrawAfter: at(9),
    ...changes,
  };
}

export function keysOf(letters: readonly KeptLetter[]): readonly string[] {
  return letters.map(({ key }) => key);
}

export function idsOf(records: readonly Kept[]): readonly string[] {
  return records.map(({ id }) => id);
}
