import type { Sight } from '../../authority/model.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { type Choice, type FormAgain, type Head, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import { type SavedView, savedView } from '../changes/view.ts';
import { deadlinesOf } from '../rules.ts';
import { childOf, deadlineLine } from '../view.ts';
import type { ReviewSaved } from './actions.ts';
import { REVIEW_INPUTS, REVIEW_KINDS } from './form.ts';
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
    hasProblems: problems.length > 0,
    problems: problems.map((says) => ({ says })),
    setsNext: kinds.includes('in-need'),
    choices: {
      kinds: kinds.map((kind) => ({ title: REVIEW_KINDS[kind], value: kind })),
      weeks: WEEKS.map((weeks) => ({ title: `${weeks} weeks`, value: String(weeks) })),
    },
  };
}

/** Offered on the form; any number up to the most allowed is read. */
const WEEKS = [2, 3, 4, 6, 8, 10, 12] as const;

/** What was logged, and the next review with why. */
export function reviewSavedView({ before, after, review }: ReviewSaved, sight: Sight): SavedView {
  const says = [`✓ ${REVIEW_KINDS[review.kind]} held on ${sayDay(review.on)}.`];
  const note = review.tasks === '' ? [] : [{ heading: 'Tasks left', text: review.tasks }];
  return savedView({ heading: 'Review saved', says, acts: ['review', 'cin-review'], note, before, after }, sight);
}
