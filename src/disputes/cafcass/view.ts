import type { Sight } from '../../authority/model.ts';
import type { DisputeAsked } from '../actions.ts';
import { REASON_INPUTS } from '../form.ts';
import { aboutDispute, type ReasonView } from '../view.ts';
import { CAFCASS_SAID_INPUTS } from './form.ts';

export function cafcassView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning =
    'Nobody’s permission is needed. Homeward notes the referral and tells the Director; you send it to Cafcass yourself. The local stages go on.';
  return { ...aboutDispute(asked, 'Refer to Cafcass', REASON_INPUTS, sight, problems), warning };
}

export function consultView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning =
    'Homeward notes that Cafcass was asked, and why. This is not a referral: that is a button of its own, whenever you think it right.';
  return { ...aboutDispute(asked, 'Asked Cafcass for advice', REASON_INPUTS, sight, problems), warning };
}

export function cafcassSaidView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning = 'Note what Cafcass said or decided, as you heard it. It is kept with today’s date; the stages go on.';
  return { ...aboutDispute(asked, 'What Cafcass answered', CAFCASS_SAID_INPUTS, sight, problems), warning };
}
