import type { Authority } from '../../authority/model.ts';
import { whoAnswers } from '../../cases/concerns/who.ts';
import type { Case } from '../../cases/model.ts';
import { isCheckLeft, monitoring, reviewSince } from '../../disputes/checking/standing.ts';
import type { Dispute } from '../../disputes/model.ts';
import { iroToTell, officerNow } from '../../disputes/who.ts';
import type { LocalDate } from '../../local-date.ts';
import type { PersonId } from '../../people/model.ts';
import type { ConcernOf, Waiting } from './model.ts';

/** What waits in the whole authority on a day, by whom it waits for. */
export interface WaitingFor {
  disputes(person: PersonId): Pick<Waiting, 'answers' | 'judges' | 'checks'>;
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
  return {
    disputes: (person) => {
      const of = (wanted: What) =>
        waits.filter((each) => each.what === wanted && each.person === person).map(({ dispute }) => dispute);
      return { answers: of('answers'), judges: of('judges'), checks: of('checks') };
    },
    concerns: (person) => concerns.filter((each) => each.person === person),
  };
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
