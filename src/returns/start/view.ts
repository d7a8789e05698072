import type { Sight } from '../../authority/model.ts';
import { isLocalDate } from '../../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, typedAgain } from '../../view.ts';
import { ROUTES } from '../model.ts';
import { problemsOf } from '../view.ts';
import { SAFE, START_INPUTS } from './form.ts';

type TypedForm = Readonly<Record<string, unknown>>;

/** The form to start a return home. */
export interface ReturnFormView extends Head, FormAgain {
  readonly choices: { readonly routes: readonly Choice[] };
}

export function returnFormView(typed: TypedForm, problems: readonly string[], sight: Sight): ReturnFormView {
  return {
    heading: 'Return home',
    quiet: `${nameOfCase(typed)} · the route decides what is asked and who approves`,
    ...again(typed, problems, sight),
    choices: { routes: choicesOf(ROUTES) },
  };
}

/** What is asked first after an unplanned return. */
export interface SafetyFormView extends Head, FormAgain {
  readonly choices: { readonly safe: readonly Choice[] };
}

export function safetyFormView(typed: TypedForm, problems: readonly string[], sight: Sight): SafetyFormView {
  return {
    heading: 'Unplanned return',
    quiet: `${nameOfCase(typed)} · if anyone is in immediate danger, ring 999 first`,
    ...again({ ...typed, day: typed.day || sight.today }, problems, sight),
    choices: { safe: choicesOf(SAFE) },
  };
}

function again(typed: TypedForm, problems: readonly string[], { once }: Sight): FormAgain {
  const day = isLocalDate(typed.day) ? typed.day : '';
  return { typed: typedAgain(START_INPUTS, { ...typed, day, once: typed.once || once }), ...problemsOf(problems) };
}

function nameOfCase({ case: reference }: TypedForm): string {
  return typeof reference === 'string' ? reference.toUpperCase().slice(0, 30) : '';
}
