import type { Sight } from '../../authority/model.ts';
import { childOf, type Pages, pageOf } from '../../cases/view.ts';
import { inParts } from '../../in-parts.ts';
import { sayDay } from '../../local-date.ts';
import type { FormAgain, Head } from '../../view.ts';
import { problemsOf } from '../../view.ts';
import type { NoteAt, NoteList } from './model.ts';
import { sayCopied } from './rules.ts';

/** The notes for the record of a child, five a page. */
export interface NoteListView extends Head, Pages {
  readonly reference: string;
  readonly revision: string;
  readonly hasSaid: boolean;
  readonly said: string;
  readonly hasNotes: boolean;
  readonly notes: readonly {
    readonly reference: string;
    readonly revision: string;
    readonly key: string;
    readonly title: string;
    readonly colour: string;
    readonly standing: string;
  }[];
}

const A_PAGE = 5;
const COLOURS = { 'not-yet': 'default', changed: 'accent', copied: 'default' } as const;

export function noteListView({ about, notes, page, says }: NoteList, sight: Sight): NoteListView {
  const { shown, pages } = pageOf(notes, page, A_PAGE);
  const which = { reference: about.id, revision: String(about.revision) };
  return {
    heading: 'Notes for the record',
    quiet: [childOf(about), ...tallied(notes)].join(' · '),
    ...which,
    hasSaid: says !== '',
    said: says,
    hasNotes: notes.length > 0,
    notes: shown.map((note) => ({
      ...which,
      key: note.key,
      title: `${note.title} · ${sayDay(note.day)}`,
      colour: COLOURS[note.standing],
      standing: sayCopied(note, sight),
    })),
    ...pages,
  };
}

function tallied(notes: NoteList['notes']): readonly string[] {
  const left = notes.filter(({ standing }) => standing === 'not-yet').length;
  const old = notes.filter(({ standing }) => standing === 'changed').length;
  if (notes.length > 0 && left + old === 0) return ['✓ All in the record'];
  return [...(left > 0 ? [`${left} not in the record yet`] : []), ...(old > 0 ? [`${old} changed since`] : [])];
}

/** One note as a block to copy. What comes back from the block is never read. */
export interface NoteBlockView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly key: string;
  readonly drawn: string;
  readonly label: string;
  readonly nextPart: string;
  readonly nextTitle: string;
  readonly hasNext: boolean;
  readonly canTick: boolean;
  readonly canUntick: boolean;
}

export function noteBlockView(
  { about, note, part, drawn, says }: NoteAt,
  sight: Sight,
  problems: readonly string[] = [],
): NoteBlockView {
  const parts = inParts(note.text);
  const which = parts.length > 1 ? ` (part ${part} of ${parts.length})` : '';
  const hasNext = part < parts.length;
  return {
    heading: note.title,
    quiet: `${childOf(about)} · ${sayCopied(note, sight)}`,
    reference: about.id,
    revision: String(about.revision),
    key: note.key,
    drawn,
    label: `Copy this into the child’s case record${which}`,
    nextPart: String(part + 1),
    nextTitle: `Part ${part + 1} of ${parts.length}`,
    hasNext,
    canTick: !hasNext && note.standing !== 'copied',
    canUntick: note.copied !== null,
    typed: { block: parts[part - 1]! },
    ...problemsOf(problems.length > 0 || says === '' ? problems : [says]),
  };
}
