import type { Authority } from '../authority/model.ts';
import { changed, factsOf, standsFor } from '../cases/rules.ts';
import { dayOf, type Instant } from '../clock.ts';
import type { LetterKind } from '../letters/letters.ts';
import type { Letter } from '../letters/model.ts';
import { ageOn, type LocalDate, sayDay } from '../local-date.ts';
import type { Person, PersonId } from '../people/model.ts';
import { lineOf, whoActsFor } from '../people/rules.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import { type CaseEvent, LEGAL_STATUSES, type LegalStatus } from '../timetable/model.ts';
import { contradictions, legalStatusOn, placementOn } from '../timetable/rules.ts';
import { type ReturnId, type ReturningCase, type ReturnPlan, ROUTES, type Route } from './model.ts';

/** A case as it now is, with the letters that the change causes: saved together. */
export interface Change {
  readonly about: ReturningCase;
  readonly letters: readonly Letter[];
}

/** Who and when, and where the register is. */
export interface Doing {
  readonly by: Person;
  readonly now: Instant;
  readonly authority: Authority;
}

/** What one part of the room says unprompted, and the next moment to look again. */
export interface Said {
  readonly letters: readonly Letter[];
  readonly wakeAt: Instant | null;
}

/** What Homeward does by itself has no person behind it; history lines name it like this. */
export const HOMEWARD: Person = {
  id: 'homeward',
  name: 'Homeward',
  email: '',
  posts: [],
  team: null,
  service: null,
  manager: null,
  cover: null,
};

/** Whether a status is an order under which only the authority, or a court, sends a child home (R-DEC-10). */
export function isOrder(status: LegalStatus | null): boolean {
  return status === 'interim-care-order' || status === 'care-order';
}

/** Who plans a return: the social worker, the team manager, whoever covers, and those who manage them. Not the IRO (R-IRO-05). */
export function mayPlan({ people }: ReturningCase, { by, now, authority }: Doing): boolean {
  const lines = [people.socialWorker, people.teamManager].flatMap((id) => lineOf(id, authority.register));
  return lines.some((id) => standsFor(by, id, authority, dayOf(now)));
}

/** The route that the law leaves open, or null where none is planned here (a child on remand, or not looked after). */
export function fittingRoute(status: LegalStatus | null, age: number): Route | null {
  if (status === 's20') return age >= 16 ? 'sixteen-or-seventeen' : 'planned-s20';
  return isOrder(status) ? 'with-parents' : null;
}

/** Why a route does not fit a child of this status and age on that day, naming the route that does; null when it fits. */
export function whyUnfit(route: Route, status: LegalStatus | null, age: number, day: LocalDate): string | null {
  if (!status) return `On ${sayDay(day)} the child was not looked after. Check the date, or the child's legal status.`;
  if (age >= 18)
    return `On ${sayDay(day)} this person is ${age}: care has ended, so there is no return home to decide.`;
  const fits = fittingRoute(status, age);
  if (route === 'unplanned' || route === fits || (route === 'planned-discharge' && isOrder(status))) return null;
  const stands = `“${ROUTES[route]}” does not fit: ${LEGAL_STATUSES[status]}, aged ${age} on ${sayDay(day)}.`;
  if (!fits)
    return `${stands} A return after remand is planned in the care plan; an unplanned return can be recorded here.`;
  const other = isOrder(status) ? ` (or “${ROUTES['planned-discharge']}”)` : '';
  return `${stands} The route that fits is “${ROUTES[fits]}”${other}.`;
}

/** Why a plan no longer fits the facts, if it went ahead on that day. */
export function whyPlanUnfit(
  { route }: ReturnPlan,
  about: ReturningCase,
  day: LocalDate,
  today: LocalDate,
): string | null {
  return whyUnfit(route, legalStatusOn(factsOf(about, today), day), ageOn(about.bornOn, day), day);
}

/** A plan is over when another took its place, it broke down, or the child came back from home. */
export function isOpen({ overtakenBy, wentHomeOn, after }: ReturnPlan, { events }: ReturningCase): boolean {
  if (overtakenBy || after.breakdown) return false;
  return !wentHomeOn || !events.some((event) => event.on > wentHomeOn && isComingBack(event));
}

