import type { Route } from './route.ts';
import { AFTER_ROUTES } from './routes/after.ts';
import { BESIDE_DISPUTES_ROUTES } from './routes/beside-disputes.ts';
import { CASE_ROUTES } from './routes/cases.ts';
import { DIARY_ROUTES } from './routes/diaries.ts';
import { DISPUTE_SIGHT_ROUTES } from './routes/dispute-sight.ts';
import { DISPUTE_ROUTES } from './routes/disputes.ts';
import { GUIDANCE_ROUTES } from './routes/guidance.ts';
import { POST_ROUTES } from './routes/post.ts';
import { PUTTING_OFF_ROUTES } from './routes/putting-off.ts';
import { RETURN_ROUTES } from './routes/returns.ts';
import { TRANSITION_ROUTES } from './routes/transition.ts';
import { VOIDING_ROUTES } from './routes/voiding.ts';

/** The whole bot: for each verb on a card, who reads it, what it does, what comes back. A table for each room. */
export const ROUTES: readonly Route[] = [
  ...CASE_ROUTES,
  ...RETURN_ROUTES,
  ...AFTER_ROUTES,
  ...TRANSITION_ROUTES,
  ...DISPUTE_ROUTES,
  ...DISPUTE_SIGHT_ROUTES,
  ...VOIDING_ROUTES,
  ...BESIDE_DISPUTES_ROUTES,
  ...DIARY_ROUTES,
  ...PUTTING_OFF_ROUTES,
  ...GUIDANCE_ROUTES,
  ...POST_ROUTES,
];
