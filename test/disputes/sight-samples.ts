import type { CardName, Catalogue } from '../../src/cards/catalogue.ts';
import { figuresTextView } from '../../src/disputes/figures/export.ts';
import { looksOf, periodsFor } from '../../src/disputes/figures/looks.ts';
import type { Look } from '../../src/disputes/figures/model.ts';
import { periodsOf } from '../../src/disputes/figures/periods.ts';
import { figuresOf } from '../../src/disputes/figures/rules.ts';
import { figuresView } from '../../src/disputes/figures/view.ts';
import type { Listed } from '../../src/disputes/list/actions.ts';
import { disputeListView } from '../../src/disputes/list/view.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { disputeNoteView } from '../../src/disputes/notes/view.ts';
import { noteText } from '../../src/disputes/notes/words.ts';
import { alone } from '../../src/disputes/siblings/model.ts';
import { timelineView } from '../../src/disputes/timeline/view.ts';
import type { Person } from '../../src/people/model.ts';
import { aDispute, answered, child, escalated } from '../builders/dispute.ts';
import { directorRuth, grace, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { COUNTED_ON, TWELVE } from '../builders/twelve-disputes.ts';
import { at } from '../fakes/stopped-clock.ts';

type Samples = {
  readonly [N in Extract<
    CardName,
    'dispute.list' | 'dispute.timeline' | 'dispute.note' | `figures.${string}`
  >]: readonly Catalogue[N][];
};

const now = at('2026-03-30');
const asIro = sightOf(iroOlu, now);

/** A list as it comes to its card. */
export function listed(disputes: readonly Dispute[], parts: Partial<Listed> = {}): Listed {
  const lists = [
    ['waiting', 1],
    ['open', disputes.length],
    ['ended', null],
  ] as const;
  const form = { period: '', whose: '', figure: '' };
  return { show: 'open', page: 1, behind: '', disputes, lists, besides: new Map(), form, ...parts };
}

/** The figures of the twelve, as somebody looks at them. */
export function figuresFor(by: Person, parts: { page?: number; look?: number; disputes?: readonly Dispute[] } = {}) {
  const looks = looksOf(by, northmoor, COUNTED_ON);
  const look: Look = looks[parts.look ?? 0]!;
  const periods = periodsFor(look, periodsOf(COUNTED_ON));
  const period = periods[0]!;
  const figures = figuresOf(parts.disputes ?? TWELVE, 2, period, look.scope, northmoor, COUNTED_ON);
  return { figures, look, looks, period, periods, chosen: '', page: parts.page ?? 1 };
}

const counting = sightOf(directorRuth, at('2026-06-30'));
const pages = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const story = escalated(answered(aDispute()), 1, now);
const long: Dispute = {
  ...story,
  children: ['C-1042', 'C-1043'],
  history: Array.from({ length: 14 }, () => ({ ...story.history[0]!, what: `Told ${'at length '.repeat(120)}` })),
};
const note = (dispute: Dispute, parts = {}) => ({
  ...{
    dispute,
    child,
    text: noteText(dispute, child, asIro, []),
    copied: null,
    hasChanged: false,
    part: 1,
    drawn: now,
  },
  ...{ nextChild: null, says: '', ...parts },
});
const copied = { of: 'C-1042', by: iroOlu.id, at: now };

export const SIGHT_SAMPLES: Samples = {
  'dispute.list': [
    disputeListView(listed([]), asIro),
    disputeListView(listed([], { show: 'waiting' }), asIro),
    disputeListView(listed(Array.from({ length: 7 }, (_, nth) => ({ ...aDispute(), id: `D-000${nth + 1}` }))), asIro),
    disputeListView(listed(TWELVE.slice(4, 9), { show: 'behind', behind: 'By team' }), counting),
  ],
  'dispute.timeline': [
    timelineView({ dispute: aDispute(), beside: alone(aDispute()), page: 1 }, asIro),
    timelineView({ dispute: long, beside: alone(long), page: 1 }, asIro),
    timelineView({ dispute: story, beside: alone(story), page: 1 }, asIro),
  ],
  'dispute.note': [
    disputeNoteView(note(story), asIro),
    disputeNoteView(note(story, { copied, says: 'This note has changed.', hasChanged: true }), asIro),
    disputeNoteView(note(long, { nextChild: 'C-1043' }), asIro),
    disputeNoteView(note(long, { nextChild: 'C-1043', part: 3, copied }), asIro),
  ],
  'figures.record': [
    ...pages.map((page) => figuresView(figuresFor(directorRuth, { page }))),
    ...pages.map((page) => figuresView(figuresFor(grace, { page, look: 1 }))),
    figuresView(figuresFor(priya, { disputes: [] })),
    figuresView(figuresFor(iroOlu, { page: 3 })),
  ],
  'figures.text': [figuresTextView(figuresFor(directorRuth), counting), figuresTextView(figuresFor(priya), counting)],
};