export function openReturn(about: ReturningCase): ReturnPlan | undefined {
  return about.returns.find((plan) => isOpen(plan, about));
}

/** Whether the child goes home under the order, as a placement with parents; the court may discharge it later (R-DEC-11). */
export function goesHomeUnderOrder({ route, homeFirst }: ReturnPlan): boolean {
  return route === 'with-parents' || homeFirst;
}

/** Home before the assessment of the parents is done (reg 19), which brings weekly visits. */
export function isEarly(plan: ReturnPlan): boolean {
  return goesHomeUnderOrder(plan) && !plan.answers.some(({ item, answer }) => item === 'ASM-01' && answer === 'done');
}

/** Puts a plan in the place of the one with its id, with a line of history. */
export function withPlan(about: ReturningCase, plan: ReturnPlan, what: string, { by, now }: Doing): ReturningCase {
  const returns = about.returns.map((one) => (one.id === plan.id ? plan : one));
  return { ...about, ...changed(about, by, now, `${plan.id}: ${what}`, {}), returns };
}

/** Puts what happened into the facts, or says what in them it contradicts. */
export function withEvents(
  about: ReturningCase,
  events: readonly CaseEvent[],
  today: LocalDate,
): Outcome<ReturningCase> {
  const known = contradictions(factsOf(about, today));
  const after = { ...about, events: [...about.events, ...events] };
  const wrong = contradictions(factsOf(after, today)).filter((says) => !known.includes(says));
  return wrong.length > 0 ? refuse(wrong.join(' ')) : done(after);
}

/** What going home is in the facts (product.md 6). Discharge by a court ends care; the child may be at home already. */
export function eventsOfReturn(plan: ReturnPlan, about: ReturningCase, day: LocalDate): readonly CaseEvent[] {
  const planned = plan.route !== 'unplanned';
  const atHome = placementOn(factsOf(about, day), day)?.kind === 'with-parents';
  const home = { on: day, what: 'returned-home', planned } as const;
  if (plan.route === 'planned-discharge' && !plan.homeFirst) {
    const ceased = { on: day, what: 'ceased-to-be-looked-after' } as const;
    return atHome ? [ceased] : [home, ceased];
  }
  if (!isOrder(plan.legalStatus)) return [home];
  if (atHome) return [];
  const placed = { on: day, what: 'placement-started', kind: 'with-parents' } as const;
  return [isEarly(plan) || isAllowedEarly(plan) ? { ...placed, beforeAssessment: true } : placed];
}

/** What was allowed under reg 19 is to be confirmed under it, also where the assessment was done in time after all. */
function isAllowedEarly({ decision }: ReturnPlan): boolean {
  return decision.stands === 'approved' && decision.asking.kind === 'early-placement';
}

/** A letter about one return, to whoever acts for a person today. */
export function letterTo(
  id: PersonId,
  kind: LetterKind,
  plan: ReturnId,
  occasion: string,
  { now, authority }: Doing,
): Letter {
  const person = whoActsFor(id, authority.register, dayOf(now))?.person.id ?? id;
  const key = `${plan}/${occasion}/${kind}/${person}`;
  return { key, kind, to: { person }, facts: { return: plan }, live: false, writtenAt: now };
}

/** The same to several people, each once; who did it themselves is not told. */
export function lettersTo(
  ids: readonly PersonId[],
  kind: LetterKind,
  plan: ReturnId,
  occasion: string,
  doing: Doing,
): readonly Letter[] {
  const letters = ids.map((id) => letterTo(id, kind, plan, occasion, doing));
  const others = letters.filter(({ to }) => 'person' in to && to.person !== doing.by.id);
  return [...new Map(others.map((letter) => [letter.key, letter])).values()];
}

function isComingBack(event: CaseEvent): boolean {
  if (event.what === 'became-looked-after') return true;
  return event.what === 'placement-started' && event.kind !== 'with-parents';
}
