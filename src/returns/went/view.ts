import type { Sight } from '../../authority/model.ts';
import { isLocalDate } from '../../local-date.ts';
import { type FormAgain, type Head, typedAgain } from '../../view.ts';
import type { Returning } from '../model.ts';
import { problemsOf } from '../view.ts';

/** The form that records when a planned return happened. */
export interface WentFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly label: string;
}

export function wentFormView(
  { about, plan }: Returning,
  { today }: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): WentFormView {
  const day = isLocalDate(typed.day) ? typed.day : today;
  return {
    heading: 'Record the return',
    quiet: `${plan.id} · visits and reviews after the return count from this day`,
    id: plan.id,
    revision: String(about.revision),
    label: plan.route === 'planned-discharge' ? 'Date of return and of the court’s discharge' : 'Date of return',
    typed: typedAgain(['day'], { day }),
    ...problemsOf(problems),
  };
}
