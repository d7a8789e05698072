import { dayOf } from '../../clock.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Fact, Head } from '../../view.ts';
import type { Case } from '../model.ts';
import type { ConcernIn } from './actions.ts';
import { lastAnswer } from './answers.ts';
import { signOf } from './view.ts';

/** The neutral card of a concern in the service's channel: nothing about the child, no names. */
export interface ConcernChannelView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
}

/** As the concern stands now. */
export function concernChannelView({ about, concern }: ConcernIn): ConcernChannelView {
  const { passedUp, raisedAt } = concern;
  const last = lastAnswer(concern);
  const isAnswered = last !== null && last.kind !== 'approve';
  return {
    heading: `Practitioner escalation ${concern.id}`,
    quiet: concern.sentDown && concern.state.at === 'waiting' ? '↩ Sent back to the team manager' : signOf(concern),
    id: concern.id,
    revision: String(about.revision),
    facts: [
      { title: passedUp ? 'Passed up' : 'Raised', value: sayDay(dayOf(passedUp?.at ?? raisedAt)) },
      ...(isAnswered ? [{ title: 'Answered', value: sayDay(dayOf(last.at)) }] : []),
    ],
  };
}

/** The channel's letter, as the concern stands when it is drawn. */
export function channelLetter(about: Case, { facts }: KeptLetter): ConcernChannelView | { readonly dropped: string } {
  const concern = about.concerns.find(({ id }) => id === facts.concern);
  return concern ? concernChannelView({ about, concern }) : { dropped: 'the concern is no longer kept' };
}
