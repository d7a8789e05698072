import type { Authority } from '../../authority/model.ts';
import { whoAnswers } from '../../cases/concerns/who.ts';
import type { Case } from '../../cases/model.ts';
import { dayOf, momentOf } from '../../clock.ts';
import { isCheckLeft, monitoring, reviewSince } from '../../disputes/checking/standing.ts';
import { pointsOf, START } from '../../disputes/climbing/points.ts';
import { HOMEWARD } from '../../disputes/history.ts';
import type { Writing } from '../../disputes/letters/writing.ts';
import type { Dispute } from '../../disputes/model.ts';
import { iroToTell, officerNow } from '../../disputes/who.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { ConcernOf, Waiting } from './model.ts';

type OfDisputes = Pick<Waiting, 'answers' | 'judges' | 'checks'>;

/** What waits in the whole authority on a day, by whom it waits for. */
export interface WaitingFor {
  disputes(person: PersonId): OfDisputes;
  /** The same without those of which a letter of its own reminds them on that day: nobody is told twice in a morning. */
  unsaid(person: PersonId): OfDisputes;
  concerns(person: PersonId): readonly ConcernOf[];
}

type What = 'answers' | 'judges' | 'checks';

/** Sorts everything that is open by who must act on it today. */
export function waitingOn(
  live: readonly Dispute[],
  concerned: readonly Case[],
  child: (dispute: Dispute) => Case | undefined,
  authority: Authority,
  today: LocalDate,
): WaitingFor {
  const waits = live.map((dispute) => ({ dispute, ...actorOf(dispute, child(dispute), authority, today) }));
  const concerns = concerned.flatMap((about) =>
    about.concerns.map((concern) => ({ about, concern, person: whoAnswers(about, concern, authority, today)?.person })),
  );
  const sorted = (person: PersonId, of: typeof waits): OfDisputes => {
    const each = (wanted: What) =>
      of.filter((one) => one.what === wanted && one.person === person).map(({ dispute }) => dispute);
    return { answers: each('answers'), judges: each('judges'), checks: each('checks') };
  };
  const writing: Writing = { authority, now: momentOf(today, START), by: HOMEWARD };
  return {
    disputes: (person) => sorted(person, waits),
    unsaid: (person) =>
      sorted(
        person,
        waits.filter((one) => one.person === person && !isReminded(one.dispute, person, child(one.dispute), writing)),
      ),
    concerns: (person) => concerns.filter((each) => each.person === person),
  };
}

/** Whether a letter about the dispute asks this person to act on that day. */
function isReminded(dispute: Dispute, person: PersonId, about: Case | undefined, writing: Writing): boolean {
  return pointsOf(dispute, writing, about).some(
    ({ at, series, letters }) =>
      dayOf(at) === dayOf(writing.now) &&
      !['twenty-days', 'cafcass'].includes(series) &&
      letters.some(({ to }) => 'person' in to && to.person === person),
  );
}

/** Whose turn it is with a dispute, and what for. Nobody's while it only waits for a day. */
function actorOf(
  dispute: Dispute,
  about: Case | undefined,
  authority: Authority,
  today: LocalDate,
): { readonly what: What; readonly person: PersonId | undefined } {
  const iro = iroToTell(dispute, authority, today)?.id;
  if (monitoring(dispute)) return { what: 'checks', person: isCheckDue(dispute, about, today) ? iro : undefined };
  if (dispute.state.at === 'awaiting-iro') return { what: 'judges', person: iro };
  return { what: 'answers', person: officerNow(dispute, authority, today)?.person.id };
}

function isCheckDue(dispute: Dispute, about: Case | undefined, today: LocalDate): boolean {
  const resolved = monitoring(dispute);
  if (!resolved) return false;
  if (isCheckLeft(dispute, 'ten-days') && resolved.checkOn <= today) return true;
  const heldOn = reviewSince(dispute, about, today);
  return heldOn !== null && heldOn < today && isCheckLeft(dispute, 'next-review');
}
