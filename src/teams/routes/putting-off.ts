import { readDeadlineForm } from '../../cases/deadlines/form.ts';
import { askSnooze, haveSeen, openDeadline, showAgain, snooze } from '../../diaries/putting-off/actions.ts';
import { readSeenForm, readSnoozeForm } from '../../diaries/putting-off/form.ts';
import { deadlineView, snoozeView } from '../../diaries/putting-off/view.ts';
import { asItStands, card, type Here, type Route, route, type Typed } from '../route.ts';
import { whileItStands } from './while-it-stands.ts';

const deadlineAgain = asItStands('deadline.open', readDeadlineForm, openDeadline, deadlineView);

/** What can be pressed about one deadline, besides logging what meets it. */
// biome-ignore format: a table, one row a line
export const PUTTING_OFF_ROUTES: readonly Route[] = [
  whileItStands(route({ verb: 'deadline.open', read: readDeadlineForm, act: openDeadline, show: card('deadline.open', deadlineView) })),
  whileItStands(route({ verb: 'deadline.snooze', read: readDeadlineForm, act: askSnooze, show: card('deadline.snooze', snoozeView), again: deadlineAgain })),
  whileItStands(route({ verb: 'deadline.put-off', read: readSnoozeForm, act: snooze, show: card('deadline.open', deadlineView), again: snoozeAgain }), readSnoozeForm),
  whileItStands(route({ verb: 'deadline.seen', read: readSeenForm, act: haveSeen, show: card('deadline.open', deadlineView), again: deadlineAgain }), readSeenForm),
  whileItStands(route({ verb: 'deadline.again', read: readDeadlineForm, act: showAgain, show: card('deadline.open', deadlineView), again: deadlineAgain })),
];

/** The form with what was typed; where the deadline can no longer be put off, the deadline as it stands. */
async function snoozeAgain(typed: Typed, problems: readonly string[], at: Here) {
  const which = readDeadlineForm(typed);
  const asked = which.ok ? await askSnooze(which.value, at.by, at.needs) : which;
  if (!asked.ok) return deadlineAgain(typed, problems, at);
  return asItStands('deadline.snooze', readDeadlineForm, askSnooze, snoozeView)(typed, problems, at);
}
