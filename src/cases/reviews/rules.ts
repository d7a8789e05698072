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
import { wasUndone } from '../undoing/logged.ts';
import { REVIEW_KINDS, type ReviewForm, type ReviewKind, TASKS_LABEL } from './form.ts';
import { sayHeld } from './held.ts';
import { intervalChange, intervalRefusal, whyHeading } from './interval.ts';
import { letterOfNext } from './next.ts';

/** The kinds of review that somebody may log for a case (domain.md 7.3). */
export function mayReview(about: Case, by: Person, authority: Authority, now: Instant): readonly ReviewKind[] {
  const today = dayOf(now);
  const hats = hatsOf(by, authority.register, today);
  const chairs = standsFor(by, about.people.iro, authority, today) || hats.some((hat) => holds(hat, 'iro-manager'));
  return [
    ...(chairs ? (['looked-after', 'after-return'] as const) : []),
    ...(coordinates(about, by, authority, now) ? (['in-need'] as const) : []),
  ];
}

/** Whether somebody is child in need co-ordinator for the child's service, in person or as cover. */
export function coordinates({ people }: Case, by: Person, { register }: Authority, now: Instant): boolean {
  const service = register.get(people.teamManager)?.service ?? null;
  return hatsOf(by, register, dayOf(now)).some(
    (hat) => holds(hat, 'cin-coordinator') && (hat.service === null || hat.service === service),
  );
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
    intervalRefusal(form, authority) ??
    dayRefusal('on', 'Date of review', form.on, about, now) ??
    misplaced(about, form);
  if (no) return no;
  const event = eventOf(form);
  const there = about.events.find(({ on, what }) => on === event.on && what === event.what);
  if (there) {
    const isSame = JSON.stringify(there) === JSON.stringify(event);
    return isSame && form.revision < about.revision ? done({ after: about, letters: [] }) : alreadyLogged(form);
  }
  if (form.revision < about.revision && wasUndone(about, sayHeld(form.kind, form.on))) return undoneMeanwhile(form);
  const change = intervalChange(about, form, authority);
  const after = changed(about, by, now, historyOf(about, form, change, by), {
    events: [...about.events, event],
    notes: [...about.notes, ...noteOf(form, change, by)],
  });
  const wrong = contradictions(factsOf(after, dayOf(now)));
  if (wrong.length > 0) return refuse(wrong.join(' '));
  const letter = form.kind === 'after-return' ? letterOfNext(about, after, form.on, authority, now) : null;
  return done({ after, letters: letter ? [letter] : [] });
}

function historyOf({ people }: Case, { kind, on }: ReviewForm, change: string | null, by: Person): string {
  return [
    sayHeld(kind, on),
    ...(change ? [`child in need reviews ${change}`] : []),
    ...(kind !== 'in-need' && by.id !== people.iro ? ['logged as cover for the IRO'] : []),
  ].join('; ');
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

function noteOf(form: ReviewForm, change: string | null, by: Person): readonly CaseNote[] {
  const says = saidAt(form, change);
  return says.length > 0 ? [{ on: form.on, about: 'review', by: by.id, says }] : [];
}

/** What was written at a review, under its headings. */
function saidAt({ tasks, whyInterval }: ReviewForm, change: string | null): CaseNote['says'] {
  return [
    ...(tasks === '' ? [] : [{ heading: TASKS_LABEL, text: tasks }]),
    ...(change && whyInterval !== '' ? [{ heading: whyHeading(change), text: whyInterval }] : []),
  ];
}

function alreadyLogged({ on, kind }: ReviewForm): Refusal {
  const says = `A ${lower(kind)} on ${sayDay(on)} is logged already. Please check the date.`;
  return refuse(says, { on: says });
}

function undoneMeanwhile({ on, kind }: ReviewForm): Refusal {
  const says = `A ${lower(kind)} on ${sayDay(on)} was logged and undone. If it was held after all, press Save review again.`;
  return refuse(says, { on: says });
}

function lower(kind: ReviewKind): string {
  const said = REVIEW_KINDS[kind];
  return said.charAt(0).toLowerCase() + said.slice(1);
}
