import { z } from 'zod';
import { type Instant, isInstant } from '../../src/clock.ts';
import type { Kept, RecordShape } from '../../src/record.ts';

/** A case as the cases room keeps it, in a shape of its own so that the bench does not move with that room. */
export interface BenchCase extends Kept {
  readonly initials: string;
  readonly bornOn: string;
  readonly people: { readonly socialWorker: string; readonly teamManager: string; readonly iro: string };
  readonly notes: readonly {
    on: string;
    about: string;
    by: string;
    says: readonly { heading: string; text: string }[];
  }[];
  readonly events: readonly { [fact: string]: unknown; on: string; what: string }[];
  readonly returns: readonly unknown[];
}

export const START = '2026-04-02T08:00:00.000Z' as Instant;
export const NEVER = '2030-01-01T08:00:00.000Z' as Instant;

const text = z.string();
const instant = z.custom<Instant>(isInstant);
const line = z.strictObject({ at: instant, by: text, what: text });
const says = z.array(z.strictObject({ heading: text, text }));

export const shape: RecordShape<BenchCase> = {
  kind: 'case',
  schema: z.strictObject({
    id: text,
    revision: z.int(),
    wakeAt: instant.nullable(),
    history: z.array(line),
    initials: text,
    bornOn: text,
    people: z.strictObject({ socialWorker: text, teamManager: text, iro: text }),
    notes: z.array(z.strictObject({ on: text, about: text, by: text, says })),
    events: z.array(z.looseObject({ on: text, what: text })),
    returns: z.array(z.unknown()),
  }),
  filedUnder: ({ people }) => [`person:${people.socialWorker}`, `person:${people.teamManager}`, `person:${people.iro}`],
};

/** A made-up case as it stands after some months: about three and a half kilobytes. */
export function aBenchCase(number: number, wakeAt: Instant | null = null): BenchCase {
  const worker = `11111111-0000-4000-8000-${String(number % 200).padStart(12, '0')}`;
  const visits = Array.from({ length: 12 }, (_, n) => ({
    on: `2026-03-${10 + n}`,
    what: 'visit-made',
    childSeen: true,
  }));
  return {
    id: `C-${String(number).padStart(4, '0')}`,
    revision: 1,
    wakeAt,
    initials: 'AB',
    bornOn: '2013-05-01',
    people: { socialWorker: worker, teamManager: `${worker}-tm`, iro: `${worker}-iro` },
    events: [{ on: '2026-03-01', what: 'became-looked-after', legalStatus: 's20' }, ...visits],
    notes: visits.slice(0, 3).map(({ on }) => ({
      on,
      about: 'visit',
      by: worker,
      says: [
        {
          heading: "Child's wishes and feelings",
          text: 'Wants to see her brother each week and to stay at her school. '.repeat(3),
        },
        {
          heading: 'View of parents, carers and siblings',
          text: 'Her carer is content with how contact goes. '.repeat(3),
        },
      ],
    })),
    history: visits.map(({ on }) => ({ at: START, by: worker, what: `Logged the visit of ${on}` })),
    returns: [],
  };
}
