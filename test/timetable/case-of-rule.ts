import type { CaseEvent } from '../../src/timetable/model.ts';
import { happened, lookedAfter, placed, reviewed, visited, wentHome, withParents } from './case-facts.ts';

/** A case in which the rule runs from the day of the worked example, and nothing else has happened since. */
export const CASES: Readonly<Record<string, (day: string) => readonly CaseEvent[]>> = {
  'R-REV-01': (day) => [lookedAfter(day, 's20')],
  'R-REV-02': (day) => [lookedAfter('2026-02-02', 'care-order'), reviewed(day)],
  'R-REV-03': (day) => [lookedAfter('2026-02-02', 'care-order'), reviewed('2026-02-20'), reviewed(day)],
  'R-REV-06': (day) => [lookedAfter('2026-02-02', 's20'), happened(day, 'review-adjourned')],
  'R-VIS-01': (day) => [lookedAfter('2026-02-02', 's20'), placed(day)],
  'R-VIS-02': (day) => [lookedAfter('2026-02-02', 's20'), placed('2026-02-02'), visited(day)],
  'R-VIS-03a': (day) => [
    lookedAfter('2024-02-02', 'care-order'),
    placed('2024-02-02', 'foster', { untilEighteen: true }),
    visited(day),
  ],
  'R-VIS-03b': (day) => [lookedAfter('2024-02-02', 'care-order'), placed('2024-02-02'), visited(day)],
  'R-VIS-04': (day) => [
    lookedAfter('2024-02-02', 'care-order'),
    placed('2024-02-02', 'foster', { longTermFoster: true, childAgrees: true }),
    visited(day),
  ],
  'R-VIS-05a': (day) => [lookedAfter('2026-02-02', 'care-order'), withParents(day, { beforeAssessment: true })],
  'R-VIS-05b': (day) => [
    lookedAfter('2024-02-02', 'care-order'),
    withParents('2026-02-02', { beforeAssessment: true }),
    visited('2026-02-06'),
    reviewed('2026-02-09'),
    visited(day),
  ],
  'R-VIS-06a': (day) => [lookedAfter(day, 'interim-care-order'), withParents(day)],
  'R-VIS-06b': (day) => [
    lookedAfter('2026-02-02', 'interim-care-order'),
    withParents('2026-02-02'),
    visited('2026-02-06'),
    reviewed('2026-02-20'),
    visited(day),
  ],
  'R-VIS-07a': (day) => [lookedAfter(day, 'care-order'), withParents(day)],
  'R-VIS-07b': (day) => [lookedAfter('2026-03-19', 'care-order'), withParents('2026-03-19'), visited(day)],
  'R-VIS-22': (day) => [lookedAfter('2024-02-02', 'care-order'), placed('2024-02-02'), withParents(day)],
  'R-VIS-21': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
  'R-REV-21': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
  'R-REV-22': (day) => [
    lookedAfter('2025-12-01', 's20'),
    wentHome('2026-03-24'),
    happened(day, 'post-return-review-held'),
  ],
  'MON-05': (day) => [lookedAfter('2025-12-01', 's20'), wentHome(day)],
  'R-PWP-05b': early,
  'R-PWP-05c': (day) => [...early(day), happened(day, 'assessment-completed')],
  'R-NOT-01': early,
};

function early(day: string): readonly CaseEvent[] {
  return [lookedAfter('2024-02-02', 'care-order'), placed('2024-02-02'), withParents(day, { beforeAssessment: true })];
}
