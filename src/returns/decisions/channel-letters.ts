import type { Letter } from '../../letters/model.ts';
import type { ReturnPlan } from '../model.ts';
import type { Doing } from '../rules.ts';
import type { Asking } from './model.ts';

/** What the channel of return decisions is told of one request: that it waits, what was decided, that an approval lapsed. */
export type Story = 'asked' | 'decided' | 'lapsed';

/** The neutral card of a request in the channel: the first of a return starts its thread, the others answer in it. */
export function channelLetterOf(
  plan: Pick<ReturnPlan, 'id'>,
  { at }: Pick<Asking, 'at'>,
  story: Story,
  { now, authority }: Omit<Doing, 'by'>,
): Letter {
  const facts = { return: plan.id, asked: at, ...(story !== 'asked' && { story }) };
  const occasion = story === 'asked' ? at : `${at}/${story}`;
  return {
    key: `${plan.id}/${occasion}/return.decide.channel`,
    kind: 'return.decide.channel',
    to: { channel: authority.decisionsChannel },
    facts,
    live: true,
    writtenAt: now,
  };
}
