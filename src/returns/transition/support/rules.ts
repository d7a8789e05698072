import { dayOf } from '../../../clock.ts';
import { plusYears, sayDay } from '../../../local-date.ts';
import { done, type Outcome, refuse } from '../../../refusal.ts';
import { withItemDone } from '../../checklist/answering.ts';
import type { Returning, ReturnPlan } from '../../model.ts';
import type { Change, Doing } from '../../rules.ts';
import type { Service, Transition, Written } from '../model.ts';
import { beside, fromTo, nextNumber, whyBeforeCare, whyNotChanged, withTransition, writtenSince } from '../rules.ts';
import { READY_WORDS, type ReadyForm, type ServiceForm } from './form.ts';

/** More is a slip: the card of a plan must stay small enough to be sent. */
const MOST_SERVICES = 20;

/** Lists a promised service. Whether it has begun is asked after the return. */
export function addService({ about, plan }: Returning, form: ServiceForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const { services } = plan.transition;
  const there = services.find((one) => isSame(one.name, form.name) && isSame(one.who, form.who));
  if (there) {
    if (form.revision < about.revision && there.startBy === form.startBy) return done({ about, letters: [] });
    return beside(
      'name',
      `Service: “${sayService(there)}” is on the list already. Name it otherwise if it is another.`,
    );
  }
  const wrong = whyWrongStart({ about, plan }, form, doing);
  if (wrong) return beside('startBy', wrong);
  if (services.length >= MOST_SERVICES)
    return refuse(`${plan.id} has ${MOST_SERVICES} services already: that is as many as it keeps.`);
  const { name, who, startBy } = form;
  const service = { id: nextNumber(services), name, who, startBy, checked: null };
  const what = `service promised: ${sayService(service)}`;
  return done({
    about: withTransition(about, plan, { services: [...services, service] }, what, doing),
    letters: [],
  });
}

/** "Family support, Northmoor Early Help, by Mon 14 December 2026". */
export function sayService({ name, who, startBy }: Pick<Service, 'name' | 'who' | 'startBy'>): string {
  return `${name}, ${who}, by ${sayDay(startBy)}`;
}

/** Why the days that the return may move by are fixed, or null: a decision was asked for, or given, on them. */
export function whyLeewayFixed({ decision, transition, wentHomeOn, route }: ReturnPlan): string | null {
  const days = transition.mayMoveBy === 1 ? '1 day' : `${transition.mayMoveBy} days`;
  if (wentHomeOn || route === 'unplanned') return 'The child has gone home: no date is left to move.';
  if (decision.stands === 'approved')
    return `The approval was given on ${days}, and stays so. A longer move needs a new decision.`;
  return decision.stands === 'asked'
    ? `The decision was asked for on ${days}, and stays so until it is answered.`
    : null;
}

/**
 * Saves who supports in the first two weeks, named in advance (DfE research §3), the second plan for a sudden return
 * (DfE research §1; answers CON-09), and how far the date may move.
 */
export function saveReady({ about, plan }: Returning, form: ReadyForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const { transition } = plan;
  const said = [
    ...fromTo(READY_WORDS.firstWeeks.toLowerCase(), transition.firstWeeks?.words ?? '', form.firstWeeks),
    ...fromTo(READY_WORDS.sudden.toLowerCase(), transition.sudden?.words ?? '', form.sudden),
    ...sayLeeway(transition, form),
  ];
  if (said.length === 0) return done({ about, letters: [] });
  const since = sinceDrawn(transition, form, doing);
  if (since) return since;
  const moveBy = form.mayMoveBy ?? transition.mayMoveBy;
  const fixed = moveBy === transition.mayMoveBy ? null : whyLeewayFixed(plan);
  if (fixed) return beside('mayMoveBy', fixed);
  const after = {
    firstWeeks: written(form.firstWeeks, transition.firstWeeks, doing),
    sudden: written(form.sudden, transition.sudden, doing),
    mayMoveBy: moveBy,
  };
  const answered = after.sudden ? withItemDone(plan, about, 'CON-09', 'Plan for a sudden return written', doing) : plan;
  return done({ about: withTransition(about, answered, after, said.join('; '), doing), letters: [] });
}

function sayLeeway({ mayMoveBy }: Transition, form: ReadyForm): readonly string[] {
  if (form.mayMoveBy === null || form.mayMoveBy === mayMoveBy) return [];
  return [`days the return may move from ${mayMoveBy} to ${form.mayMoveBy}`];
}

/** Each part is looked at by itself: what this form leaves as it is cannot be written over. */
function sinceDrawn({ firstWeeks, sudden }: Transition, form: ReadyForm, doing: Doing) {
  const first = firstWeeks?.words === form.firstWeeks ? null : firstWeeks;
  const second = sudden?.words === form.sudden ? null : sudden;
  return (
    writtenSince('who supports in the first weeks', first, form.drawn, doing) ??
    writtenSince('the plan for a sudden return', second, form.drawn, doing)
  );
}

function written(words: string, before: (Written & { readonly words: string }) | null, { by, now }: Doing) {
  if (words === '') return null;
  return before?.words === words ? before : { words, by: by.id, at: now };
}

function whyWrongStart(returning: Returning, { startBy }: ServiceForm, { now }: Doing): string | null {
  const latest = plusYears(dayOf(now), 1);
  if (startBy > latest) return `Starts by: ${sayDay(startBy)} is more than a year ahead. Please check the year.`;
  return whyBeforeCare('Starts by', startBy, returning);
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
