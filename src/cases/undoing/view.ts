import type { Sight } from '../../authority/model.ts';
import type { Changed } from '../actions.ts';
import { type SavedView, savedView } from '../changes/view.ts';
import { coordinatorOf, nextInNeed } from '../reviews/next.ts';
import { UNDONE } from './logged.ts';

/** What was undone, the date that is back, and who had been told of it. */
export function undoneView({ before, after }: Changed, sight: Sight): SavedView {
  const { today, authority } = sight;
  const line = after.history.findLast(({ what }) => what.startsWith(UNDONE));
  const what = line ? line.what.slice(UNDONE.length) : '';
  const told = nextInNeed(before, today, authority) && !nextInNeed(after, today, authority);
  const coordinator = told ? coordinatorOf(after, today, authority) : null;
  const isVisit = what.startsWith('Visit');
  return savedView(
    {
      heading: 'Undone',
      says: [
        `✓ It counts no longer: ${what}. What was due before it is due again.`,
        ...(coordinator ? [`● ${coordinator.name} was told that child in need reviews start. Please tell them.`] : []),
      ],
      acts: isVisit ? ['visit'] : ['review', 'cin-review'],
      meets: false,
      note: '',
      undo: null,
      before,
      after,
    },
    sight,
  );
}
