import type { Sight } from '../../authority/model.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { CaseAsked } from '../actions.ts';
import { type SavedView, savedView } from '../changes/view.ts';
import { whoAnswers } from '../concerns/who.ts';
import type { Case } from '../model.ts';
import { visitsOf } from '../noted.ts';
import { deadlinesOf } from '../rules.ts';
import { undoable } from '../undoing/rules.ts';
import { childOf, deadlineLine } from '../view.ts';
import type { VisitSaved } from './actions.ts';
import { firstVisitBySocialWorker } from './first-visit.ts';
import { VISIT_INPUTS, WELFARE } from './form.ts';
import { lateVisit } from './rules.ts';

/** The visit report. */
export interface VisitFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  /** Whether a visit on the day that the form shows is late: then the reason is asked for above the button. */
  readonly isLate: boolean;
  /** Whether the notes are open: closed at first, so that a visit takes three presses. */
  readonly showNotes: boolean;
  readonly choices: { readonly welfare: readonly Choice[] };
}

const NOTES = ['wishes', 'family', 'support'] as const;

export function visitFormView(
  { about, typed }: CaseAsked,
  { today, authority }: Sight,
  problems: readonly string[] = [],
): VisitFormView {
  const due = deadlinesOf(about, today, authority).deadlines.find(({ act }) => act === 'visit');
  const line = due && deadlineLine(due, today, authority);
  const on = [typed.on, typed.day].find(isLocalDate) ?? today;
  return {
    heading: 'Log a visit',
    quiet: [childOf(about), line ? `${line.sign}: ${line.when}` : 'no visit is due'].join(' · '),
    reference: about.id,
    revision: String(about.revision),
    isLate: on <= today && lateVisit(about, on, authority) !== null,
    showNotes: problems.length > 0 || NOTES.some((input) => Boolean(typed[input])),
    typed: typedAgain(VISIT_INPUTS, { on, childSeen: 'true', seenAlone: 'false', ...typed }),
    ...problemsOf(problems),
    choices: { welfare: choicesOf(WELFARE) },
  };
}

/** What was logged, whether it counts, and the next visit with why. */
export function visitSavedView({ before, after, visit }: VisitSaved, sight: Sight): SavedView {
  const noted = visitsOf(after).findLast(({ event }) => event.on === visit.on && event.childSeen === visit.childSeen);
  return savedView(
    {
      heading: visit.childSeen ? 'Visit saved' : 'Attempt saved',
      says: [
        visit.childSeen
          ? `✓ Child seen${visit.seenAlone ? ' alone' : ''} on ${sayDay(visit.on)}.`
          : `⚠ The child was not seen on ${sayDay(visit.on)}, so this does not count as a visit. What was due is still due.`,
        ...(visit.welfare === 'concern' ? [concernSaid(after, sight)] : []),
        ...[firstVisitBySocialWorker(before, visit, sight.by)].filter((says) => says !== null),
      ],
      acts: ['visit'],
      meets: visit.childSeen,
      note: noted?.key ?? '',
      undo: undoable(after, 'visit', sight.by, sight.authority, sight.now),
      before,
      after,
    },
    sight,
  );
}

/** Which concern the visit raised, and with whom it now is. */
function concernSaid(after: Case, { today, authority }: Sight): string {
  const concern = after.concerns.findLast(({ about }) => about === 'visit')!;
  const answers = whoAnswers(after, concern, authority, today);
  return answers
    ? `● Your concern, ${concern.id}, goes to ${answers.says} 1:1 now.`
    : `✓ Your concern, ${concern.id}, has been answered.`;
}
