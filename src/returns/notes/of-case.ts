import { type Acted, CONCERN_ABOUT, type Concern } from '../../cases/concerns/model.ts';
import { sayLevel } from '../../cases/concerns/rules.ts';
import type { CaseNote } from '../../cases/model.ts';
import {
  type Noted,
  REVIEW_EVENTS,
  type ReviewEvent,
  reviewsOf,
  type VisitEvent,
  visitsOf,
} from '../../cases/noted.ts';
import { REVIEW_KINDS } from '../../cases/reviews/form.ts';
import { dayOf, sayMoment } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import type { Register } from '../../people/model.ts';
import type { ReturningCase } from '../model.ts';
import type { Written } from './model.ts';
import { apart, given, headed, sayAll, sayWho } from './words.ts';

/** A note for each visit, attempt, review and concern of a case. */
export function notesOfCase(about: ReturningCase, register: Register): readonly Written[] {
  return [
    ...visitsOf(about).map((visit) => visitNote(visit, register)),
    ...reviewsOf(about).map((review) => reviewNote(review, register)),
    ...about.concerns.map((concern) => concernNote(concern, register)),
  ];
}

function visitNote({ key, nth, event, written }: Noted<VisitEvent>, register: Register): Written {
  return {
    ...ofEvent(key, titleOfVisit(event), nth, written, register),
    day: event.on,
    lines: apart(seenLines(event), said(written)),
  };
}

function titleOfVisit({ childSeen, seenAlone, remote }: VisitEvent): string {
  if (remote) return 'Contact by phone or video, no visit';
  if (!childSeen) return 'Attempted visit, child not seen';
  return seenAlone ? 'Visit, child seen alone' : 'Visit, child seen';
}

function seenLines({ childSeen, seenAlone, remote }: VisitEvent): readonly string[] {
  if (remote) return ['The child was not visited: this was contact by phone or video.'];
  if (!childSeen) return ['Child seen: No. This was an attempt and does not count as a visit.'];
  return ['Child seen: Yes', `Seen alone: ${seenAlone === undefined ? 'Not noted' : seenAlone ? 'Yes' : 'No'}`];
}

function reviewNote({ key, nth, event, written }: Noted<ReviewEvent>, register: Register): Written {
  const next = event.what === 'cin-review-held' ? event.nextWithinWeeks : undefined;
  return {
    ...ofEvent(key, REVIEW_KINDS[REVIEW_EVENTS[event.what]], nth, written, register),
    day: event.on,
    lines: apart(
      said(written),
      event.what === 'review-held' && event.completedOn ? [`Completed on: ${sayDay(event.completedOn)}`] : [],
      next === undefined ? [] : [`Next review within: ${next} ${next === 1 ? 'week' : 'weeks'}`],
    ),
  };
}

function ofEvent(key: string, title: string, nth: number, written: readonly CaseNote[], register: Register) {
  const by = sayAll(
    written.map(({ by: id }) => id),
    register,
  );
  return { key, title: nth > 1 ? `${title} (number ${nth} that day)` : title, by, changedAt: null };
}

function said(written: readonly { readonly says: CaseNote['says'] }[]): readonly string[] {
  const lines = written.flatMap(({ says }) => says.map(({ heading, text }) => headed(heading, text)));
  return lines.length > 0 ? lines : ['Nothing more was written in Homeward.'];
}

function concernNote(concern: Concern, register: Register): Written {
  const { id, about, raisedBy, raisedAt, after, passedUp, sentDown, state } = concern;
  const answer = state.at === 'waiting' ? null : state.answer;
  const acted = (what: string, one: Acted | null) =>
    one ? [`${what} by ${sayWho(one.by, register)}, ${sayMoment(one.at)}: ${one.says}`] : [];
  const moments = [raisedAt, passedUp?.at, sentDown?.at, answer?.at].filter((at) => at !== undefined);
  return {
    key: `concern/${id}`,
    title: `Concern ${id}: ${CONCERN_ABOUT[about]}`,
    day: dayOf(raisedAt),
    by: sayWho(raisedBy, register),
    lines: apart(
      [`Raised: ${sayMoment(raisedAt)}`, ...given('After', after)],
      said([concern]),
      acted('Approved to go to the service manager', passedUp),
      acted('Passed back to the team manager', sentDown),
      state.at === 'waiting'
        ? [`Not answered yet: it waits for the ${sayLevel(state.level)}.`]
        : acted(state.at === 'dealt-with' ? 'Dealt with' : 'Sent back', answer),
    ),
    changedAt: moments.sort().at(-1)!,
  };
}
