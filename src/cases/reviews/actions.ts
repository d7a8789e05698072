import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, type Changed, changeCase } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { ReviewForm } from './form.ts';
import { recordReview, reviewRefusal } from './rules.ts';

/** Opens the review form for someone who may log a review. */
export function askReview(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, reviewRefusal);
}

/** A review that was logged, and the case before and after. */
export interface ReviewSaved extends Changed {
  readonly review: ReviewForm;
}

/** Logs a review. Sent twice, it answers with the one review. */
export async function saveReview(form: ReviewForm, by: Person, needs: CaseNeeds): Promise<Outcome<ReviewSaved>> {
  const kept = await changeCase(form.case, by, needs, (about, now) =>
    recordReview(about, form, by, needs.authority, now),
  );
  return kept.ok ? done({ ...kept.value, review: form }) : kept;
}
