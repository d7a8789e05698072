import { preview } from '../../cases/changes/rules.ts';
import { factsOf } from '../../cases/rules.ts';
import { dayOf, momentOf } from '../../clock.ts';
import { ageOn, type LocalDate, sayDay } from '../../local-date.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { dayOfReturn } from '../decisions/gate.ts';
import { type ReturningCase, type ReturnPlan, ROUTES, type Route } from '../model.ts';
import {
  type Doing,
  eventsOfReturn,
  fittingRoute,
  isEarly,
  mayPlan,
  openReturn,
  whyPlanUnfit,
  withEvents,
} from '../rules.ts';
import { NOTHING_TYPED, type StartForm } from '../start/form.ts';
import { mayStart, startReturn } from '../start/rules.ts';
import type { WhatIfForm } from './form.ts';

/** How what was tried is made real: saved as a change, started as a return, gone on with, or not yet. */
export type Real =
  | { readonly by: 'change'; readonly says: string }
  | { readonly by: 'return'; readonly says: string; readonly route: Route; readonly day: LocalDate }
  | { readonly by: 'checklist'; readonly says: string }
  | { readonly by: 'nothing'; readonly says: string };

/** A case as it is and as it would be. Nothing of it is saved. */
export interface Tried {
  readonly before: ReturningCase;
  readonly after: ReturningCase;
  /** The day on which both are looked at: today, or the last of the days tried. */
  readonly on: LocalDate;
  /** What was tried, a sentence each. */
  readonly lines: readonly string[];
  /** The return that is tried, or else the one being planned; null when there is neither. */
  readonly plan: ReturnPlan | null;
  readonly real: Real;
}

/** Why somebody may not try things on a case: that is for those who could make them real. */
export function whyNotTry(about: ReturningCase, doing: Doing): Refusal | null {
  return mayPlan(about, doing)
    ? null
    : refuse('Trying things out is for the child’s social worker, their team manager and those who manage them.');
}

/** Works out what would come of it, by the rules that would decide the real thing. */
export function tryOut(about: ReturningCase, form: WhatIfForm, doing: Doing): Outcome<Tried> {
  const no = whyNotTry(about, doing) ?? whyNothingToTry(form) ?? whyTooFar(form, doing);
  if (no) return no;
  const changed = triesChange(form)
    ? tryChange(about, form, doing)
    : done({ after: about, on: dayOf(doing.now), lines: [] });
  if (!changed.ok) return changed;
  if (form.route || form.day) return tryReturn(about, changed.value, form, doing);
  return changed.value.lines.length > 0
    ? done(justChange(about, changed.value, doing))
    : refuse('Nothing would change: the case says all of this already. Fill in something else to try.');
}

function triesChange({ change }: WhatIfForm): boolean {
  const { legalStatus, legalStatusOn: since, placement, placementOn, flags } = change;
  return [legalStatus, since, placement, placementOn].some((given) => given !== null) || flags.length > 0;
}

function whyNothingToTry(form: WhatIfForm): Refusal | null {
  return triesChange(form) || form.route || form.day
    ? null
    : refuse('Fill in at least one thing to try: a legal status, a placement, a route or a day.');
}

function whyTooFar({ change, day }: WhatIfForm, { authority }: Doing): Refusal | null {
  const { knownUntil } = authority.holidays;
  const far = [change.legalStatusOn, change.placementOn, day].find((one) => one !== null && one > knownUntil);
  if (!far) return null;
  return refuse(
    `${sayDay(far)} is further ahead than the bank holidays are known. Give a day up to ${sayDay(knownUntil)}.`,
  );
}

/** The case as a change would leave it, and the last of its days, or today. */
interface TriedChange {
  readonly after: ReturningCase;
  readonly on: LocalDate;
  readonly lines: readonly string[];
}

/** The change by the rules of `update`; one for a day to come as these would find it on that day. */
function tryChange(about: ReturningCase, { change }: WhatIfForm, doing: Doing): Outcome<TriedChange> {
  const { by, now, authority } = doing;
  const on = latest([dayOf(now), change.legalStatusOn, change.placementOn]);
  const seen = preview(about, change, by, authority, onThe(on, doing).now);
  if (!seen.ok) return seen;
  const { after, lines } = seen.value;
  return done({ after: { ...about, ...after, returns: about.returns }, on, lines });
}

