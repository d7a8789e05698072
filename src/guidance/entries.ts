import { AFTER_ENTRIES } from './entries/after.ts';
import { DECISION_ENTRIES } from './entries/decisions.ts';
import { DISPUTE_ENTRIES } from './entries/disputes.ts';
import { LEAVING_ENTRIES } from './entries/leaving.ts';
import { LESSON_ENTRIES } from './entries/lessons.ts';
import { PROMPT_ENTRIES } from './entries/prompts.ts';
import { RECORD_ENTRIES } from './entries/records.ts';
import { RESEARCH_ENTRIES } from './entries/research.ts';
import { REVIEW_ENTRIES } from './entries/reviews.ts';
import { ROUTE_ENTRIES } from './entries/routes.ts';
import { VISIT_ENTRIES } from './entries/visits.ts';
import type { Entry } from './model.ts';

/** The whole built-in guidance. */
export const ENTRIES: readonly Entry[] = [
  ...ROUTE_ENTRIES,
  ...DECISION_ENTRIES,
  ...LEAVING_ENTRIES,
  ...VISIT_ENTRIES,
  ...REVIEW_ENTRIES,
  ...AFTER_ENTRIES,
  ...LESSON_ENTRIES,
  ...RESEARCH_ENTRIES,
  ...PROMPT_ENTRIES,
  ...DISPUTE_ENTRIES,
  ...RECORD_ENTRIES,
];

export function entryOf(id: string): Entry | null {
  return ENTRIES.find((entry) => entry.id === id) ?? null;
}
