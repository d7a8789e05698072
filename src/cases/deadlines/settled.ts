import type { Authority } from '../../authority/model.ts';
import { dayOf } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { CaseEvent, Deadline } from '../../timetable/model.ts';
import { TIMETABLE } from '../../timetable/timetable.ts';
import { sayEvent } from '../../timetable/view.ts';
import { sayWhen } from '../../view.ts';
import type { Case } from '../model.ts';
import { REVIEW_EVENTS } from '../noted.ts';
import { sayHeld } from '../reviews/held.ts';
import { deadlinesOf } from '../rules.ts';
import { sayVisit } from '../visits/made.ts';
import type { DeadlineForm } from './form.ts';

/** What became of a deadline that is no longer there, in sentences. */
export interface Settled {
  readonly heading: string;
  readonly says: readonly string[];
}

/** The deadline that a card was drawn about, while it stands. */
export function standingDeadline(
  about: Case,
  { rule, due }: Pick<DeadlineForm, 'rule' | 'due'>,
  today: LocalDate,
  authority: Authority,
): Deadline | null {
  return deadlinesOf(about, today, authority).deadlines.find((one) => one.rule === rule && one.due === due) ?? null;
}

/** Whether there is such a rule: a card of ours names no other. */
export function isRule(rule: string): boolean {
  return TIMETABLE.some(({ id }) => id === rule);
}

/** How things stand now, for somebody who pressed a button beside a deadline that was met or has moved. */
export function settled(about: Case, form: DeadlineForm, today: LocalDate, authority: Authority): Settled {
  const ended = endOf(about, form, today, authority);
  const act = ended?.was.act ?? TIMETABLE.find(({ id }) => id === form.rule)?.act;
  const next = deadlinesOf(about, today, authority).deadlines.find((one) => one.act === act);
  return {
    heading: ended && meets(ended.was, ended.by) ? 'Done already' : 'No longer due',
    says: [
      ended ? sayEnd(about, ended, authority) : 'This date no longer stands.',
      next
        ? `Next one: ${next.duty}, ${sayWhen(next.due, today, authority.holidays)}.`
        : 'Nothing of the kind is due now.',
    ],
  };
}

interface Ended {
  readonly was: Deadline;
  /** The event with which it was met, or after which it was no longer owed. */
  readonly by: CaseEvent;
}

/** Events are kept in the order they were logged: the deadline is looked for as things stood before each, the latest first. */
function endOf(about: Case, form: DeadlineForm, today: LocalDate, authority: Authority): Ended | null {
  for (let count = about.events.length - 1; count >= 0; count -= 1) {
    const before = { ...about, events: about.events.slice(0, count) };
    const was = standingDeadline(before, form, today, authority);
    if (was) return { was, by: about.events[count]! };
  }
  return null;
}

function meets({ act }: Deadline, { what }: CaseEvent): boolean {
  return act === 'visit' ? what === 'visit-made' : act !== 'other' && what in REVIEW_EVENTS;
}

function sayEnd({ history }: Case, { was, by }: Ended, { register }: Authority): string {
  if (!meets(was, by)) return `This date no longer stands. Since then: ${sayEvent(by)}.`;
  const [what, words] = wordsOf(by);
  const line = history.findLast((kept) => kept.what.startsWith(words));
  if (!line) return `This ${what} was on ${sayDay(by.on)}.`;
  const made = dayOf(line.at) === by.on ? '' : `, ${what === 'visit' ? 'made' : 'held'} on ${sayDay(by.on)},`;
  return `This ${what}${made} was logged on ${sayDay(dayOf(line.at))} by ${nameOf(line.by, register)}.`;
}

/** What an event is called, and how the history says it. */
function wordsOf(event: CaseEvent): readonly [string, string] {
  if (event.what === 'visit-made') return ['visit', sayVisit(event)];
  return ['review', sayHeld(REVIEW_EVENTS[event.what as keyof typeof REVIEW_EVENTS], event.on)];
}
