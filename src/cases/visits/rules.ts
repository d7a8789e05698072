import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { type LocalDate, sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { CaseEvent, Deadline } from '../../timetable/model.ts';
import { contradictions } from '../../timetable/rules.ts';
import type { Decided } from '../actions.ts';
import type { ConcernId } from '../concerns/model.ts';
import { raiseConcern } from '../concerns/rules.ts';
import type { Case, CaseNote } from '../model.ts';
import { changed, dayRefusal, deadlinesOf, factsOf, standsFor } from '../rules.ts';
import { wasUndone } from '../undoing/logged.ts';
import { LATE_LABEL, VISIT_WORDS, type VisitForm, WELFARE, WELFARE_LABEL } from './form.ts';
import { sayVisit } from './made.ts';

/** Why somebody cannot log a visit: it is for the child's social worker, or the team manager as cover (domain.md 7.3). */
export function visitRefusal({ people }: Case, by: Person, authority: Authority, now: Instant): Refusal | null {
  const today = dayOf(now);
  if (standsFor(by, people.socialWorker, authority, today) || standsFor(by, people.teamManager, authority, today)) {
    return null;
  }
  const name = nameOf(people.socialWorker, authority.register);
  return refuse(
    `Visits are logged by the child’s social worker, ${name}, or their team manager. Ask one of them to log it.`,
  );
}

/**
 * Adds a visit, or an attempt at one, with what was written about it; or says why not. A concern that it found is raised
 * in the same write, under the reference given (R-VIS-23).
 */
export function recordVisit(
  about: Case,
  form: VisitForm,
  by: Person,
  authority: Authority,
  now: Instant,
  concern: ConcernId | null = null,
): Outcome<Decided> {
  const no = visitRefusal(about, by, authority, now) ?? dayRefusal('on', 'Date of visit', form.on, about, now);
  if (no) return no;
  const event = eventOf(form);
  const note = noteOf(form, by);
  if (isThere(about, event, note)) {
    return form.revision < about.revision ? done({ after: about, letters: [] }) : alreadyLogged(form.on);
  }
  // A concern is never held up by a question.
  const asks = form.revision < about.revision && form.welfare !== 'concern';
  const meanwhile = asks ? sinceOpened(about, form) : null;
  if (meanwhile) return meanwhile;
  const late = form.childSeen ? lateVisit(about, form.on, authority) : null;
  if (late && form.lateReason === '') return whyLate(form.on, late);

  const what = historyOf(about, form, by);
  const after = changed(about, by, now, what, { events: [...about.events, event], notes: [...about.notes, note] });
  const wrong = contradictions(factsOf(after, dayOf(now)));
  if (wrong.length > 0) return refuse(wrong.join(' '));
  if (form.welfare !== 'concern') return done({ after, letters: [] });
  if (concern === null) throw new Error('A visit with a concern was to be saved, and no reference was given for it');
  const followed = `${form.childSeen ? 'Visit' : 'Attempted visit'} on ${sayDay(form.on)}`;
  const raised = { about: 'visit', after: followed, says: note.says } as const;
  const { about: concerned, letters } = raiseConcern(after, raised, concern, by, authority, now);
  return done({ after: concerned, letters });
}

/** The visit that was owed before that day and had not been made, as things stood on it; null when it was in time. */
export function lateVisit(about: Case, on: LocalDate, authority: Authority): Deadline | null {
  return deadlinesOf(about, on, authority).deadlines.find(({ act, due }) => act === 'visit' && due < on) ?? null;
}

function eventOf({ on, childSeen, seenAlone }: VisitForm): CaseEvent {
  return { on, what: 'visit-made', childSeen, seenAlone: childSeen && seenAlone };
}

function noteOf(form: VisitForm, by: Person): CaseNote {
  const written = Object.entries(VISIT_WORDS).map(([field, heading]) => ({
    heading,
    text: form[field as keyof typeof VISIT_WORDS],
  }));
  const says = [
    ...written,
    { heading: WELFARE_LABEL, text: WELFARE[form.welfare] },
    { heading: LATE_LABEL, text: form.lateReason },
  ];
  return { on: form.on, about: 'visit', by: by.id, says: says.filter(({ text }) => text !== '') };
}

function isThere({ events, notes }: Case, event: CaseEvent, note: CaseNote): boolean {
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const parts = (one: CaseEvent) =>
    one.what === 'visit-made' ? [one.on, one.childSeen, one.seenAlone ?? false] : one.what;
  return (
    events.some((one) => isSame(parts(one), parts(event))) &&
    notes.some((one) => one.on === note.on && one.about === 'visit' && !one.undoneAt && isSame(one.says, note.says))
  );
}

function alreadyLogged(on: LocalDate): Refusal {
  const says = `A visit on ${sayDay(on)} is logged already, in the same words. Change something if there was a second one that day.`;
  return refuse(says, { on: says });
}

/** The case has changed since the form was opened, and holds such a visit, or held it: asked about once. */
function sinceOpened(about: Case, { on, childSeen }: VisitForm): Refusal | null {
  const isThere = about.events.some(
    (event) => event.what === 'visit-made' && event.on === on && event.childSeen === childSeen,
  );
  const day = sayDay(on);
  if (isThere) {
    const says = `A visit on ${day} is logged already, and the case has changed since this form was opened. If there was another one that day, press Save visit again; if not, you are done.`;
    return refuse(says, { on: says });
  }
  if (!wasUndone(about, sayVisit({ on, childSeen }))) return null;
  const says = `A visit on ${day} was logged and undone. If it was made after all, press Save visit again.`;
  return refuse(says, { on: says });
}

function whyLate(on: LocalDate, { due }: Deadline): Refusal {
  const says = `${LATE_LABEL}: this visit was due by ${sayDay(due)} and made on ${sayDay(on)}. Please say why it was late.`;
  return refuse(says, { lateReason: says });
}

function historyOf(about: Case, { on, childSeen, lateReason }: VisitForm, by: Person): string {
  return [
    sayVisit({ on, childSeen }),
    ...(lateReason ? ['late, with a reason'] : []),
    ...(by.id === about.people.socialWorker ? [] : ['logged as cover for the social worker']),
  ].join('; ');
}
