import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant, momentOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { type LocalDate, plusDays } from '../../local-date.ts';
import { whoActsFor } from '../../people/rules.ts';
import { actBy, type Holidays } from '../../working-days.ts';
import type { ItemId, ReturningCase, ReturnPlan } from '../model.ts';
import { isOpen, type Said } from '../rules.ts';
import { notBegun } from './services.ts';

/** A question that time brings after a return. */
export interface Check {
  readonly what: 'services' | 'help';
  /** Days after the return. */
  readonly days: number;
  /** From this many days on it is no longer brought up: the next question, or the reviews, have taken its place. */
  readonly until: number;
  /** The question of the checklist that is asked. */
  readonly item: ItemId;
}

/**
 * SUP-01: services that were promised and never began (DfE research §5). SUP-04: the dip after a good start (§4); that it is
 * six weeks, and when a question is no longer brought up, are our proposals.
 */
export const CHECKS: readonly Check[] = [
  { what: 'services', days: 14, until: 42, item: 'SUP-01' },
  { what: 'help', days: 42, until: 183, item: 'SUP-04' },
];

/** The questions to ask now, of the social worker or whoever covers. A letter said before has the same key, and is left out. */
export function checksAfter(plan: ReturnPlan, about: ReturningCase, now: Instant, authority: Authority): Said {
  const { holidays } = authority;
  const wanted = CHECKS.filter((check) => isWanted(check, plan, about)).map((check) => ({
    check,
    at: momentOfCheck(plan.wentHomeOn!, check.days, holidays),
    until: momentOf(plusDays(plan.wentHomeOn!, check.until), START),
  }));
  const ahead = wanted.map(({ at }) => at).filter((at) => at > now);
  const due = wanted.filter(({ at, until }) => at <= now && now < until);
  return { letters: due.map(({ check }) => letterOf(check, plan, about, now, authority)), wakeAt: earliest(ahead) };
}

/** Whether it still has to be asked: the child is home, and nobody has answered it. */
export function isWanted({ what, item }: Check, plan: ReturnPlan, about: ReturningCase): boolean {
  if (!plan.wentHomeOn || !isOpen(plan, about)) return false;
  if (plan.answers.some((one) => one.item === item && one.answer !== 'not-done')) return false;
  return what === 'help' || notBegun(plan).length > 0;
}

function letterOf(
  { what }: Check,
  { id }: ReturnPlan,
  { people }: ReturningCase,
  now: Instant,
  { register }: Authority,
): Letter {
  const person = whoActsFor(people.socialWorker, register, dayOf(now))?.person.id ?? people.socialWorker;
  return {
    key: `${id}/check/${what}`,
    kind: 'return.check',
    to: { person },
    facts: { return: id, what },
    live: false,
    writtenAt: now,
  };
}

const START = '09:00';

/** The start of the working day on or before; of the day itself where bank holidays are not listed. */
function momentOfCheck(home: LocalDate, days: number, holidays: Holidays): Instant {
  const day = plusDays(home, days);
  return momentOf(isListed(day, holidays) ? actBy(day, holidays) : day, START);
}

/** A fortnight short of either end, so that the working day before or after is listed too. */
function isListed(day: LocalDate, { knownFrom, knownUntil }: Holidays): boolean {
  return plusDays(day, -14) >= knownFrom && plusDays(day, 14) <= knownUntil;
}

function earliest(moments: readonly Instant[]): Instant | null {
  return moments.reduce<Instant | null>((first, at) => (first === null || at < first ? at : first), null);
}
