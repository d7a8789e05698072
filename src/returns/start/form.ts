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

/**
 * Everything a return starts with. `safe` and `concern` are asked after an unplanned return only; `homeFirst` only
 * where an order is to be discharged.
 */
export interface StartForm {
  readonly case: string;
  readonly route: Route;
  readonly day: LocalDate;
  readonly prompted: string;
  readonly once: string;
  readonly safe: 'yes' | 'concern' | '';
  readonly concern: string;
  /** Whether the child goes home before the court discharges the order. */
  readonly homeFirst: boolean;
}

/** What a form has that nobody has typed on: for trying a return out. */
export const NOTHING_TYPED = { prompted: '', once: '', safe: '', concern: '', homeFirst: false } as const;

export const SAFE = { yes: 'Yes', concern: 'I have a concern' } as const;

export const HOME_FIRST = { yes: 'Yes', no: 'No' } as const;

export const START_INPUTS = ['case', 'route', 'day', 'homeFirst', 'prompted', 'safe', 'concern', 'once'] as const;

const common = { case: reference, prompted: words('What prompted it'), once: words('The form', 100) };

const notAsked = <const V>(value: V) =>
  z
    .unknown()
    .optional()
    .transform(() => value);

const planned = {
  ...common,
  route: choice('Route', routes),
  day: day('Planned date of return'),
  safe: notAsked('' as const),
  concern: notAsked(''),
};

const plannedSchema: z.ZodType<StartForm> = z.object({ ...planned, homeFirst: notAsked(false) });

const dischargeSchema: z.ZodType<StartForm> = z.object({
  ...planned,
  homeFirst: choice('Will the child go home before the court discharges the order?', ['yes', 'no']).transform(
    (typed) => typed === 'yes',
  ),
});

const unplannedSchema: z.ZodType<StartForm> = z
  .object({
    ...common,
    route: choice('Route', ['unplanned']),
    day: day('Date of return'),
    safe: choice('Is the child safe now?', ['yes', 'concern']),
    concern: maybeWords('Your concern'),
    homeFirst: notAsked(false),
  })
  .refine(({ safe, concern }) => safe === 'yes' || concern !== '', {
    path: ['concern'],
    message: 'Your concern: say in a few words what it is.',
  });

export function readStartForm(typed: Readonly<Record<string, unknown>>): Outcome<StartForm> {
  const { route } = typed;
  if (route === 'unplanned') return readForm(unplannedSchema, typed);
  return readForm(route === 'planned-discharge' ? dischargeSchema : plannedSchema, typed);
}
