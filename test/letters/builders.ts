import type { Attempt, KeptLetter, Passage } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import { ayesha } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

export const BLOCKED =
  'The person has blocked or removed Homeward. Ask the person to open Homeward in Teams and write "help" once.';

/** A reminder to Ayesha about C-1042, written on Mon 23 November 2026 at 09:00, unless it says otherwise. */
export function aKept(parts: Partial<KeptLetter> = {}): KeptLetter {
  return {
    key: 'C-1042/R-VIS-01/2026-11-25/1',
    kind: 'reminder.deadline',
    to: { person: ayesha.id },
    facts: { rule: 'R-VIS-01', due: '2026-11-25', step: '1' },
    live: false,
    writtenAt: at('2026-11-23', '09:00'),
    record: { kind: 'case', id: 'C-1042' },
    passage: { at: 'unsent', tries: 0, nextTryAt: at('2026-11-23', '09:00'), trouble: null },
    attempts: [],
    ...parts,
  };
}

export function failed(trouble = BLOCKED, when = at('2026-11-23', '09:01')): Passage {
  return { at: 'unsent', tries: 1, nextTryAt: when, trouble };
}

export function waitsFor(person: Person, trouble: string | null = BLOCKED): Passage & { at: 'unsent' } {
  return { at: 'unsent', tries: 1, nextTryAt: at('2026-11-24', '08:00'), trouble, waitsFor: person.id };
}

export function unclear(trouble = 'Teams did not answer in time.'): Passage {
  return { at: 'unknown', triedAt: at('2026-11-23', '09:01'), trouble };
}

export function sentTo(reader: Person, day = '2026-11-23', time = '09:01'): Passage & { at: 'sent' } {
  return {
    at: 'sent',
    sentAt: at(day, time),
    conversation: `a:${reader.id}`,
    activity: '1700000000001',
    reader: reader.id,
    drawn: 1,
    redrawTries: 0,
    redrawAfter: at(day, time),
  };
}

export function attempt(came: Attempt['came'], trouble: string | null = null, time = '09:01'): Attempt {
  return { at: at('2026-11-23', time), came, trouble };
}
