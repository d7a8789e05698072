import type { Sight } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { Returning, ReturnPlan } from '../model.ts';
import { goesHomeUnderOrder } from '../rules.ts';

/** The form that records when a planned return happened. */
export interface WentFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly label: string;
}

type TypedForm = Readonly<Record<string, unknown>>;

export function wentFormView(
  { about, plan }: Returning,
  { today }: Sight,
  problems: readonly string[] = [],
  typed: TypedForm = {},
): WentFormView {
  const day = isLocalDate(typed.day) ? typed.day : today;
  return {
    heading: 'Record the return',
    quiet: `${plan.id} · ${afterIt(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    label:
      plan.route === 'planned-discharge' && !plan.homeFirst
        ? 'Date of return and of the court’s discharge'
        : 'Date of return',
    typed: typedAgain(['day', 'time'], { day, time: typed.time ?? '' }),
    ...problemsOf(problems),
  };
}

function afterIt(plan: ReturnPlan): string {
  const { decision } = plan;
  if (decision.stands === 'lapsed')
    return `the approval lapsed: only a day before ${sayDay(dayOf(decision.lapsedAt))} can be recorded`;
  const stays = goesHomeUnderOrder(plan) ? 'the child stays looked after; ' : '';
  return `${stays}visits and reviews after the return count from this day`;
}

/** The form that records the court's discharge of the order, after the child went home under it. */
export interface DischargeFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
}

export function dischargeFormView(
  { about, plan }: Returning,
  { today }: Sight,
  problems: readonly string[] = [],
  typed: TypedForm = {},
): DischargeFormView {
  return {
    heading: 'Record the court’s discharge',
    quiet: `${plan.id} · care ends on this day`,
    id: plan.id,
    revision: String(about.revision),
    typed: typedAgain(['day'], { day: isLocalDate(typed.day) ? typed.day : today }),
    ...problemsOf(problems),
  };
}
