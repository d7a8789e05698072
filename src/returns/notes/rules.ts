import { reviewRefusal } from '../../cases/reviews/rules.ts';
import { changed, maySee } from '../../cases/rules.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { ReturningCase } from '../model.ts';
import { type Change, type Doing, mayPlan } from '../rules.ts';
import type { NoteStanding, RecordNote, Written } from './model.ts';
import { notesOfCase } from './of-case.ts';
import { decidedOf, decisionNote, stageNotes } from './of-decisions.ts';
import { afterNotes, planNote } from './of-plan.ts';
import { blockOf } from './words.ts';

const ORDER: readonly NoteStanding[] = ['not-yet', 'changed', 'copied'];

/**
 * Every note for the record of a case that this person may take: not copied yet first, then those that changed since,
 * then the others; the latest day first. The people around the child and those who manage them take all; whoever
 * decided on a return takes what they decided.
 */
export function notesOf(about: ReturningCase, doing: Doing): readonly RecordNote[] {
  const written = takesAll(about, doing) ? allNotes(about, doing) : ownDecisions(about, doing);
  return written
    .map((note) => withStanding(about, note, doing))
    .sort(
      (a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing) || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0),
    );
}

/** Whether somebody carries this child's notes over: who plans the return, the IRO, the child in need co-ordinator. */
function takesAll(about: ReturningCase, doing: Doing): boolean {
  const { by, authority, now } = doing;
  if (!maySee(about, by, authority, now)) return false;
  return mayPlan(about, doing) || reviewRefusal(about, by, authority, now) === null;
}

function allNotes(about: ReturningCase, doing: Doing): readonly Written[] {
  const { register } = doing.authority;
  const ofReturns = about.returns.flatMap((plan) => [
    planNote(plan, about, doing),
    ...stageNotes(plan, about, register),
    ...decidedOf(plan).map((decided) => decisionNote(plan, decided, register)),
    ...afterNotes(plan, register),
  ]);
  return [...notesOfCase(about, register), ...ofReturns];
}

function ownDecisions(about: ReturningCase, { by, authority }: Doing): readonly Written[] {
  return about.returns.flatMap((plan) =>
    decidedOf(plan)
      .filter((decided) => decided.by === by.id)
      .map((decided) => decisionNote(plan, decided, authority.register)),
  );
}

function withStanding(about: ReturningCase, note: Written, doing: Doing): RecordNote {
  const copied = about.copied.findLast(({ of }) => of === note.key) ?? null;
  const isOld = copied !== null && hasChangedSince(note, copied.at);
  const standing = copied === null ? 'not-yet' : isOld ? 'changed' : 'copied';
  return { ...note, text: blockOf(about, note, doing), copied, standing };
}

/** Whether a note says something that it did not say at a moment. */
export function hasChangedSince({ changedAt }: Written, moment: Instant): boolean {
  return changedAt !== null && changedAt > moment;
}

export const CHANGED_SINCE = 'This note has changed since you opened it. Copy it again as it is below, then tick it.';

/** Ticks that a note is in the child's record, as it stood when it was drawn. Ticked already: nothing is changed. */
export function tick(about: ReturningCase, key: string, drawn: Instant, doing: Doing): Outcome<Change> {
  const found = noteIn(about, key, doing);
  if (!found.ok) return found;
  const note = found.value;
  if (note.standing === 'copied') return done({ about, letters: [] });
  if (hasChangedSince(note, drawn)) return refuse(CHANGED_SINCE);
  const copied = [...about.copied, { of: key, by: doing.by.id, at: doing.now }];
  return done(withCopied(about, copied, `In the child’s record: ${saySubject(note)}`, doing));
}

/** Takes the tick away again. Not ticked: nothing is changed. */
export function untick(about: ReturningCase, key: string, doing: Doing): Outcome<Change> {
  const found = noteIn(about, key, doing);
  if (!found.ok) return found;
  if (!found.value.copied) return done({ about, letters: [] });
  const copied = about.copied.filter(({ of }) => of !== key);
  return done(withCopied(about, copied, `Not in the child’s record after all: ${saySubject(found.value)}`, doing));
}

/** One note, for somebody who may take it. */
export function noteIn(about: ReturningCase, key: string, doing: Doing): Outcome<RecordNote> {
  const note = notesOf(about, doing).find((one) => one.key === key);
  if (note) return done(note);
  return refuse(`${about.id} has no such note for you to take. Type “notes ${about.id}” for those there are.`);
}

/** "✓ In the record since Mon 23 November 2026, by Ayesha Khan". */
export function sayCopied({ copied, standing }: RecordNote, { authority }: Pick<Doing, 'authority'>): string {
  if (!copied) return '○ Not in the record yet';
  const when = `${sayDay(dayOf(copied.at))}, by ${nameOf(copied.by, authority.register)}`;
  return standing === 'changed' ? `▲ Changed since it was copied on ${when}` : `✓ In the record since ${when}`;
}

/** "Visit, child seen alone, Thu 8 October 2026". */
function saySubject({ title, day }: RecordNote): string {
  return `${title}, ${sayDay(day)}`;
}

function withCopied(about: ReturningCase, copied: ReturningCase['copied'], what: string, { by, now }: Doing): Change {
  return { about: { ...about, ...changed(about, by, now, what, { copied }), returns: about.returns }, letters: [] };
}
