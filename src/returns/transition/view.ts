import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type FormAgain, type Head, problemsOf, sayWhen } from '../../view.ts';
import type { Returning, ReturnPlan } from '../model.ts';
import { standingOf } from '../view.ts';
import { AGREEMENT_WORDS } from './agreement/form.ts';
import { inBrief, sayBreach } from './agreement/rules.ts';
import { STEPS, type Step, type StepWent } from './model.ts';
import { whyNotChanged } from './rules.ts';
import { stepPrompts } from './steps/prompts.ts';
import { inOrder, isMeant, sayStep, stepsDue, stepsToCome } from './steps/rules.ts';
import { sayService } from './support/rules.ts';

/** A line of words. */
interface Line {
  readonly says: string;
}

/** The plan of a return: its steps, the agreement, who helps, and what if it comes suddenly. */
export interface TransitionView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly next: string;
  readonly mayAsk: boolean;
  readonly mayStep: boolean;
  readonly stepStyle: string;
  readonly mayChange: boolean;
  readonly mayOpenAgreement: boolean;
  readonly prompts: readonly Line[];
  /** One line each for the steps that do not fit on the card. */
  readonly before: readonly Line[];
  readonly more: readonly Line[];
  readonly steps: readonly (Line & { readonly words: string; readonly hasWords: boolean })[];
  readonly noSteps: readonly Line[];
  readonly agreement: readonly Line[];
  readonly breaches: readonly Line[];
  readonly hasBreaches: boolean;
  /** Nothing is left to prepare for once the child is home. */
  readonly sudden: readonly Line[];
  readonly firstWeeks: string;
  readonly services: readonly Line[];
}

const STEPS_A_CARD = 7;
const BREACHES_A_CARD = 2;

const WENT_SIGNS: Readonly<Record<StepWent, string>> = {
  well: '✓ Well',
  mixed: '▲ Mixed',
  badly: '⚠ Not well',
  'not-happened': '– Did not happen',
};

