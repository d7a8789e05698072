import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { acting, askWhile, type DisputeAsked, type DisputeNeeds } from '../actions.ts';
import type { DisputeAsk } from '../form.ts';
import { isLive } from '../standing.ts';
import { referToCafcass as refer } from './rules.ts';

/** Opens the form to refer to Cafcass, which may be done for as long as the dispute is live. */
export function askCafcass(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return askWhile(isLive, form, by, needs);
}

export const referToCafcass = acting(refer, 'refer it to Cafcass');
