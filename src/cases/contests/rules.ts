import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { BeyondKnownHolidays, plusWorkingDays } from '../../working-days.ts';
import type { Decided } from '../actions.ts';
import { iroToTell } from '../iro.ts';
import type { Case } from '../model.ts';
import { REVIEW_EVENTS, reviewsOf } from '../noted.ts';
import { REVIEW_KINDS } from '../reviews/form.ts';
import { sayHeld } from '../reviews/held.ts';
import { changed, hatsOf, standsFor } from '../rules.ts';
import type { ContestForm } from './form.ts';
import { CONTEST_WITHIN_WORKING_DAYS, type Contest, type ContestedKind } from './model.ts';

/** A review of the IRO's, and until when its decisions can be contested. */
export interface Contestable {
  readonly key: string;
  readonly kind: ContestedKind;
  readonly on: LocalDate;
  /** Null where the bank holidays that lie between are not known: then nobody can say that it is too late. */
  readonly until: LocalDate | null;
}

/** Why somebody cannot contest a review decision of this child: it is for the managers who must carry it out. */
export function managerRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  const { teamManager, iro } = about.people;
  const today = dayOf(now);
  const service = authority.register.get(teamManager)?.service ?? null;
  const manages = hatsOf(by, authority.register, today).some(
    (hat) => holds(hat, 'service-manager') && (hat.service === null || hat.service === service),
  );
  if (by.id !== iro && (manages || standsFor(by, teamManager, authority, today))) return null;
  const manager = nameOf(teamManager, authority.register);
  return refuse(
    `A review decision is contested by the child’s team manager, ${manager}, or the service manager. Tell one of them.`,
  );
}

/** Why the form cannot be opened: not theirs, or no review can be contested today. */
export function contestRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  const no = managerRefusal(about, by, authority, now);
  if (no || openOn(about, authority, dayOf(now)).length > 0) return no;
  const last = reviewsToContest(about, authority).at(-1);
  return last ? tooLate(last) : refuse(`No review of ${about.id} is logged, so there is no decision to contest.`);
}

/** The IRO's reviews, in the order they were logged. They are counted from the day they were logged: managers have them from then. */
export function reviewsToContest(about: Case, authority: Authority): readonly Contestable[] {
  return reviewsOf(about).flatMap(({ key, event }) => {
    const kind = REVIEW_EVENTS[event.what];
    if (kind === 'in-need') return [];
    const line = about.history.findLast(({ what }) => what.startsWith(sayHeld(kind, event.on)));
    return [{ key, kind, on: event.on, until: lastDay(line ? dayOf(line.at) : event.on, authority) }];
  });
}

/** Those whose last day has not passed. */
export function openOn(about: Case, authority: Authority, day: LocalDate): readonly Contestable[] {
  return reviewsToContest(about, authority).filter(({ until }) => until === null || day <= until);
}

/** Keeps a manager's objection, and tells the IRO. Nothing waits for it, and nothing is decided by it. */
export function contest(
  about: Case,
  form: ContestForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Decided> {
  if (about.contests.some(({ once, by: who }) => once === form.once && who === by.id)) {
    return done({ after: about, letters: [] });
  }
  const no = managerRefusal(about, by, authority, now);
  if (no) return no;
  const today = dayOf(now);
  const review = reviewsToContest(about, authority).find(({ key }) => key === form.review);
  if (!review) return beside('Which review: please choose one from the list.');
  if (review.until !== null && today > review.until) return beside(`Which review: ${tooLate(review).because}`);
  const { kind, on } = review;
  const { what, why, once } = form;
  const said: Contest = { kind, on, by: by.id, at: now, what, why, once };
  const contests = [...about.contests, said];
  const after = changed(about, by, now, `A decision contested: ${sayReview(review)}`, { contests });
  const iro = iroToTell(about, authority, today);
  return done({ after, letters: iro ? [letter(after, iro, now)] : [] });
}

/** "Looked-after review of Thu 2 April 2026". */
export function sayReview({ kind, on }: Pick<Contestable, 'kind' | 'on'>): string {
  return `${REVIEW_KINDS[kind]} of ${sayDay(on)}`;
}

function letter(after: Case, { id }: Person, writtenAt: Instant): Letter {
  const contested = String(after.contests.length);
  const key = `${after.id}/review.contested/${contested}/${id}`;
  return { key, kind: 'review.contested', to: { person: id }, facts: { contested }, live: false, writtenAt };
}

function lastDay(logged: LocalDate, { holidays }: Authority): LocalDate | null {
  try {
    return plusWorkingDays(logged, CONTEST_WITHIN_WORKING_DAYS, holidays);
  } catch (error) {
    if (error instanceof BeyondKnownHolidays) return null;
    throw error;
  }
}

function tooLate(review: Contestable): Refusal {
  const until = review.until ? sayDay(review.until) : '';
  return refuse(
    `The decisions of the ${sayReview(review)} could be contested until ${until}, five working days after it was logged, and stand since. Talk to the IRO.`,
  );
}

function beside(says: string): Refusal {
  return refuse(says, { review: says });
}
