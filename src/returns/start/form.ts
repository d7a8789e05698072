import { z } from 'zod';
import { reference } from '../../cases/form.ts';
import { choice, day, maybeWords, readForm, words } from '../../field.ts';
import { isLocalDate, type LocalDate } from '../../local-date.ts';
import type { Outcome } from '../../refusal.ts';
import { ROUTES, type Route } from '../model.ts';

const routes = Object.keys(ROUTES) as Route[];

/** The words that ask for the form: a case, and the route and day where they were said. */
export interface AskForm {
  readonly case: string;
  readonly route: Route | null;
  readonly day: LocalDate | null;
}

const askSchema: z.ZodType<AskForm> = z.object({
  case: reference,
  route: z
    .unknown()
    .optional()
    .transform((typed) => routes.find((route) => route === typed) ?? null),
  day: z
    .unknown()
    .optional()
    .transform((typed) => (isLocalDate(typed) ? typed : null)),
});

export const readAskForm = (typed: unknown): Outcome<AskForm> => readForm(askSchema, typed);

/** Everything a return starts with. `safe` and `concern` are asked after an unplanned return only. */
export interface StartForm {
  readonly case: string;
  readonly route: Route;
  readonly day: LocalDate;
  readonly prompted: string;
  readonly once: string;
  readonly safe: 'yes' | 'concern' | '';
  readonly concern: string;
}

export const SAFE = { yes: 'Yes', concern: 'I have a concern' } as const;

export const START_INPUTS = ['case', 'route', 'day', 'prompted', 'safe', 'concern', 'once'] as const;

const common = { case: reference, prompted: words('What prompted it'), once: words('The form', 100) };

const plannedSchema: z.ZodType<StartForm> = z.object({
  ...common,
  route: choice('Route', routes),
  day: day('Planned date of return'),
  safe: z
    .unknown()
    .optional()
    .transform(() => '' as const),
  concern: z
    .unknown()
    .optional()
    .transform(() => ''),
});

const unplannedSchema: z.ZodType<StartForm> = z
  .object({
    ...common,
    route: choice('Route', ['unplanned']),
    day: day('Date of return'),
    safe: choice('Is the child safe now?', ['yes', 'concern']),
    concern: maybeWords('Your concern'),
  })
  .refine(({ safe, concern }) => safe === 'yes' || concern !== '', {
    path: ['concern'],
    message: 'Your concern: say in a few words what it is.',
  });

export function readStartForm(typed: Readonly<Record<string, unknown>>): Outcome<StartForm> {
  return readForm(typed.route === 'unplanned' ? unplannedSchema : plannedSchema, typed);
}
