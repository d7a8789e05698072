import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { holderOf } from '../../people/rules.ts';
import type { Deadline } from '../../timetable/model.ts';
import type { Case } from '../model.ts';
import { deadlinesOf } from '../rules.ts';

/** The child in need review that is owed next; none while the child is looked after, nor before the first review after the return. */
export function nextInNeed(about: Case, day: LocalDate, authority: Authority): Deadline | null {
  return deadlinesOf(about, day, authority).deadlines.find(({ rule }) => rule === 'R-REV-22') ?? null;
}

/** To the child in need co-ordinator, when a review starts their reviews (MON-02: the IRO tells them). Null for a vacant post. */
export function letterOfNext(
  before: Case,
  after: Case,
  on: LocalDate,
  authority: Authority,
  now: Instant,
): Letter | null {
  const today = dayOf(now);
  if (nextInNeed(before, today, authority) || !nextInNeed(after, today, authority)) return null;
  const person = coordinatorOf(after, today, authority);
  if (!person) return null;
  return {
    key: `${after.id}/review.next/${on}`,
    kind: 'review.next',
    to: { person: person.id },
    facts: { on },
    live: false,
    writtenAt: now,
  };
}

/** Who co-ordinates child in need reviews for a child's service today, or covers. */
export function coordinatorOf({ people }: Case, day: LocalDate, { register }: Authority) {
  const service = register.get(people.teamManager)?.service ?? null;
  return holderOf('cin-coordinator', service, register, day)?.person ?? null;
}
