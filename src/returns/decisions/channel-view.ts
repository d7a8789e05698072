import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import type { Fact, Head } from '../../view.ts';
import type { Returning, ReturnPlan } from '../model.ts';
import { ASKINGS, type AskingKind, type Decided } from './model.ts';
import { decidedIn, wordFor } from './rules.ts';

/** The neutral card in the channel: nothing about the child. */
export interface ReturnChannelView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
}

/** A return comes after its approval; reg 19(c) gives a last day. */
export function neededBy(kind: AskingKind): string {
  return kind === 'confirmation' ? 'Needed by' : 'Needed before';
}

/** As the request stands that the card was posted for; it may have been sent back and asked again since. */
export function returnChannelView({ about, plan }: Returning, asked: string): ReturnChannelView {
  const { decision } = plan;
  const asking = decision.stands === 'none' ? null : decision.asking;
  const current = asking?.at === asked;
  return {
    heading: `Return decision ${plan.id}`,
    quiet: current ? saySoFar(plan) : sayOfEarlier(plan, asked),
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'Kind', value: asking ? ASKINGS[asking.kind] : 'Return decision' },
      asking?.due
        ? { title: neededBy(asking.kind), value: sayDay(asking.due) }
        : { title: 'Asked', value: asking ? sayDay(dayOf(asking.at)) : 'Not asked' },
    ],
  };
}

function saySoFar(plan: ReturnPlan): string {
  const [decided] = decidedIn(plan);
  if (decided) return signFor(decided);
  return plan.overtakenBy ? `○ No longer needed: ${plan.overtakenBy} took its place` : '● Waiting for a decision';
}

/** What came of the request that a channel card was posted for, when another has followed. */
function sayOfEarlier({ earlier }: ReturnPlan, asked: string): string {
  const then = earlier.find(({ asking }) => asking.at === asked);
  if (!then || then.stands === 'sent-back') return '↩ Sent back and asked again';
  return then.stands === 'lapsed' ? '⚠ Lapsed and asked again' : signFor(then);
}

function signFor(decided: Decided): string {
  if (decided.stands === 'lapsed') return `⚠ Approval lapsed on ${sayDay(dayOf(decided.lapsedAt))}`;
  const word = wordFor(decided);
  const sign = decided.stands === 'approved' ? '✓' : '↩';
  return `${sign} ${word[0]!.toUpperCase()}${word.slice(1)} on ${sayDay(dayOf(decided.at))}`;
}
