import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { acting, askWhile, type DisputeAsked, type DisputeNeeds } from '../actions.ts';
import type { DisputeAsk } from '../form.ts';
import { isLive } from '../standing.ts';
import { overtake, resolve, withdraw } from './rules.ts';

export const resolveDispute = acting(resolve, 'resolve it');
export const withdrawDispute = acting(withdraw, 'withdraw it');

/** Opens the form to close a dispute as overtaken, which may be done for as long as it is live. */
export function askOvertake(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return askWhile(isLive, form, by, needs);
}

export const overtakeDispute = acting(overtake, 'close it as overtaken');
