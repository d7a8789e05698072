import type { Sight } from '../../../authority/model.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../../../view.ts';
import type { ReturnAsked } from '../actions.ts';
import { dayAgain } from '../view.ts';
import { LEEWAY_LABEL, READY_INPUTS, READY_WORDS, SERVICE_INPUTS } from './form.ts';
import { sayService, whyLeewayFixed } from './rules.ts';

/** The form for a promised service, with those there are. */
export interface ServiceFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly hasServices: boolean;
  readonly services: readonly { readonly says: string }[];
}

export function serviceFormView(
  { about, plan, typed }: ReturnAsked,
  _sight: Sight,
  problems: readonly string[] = [],
): ServiceFormView {
  const { services } = plan.transition;
  return {
    heading: 'Add a service',
    quiet: `${plan.id} · whether it has begun is asked after the return`,
    id: plan.id,
    revision: String(about.revision),
    hasServices: services.length > 0,
    services: services.map((service) => ({ says: sayService(service) })),
    typed: typedAgain(SERVICE_INPUTS, { ...typed, startBy: dayAgain(typed.startBy) }),
    ...problemsOf(problems),
  };
}

/** The form for the first weeks, a sudden return, and how far the date may move. */
export interface ReadyFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly drawn: string;
  readonly firstWeeksLabel: string;
  readonly suddenLabel: string;
  readonly mayMove: boolean;
  readonly isFixed: boolean;
  readonly leewayLabel: string;
  readonly leewayAbout: string;
}

export function readyFormView(
  { about, plan, typed }: ReturnAsked,
  sight: Sight,
  problems: readonly string[] = [],
): ReadyFormView {
  const { firstWeeks, sudden, mayMoveBy } = plan.transition;
  const fixed = whyLeewayFixed(plan);
  const kept = { firstWeeks: firstWeeks?.words, sudden: sudden?.words, mayMoveBy };
  return {
    heading: 'First weeks and sudden return',
    quiet: `${plan.id} · a second plan is kept ready where a sudden return is likely`,
    id: plan.id,
    revision: String(about.revision),
    drawn: sight.now,
    firstWeeksLabel: READY_WORDS.firstWeeks,
    suddenLabel: READY_WORDS.sudden,
    mayMove: fixed === null,
    isFixed: fixed !== null,
    leewayLabel: LEEWAY_LABEL,
    leewayAbout: fixed ?? 'A move further than this lapses the approval. 14 is Homeward’s proposal, not a rule.',
    typed: typedAgain(READY_INPUTS, { ...kept, ...typed }),
    ...problemsOf(problems),
  };
}
