import type { Sight } from '../authority/model.ts';
import { deadlinesOf } from '../cases/rules.ts';
import { childOf, type DeadlineLine, deadlineLine } from '../cases/view.ts';
import { sayDay } from '../local-date.ts';
import { nameOf } from '../people/rules.ts';
import type { Fact, Head } from '../view.ts';
import { type Returning, type ReturnPlan, ROUTES } from './model.ts';

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
    heading: toldHeading(plan),
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'Date of return', value: plan.wentHomeOn ? sayDay(plan.wentHomeOn) : 'Not yet' },
      ...(plan.dischargedOn ? [{ title: 'Order discharged', value: sayDay(plan.dischargedOn) }] : []),
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

/** Home first under the order, the discharge is told of when the court has made it. */
function toldHeading({ route, homeFirst, dischargedOn }: ReturnPlan): string {
  if (homeFirst && dischargedOn) return 'A court has discharged the order';
  return route === 'unplanned' ? 'A child has gone home, unplanned' : 'A child has gone home';
}

/** How a plan stands, for the quiet line: a symbol and a word. */
export function standingOf({ decision, wentHomeOn, overtakenBy, after }: ReturnPlan): string {
  if (overtakenBy) return `Replaced by ${overtakenBy}`;
  if (after.breakdown) return `✕ Broke down on ${sayDay(after.breakdown.on)}`;
  if (decision.stands === 'asked') return '● Waiting for a decision';
  if (wentHomeOn) return `⌂ Home since ${sayDay(wentHomeOn)}`;
  if (decision.stands === 'lapsed') return '⚠ Approval lapsed';
  if (decision.stands === 'approved') return decision.override ? '✓ Approved, questions passed over' : '✓ Approved';
  return decision.stands === 'sent-back' ? '↩ Sent back' : '○ Preparing';
}
