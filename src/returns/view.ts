import type { Sight } from '../authority/model.ts';
import type { CaseNote } from '../cases/model.ts';
import { deadlinesOf } from '../cases/rules.ts';
import { childOf, type DeadlineLine, deadlineLine } from '../cases/view.ts';
import { dayOf, type Instant, sayTime } from '../clock.ts';
import { sayDay } from '../local-date.ts';
import type { PersonId } from '../people/model.ts';
import { nameOf } from '../people/rules.ts';
import type { Fact, FormAgain, Head } from '../view.ts';
import { type Returning, type ReturningCase, type ReturnPlan, ROUTES } from './model.ts';

/** To the people around the child: the child has gone home. */
export interface ToldView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
  readonly hasDeadlines: boolean;
  readonly deadlines: readonly DeadlineLine[];
}

export function toldView({ about, plan }: Returning, sight: Sight): ToldView {
  const { authority, today } = sight;
  const { deadlines } = deadlinesOf(about, today, authority);
  return {
    heading: plan.route === 'unplanned' ? 'A child has gone home, unplanned' : 'A child has gone home',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'Date of return', value: plan.wentHomeOn ? sayDay(plan.wentHomeOn) : 'Not yet' },
      { title: 'What prompted it', value: plan.whatPrompted },
      { title: 'Started by', value: nameOf(plan.startedBy, authority.register) },
      ...(plan.safety
        ? [{ title: 'Is the child safe now?', value: plan.safety.concern ? '⚠ A concern was raised' : 'Yes' }]
        : []),
    ],
    hasDeadlines: deadlines.length > 0,
    deadlines: deadlines.slice(0, 3).map((deadline) => deadlineLine(deadline, today, authority)),
  };
}

/** To the manager, at once: a concern about the child's welfare, in the words it was raised in. */
export interface ConcernView extends Head {
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
  readonly hasReturn: boolean;
  readonly id: string;
}

export function concernView({ about, plan }: Returning, sight: Sight): ConcernView {
  const after = `Unplanned return on ${sayDay(plan.wentHomeOn!)}`;
  const words = plan.safety?.words ?? '';
  return { ...concernAbout(about, after, plan.startedBy, [words], sight), hasReturn: true, id: plan.id };
}

/** The same after a visit, from what its report said. */
export function visitConcernView(about: ReturningCase, note: CaseNote, sight: Sight): ConcernView {
  const lines = note.says.map(({ heading, text }) => `${heading}: ${text}`);
  return { ...concernAbout(about, `Visit on ${sayDay(note.on)}`, note.by, lines, sight), hasReturn: false, id: '' };
}

function concernAbout(
  about: ReturningCase,
  after: string,
  by: PersonId,
  lines: readonly string[],
  { authority }: Sight,
) {
  return {
    heading: 'Concern about a child’s welfare',
    quiet: `${childOf(about)} · ● Waiting for you`,
    reference: about.id,
    revision: String(about.revision),
    lines: lines.filter((line) => line !== '').map((says) => ({ says })),
    facts: [
      { title: 'Raised by', value: nameOf(by, authority.register) },
      { title: 'After', value: after },
      { title: 'Social worker', value: nameOf(about.people.socialWorker, authority.register) },
    ],
  };
}

/** How a plan stands, for the quiet line: a symbol and a word. */
export function standingOf({ decision, wentHomeOn, overtakenBy }: ReturnPlan): string {
  if (overtakenBy) return `Replaced by ${overtakenBy}`;
  if (decision.stands === 'asked') return '● Waiting for a decision';
  if (wentHomeOn) return `⌂ Home since ${sayDay(wentHomeOn)}`;
  if (decision.stands === 'approved') return '✓ Approved';
  return decision.stands === 'sent-back' ? '↩ Sent back' : '○ Preparing';
}

/** "Tue 8 December 2026, 16:05". */
export function sayMoment(moment: Instant): string {
  return `${sayDay(dayOf(moment))}, ${sayTime(moment)}`;
}

/** What went wrong, at the top of a form or card. */
export function problemsOf(problems: readonly string[]): Pick<FormAgain, 'hasProblems' | 'problems'> {
  return { hasProblems: problems.length > 0, problems: problems.map((says) => ({ says })) };
}
