import type { ConcernId } from '../../cases/concerns/model.ts';
import { raiseConcern } from '../../cases/concerns/rules.ts';
import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { urgent } from '../../letters/model.ts';
import { ageOn, type LocalDate, sayDay } from '../../local-date.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { NOTHING_AFTER } from '../after/model.ts';
import { withItemDone } from '../checklist/answering.ts';
import { CHECKLIST_VERSION } from '../checklist/checklist.ts';
import { questionsLetters } from '../checklist/mine.ts';
import type { ReturnId, ReturningCase, ReturnPlan, Route } from '../model.ts';
import {
  type Change,
  type Doing,
  eventsOfReturn,
  fittingRoute,
  isOrder,
  lettersTo,
  mayPlan,
  openReturn,
  whyPlanUnfit,
  whyUnfit,
  withEvents,
} from '../rules.ts';
import { NOTHING_PLANNED } from '../transition/model.ts';
import { carriedOver, sayCarried } from './carry.ts';
import type { StartForm } from './form.ts';

/** Whether this return may be started: nothing is changed yet. */
export function mayStart(about: ReturningCase, form: StartForm, doing: Doing): Outcome<true> {
  const today = dayOf(doing.now);
  if (!mayPlan(about, doing)) {
    return refuse(
      'Starting a return home is for the child’s social worker, their team manager and those who manage them.',
    );
  }
  const wrongDay = whyWrongDay(form, today, doing.authority.holidays.knownUntil);
  if (wrongDay) return refuse(wrongDay, { day: wrongDay });
  const known = form.day > today ? today : form.day;
  const unfit = whyUnfit(
    form.route,
    legalStatusOn(factsOf(about, today), known),
    ageOn(about.bornOn, form.day),
    form.day,
  );
  if (unfit) return refuse(unfit, { route: unfit });
  const open = openReturn(about);
  if (open && !overtakes(form, open, about, today)) {
    return refuse(`${open.id} is already open for this child. Type “checklist ${about.id}” to go on with it.`);
  }
  return done(true);
}

/**
 * Starts a return that may be started. An unplanned one goes into the facts at once; nothing is approved by it. A safety
 * concern with it is raised in the same write, under the reference given.
 */
export function startReturn(
  about: ReturningCase,
  form: StartForm,
  id: ReturnId,
  doing: Doing,
  concern: ConcernId | null = null,
): Outcome<Change> {
  const may = mayStart(about, form, doing);
  if (!may.ok) return may;
  const today = dayOf(doing.now);
  const open = openReturn(about);
  const fresh = planOf(about, form, id, doing);
  const known = open ? carriedOver(fresh, open, about) : fresh;
  const unplanned = form.route === 'unplanned';
  const plan = unplanned ? withItemDone(known, about, 'RET-01', `Went home on ${sayDay(form.day)}`, doing) : known;
  const changed = unplanned ? withEvents(about, eventsOfReturn(plan, about, form.day), today) : done(about);
  if (!changed.ok) return changed;

  const returns = about.returns.map((one) => (one.id === open?.id ? { ...one, overtakenBy: id } : one));
  const what = unplanned
    ? `the child went home on ${sayDay(form.day)}, unplanned`
    : `return planned for ${sayDay(form.day)}`;
  const overtaken = open ? sayCarried(plan, open) : '';
  const after = {
    ...changed.value,
    wakeAt: doing.now,
    returns: [...returns, plan],
    history: [...about.history, { at: doing.now, by: doing.by.id, what: `${id}: ${what}${overtaken}` }],
  };
  const letters = questionsLetters(after, plan, unplanned ? 'home' : 'started', doing);
  if (!unplanned) return done({ about: after, letters });
  const home = wentHome(after, plan, concern, doing);
  return done({ ...home, letters: [...home.letters, ...letters] });
}

/**
 * The IRO is told at once (CON-07), at any hour where the child may not be safe, and whoever else is around the child:
 * neither who recorded it nor who hears of the concern itself.
 */
