import type { Sight } from '../../authority/model.ts';
import { isLocalDate } from '../../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import { type ReturnId, ROUTES } from '../model.ts';
import type { AskedReturn } from './actions.ts';
import { HOME_FIRST, SAFE, START_INPUTS } from './form.ts';

type TypedForm = Readonly<Record<string, unknown>>;

/** What becomes of the open return, where this one would take its place: a line, or none. */
type Overtaking = readonly { readonly says: string }[];

/** The return that is open already, and the way to it: the form may not be what they came for. */
interface Open {
  readonly hasOpen: boolean;
  readonly open: string;
  readonly revision: string;
}

/** The form to start a return home. */
export interface ReturnFormView extends Head, FormAgain, Open {
  readonly overtaking: Overtaking;
  /** Asked where an order is to be discharged, once that route is chosen. */
  readonly asksHomeFirst: boolean;
  readonly choices: { readonly routes: readonly Choice[]; readonly homeFirst: readonly Choice[] };
}

export function returnFormView(
  typed: TypedForm,
  problems: readonly string[],
  sight: Sight,
  overtakes: ReturnId | null = null,
  open: AskedReturn['open'] = null,
): ReturnFormView {
  return {
    heading: 'Return home',
    quiet: `${nameOfCase(typed)} · the route decides what is asked and who approves`,
    ...again(typed, problems, sight),
    ...openOf(overtakes, open),
    asksHomeFirst: typed.route === 'planned-discharge',
    choices: { routes: choicesOf(ROUTES), homeFirst: choicesOf(HOME_FIRST) },
  };
}

/** What is asked first after an unplanned return. */
export interface SafetyFormView extends Head, FormAgain, Open {
  readonly overtaking: Overtaking;
  readonly choices: { readonly safe: readonly Choice[] };
}

export function safetyFormView(
  typed: TypedForm,
  problems: readonly string[],
  sight: Sight,
  overtakes: ReturnId | null = null,
  open: AskedReturn['open'] = null,
): SafetyFormView {
  return {
    heading: 'Unplanned return',
    quiet: `${nameOfCase(typed)} · if anyone is in immediate danger, ring 999 first`,
    ...again({ ...typed, day: typed.day || sight.today }, problems, sight),
    ...openOf(overtakes, open),
    choices: { safe: choicesOf(SAFE) },
  };
}

function again(typed: TypedForm, problems: readonly string[], { once }: Sight): FormAgain {
  const day = isLocalDate(typed.day) ? typed.day : '';
  return { typed: typedAgain(START_INPUTS, { ...typed, day, once: typed.once || once }), ...problemsOf(problems) };
}

function openOf(overtakes: ReturnId | null, open: AskedReturn['open']): Open & { readonly overtaking: Overtaking } {
  const taken = `This takes the place of ${overtakes}. Its answers, steps and agreement are carried over; its decision is not.`;
  const says = overtakes ? taken : `${open?.id} is open for this child already.`;
  return {
    overtaking: overtakes || open ? [{ says }] : [],
    hasOpen: open !== null,
    open: open?.id ?? '',
    revision: open?.revision ?? '',
  };
}

function nameOfCase({ case: reference }: TypedForm): string {
  return typeof reference === 'string' ? reference.toUpperCase().slice(0, 30) : '';
}
