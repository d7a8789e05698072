import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import type { NoteAt, NoteList } from '../../src/returns/notes/model.ts';
import { notesOf } from '../../src/returns/notes/rules.ts';
import { noteBlockView, noteListView } from '../../src/returns/notes/view.ts';
import { ayesha, priya, sightOf, supportFiona } from '../builders/people.ts';
import { approved, aReturningCase, doing, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';

const now = at('2026-11-23');
const worker = sightOf(ayesha, now);

/** A child visited and reviewed, whose return was approved; one visit is in the record, and one stage changed since. */
const busy: ReturningCase = {
  ...approved({
    ...aReturningCase(),
    events: [...aReturningCase().events, visited('2026-10-08'), visited('2026-11-02')],
  }),
  notes: [
    {
      on: localDate('2026-10-08'),
      about: 'visit',
      by: ayesha.id,
      says: [{ heading: 'Child’s wishes and feelings', text: 'Wants *his* [dog](x)' }],
    },
  ],
  copied: [
    { of: 'visit/2026-10-08/1', by: ayesha.id, at: at('2026-10-09') },
    { of: 'stage/RH-0001/consider', by: priya.id, at: at('2026-11-09') },
  ],
};
/** Every question answered at as much length as a note may have. */
const longest: ReturningCase = {
  ...busy,
  returns: [
    {
      ...planOf(busy),
      answers: planOf(busy).answers.map((one) => ({ ...one, note: `${'“Kayleigh” – seen. '.repeat(105)}end` })),
    },
  ],
};

const listOf = (about: ReturningCase, page = 1, says = ''): NoteList => ({
  about,
  notes: notesOf(about, doing(ayesha)),
  page,
  says,
});
const noteAt = (about: ReturningCase, key: string, part = 1, says = ''): NoteAt => ({
  about,
  note: notesOf(about, doing(ayesha)).find((note) => note.key === key)!,
  part,
  drawn: now,
  says,
});
const DECISION = `decision/RH-0001/${now}`;

type Samples = { readonly [N in CardName]?: readonly Catalogue[N][] };

/** The notes for the record: none, some, in parts, ticked, changed since. */
export const NOTE_SAMPLES = {
  'note.list': [
    noteListView(listOf(busy), worker),
    noteListView(listOf(busy, 2, '✓ In the record now: Visit, child seen.'), worker),
    noteListView(listOf(longest), worker),
    noteListView(listOf(aReturningCase()), sightOf(supportFiona, now)),
  ],
  'note.block': [
    noteBlockView(noteAt(busy, 'visit/2026-11-02/1'), worker),
    noteBlockView(noteAt(busy, 'visit/2026-10-08/1'), worker),
    noteBlockView(noteAt(busy, DECISION), worker, ['This note has changed since you opened it.']),
    noteBlockView(noteAt(busy, 'stage/RH-0001/consider'), worker),
    noteBlockView(noteAt(longest, 'stage/RH-0001/assess'), worker),
    noteBlockView(noteAt(longest, 'stage/RH-0001/assess', 2), worker),
  ],
} as const satisfies Samples;
