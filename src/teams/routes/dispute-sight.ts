import { exportFigures, openFigures } from '../../disputes/figures/actions.ts';
import { figuresTextView } from '../../disputes/figures/export.ts';
import { readFiguresForm } from '../../disputes/figures/form.ts';
import { figuresView } from '../../disputes/figures/view.ts';
import { listDisputes } from '../../disputes/list/actions.ts';
import { readListForm } from '../../disputes/list/form.ts';
import { disputeListView } from '../../disputes/list/view.ts';
import { openNote, tickNote, untickNote } from '../../disputes/notes/actions.ts';
import { readNoteForm } from '../../disputes/notes/form.ts';
import { disputeNoteView } from '../../disputes/notes/view.ts';
import { openTimeline } from '../../disputes/timeline/actions.ts';
import { readTimelineForm } from '../../disputes/timeline/form.ts';
import { timelineView } from '../../disputes/timeline/view.ts';
import { card, type Route, route } from '../route.ts';

/** What can be pressed to look at disputes: many of them, one from its beginning, and the figures of all. */
// biome-ignore format: a table, one row a line
export const DISPUTE_SIGHT_ROUTES: readonly Route[] = [
  route({ verb: 'dispute.list', read: readListForm, act: listDisputes, show: card('dispute.list', disputeListView) }),
  route({ verb: 'dispute.timeline', read: readTimelineForm, act: openTimeline, show: card('dispute.timeline', timelineView) }),
  route({ verb: 'dispute.note', read: readNoteForm, act: openNote, show: card('dispute.note', disputeNoteView) }),
  route({ verb: 'dispute.copied', read: readNoteForm, act: tickNote, show: card('dispute.note', disputeNoteView) }),
  route({ verb: 'dispute.uncopied', read: readNoteForm, act: untickNote, show: card('dispute.note', disputeNoteView) }),
  route({ verb: 'figures.open', read: readFiguresForm, act: openFigures, show: card('figures.record', figuresView) }),
  route({ verb: 'figures.export', read: readFiguresForm, act: exportFigures, show: card('figures.text', figuresTextView) }),
];
