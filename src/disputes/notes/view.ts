import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { dayOf, sayTime } from '../../clock.ts';
import { inParts } from '../../in-parts.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { FormAgain, Head } from '../../view.ts';
import { problemsOf } from '../../view.ts';
import type { NoteAt } from './model.ts';

/** The note as a block to copy. What comes back from the block is never read. */
export interface DisputeNoteView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly reference: string;
  readonly drawn: string;
  readonly hasWarning: boolean;
  readonly warning: string;
  readonly label: string;
  readonly nextPart: string;
  readonly nextTitle: string;
  readonly hasNext: boolean;
  readonly canTick: boolean;
  readonly canUntick: boolean;
  readonly nextChild: string;
  readonly hasNextChild: boolean;
}

export function disputeNoteView(note: NoteAt, sight: Sight, problems: readonly string[] = []): DisputeNoteView {
  const { dispute, child, text, copied, hasChanged, part, drawn, nextChild, says } = note;
  const parts = inParts(text);
  const which = parts.length > 1 ? ` (part ${part} of ${parts.length})` : '';
  const hasNext = part < parts.length;
  return {
    heading: `Note about ${dispute.id}`,
    quiet: `${childOf(child)} · ${sayCopied(note, sight)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    reference: child.id,
    drawn,
    hasWarning: dispute.children.length > 1,
    warning: `This dispute is about ${dispute.children.length} children. Before you copy it, take out what people wrote about the others.`,
    label: `Copy this into the child’s case record${which}`,
    nextPart: String(part + 1),
    nextTitle: `Part ${part + 1} of ${parts.length}`,
    hasNext,
    canTick: !hasNext && (copied === null || hasChanged),
    canUntick: copied !== null,
    nextChild: nextChild ?? '',
    hasNextChild: nextChild !== null,
    typed: { block: parts[part - 1]! },
    ...problemsOf(problems.length > 0 || says === '' ? problems : [says]),
  };
}

/** "✓ In the record since Mon 23 November 2026, 10:00, by Ayesha Khan". */
function sayCopied({ copied, hasChanged }: NoteAt, { authority }: Sight): string {
  if (!copied) return '○ Not in the record yet';
  const when = `${sayDay(dayOf(copied.at))}, ${sayTime(copied.at)}, by ${nameOf(copied.by, authority.register)}`;
  return hasChanged ? `▲ Changed since it was copied on ${when}` : `✓ In the record since ${when}`;
}
