import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { acting, askWhile, type DisputeAsked, type DisputeNeeds } from '../actions.ts';
import type { DisputeAsk } from '../form.ts';
import { isLive } from '../standing.ts';
import { tellChild as tell } from './rules.ts';

/** Opens the form to note what the child was told. */
export function askTold(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return askWhile(isLive, form, by, needs);
}

export const tellChild = acting(tell, 'note what the child was told');
