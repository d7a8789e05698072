import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { POSTS } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { withItemDone } from '../checklist/answering.ts';
import { questionsLetters } from '../checklist/mine.ts';
import { dayOfReturn, gateOf } from '../decisions/gate.ts';
import { asOn, whyLapsed } from '../decisions/lapsing.ts';
import { sayDecided } from '../decisions/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import {
  type Change,
  type Doing,
  eventsOfReturn,
  lettersTo,
  mayPlan,
  whyPlanUnfit,
  withEvents,
  withPlan,
} from '../rules.ts';

/** When the child went home. */
export interface Went {
  readonly day: LocalDate;
  /** `16:30`, or empty where nobody noted it. */
  readonly time: string;
}

/** Puts a planned return that has happened into the facts, so that the visits and reviews after it get their days. */
export function recordReturn(about: ReturningCase, asIs: ReturnPlan, went: Went, doing: Doing): Outcome<Change> {
  const today = dayOf(doing.now);
  const { day } = went;
  if (!mayPlan(about, doing)) {
    return refuse('Recording a return is for the child’s social worker, their team manager and those who manage them.');
  }
  const over = whyOver(asIs);
  if (over) return refuse(over);
  const plan = asOn(asIs, about, day);
  const stands = whyNotApproved(about, plan, today, doing);
  if (stands) return refuse(stands);
  const wrongDay =
    whyWrongDay(plan, day, today) ?? whyLapsedThen(plan, about, day) ?? whyPlanUnfit(plan, about, day, today);
  if (wrongDay) return refuse(wrongDay, { day: wrongDay });
  const changed = withEvents(about, eventsOfReturn(plan, about, day), today);
  if (!changed.ok) return changed;

  const at = went.time ? ` at ${went.time}` : '';
  const home = withItemDone(sentHome(plan, went), changed.value, 'RET-01', `Went home on ${sayDay(day)}${at}`, doing);
  const kept = withPlan(changed.value, home, `the child went home on ${sayDay(day)}${at}`, doing);
  const { iro, teamManager, socialWorker } = about.people;
  return done({
    about: kept,
    letters: [
      ...lettersTo([iro, teamManager, socialWorker], 'return.told', plan.id, 'went', doing),
      ...questionsLetters(kept, home, 'home', doing),
    ],
  });
}

/** Where the court discharges the order on the same day, care ends with it; home first, the discharge comes later. */
function sentHome(plan: ReturnPlan, { day, time }: Went): ReturnPlan {
  const discharged = plan.route === 'planned-discharge' && !plan.homeFirst;
  return { ...plan, wentHomeOn: day, wentHomeAt: time, dischargedOn: discharged ? day : null };
}

/** Whether there is a return to record: approved as things stand, and not recorded yet. */
export function mayRecord({ decision, wentHomeOn, overtakenBy }: ReturnPlan): boolean {
  return decision.stands === 'approved' && !wentHomeOn && !overtakenBy;
}

function whyOver({ id, overtakenBy, wentHomeOn }: ReturnPlan): string | null {
  if (overtakenBy) return `${overtakenBy} has taken the place of ${id}. Nothing was changed.`;
  if (!wentHomeOn) return null;
  return `${id} is recorded already: the child went home on ${sayDay(wentHomeOn)}. Nothing was changed.`;
}

function whyNotApproved(about: ReturningCase, plan: ReturnPlan, today: LocalDate, doing: Doing): string | null {
  if (mayRecord(plan)) return null;
  const gate = gateOf(plan, about, dayOfReturn(plan, today), doing);
  const first = plan.decision.stands === 'lapsed' ? 'It must be approved again' : 'It must be approved first';
  const who = gate ? `${first}, by the ${POSTS[gate.post]} (${gate.cite}). ` : '';
  return `${who}${sayDecided(plan, doing)} If the child is home already, record an unplanned return.`;
}

/** An approval that no longer stood on that day allows nothing, whether or not a sweep has written it down. */
function whyLapsedThen(plan: ReturnPlan, about: ReturningCase, day: LocalDate): string | null {
  const because = whyLapsed(plan, about, day);
  if (!because) return null;
  return `The approval of ${plan.id} no longer stood on ${sayDay(day)}, because ${because}. Ask for the decision again; if the child is home already, record an unplanned return.`;
}

function whyWrongDay({ id, decision }: ReturnPlan, day: LocalDate, today: LocalDate): string | null {
  if (day > today) return `Date of return: ${sayDay(day)} has not come yet. Record the return when it has happened.`;
  const approvedOn = decision.stands === 'approved' ? dayOf(decision.at) : day;
  if (day >= approvedOn) return null;
  return `Date of return: ${sayDay(day)} is before ${id} was approved, on ${sayDay(approvedOn)}. A return before approval is recorded as unplanned.`;
}
