import type { Sight } from '../../../authority/model.ts';
import { sayDay } from '../../../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../../view.ts';
import type { ReturnAsked } from '../actions.ts';
import { STEP_WENT, STEPS, type Step } from '../model.ts';
import { dayAgain } from '../view.ts';
import { STEP_CHANGE_INPUTS, STEP_CHANGES, STEP_INPUTS, STEP_WENT_INPUTS } from './form.ts';
import { nameOfStep, sayStep, stepsDue, stepsToCome } from './rules.ts';

/** The form for a new step. */
export interface StepFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly mayChange: boolean;
  readonly choices: { readonly kinds: readonly Choice[] };
}

export function stepFormView(
  { about, plan, typed }: ReturnAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): StepFormView {
  const until = plan.wentHomeOn ?? plan.plannedFor;
  const end = plan.wentHomeOn ? 'the child went home on' : 'the return is planned for';
  return {
    heading: 'Add a step',
    quiet: [plan.id, ...(until ? [`${end} ${sayDay(until)}`] : []), 'shortest first, at the child’s pace'].join(' · '),
    id: plan.id,
    revision: String(about.revision),
    mayChange: stepsToCome(plan, today).length > 0,
    typed: typedAgain(STEP_INPUTS, { ...typed, on: dayAgain(typed.on) }),
    ...problemsOf(problems),
    choices: { kinds: choicesOf(STEPS) },
  };
}

/** The form that moves or drops a step to come. */
export interface StepChangeView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly choices: { readonly steps: readonly Choice[]; readonly changes: readonly Choice[] };
}

export function stepChangeView(
  { about, plan, typed }: ReturnAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): StepChangeView {
  const steps = stepsToCome(plan, today);
  return {
    heading: 'Move or drop a step',
    quiet: `${plan.id} · tell the child and the family when a day slips`,
    id: plan.id,
    revision: String(about.revision),
    typed: typedAgain(STEP_CHANGE_INPUTS, { ...typed, on: dayAgain(typed.on) }),
    ...problemsOf(problems),
    choices: { steps: choicesOfSteps(steps), changes: choicesOf(STEP_CHANGES) },
  };
}

/** The form that says how a step went. */
export interface StepWentView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly choices: { readonly steps: readonly Choice[]; readonly went: readonly Choice[] };
}

export function stepWentView(
  { about, plan, typed }: ReturnAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): StepWentView {
  const steps = stepsDue(plan, today);
  const step = typed.step || (steps[0] ? nameOfStep(steps[0]) : '');
  return {
    heading: 'How did it go?',
    quiet: `${plan.id} · ask the child too`,
    id: plan.id,
    revision: String(about.revision),
    typed: typedAgain(STEP_WENT_INPUTS, { ...typed, step }),
    ...problemsOf(problems),
    choices: { steps: choicesOfSteps(steps), went: choicesOf(STEP_WENT) },
  };
}

function choicesOfSteps(steps: readonly Step[]): readonly Choice[] {
  return steps.map((step) => ({ title: sayStep(step), value: nameOfStep(step) }));
}
