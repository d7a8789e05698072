import type { Sight } from '../../authority/model.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { type Choice, type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import { type SavedView, savedView } from '../changes/view.ts';
import type { Case } from '../model.ts';
import { REVIEW_EVENTS, reviewsOf } from '../noted.ts';
import { deadlinesOf } from '../rules.ts';
import { undoable } from '../undoing/rules.ts';
import { childOf, deadlineLine } from '../view.ts';
import type { ReviewSaved } from './actions.ts';
import { REVIEW_INPUTS, REVIEW_KINDS } from './form.ts';
import { everyWeeks } from './interval.ts';
import { coordinatorOf, nextInNeed } from './next.ts';
import { likelyKind, mayReview } from './rules.ts';

/** The form for a review that was held. */
export interface ReviewFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  /** Whether the reader may say when the next review is: only for a child in need review. */
  readonly setsNext: boolean;
  readonly choices: { readonly kinds: readonly Choice[]; readonly weeks: readonly Choice[] };
}

export function reviewFormView(
  { about, typed }: CaseAsked,
  { by, now, today, authority }: Sight,
  problems: readonly string[] = [],
): ReviewFormView {
  const due = deadlinesOf(about, today, authority).deadlines.find(
    ({ act }) => act === 'review' || act === 'cin-review',
  );
  const line = due && deadlineLine(due, today, authority);
  const on = isLocalDate(typed.day) ? typed.day : today;
  const kinds = mayReview(about, by, authority, now);
  return {
    heading: 'Log a review',
    quiet: [childOf(about), line ? `${line.sign}: ${line.when}` : 'no review is due'].join(' · '),
    reference: about.id,
    revision: String(about.revision),
    typed: typedAgain(REVIEW_INPUTS, { on, kind: likelyKind(about, on, kinds), ...typed }),
    ...problemsOf(problems),
    setsNext: kinds.includes('in-need'),
    choices: {
      kinds: kinds.map((kind) => ({ title: REVIEW_KINDS[kind], value: kind })),
      weeks: WEEKS.map((weeks) => ({ title: `${weeks} weeks`, value: String(weeks) })),
    },
  };
}

/** Offered on the form; any number up to the most allowed is read. */
const WEEKS = [2, 3, 4, 6, 8, 10, 12] as const;

/** What was logged, and the next review with why; after the first review since the return, who reviews from now on. */
export function reviewSavedView({ before, after, review }: ReviewSaved, sight: Sight): SavedView {
  const says = [
    `✓ ${REVIEW_KINDS[review.kind]} held on ${sayDay(review.on)}.`,
    ...(review.kind === 'after-return' ? whoReviews(before, after, sight) : []),
  ];
  const held = reviewsOf(after).findLast(
    ({ event }) => event.on === review.on && REVIEW_EVENTS[event.what] === review.kind,
  );
  const acts = ['review', 'cin-review'] as const;
  const undo = undoable(after, 'review', sight.by, sight.authority, sight.now);
  return savedView(
    { heading: 'Review saved', says, acts, meets: true, note: held?.key ?? '', undo, before, after },
    sight,
  );
}

/** R-REV-22 and MON-02, said once. Nothing for a child still looked after, whose reviews stay the IRO's. */
function whoReviews(before: Case, after: Case, { today, authority }: Sight): readonly string[] {
  if (nextInNeed(before, today, authority) || !nextInNeed(after, today, authority)) return [];
  const coordinator = coordinatorOf(after, today, authority);
  const often = everyWeeks(authority.policy.cinReviewWeeks);
  return [
    coordinator
      ? `● ${coordinator.name}, child in need co-ordinator, now reviews the return plan ${often}, and is told of it.`
      : `⚠ The child in need co-ordinator now reviews the return plan ${often}. Nobody holds that post today: tell the head of service.`,
  ];
}

/** To the co-ordinator: child in need reviews start. */
export interface NextReviewView extends Head {
  readonly reference: string;
  readonly revision: string;
  readonly sign: string;
  readonly colour: string;
  readonly facts: readonly Fact[];
  readonly why: string;
  readonly mayLog: boolean;
}

/** A letter that is no longer worth sending. */
interface Dropped {
  readonly dropped: string;
}

export function nextReviewView(about: Case, { by, now, today, authority }: Sight): NextReviewView | Dropped {
  const due = nextInNeed(about, today, authority);
  if (!due) return { dropped: 'no child in need review is owed any more' };
  const { sign, colour, when, why } = deadlineLine(due, today, authority);
  const held = about.events.findLast(({ what }) => what === 'post-return-review-held');
  return {
    heading: 'Child in need reviews start',
    quiet: childOf(about),
    reference: about.id,
    revision: String(about.revision),
    sign,
    colour,
    facts: [
      { title: 'Next by', value: when },
      { title: 'Then', value: everyWeeks(authority.policy.cinReviewWeeks) },
      ...(held ? [{ title: 'IRO’s review', value: sayDay(held.on) }] : []),
    ],
    why,
    mayLog: mayReview(about, by, authority, now).includes('in-need'),
  };
}
