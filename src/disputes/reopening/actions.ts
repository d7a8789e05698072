import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { acting, type DisputeNeeds } from '../actions.ts';
import { type AskedAfter, askAfter } from '../checking/actions.ts';
import type { DisputeAsk } from '../form.ts';
import { notToReopen, reopen } from './rules.ts';

/** Opens the form to reopen a dispute that was resolved, closed or overtaken. */
export function askReopen(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<AskedAfter>> {
  return askAfter('reopen it', notToReopen, form, by, needs);
}

export const reopenDispute = acting(reopen, 'reopen it');
