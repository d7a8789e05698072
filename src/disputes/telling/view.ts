import type { Sight } from '../../authority/model.ts';
import { sayDay } from '../../local-date.ts';
import type { DisputeAsked } from '../actions.ts';
import { aboutDispute, type ReasonView } from '../view.ts';
import { TOLD_INPUTS } from './form.ts';

/** What the child was told since it was raised: only what is not noted yet is asked. */
export interface ChildToldView extends ReasonView {
  readonly asksKnows: boolean;
  readonly asksAdvocate: boolean;
}

export function childToldView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ChildToldView {
  const { knows, advocateOn } = asked.about.issue.childTold;
  const says = [
    knows ? 'The child knows of this dispute.' : 'The child does not know of it yet.',
    advocateOn
      ? `Told of an advocate and how to complain: ${sayDay(advocateOn)}.`
      : 'Being told of an advocate and how to complain is not noted yet.',
  ];
  return {
    ...aboutDispute(asked, 'What the child was told', TOLD_INPUTS, sight, problems),
    warning: says.join(' '),
    asksKnows: !knows,
    asksAdvocate: advocateOn === null,
  };
}
