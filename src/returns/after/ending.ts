import type { Concern } from '../../cases/concerns/model.ts';
import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { type LocalDate, plusMonths, sayDay } from '../../local-date.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { isLookedAfter } from '../../timetable/rules.ts';
import { withItemDone } from '../checklist/answering.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isOpen, withEvents, withPlan } from '../rules.ts';
import { type BreakdownForm, STEP_DOWN_LABELS, type StepDownForm } from './form.ts';
import { lettersOfBreakdown, lettersOfStepDown } from './letters.ts';
import { type Breakdown, STEP_DOWNS, type StepDown, type StepDownTo } from './model.ts';
import { monitoredUntil, whyNotAfter, whyWrongDay } from './rules.ts';

const ORDER = Object.keys(STEP_DOWNS) as readonly StepDownTo[];

/** The steps down that are left: further down only, never back up. */
export function stepsLeft({ after }: ReturnPlan): readonly StepDownTo[] {
  const last = after.stepDowns.at(-1);
  return last ? ORDER.slice(ORDER.indexOf(last.to) + 1) : ORDER;
}

/** Why nobody steps this return down now: a worry is unanswered, or the child is still looked after. */
export function whyNoStepDown(about: ReturningCase, plan: ReturnPlan, day: LocalDate): string | null {
  const waits = about.concerns.find(isWaiting);
  if (waits) return `Concern ${waits.id} is waiting for an answer. A step down waits until it has been dealt with.`;
  if (isLookedAfter(factsOf(about, day), day))
    return `On ${sayDay(day)} the child was still looked after. Steps down to other services come once care has ended.`;
  return stepsLeft(plan).length > 0
    ? null
    : `${plan.id} has been stepped down to universal services: there is no step left.`;
}

/** Records a step down to other services, with who leads from then on (STP-01 to STP-03). Sent twice, it is one step. */
export function stepDown(about: ReturningCase, plan: ReturnPlan, form: StepDownForm, doing: Doing): Outcome<Change> {
  const no = whyNotAfter('step-down', about, plan, doing);
  if (no) return no;
  const step = stepOf(form, plan, doing);
  if (plan.after.stepDowns.some((there) => isSame(there, step))) return done({ about, letters: [] });
  const wrongDay = whyWrongDay(STEP_DOWN_LABELS.on, form.on, plan, doing);
  const stands = wrongDay ? null : whyNoStepDown(about, plan, form.on);
  if (stands) return refuse(stands);
  const beside = { ...(wrongDay ? { on: wrongDay } : {}), ...besideOf(form, plan) };
  if (Object.keys(beside).length > 0) return refuse(Object.values(beside).join(' '), beside);

  const before = plan.after.stepDowns.at(-1);
  const stepped = { ...plan, after: { ...plan.after, stepDowns: [...plan.after.stepDowns, step] } };
  const what = `stepped down on ${sayDay(step.on)}: ${before ? `${STEP_DOWNS[before.to]} → ` : ''}${STEP_DOWNS[step.to]}; ${step.lead} leads`;
  const ended = endsChildInNeed(step, before)
    ? withEvents(about, [CHILD_IN_NEED_ENDED(step)], dayOf(doing.now))
    : done(about);
  if (!ended.ok) return ended;
  return done({
    about: withPlan(ended.value, answered(stepped, about, step, doing), what, doing),
    letters: lettersOfStepDown(about, plan, step, doing),
  });
}

/** Below the child in need plan there are no child in need reviews any more. */
function endsChildInNeed({ to }: StepDown, before: StepDown | undefined): boolean {
  return to !== 'child-in-need' && (!before || before.to === 'child-in-need');
}

const CHILD_IN_NEED_ENDED = ({ on }: StepDown) => ({ on, what: 'child-in-need-ended' }) as const;

function stepOf({ on, to, why, whyEarly, lead, overlapUntil }: StepDownForm, plan: ReturnPlan, doing: Doing): StepDown {
  const early = on < monitoredUntil(plan) ? whyEarly : '';
  return { on, to, why, whyEarly: early, lead, overlapUntil, by: doing.by.id, at: doing.now };
}

