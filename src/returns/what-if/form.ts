import { z } from 'zod';
import { type ChangeForm, readChangeForm } from '../../cases/changes/form.ts';
import { choice, maybeDay, readForm } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import { done, type Outcome } from '../../refusal.ts';
import { ROUTES, type Route } from '../model.ts';

/** Something to try on a case: a change of it, a return home, or both. Null for everything that stays as it is. */
export interface WhatIfForm {
  readonly change: ChangeForm;
  readonly route: Route | null;
  readonly day: LocalDate | null;
  readonly typed: Readonly<Record<string, unknown>>;
}

const CHANGE_TRIED = ['legalStatus', 'legalStatusOn', 'placement', 'placementOn', 'flags'] as const;

/** The inputs of the form, as the card names them. */
export const WHAT_IF_INPUTS = [...CHANGE_TRIED, 'route', 'day'] as const;

const returnSchema: z.ZodType<Pick<WhatIfForm, 'route' | 'day'>> = z.object({
  route: z.preprocess((typed) => typed || null, choice('Route', Object.keys(ROUTES) as Route[]).nullable()),
  day: maybeDay('Planned date of return'),
});

/** Only what the form asks for is read: what is tried is what “Make it real” applies, and nothing besides. */
export function readWhatIfForm(typed: Readonly<Record<string, unknown>>): Outcome<WhatIfForm> {
  const only = Object.fromEntries(['case', 'revision', ...CHANGE_TRIED].map((input) => [input, typed[input]]));
  const change = readChangeForm(only);
  if (!change.ok) return change;
  const home = readForm(returnSchema, { route: typed.route, day: typed.day });
  return home.ok ? done({ change: change.value, ...home.value, typed }) : home;
}
