import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Returning, ReturningCase, ReturnPlan } from '../model.ts';
import { type Doing, isOpen, mayPlan, withPlan } from '../rules.ts';
import type { Service, Transition, Written } from './model.ts';

/** Why somebody cannot change the plan of a return now, or null. After approval it may change; each change is logged. */
export function whyNotChanged({ about, plan }: Returning, doing: Doing): string | null {
  if (!mayPlan(about, doing))
    return 'The plan of a return is for the child’s social worker, their team manager and those who manage them.';
  if (plan.overtakenBy) return `${plan.overtakenBy} has taken the place of ${plan.id}. Its plan is kept as it was.`;
  if (isOpen(plan, about)) return null;
  const { breakdown } = plan.after;
  const why = breakdown ? `The return broke down on ${sayDay(breakdown.on)}` : 'The child has come back from home';
  return `${why}, so ${plan.id} is over. Its plan is kept as it was.`;
}

/** Puts parts of the transition in place of what they were, with a line of history. */
export function withTransition(
  about: ReturningCase,
  plan: ReturnPlan,
  parts: Partial<Transition>,
  what: string,
  doing: Doing,
): ReturningCase {
  return withPlan(about, { ...plan, transition: { ...plan.transition, ...parts } }, what, doing);
}

/** The plan with an answer to: has this service in fact begun? (DfE research §5). Unchanged for a service it has not. */
export function withServiceChecked(
  plan: ReturnPlan,
  id: Service['id'],
  begun: boolean,
  words: string,
  { by, now }: Doing,
): ReturnPlan {
  const services = plan.transition.services.map((service) =>
    service.id === id ? { ...service, checked: { begun, words, by: by.id, at: now } } : service,
  );
  return { ...plan, transition: { ...plan.transition, services } };
}

/** The next id of a numbered list. */
export function nextNumber(list: readonly { readonly id: number }[]): number {
  return Math.max(0, ...list.map(({ id }) => id)) + 1;
}

/** Why a day lies before this time in care, or null: nothing of this return can be older than that. */
export function whyBeforeCare(label: string, day: LocalDate, { about, plan }: Returning): string | null {
  const began = about.events
    .filter(({ what, on }) => what === 'became-looked-after' && on <= dayOf(plan.startedAt))
    .map(({ on }) => on)
    .sort()
    .at(-1);
  if (!began || day >= began) return null;
  return `${label}: ${sayDay(day)} is before the child became looked after, on ${sayDay(began)}. Please check the date.`;
}

/** Refuses to write over what somebody else wrote after this person's card was drawn. */
export function writtenSince(
  what: string,
  written: Written | null,
  drawn: string,
  { by, authority }: Doing,
): Refusal | null {
  if (!written || written.by === by.id || written.at <= drawn) return null;
  const who = nameOf(written.by, authority.register);
  return refuse(
    `${who} has changed ${what} since your card was drawn. Look at it in “Plan and steps”, then save yours.`,
  );
}

/** A sentence beside one input. */
export function beside(input: string, says: string): Refusal {
  return refuse(says, { [input]: says });
}

/** "the goals from “…” to “…”"; as it is where there was nothing before. */
export function fromTo(what: string, before: string, after: string): readonly string[] {
  if (before === after) return [];
  if (before === '') return [`${what}: “${after}”`];
  return [`${what} from “${before}” to ${after === '' ? 'nothing' : `“${after}”`}`];
}
