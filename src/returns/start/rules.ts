import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { ageOn, type LocalDate, sayDay } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import { whoActsFor } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { NOTHING_AFTER } from '../after/model.ts';
import { CHECKLIST_VERSION } from '../checklist/checklist.ts';
import type { ReturnId, ReturningCase, ReturnPlan } from '../model.ts';
import {
  type Change,
  type Doing,
  eventsOfReturn,
  isOrder,
  lettersTo,
  letterTo,
  lineOf,
  mayPlan,
  openReturn,
  whyPlanUnfit,
  whyUnfit,
  withEvents,
} from '../rules.ts';
import { NOTHING_PLANNED } from '../transition/model.ts';
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

/** Starts a return that may be started. An unplanned one goes into the facts at once; nothing is approved by it. */
export function startReturn(about: ReturningCase, form: StartForm, id: ReturnId, doing: Doing): Outcome<Change> {
  const may = mayStart(about, form, doing);
  if (!may.ok) return may;
  const today = dayOf(doing.now);
  const plan = planOf(about, form, id, doing);
  const unplanned = form.route === 'unplanned';
  const changed = unplanned ? withEvents(about, eventsOfReturn(plan, about, form.day), today) : done(about);
  if (!changed.ok) return changed;

  const open = openReturn(about);
  const returns = about.returns.map((one) => (one.id === open?.id ? { ...one, overtakenBy: id } : one));
  const what = unplanned
    ? `the child went home on ${sayDay(form.day)}, unplanned`
    : `return planned for ${sayDay(form.day)}`;
  const overtaken = open ? `; it takes the place of ${open.id}` : '';
  return done({
    about: {
      ...changed.value,
      wakeAt: doing.now,
      returns: [...returns, plan],
      history: [...about.history, { at: doing.now, by: doing.by.id, what: `${id}: ${what}${overtaken}` }],
    },
    letters: unplanned ? lettersOfUnplanned(about, plan, doing) : [],
  });
}

/** Who hears of a concern: the team manager, or the next manager up when that is who raised it, or nobody acts for them. */
export function hearsConcern({ people }: ReturningCase, { by, now, authority: { register } }: Doing): PersonId {
  const acting = lineOf(people.teamManager, register).find((id) => {
    const holder = whoActsFor(id, register, dayOf(now));
    return holder && holder.person.id !== by.id;
  });
  return acting ?? people.teamManager;
}

function planOf(about: ReturningCase, form: StartForm, id: ReturnId, { by, now }: Doing): ReturnPlan {
  const today = dayOf(now);
  const unplanned = form.route === 'unplanned';
  return {
    id,
    route: form.route,
    legalStatus: legalStatusOn(factsOf(about, today), unplanned ? form.day : today)!,
    plannedFor: unplanned ? null : form.day,
    homeFirst: false,
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

/** The IRO is told at once (CON-07), and whoever else is around the child and did not record it themselves. */
function lettersOfUnplanned(about: ReturningCase, plan: ReturnPlan, doing: Doing): readonly Letter[] {
  const { iro, teamManager, socialWorker } = about.people;
  const concerned = plan.safety?.concern ? hearsConcern(about, doing) : null;
  const told = [iro, teamManager, socialWorker].filter((id) => id !== concerned);
  return [
    ...(concerned ? [letterTo(concerned, 'concern.raised', plan.id, 'start', doing)] : []),
    ...lettersTo(told, 'return.told', plan.id, 'start', doing),
  ];
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
 * A second return is refused, unless it takes the first one's place: the child went home before the plan was carried
 * out, the plan no longer fits the facts, or an unplanned return under an order is to become a placement.
 */
function overtakes({ route }: StartForm, open: ReturnPlan, about: ReturningCase, today: LocalDate): boolean {
  if (open.wentHomeOn) return open.route === 'unplanned' && isOrder(open.legalStatus) && route === 'with-parents';
  if (route === 'unplanned') return true;
  const day = open.plannedFor!;
  return whyPlanUnfit(open, about, day < today ? today : day, today) !== null;
}