export function transitionView(
  { about, plan }: Returning,
  sight: Sight,
  problems: readonly string[] = [],
): TransitionView {
  const { today } = sight;
  const mayChange = whyNotChanged({ about, plan }, sight) === null;
  const mayAsk = mayChange && stepsDue(plan, today).length > 0;
  const { firstWeeks, agreement, breaches } = plan.transition;
  return {
    heading: 'Plan and steps',
    quiet: `${childOf(about)} · ${plan.id} · ${standingOf(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    next: nextStep(plan, sight),
    mayAsk,
    mayStep: mayChange && !plan.wentHomeOn,
    stepStyle: mayAsk ? 'default' : 'positive',
    mayChange,
    mayOpenAgreement: mayChange || agreement !== null,
    prompts: stepPrompts(plan, today).map((says) => ({ says })),
    ...stepsOf(plan, sight),
    agreement: agreementLines(plan, sight),
    breaches: breaches.slice(-BREACHES_A_CARD).map((breach) => ({ says: `⚠ Broken ${sayBreach(breach, sight)}` })),
    hasBreaches: breaches.length > 0,
    sudden: suddenLines(plan),
    firstWeeks: firstWeeks?.words ?? 'Nobody is named yet. Say who supports at first, and whom the child can call.',
    services: serviceLines(plan, sight),
    typed: {},
    ...problemsOf(problems),
  };
}

function nextStep(plan: ReturnPlan, { today, authority }: Sight): string {
  const [due] = stepsDue(plan, today);
  if (due) return `● ${sayStep(due)}: how did it go?`;
  const [next] = stepsToCome(plan, today);
  if (next) return `Next: ${STEPS[next.kind]}, ${sayWhen(next.on, today, authority.holidays)}`;
  if (plan.wentHomeOn) return `The child went home on ${sayDay(plan.wentHomeOn)}.`;
  const until = `The return is planned for ${sayDay(plan.plannedFor!)}.`;
  return plan.transition.steps.length > 0 ? `${until} No step is to come before it.` : `${until} Plan the first step.`;
}

/** At most seven: from the last that was answered on. Those before go into one line. */
function stepsOf(plan: ReturnPlan, sight: Sight): Pick<TransitionView, 'steps' | 'before' | 'more' | 'noSteps'> {
  const steps = inOrder(plan.transition.steps);
  const open = steps.findIndex(({ went }) => !went);
  const last = Math.max(0, steps.length - STEPS_A_CARD);
  const from = open < 0 ? last : Math.min(Math.max(0, open - 1), last);
  const shown = steps.slice(from, from + STEPS_A_CARD);
  const more = steps.length - from - shown.length;
  const before = steps.slice(0, from).map((step) => `${sayStep(step)} ${signOf(step, plan).split(' ')[0]}`);
  return {
    steps: shown.map((step) => stepLine(step, plan, sight)),
    before: before.length > 0 ? [{ says: `Before these: ${before.join(' · ')}` }] : [],
    more: more > 0 ? [{ says: `After these: ${more} more.` }] : [],
    noSteps: steps.length > 0 ? [] : [{ says: noSteps(plan) }],
  };
}

function noSteps({ wentHomeOn }: ReturnPlan): string {
  return wentHomeOn ? 'No steps were written down.' : 'No steps yet. Add the first: tea or a few hours at home.';
}

function suddenLines({ transition, wentHomeOn }: ReturnPlan): readonly Line[] {
  if (transition.sudden) return [{ says: transition.sudden.words }];
  if (wentHomeOn) return [];
  return [{ says: 'No plan for it yet. If a sudden return is likely, write who does what, so that it is ready.' }];
}

function stepLine(
  step: Step,
  plan: ReturnPlan,
  { today, authority: { register } }: Sight,
): TransitionView['steps'][number] {
  const { went, on } = step;
  const asks = !went && on <= today && isMeant(step, plan);
  const words = went ? [went.words, `(${nameOf(went.by, register)})`].filter((part) => part !== '').join(' ') : '';
  return {
    says: `${asks ? '● How did it go?' : signOf(step, plan)} · ${sayStep(step)}`,
    words,
    hasWords: went !== null,
  };
}

function signOf(step: Step, plan: ReturnPlan): string {
  if (step.went) return WENT_SIGNS[step.went.how];
  return isMeant(step, plan) ? '● To come' : '– The child was home by then';
}

function agreementLines({ transition }: ReturnPlan, { authority: { register } }: Sight): readonly Line[] {
  const { agreement, breaches } = transition;
  if (!agreement)
    return [
      { says: 'Nothing is agreed in writing yet. Write down goals, conditions and what happens if one is broken.' },
    ];
  const said = (['goals', 'conditions', 'ifBroken'] as const).map(
    (part) => `${AGREEMENT_WORDS[part]}: ${inBrief(agreement[part])}`,
  );
  const more = breaches.length - BREACHES_A_CARD;
  return [
    { says: `Agreed on ${sayDay(agreement.on)}, written by ${nameOf(agreement.by, register)}.` },
    ...said.map((says) => ({ says })),
    ...(breaches.length === 0 ? [{ says: 'No broken condition is logged.' }] : []),
    ...(more > 0 ? [{ says: `⚠ Broken ${more} more ${more === 1 ? 'time' : 'times'}: open the agreement.` }] : []),
  ];
}

function serviceLines({ transition, wentHomeOn }: ReturnPlan, { today }: Sight): readonly Line[] {
  if (transition.services.length === 0)
    return [{ says: 'No service is promised yet. List each with who provides it and the day it starts.' }];
  return transition.services.map((service) => {
    const { checked, startBy } = service;
    if (checked) return { says: `${checked.begun ? '✓ Has begun' : '⚠ Has not begun'} · ${sayService(service)}` };
    return { says: `${wentHomeOn && startBy <= today ? '● Has it begun?' : '● To come'} · ${sayService(service)}` };
  });
}

/** The day of a form again: as typed, empty where it was no day, and to begin with `first`. */
export function dayAgain(typed: unknown, first = ''): string {
  if (typed === undefined) return first;
  return isLocalDate(typed) ? typed : '';
}
