import type { Case, ChildReference } from '../../cases/model.ts';
import type { Instant } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { line } from '../history.ts';
import type { Dispute } from '../model.ts';

const COPIED = 'Note copied into';
const NOT_COPIED = 'Note not in';
const ATTEMPT = 'Tried to ';

/** The last moment at which what a note says changed: copying it, or an attempt that was refused, changes nothing in it. */
export function changedAt({ history }: Pick<Dispute, 'history'>): Instant {
  const changes = history.filter(({ what }) => !isNoChange(what));
  return changes.at(-1)!.at;
}

export function isNoChange(what: string): boolean {
  return [COPIED, NOT_COPIED, ATTEMPT].some((start) => what.startsWith(start));
}

/** When the note was last copied into a child's file, by whom; null where it is not there. */
export function copiedFor({ copied }: Pick<Dispute, 'copied'>, child: ChildReference) {
  return copied.findLast(({ of }) => of === child) ?? null;
}

/** Ticks that the note is in a child's file. The history names no child: not all who read it may see each of them. */
export function tick(dispute: Dispute, child: Case, by: Person, now: Instant): Dispute {
  const copied = [...dispute.copied, { of: child.id, by: by.id, at: now }];
  return { ...dispute, copied, history: [...dispute.history, line(now, by.id, `${COPIED} ${fileOf(dispute, child)}`)] };
}

export function untick(dispute: Dispute, child: Case, by: Person, now: Instant): Dispute {
  const copied = dispute.copied.filter(({ of }) => of !== child.id);
  const said = line(now, by.id, `${NOT_COPIED} ${fileOf(dispute, child)} after all`);
  return { ...dispute, copied, history: [...dispute.history, said] };
}

function fileOf({ children }: Dispute, { id }: Case): string {
  const which = children.length > 1 ? ` (child ${children.indexOf(id) + 1} of ${children.length})` : '';
  return `the child’s file${which}`;
}
