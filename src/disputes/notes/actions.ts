import type { Sight } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import { maySee as maySeeCase } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { inParts } from '../../in-parts.ts';
import type { Outbox } from '../../letters/store.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { type DisputeNeeds, keep } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { openBeside } from '../siblings/actions.ts';
import type { NoteForm } from './form.ts';
import type { NoteAt } from './model.ts';
import { changedAt, copiedFor, tick, untick } from './rules.ts';
import { noteText } from './words.ts';

/** A note says when each message was sent, which the post knows. */
export interface NoteNeeds extends DisputeNeeds {
  readonly outbox: Outbox;
}

/** The note of a dispute for one child's file. Where it changed while its parts were being copied, from the first part again. */
export async function openNote(form: NoteForm, by: Person, needs: NoteNeeds): Promise<Outcome<NoteAt>> {
  const found = await noteOf(form, by, needs);
  if (!found.ok) return found;
  const now = needs.clock.now();
  const { drawn } = form;
  const afresh = { ...found.value, part: 1, drawn: now };
  if (drawn === null || drawn > now) return done({ ...afresh, says: '' });
  if (changedAt(found.value.dispute) > drawn) return done({ ...afresh, says: CHANGED_SINCE });
  return done({ ...found.value, part: Math.min(form.page, inParts(found.value.text).length), drawn, says: '' });
}

const CHANGED_SINCE = 'This note has changed since you opened it. Copy it again as it is below, then tick it.';

/** Ticks that the note is in the child's file, as it stood when it was drawn. Ticked twice, nothing is changed. */
export async function tickNote(form: NoteForm, by: Person, needs: NoteNeeds): Promise<Outcome<NoteAt>> {
  const found = await noteOf(form, by, needs);
  if (!found.ok) return found;
  const { dispute, child, copied, hasChanged } = found.value;
  const isThere = copied !== null && !hasChanged;
  const isOld = form.drawn !== null && changedAt(dispute) > form.drawn;
  if (isThere || isOld) return openNote(form, by, needs);
  return changed(form, by, needs, (kept) => tick(kept, child, by, needs.clock.now()));
}

/** Takes the tick away again. */
export async function untickNote(form: NoteForm, by: Person, needs: NoteNeeds): Promise<Outcome<NoteAt>> {
  const found = await noteOf(form, by, needs);
  if (!found.ok) return found;
  const { child, copied } = found.value;
  if (!copied) return openNote({ ...form, drawn: null }, by, needs);
  return changed(form, by, needs, (kept) => untick(kept, child, by, needs.clock.now()));
}

async function changed(
  form: NoteForm,
  by: Person,
  needs: NoteNeeds,
  change: (kept: Dispute) => Dispute,
): Promise<Outcome<NoteAt>> {
  const kept = await needs.disputes.get(form.dispute);
  const saved = kept ? await keep(kept, change(kept), by, needs) : null;
  return saved && !saved.ok ? saved : openNote({ ...form, drawn: null }, by, needs);
}

/** The note for the child that is meant, or for the first that the person may take it for. */
async function noteOf(form: NoteForm, by: Person, needs: NoteNeeds) {
  const opened = await openBeside(form, by, needs);
  if (!opened.ok) return opened;
  const dispute = opened.value;
  const children = await childrenFor(dispute, by, needs);
  const at = form.case === null ? 0 : children.findIndex(({ id }) => id === form.case);
  const child = children[at];
  if (!child) return refuse(`${form.dispute} has no note for you to take. Type “disputes” for those you may see.`);
  const copied = copiedFor(dispute, child.id);
  const sight = sightOf(by, needs);
  return done({
    dispute,
    child,
    text: noteText(dispute, child, sight, await needs.outbox.of({ kind: 'dispute', id: dispute.id })),
    copied,
    hasChanged: copied !== null && changedAt(dispute) > copied.at,
    nextChild: children.length > 1 ? children[(at + 1) % children.length]!.id : null,
  });
}

/** The children of the dispute whose cases the person may see. */
async function childrenFor(dispute: Dispute, by: Person, needs: DisputeNeeds): Promise<readonly Case[]> {
  const found = await Promise.all(dispute.children.map((child) => needs.cases.get(child)));
  return found.flatMap((about) => (about && maySeeCase(about, by, needs.authority, needs.clock.now()) ? [about] : []));
}

function sightOf(by: Person, { authority, clock }: DisputeNeeds): Sight {
  const now = clock.now();
  return { by, authority, now, today: dayOf(now), once: '' };
}
