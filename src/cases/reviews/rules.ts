import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { CaseEvent } from '../../timetable/model.ts';
import { contradictions, isLookedAfter } from '../../timetable/rules.ts';
import type { Decided } from '../actions.ts';
import type { Case, CaseNote } from '../model.ts';
import { changed, dayRefusal, factsOf, hatsOf, standsFor } from '../rules.ts';
import { REVIEW_KINDS, type ReviewForm, type ReviewKind, TASKS_LABEL } from './form.ts';

/** The kinds of review that somebody may log for a case (domain.md 7.3). */
export function mayReview(about: Case, by: Person, authority: Authority, now: Instant): readonly ReviewKind[] {
  const today = dayOf(now);
  const hats = hatsOf(by, authority.register, today);
  const chairs = standsFor(by, about.people.iro, authority, today) || hats.some((hat) => holds(hat, 'iro-manager'));
  const service = authority.register.get(about.people.teamManager)?.service ?? null;
  const coordinates = hats.some(
    (hat) => holds(hat, 'cin-coordinator') && (hat.service === null || hat.service === service),
  );
  return [
    ...(chairs ? (['looked-after', 'after-return'] as const) : []),
    ...(coordinates ? (['in-need'] as const) : []),
  ];
}

/** Why somebody can log no review of this child. */
export function reviewRefusal(about: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  if (mayReview(about, by, authority, now).length > 0) return null;
  const iro = nameOf(about.people.iro, authority.register);
  return refuse(
    `Reviews are logged by the child’s IRO, ${iro}, or by the child in need co-ordinator. Ask one of them to log it.`,
  );
}

/** The kind that a review on that day will most likely have been. */
export function likelyKind(about: Case, day: LocalDate, kinds: readonly ReviewKind[]): ReviewKind {
  const facts = factsOf(about, day);
  const reviewed = facts.events.some(({ what }) => what === 'post-return-review-held');
  const likely = isLookedAfter(facts, day) ? 'looked-after' : reviewed ? 'in-need' : 'after-return';
  return kinds.includes(likely) ? likely : (kinds[0] ?? likely);
}

/** Adds a review that was held, with the tasks it left; or says why not. */
export function recordReview(
  about: Case,
  form: ReviewForm,
  by: Person,
  authority: Authority,
  now: Instant,
): Outcome<Decided> {
  const no =
    reviewRefusal(about, by, authority, now) ??
    kindRefusal(form, mayReview(about, by, authority, now)) ??
    dayRefusal('on', 'Date of review', form.on, about, now) ??
    misplaced(about, form);
  if (no) return no;
  const event = eventOf(form);
  const there = about.events.find(({ on, what }) => on === event.on && what === event.what);
  if (there) {
    const isSame = JSON.stringify(there) === JSON.stringify(event);
    return isSame && form.revision < about.revision ? done({ after: about, letters: [] }) : alreadyLogged(form);
  }
  const cover = form.kind !== 'in-need' && by.id !== about.people.iro ? '; logged as cover for the IRO' : '';
  const after = changed(about, by, now, `${REVIEW_KINDS[form.kind]} held on ${sayDay(form.on)}${cover}`, {
    events: [...about.events, event],
    notes: [...about.notes, ...noteOf(form, by)],
  });
  const wrong = contradictions(factsOf(after, dayOf(now)));
  return wrong.length > 0 ? refuse(wrong.join(' ')) : done({ after, letters: [] });
}

const WHOSE: Readonly<Record<ReviewKind, string>> = {
  'looked-after': 'the child’s IRO',
  'after-return': 'the child’s IRO',
  'in-need': 'the child in need co-ordinator',
};

function kindRefusal({ kind, nextWithin }: ReviewForm, kinds: readonly ReviewKind[]): Refusal | null {
  if (!kinds.includes(kind)) {
    const says = `Kind of review: a ${lower(kind)} is logged by ${WHOSE[kind]}. Choose another kind, or ask them.`;
    return refuse(says, { kind: says });
  }
  if (nextWithin === null || kind === 'in-need') return null;
  const says = `Next review within: only a child in need review sets this; the regulations set it for a ${lower(kind)}. Leave it empty.`;
  return refuse(says, { nextWithin: says });
}

/** A review of the wrong kind for how the child was looked after, and where the child lived, on that day. */
function misplaced(about: Case, { on, kind }: ReviewForm): Refusal | null {
  const facts = factsOf(about, on);
  const isCared =
    isLookedAfter(facts, on) || facts.events.some((event) => event.on === on && ENDS.includes(event.what));
  const home = facts.events.some(
    (event) => ENDS.includes(event.what) || (event.what === 'placement-started' && event.kind === 'with-parents'),
  );
  const because: Readonly<Record<ReviewKind, string | null>> = {
    'looked-after': isCared ? null : `the child was not looked after on ${sayDay(on)}`,
    'after-return': home ? null : `no return home is recorded on or before ${sayDay(on)}`,
    'in-need': isLookedAfter(facts, on) ? `the child was still looked after on ${sayDay(on)}` : null,
  };
  if (because[kind] === null) return null;
  const says = `Kind of review: ${because[kind]}, so this was no ${lower(kind)}. Check the date, or choose another kind.`;
  return refuse(says, { kind: says });
}

const ENDS: readonly CaseEvent['what'][] = ['returned-home', 'ceased-to-be-looked-after'];

function eventOf({ on, kind, nextWithin }: ReviewForm): CaseEvent {
  if (kind === 'looked-after') return { on, what: 'review-held' };
  if (kind === 'after-return') return { on, what: 'post-return-review-held' };
  return nextWithin === null
    ? { on, what: 'cin-review-held' }
    : { on, what: 'cin-review-held', nextWithinWeeks: nextWithin };
}

function noteOf({ on, tasks }: ReviewForm, by: Person): readonly CaseNote[] {
  return tasks === '' ? [] : [{ on, about: 'review', by: by.id, says: [{ heading: TASKS_LABEL, text: tasks }] }];
}

function alreadyLogged({ on, kind }: ReviewForm): Refusal {
  const says = `A ${lower(kind)} on ${sayDay(on)} is logged already. Please check the date.`;
  return refuse(says, { on: says });
}

function lower(kind: ReviewKind): string {
  const said = REVIEW_KINDS[kind];
  return said.charAt(0).toLowerCase() + said.slice(1);
}
