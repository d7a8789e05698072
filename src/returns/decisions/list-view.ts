import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { type Head, sayWhen } from '../../view.ts';
import { type Returning, ROUTES } from '../model.ts';
import { neededBy } from './channel-view.ts';

/** What waits for a person's decision. */
export interface DecisionsView extends Head {
  readonly decisions: readonly {
    readonly id: string;
    readonly revision: string;
    readonly title: string;
    readonly when: string;
  }[];
  readonly hasMore: boolean;
  readonly more: string;
}

const A_CARD = 6;

export function decisionsView(waiting: readonly Returning[], { today, authority }: Sight): DecisionsView {
  return {
    heading: 'Decisions',
    quiet:
      waiting.length > 0
        ? `● ${waiting.length} waiting for you`
        : 'Nothing waits for your decision. You get a message when something does.',
    decisions: waiting.slice(0, A_CARD).map(({ about, plan }) => {
      const asking = plan.decision.stands === 'asked' ? plan.decision.asking : null;
      const due = asking?.due
        ? `${neededBy(asking.kind)} ${sayWhen(asking.due, today, authority.holidays)}`
        : 'As soon as you can';
      return {
        id: plan.id,
        revision: String(about.revision),
        title: `${plan.id} · ${childOf(about)} · ${ROUTES[plan.route]}`,
        when: due,
      };
    }),
    hasMore: waiting.length > A_CARD,
    more: `${waiting.length - A_CARD} more: type “decisions” again when these are answered.`,
  };
}
