import type { Route } from './route.ts';
import { AFTER_ROUTES } from './routes/after.ts';
import { CASE_ROUTES } from './routes/cases.ts';
import { DISPUTE_ROUTES } from './routes/disputes.ts';
import { GUIDANCE_ROUTES } from './routes/guidance.ts';
import { RETURN_ROUTES } from './routes/returns.ts';
import { TRANSITION_ROUTES } from './routes/transition.ts';

/** The whole bot: for each verb on a card, who reads it, what it does, what comes back. A table for each room. */
export const ROUTES: readonly Route[] = [
  ...CASE_ROUTES,
  ...RETURN_ROUTES,
  ...AFTER_ROUTES,
  ...TRANSITION_ROUTES,
  ...DISPUTE_ROUTES,
  ...GUIDANCE_ROUTES,
];