function wentHome(about: ReturningCase, plan: ReturnPlan, concern: ConcernId | null, doing: Doing): Change {
  const raised = plan.safety?.concern ? withConcern(about, plan, concern, doing) : { about, letters: [] };
  const hear = raised.letters.flatMap(({ to }) => ('person' in to ? [to.person] : []));
  const { iro, teamManager, socialWorker } = about.people;
  const told = lettersTo([iro, teamManager, socialWorker], 'return.told', plan.id, 'start', doing);
  const others = told.filter(({ to }) => 'person' in to && !hear.includes(to.person));
  const soon = plan.safety?.concern ? others.map(urgent) : others;
  return { about: raised.about, letters: [...raised.letters, ...soon] };
}

function withConcern(
  about: ReturningCase,
  plan: ReturnPlan,
  id: ConcernId | null,
  { by, authority, now }: Doing,
): Change {
  if (id === null) throw new Error(`${plan.id} has a safety concern, and no reference was given for it`);
  const after = `Unplanned return on ${sayDay(plan.wentHomeOn!)}`;
  const says = [{ heading: 'Is the child safe now?', text: plan.safety!.words }];
  return raiseConcern(about, { about: 'unplanned-return', after, says }, id, by, authority, now);
}

function planOf(about: ReturningCase, form: StartForm, id: ReturnId, { by, now }: Doing): ReturnPlan {
  const today = dayOf(now);
  const unplanned = form.route === 'unplanned';
  return {
    id,
    route: form.route,
    legalStatus: legalStatusOn(factsOf(about, today), unplanned ? form.day : today)!,
    plannedFor: unplanned ? null : form.day,
    homeFirst: form.route === 'planned-discharge' && form.homeFirst,
    wentHomeOn: unplanned ? form.day : null,
    wentHomeAt: '',
    dischargedOn: null,
    whatPrompted: form.prompted,
    startedBy: by.id,
    startedAt: now,
    once: form.once,
    checklistVersion: CHECKLIST_VERSION,
    answers: [],
    decision: { stands: 'none' },
    earlier: [],
    transition: NOTHING_PLANNED,
    after: NOTHING_AFTER,
    safety: unplanned ? { concern: form.safe === 'concern', words: form.concern } : null,
    overtakenBy: null,
  };
}

function whyWrongDay({ route, day }: StartForm, today: LocalDate, knownUntil: LocalDate): string | null {
  if (day > knownUntil)
    return `Planned date of return: ${sayDay(day)} is further ahead than the bank holidays are known.`;
  if (route === 'unplanned' && day > today) {
    return `Date of return: ${sayDay(day)} has not come yet. Give the day the child went home, or choose a planned route.`;
  }
  if (route !== 'unplanned' && day < today) {
    return `Planned date of return: ${sayDay(day)} has passed. Give a day to come, or choose “Unplanned return” if the child is home.`;
  }
  return null;
}

/**
 * The route to begin the form with. A day that has come, or a return that is being planned already, means that the child
 * has gone home; unless that plan no longer fits the facts, or an unplanned return under an order may become a placement.
 */
export function suggestedRoute(about: ReturningCase, day: LocalDate | null, today: LocalDate): Route | null {
  if (day && day <= today) return 'unplanned';
  const open = openReturn(about);
  if (open && overtakes({ route: 'with-parents' }, open, about, today) && open.wentHomeOn) return 'with-parents';
  const on = day ?? open?.plannedFor ?? today;
  if (open && (open.wentHomeOn || whyPlanUnfit(open, about, on < today ? today : on, today) === null))
    return 'unplanned';
  return fittingRoute(legalStatusOn(factsOf(about, today), today), ageOn(about.bornOn, on < today ? today : on));
}

/**
 * A second return is refused, unless it takes the first one's place: the child went home before the plan was carried
 * out, the plan no longer fits the facts, or an unplanned return under an order is to become a placement.
 */
export function overtakes(
  { route }: Pick<StartForm, 'route'>,
  open: ReturnPlan,
  about: ReturningCase,
  today: LocalDate,
): boolean {
  if (open.wentHomeOn) return open.route === 'unplanned' && isOrder(open.legalStatus) && route === 'with-parents';
  if (route === 'unplanned') return true;
  const day = open.plannedFor!;
  return whyPlanUnfit(open, about, day < today ? today : day, today) !== null;
}