/** What the form got wrong, by field. */
function besideOf(form: StepDownForm, plan: ReturnPlan): Readonly<Record<string, string>> {
  const { on, to, overlapUntil, familyKnows, whyEarly } = form;
  const last = plan.after.stepDowns.at(-1);
  const says: Record<string, string> = {};
  if (last && on < last.on)
    says.on = `${STEP_DOWN_LABELS.on}: ${sayDay(on)} is before the last step down, on ${sayDay(last.on)}. Please check the date.`;
  if (last && !stepsLeft(plan).includes(to))
    says.to = `${STEP_DOWN_LABELS.to}: since ${sayDay(last.on)} it is “${STEP_DOWNS[last.to]}”. A step goes further down, never up. If the family needs more again, note a new referral.`;
  if (overlapUntil <= on)
    says.overlapUntil = `${STEP_DOWN_LABELS.overlapUntil}: ${sayDay(overlapUntil)} is no later than the step down. The handover must overlap: give a day after ${sayDay(on)}.`;
  else if (overlapUntil > plusMonths(on, 12))
    says.overlapUntil = `${STEP_DOWN_LABELS.overlapUntil}: ${sayDay(overlapUntil)} is more than a year after the step down. Please check the date.`;
  if (!familyKnows)
    says.familyKnows =
      'Tell the family first that support is voluntary and how to come back, then turn this on: families who do not know do not come back in time.';
  if (on < monitoredUntil(plan) && whyEarly === '')
    says.whyEarly = `${STEP_DOWN_LABELS.whyEarly}: monitoring runs to ${sayDay(monitoredUntil(plan))}. That is advice from research, not law; say why it is right to step down earlier.`;
  return says;
}

/** Both posts that step down may answer these items (domain.md 7.3). */
function answered(plan: ReturnPlan, about: ReturningCase, step: StepDown, doing: Doing): ReturnPlan {
  const notes = {
    'STP-01': `${STEP_DOWNS[step.to]} from ${sayDay(step.on)}: ${step.why}`,
    'STP-02': `${step.lead} leads; the social worker stays until ${sayDay(step.overlapUntil)}. Family and agencies told.`,
    'STP-03': 'The family knows that support is voluntary and how to come back.',
  };
  return Object.entries(notes).reduce((so, [item, note]) => withItemDone(so, about, item, note, doing), plan);
}

/** Records that the return broke down. The return is then over; the new care is recorded by those who know its facts. */
export function breakDown(
  about: ReturningCase,
  plan: ReturnPlan,
  { on, backInCare, why, learned }: BreakdownForm,
  doing: Doing,
): Outcome<Change> {
  const breakdown: Breakdown = { on, backInCare, why, learned, by: doing.by.id, at: doing.now };
  if (plan.after.breakdown && isSame(plan.after.breakdown, breakdown)) return done({ about, letters: [] });
  const no = whyNotAfter('breakdown', about, plan, doing);
  if (no) return no;
  const wrong = whyWrongDay('When it broke down', on, plan, doing);
  if (wrong) return refuse(wrong, { on: wrong });
  const broken = { ...plan, after: { ...plan.after, breakdown } };
  const learnt = withItemDone(broken, about, 'MON-11', `What was learned: ${learned}`, doing);
  const noted = backInCare
    ? withItemDone(learnt, about, 'MON-12', `Back in care; the return broke down on ${sayDay(on)}`, doing)
    : learnt;
  const what = `the return broke down on ${sayDay(on)}; ${backInCare ? 'the child is back in care' : 'the child is not back in care'}`;
  return done({ about: withPlan(about, noted, what, doing), letters: lettersOfBreakdown(about, plan, doing) });
}

/** Earlier returns of this child that are over, and what was learned: the first thing to read before the next (CON-04). */
export function learnedBefore(about: ReturningCase): readonly string[] {
  return about.returns.flatMap((plan) => {
    const { id, wentHomeOn, overtakenBy, after } = plan;
    if (!wentHomeOn || overtakenBy) return [];
    const home = `${id}: home on ${sayDay(wentHomeOn)}`;
    const { breakdown } = after;
    if (breakdown)
      return [`${home}, broke down on ${sayDay(breakdown.on)}: ${breakdown.why} · Learned: ${breakdown.learned}`];
    return isOpen(plan, about) ? [] : [`${home}, then back in care. Nobody has recorded what was learned.`];
  });
}

function isWaiting({ state }: Concern): boolean {
  return state.at === 'waiting';
}

/** The same values from the same person: a button pressed twice. */
function isSame<T extends StepDown | Breakdown>({ at: _there, ...one }: T, { at: _here, ...other }: T): boolean {
  const fields = Object.keys(one) as (keyof typeof one)[];
  return fields.every((field) => one[field] === other[field as keyof typeof other]);
}