/** A change alone; a return that is being planned must still fit it. */
function justChange(before: ReturningCase, { after, on, lines }: TriedChange, doing: Doing): Tried {
  const plan = plannedReturn(after);
  const unfit = plan && whyPlanUnfit(plan, after, dayOfReturn(plan, on), on);
  const says = [...lines, ...(unfit ? [`⚠ ${plan.id} would no longer fit. ${unfit}`] : [])];
  const real: Real =
    on > dayOf(doing.now)
      ? { by: 'nothing', says: `It can be made real once ${sayDay(on)} has come: type “update ${before.id}” then.` }
      : { by: 'change', says: 'Make it real saves exactly this.' };
  return { before, after, on, lines: says, plan: unfit ? null : plan, real };
}

function tryReturn(before: ReturningCase, changed: TriedChange, form: WhatIfForm, doing: Doing): Outcome<Tried> {
  const { after, lines } = changed;
  const open = plannedReturn(after);
  const start = startOf(after, open, form, changed.on);
  if (!start.ok) return start;
  const { route, day } = start.value;
  // As if none were being planned: what stands in the way of a second one is said beside “Make it real”.
  const started = startReturn({ ...after, returns: [] }, start.value, NOT_STARTED, onThe(changed.on, doing));
  if (!started.ok) return started;
  const plan = open?.route === route ? { ...open, plannedFor: day } : started.value.about.returns.at(-1)!;
  const home =
    route === 'unplanned' ? done(started.value.about) : withEvents(after, eventsOfReturn(plan, after, day), day);
  if (!home.ok) return home;
  return done({
    before,
    after: { ...home.value, returns: before.returns },
    on: latest([changed.on, day]),
    lines: [...lines, `${ROUTES[route]}: home on ${sayDay(day)}`, ...(isEarly(plan) ? [UNASSESSED] : [])],
    plan,
    real: lines.length > 0 ? changeFirst(before, changed, doing) : realReturn(before, start.value, open, doing),
  });
}

const NOT_STARTED = 'RH-0000';
const UNASSESSED =
  'The assessment of the parents is not on record as done: these are the dates of a placement before it.';

/** The return to try: what was left out is taken from the one being planned, or else from the facts. */
function startOf(
  about: ReturningCase,
  open: ReturnPlan | null,
  { route, day, change }: WhatIfForm,
  on: LocalDate,
): Outcome<StartForm> {
  const when = day ?? open?.plannedFor ?? null;
  if (!when) {
    const says = 'Planned date of return: give the day to try for this route.';
    return refuse(says, { day: says });
  }
  const status = legalStatusOn(factsOf(about, on), on);
  const which = route ?? open?.route ?? fittingRoute(status, ageOn(about.bornOn, when));
  if (!which) {
    const says = 'Route: none follows from the facts for that day. Choose the one to try.';
    return refuse(says, { route: says });
  }
  return done({ case: change.case, route: which, day: when, ...NOTHING_TYPED });
}

function changeFirst({ id }: ReturningCase, { on }: TriedChange, { now }: Doing): Real {
  const home = `After it type “return home ${id}”: the return is asked what prompted it, and keeps its decision.`;
  return on > dayOf(now)
    ? { by: 'nothing', says: `The change can be made real once ${sayDay(on)} has come. ${home}` }
    : { by: 'change', says: `Make it real saves the change. ${home}` };
}

function realReturn(about: ReturningCase, start: StartForm, open: ReturnPlan | null, doing: Doing): Real {
  const { route, day } = start;
  if (open?.route === route) {
    const says = `${open.id} is this return already. Once it is approved and the child is home, record the day on its checklist.`;
    return { by: 'checklist', says };
  }
  const may = mayStart(about, start, doing);
  if (!may.ok) return { by: 'nothing', says: may.because };
  const says = `Make it real opens the return form with this route and day. It asks what prompted the return${route === 'unplanned' ? '' : '; approval still comes before it'}.`;
  return { by: 'return', says, route, day };
}

/** The return that is being planned: open, and the child not home by it. */
function plannedReturn(about: ReturningCase): ReturnPlan | null {
  const open = openReturn(about);
  return open && !open.wentHomeOn ? open : null;
}

/** The same person on a day to come, at the start of work. */
function onThe(day: LocalDate, doing: Doing): Doing {
  return day > dayOf(doing.now) ? { ...doing, now: momentOf(day, '09:00') } : doing;
}

function latest(days: readonly (LocalDate | null)[]): LocalDate {
  return days.filter((day) => day !== null).reduce((a, b) => (a > b ? a : b));
}
