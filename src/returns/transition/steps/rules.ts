import { dayOf } from '../../../clock.ts';
import { type LocalDate, sayDay } from '../../../local-date.ts';
import { nameOf } from '../../../people/rules.ts';
import { done, type Outcome, refuse } from '../../../refusal.ts';
import type { Returning, ReturnPlan } from '../../model.ts';
import type { Change, Doing } from '../../rules.ts';
import { STEP_WENT, STEPS, type Step } from '../model.ts';
import { beside, nextNumber, whyBeforeCare, whyNotChanged, withTransition } from '../rules.ts';
import type { StepChangeForm, StepForm, StepWentForm } from './form.ts';

/** More is a slip: the card of a plan must stay small enough to be sent. */
const MOST_STEPS = 40;

/** "Tea or a few hours, Sat 5 December 2026". */
export function sayStep({ kind, on }: Pick<Step, 'kind' | 'on'>): string {
  return `${STEPS[kind]}, ${sayDay(on)}`;
}

/** A step as a card names it: with its kind and day, so that an old card never means another one. */
export function nameOfStep({ id, kind, on }: Step): string {
  return `${id}/${kind}/${on}`;
}

/** The steps in the order of their days. */
export function inOrder(steps: readonly Step[]): readonly Step[] {
  return [...steps].sort((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1));
}

/** Whether a step is still meant: not when the child went home before its day. */
export function isMeant({ on }: Step, { wentHomeOn }: ReturnPlan): boolean {
  return !wentHomeOn || on <= wentHomeOn;
}

/** The steps whose day has come and of which nobody has said how they went. */
export function stepsDue(plan: ReturnPlan, today: LocalDate): readonly Step[] {
  return open(plan).filter(({ on }) => on <= today);
}

/** The steps that may still be moved or dropped. */
export function stepsToCome(plan: ReturnPlan, today: LocalDate): readonly Step[] {
  return open(plan).filter(({ on }) => on >= today);
}

function open(plan: ReturnPlan): readonly Step[] {
  return inOrder(plan.transition.steps).filter((step) => !step.went && isMeant(step, plan));
}

export function addStep({ about, plan }: Returning, form: StepForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const { steps } = plan.transition;
  if (hasStep(steps, form)) {
    if (form.revision < about.revision) return done({ about, letters: [] });
    return beside('on', `Day: “${sayStep(form)}” is on the plan already. Choose another day or another step.`);
  }
  const wrong = whyWrongDay('Day', form.on, { about, plan });
  if (wrong) return beside('on', wrong);
  if (steps.length >= MOST_STEPS)
    return refuse(`${plan.id} has ${MOST_STEPS} steps already. Drop one that is no longer meant, then add this one.`);
  const step = { id: nextNumber(steps), kind: form.kind, on: form.on, went: null };
  const after = withTransition(about, plan, { steps: [...steps, step] }, `step added: ${sayStep(step)}`, doing);
  return done({ about: after, letters: [] });
}

/** Moves a step to another day, or drops it. What has been stays as it was. */
export function changeStep({ about, plan }: Returning, form: StepChangeForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const { steps } = plan.transition;
  const step = steps.find((one) => nameOfStep(one) === form.step);
  if (!step) {
    return isMadeAlready(form, about.revision, steps)
      ? done({ about, letters: [] })
      : beside('step', `Step: that step is not on the plan of ${plan.id} any more. Choose one from the list.`);
  }
  if (!stepsToCome(plan, dayOf(doing.now)).includes(step))
    return beside('step', `Step: “${sayStep(step)}” has been. Say how it went instead.`);
  if (form.change === 'drop') {
    const kept = steps.filter((one) => one !== step);
    const after = withTransition(about, plan, { steps: kept }, `step dropped: ${sayStep(step)}`, doing);
    return done({ about: after, letters: [] });
  }
  const wrong = whyNotMoved(step, form.on, { about, plan }, dayOf(doing.now));
  if (wrong) return beside('on', wrong);
  const moved = steps.map((one) => (one === step ? { ...step, on: form.on! } : one));
  const what = `step moved: ${STEPS[step.kind]} from ${sayDay(step.on)} to ${sayDay(form.on!)}`;
  return done({ about: withTransition(about, plan, { steps: moved }, what, doing), letters: [] });
}

/** Says how a step went. It changes nothing else by itself. */
export function recordStepWent({ about, plan }: Returning, form: StepWentForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const { steps } = plan.transition;
  const step = steps.find((one) => nameOfStep(one) === form.step);
  if (!step)
    return beside('step', `Step: that step is not on the plan of ${plan.id} any more. Choose one from the list.`);
  if (step.on > dayOf(doing.now))
    return beside('step', `Step: “${sayStep(step)}” has not come yet. Say how it went when it has been.`);
  if (!isMeant(step, plan))
    return beside(
      'step',
      `Step: “${sayStep(step)}” was planned for after the child went home. There is nothing to say of it.`,
    );
  if (step.went) {
    const { how, words, by } = step.went;
    if (how === form.how && words === form.words) return done({ about, letters: [] });
    const who = nameOf(by, doing.authority.register);
    return refuse(`${who} has said already how “${sayStep(step)}” went: ${STEP_WENT[how]}. Nothing was changed.`);
  }
  if (form.how !== 'well' && form.words === '')
    return beside('words', 'In a few words: say what happened, so that the next step can be planned on it.');
  const went = { how: form.how, words: form.words, by: doing.by.id, at: doing.now };
  const after = steps.map((one) => (one === step ? { ...step, went } : one));
  const what = `step “${sayStep(step)}” went: ${STEP_WENT[form.how]}`;
  return done({ about: withTransition(about, plan, { steps: after }, what, doing), letters: [] });
}

/** Steps lead up to the return: none lies after it, and none before this time in care. */
function whyWrongDay(label: string, on: LocalDate, returning: Returning): string | null {
  const { wentHomeOn, plannedFor } = returning.plan;
  if (wentHomeOn && on > wentHomeOn)
    return `${label}: ${sayDay(on)} is after the child went home, on ${sayDay(wentHomeOn)}. Visits and reviews come after that.`;
  if (!wentHomeOn && plannedFor && on > plannedFor)
    return `${label}: ${sayDay(on)} is after the planned day of return, ${sayDay(plannedFor)}, which ends the steps. Choose an earlier day, or move the date of return first.`;
  return whyBeforeCare(label, on, returning);
}

function whyNotMoved(step: Step, on: LocalDate | null, returning: Returning, today: LocalDate): string | null {
  if (!on) return 'New day: give the day that the step moves to.';
  if (on < today) return `New day: ${sayDay(on)} has passed. Give a day to come.`;
  if (hasStep(returning.plan.transition.steps, { kind: step.kind, on }))
    return `New day: “${sayStep({ ...step, on })}” is on the plan already. Choose another day.`;
  return whyWrongDay('New day', on, returning);
}

function hasStep(steps: readonly Step[], { kind, on }: Pick<Step, 'kind' | 'on'>): boolean {
  return steps.some((step) => step.kind === kind && step.on === on);
}

/** Whether the same form was sent before: the card is older than the case, and what it asks for is so. */
function isMadeAlready({ revision, step, change, on }: StepChangeForm, now: number, steps: readonly Step[]): boolean {
  if (revision >= now) return false;
  const [id, kind] = step.split('/');
  const there = steps.find((one) => one.id === Number(id) && one.kind === kind);
  return change === 'drop' ? !there : there?.on === on;
}
