import { maySee } from '../../cases/rules.ts';
import { inParts } from '../../in-parts.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { changeFound, doingOf, noCase, type ReturnNeeds, returnOf } from '../actions.ts';
import type { ReturnId, ReturningCase } from '../model.ts';
import type { Change, Doing } from '../rules.ts';
import type { NoteForm, NotesForm } from './form.ts';
import type { NoteAt, NoteList } from './model.ts';
import { CHANGED_SINCE, hasChangedSince, noteIn, notesOf, sayCopied, tick, untick } from './rules.ts';

/** The notes for the record of a child that this person may take. */
export async function listNotes(form: NotesForm, by: Person, needs: ReturnNeeds): Promise<Outcome<NoteList>> {
  const doing = doingOf(by, needs);
  const found =
    form.case === null ? await caseOfReturn(form.return, by, needs) : await caseOfNote(form.case, doing, needs);
  return found.ok ? done(listOf(found.value, form.page, '', by, needs)) : found;
}

/** One note, to copy. Where it changed while its parts were being copied, from the first part again. */
export async function openNote(form: NoteForm, by: Person, needs: ReturnNeeds): Promise<Outcome<NoteAt>> {
  const doing = doingOf(by, needs);
  const found = await caseOfNote(form.case, doing, needs);
  if (!found.ok) return found;
  const note = noteIn(found.value, form.note, doing);
  if (!note.ok) return note;
  const at = { about: found.value, note: note.value };
  const { drawn } = form;
  const afresh = { ...at, part: 1, drawn: doing.now };
  if (drawn === null || drawn > doing.now) return done({ ...afresh, says: '' });
  if (hasChangedSince(note.value, drawn)) return done({ ...afresh, says: CHANGED_SINCE });
  return done({ ...at, part: Math.min(form.page, inParts(note.value.text).length), drawn, says: '' });
}

/** Ticks that a note is in the child's record, and goes back to the list. Ticked twice, it says since when it is. */
export async function tickNote(form: NoteForm, by: Person, needs: ReturnNeeds): Promise<Outcome<NoteList>> {
  const { drawn } = form;
  let wasThere = false;
  const kept = await changeNotes(form, by, needs, (about, doing) => {
    const ticked = tick(about, form.note, drawn ?? doing.now, doing);
    wasThere = ticked.ok && ticked.value.about === about;
    return ticked;
  });
  if (!kept.ok) return kept;
  const doing = doingOf(by, needs);
  const note = noteIn(kept.value, form.note, doing);
  if (!note.ok) return note;
  const says = wasThere
    ? `${note.value.title} was ticked already. ${sayCopied(note.value, doing)}.`
    : `✓ In the record now: ${note.value.title}.`;
  return done(listOf(kept.value, 1, says, by, needs));
}

/** Takes the tick away again, and shows the note. */
export async function untickNote(form: NoteForm, by: Person, needs: ReturnNeeds): Promise<Outcome<NoteAt>> {
  const kept = await changeNotes(form, by, needs, (about, doing) => untick(about, form.note, doing));
  return kept.ok ? openNote({ ...form, drawn: null }, by, needs) : kept;
}

function listOf(about: ReturningCase, page: number, says: string, by: Person, needs: ReturnNeeds): NoteList {
  return { about, notes: notesOf(about, doingOf(by, needs)), page, says };
}

function changeNotes(
  form: NoteForm,
  by: Person,
  needs: ReturnNeeds,
  decide: (about: ReturningCase, doing: Doing) => Outcome<Change>,
): Promise<Outcome<ReturningCase>> {
  return changeFound(() => caseOfNote(form.case, doingOf(by, needs), needs), by, needs, decide);
}

async function caseOfReturn(id: ReturnId, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturningCase>> {
  const found = await returnOf({ return: id }, by, needs);
  return found.ok ? done(found.value.about) : found;
}

/** Whoever decided on a return as cover sees their own decision afterwards, and nothing else of the case. */
async function caseOfNote(reference: string, doing: Doing, needs: ReturnNeeds): Promise<Outcome<ReturningCase>> {
  const about = await needs.cases.get(reference);
  const sees = about && (maySee(about, doing.by, doing.authority, doing.now) || notesOf(about, doing).length > 0);
  return sees ? done(about) : noCase(reference);
}
