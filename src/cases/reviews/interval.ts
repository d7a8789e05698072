import type { Authority } from '../../authority/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import type { Case } from '../model.ts';
import { type ReviewForm, WHY_LABEL } from './form.ts';

/** "every 6 weeks". */
export function everyWeeks(weeks: number): string {
  return weeks === 1 ? 'every week' : `every ${weeks} weeks`;
}

/** How the interval of child in need reviews changes with this review; null where it is the policy's, as it was before. */
export function intervalChange(about: Case, form: ReviewForm, { policy }: Authority): string | null {
  if (form.kind !== 'in-need') return null;
  const before = agreedBefore(about, form.on) ?? policy.cinReviewWeeks;
  const after = form.nextWithin ?? policy.cinReviewWeeks;
  if (before !== after) return `${everyWeeks(before)} → ${everyWeeks(after)}`;
  return after === policy.cinReviewWeeks ? null : `${everyWeeks(after)}, as before`;
}

/** R-REV-22: six weeks are the policy's; the co-ordinator may set others as the child gets on, and says why. */
export function intervalRefusal({ kind, nextWithin, whyInterval }: ReviewForm, { policy }: Authority): Refusal | null {
  const usual = everyWeeks(policy.cinReviewWeeks);
  const differs = kind === 'in-need' && nextWithin !== null && nextWithin !== policy.cinReviewWeeks;
  if (differs === (whyInterval !== '')) return null;
  const says = differs
    ? `${WHY_LABEL}: the policy says ${usual}, and you chose ${everyWeeks(nextWithin)}. Please say why.`
    : `${WHY_LABEL}: the next review stays ${usual}, as the policy says. Choose other weeks, or leave this empty.`;
  return refuse(says, { whyInterval: says });
}

/** The weeks that the child in need review before this one set, if it set any; not those of an earlier return. */
function agreedBefore(about: Case, on: LocalDate): number | null {
  const earlier = about.events.filter((event) => event.on < on).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const since = earlier.slice(earlier.findLastIndex(({ what }) => what === 'became-looked-after') + 1);
  const last = since.findLast((event) => event.what === 'cin-review-held');
  return last?.nextWithinWeeks ?? null;
}

/** The heading of the reason in the note of the review. */
export function whyHeading(change: string): string {
  return `${WHY_LABEL} (${change})`;
}
