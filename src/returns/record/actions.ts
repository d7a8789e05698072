import type { Person } from '../../people/model.ts';
import type { Outcome } from '../../refusal.ts';
import { type ReturnNeeds, returnOf } from '../actions.ts';
import type { ReturnForm } from '../form.ts';
import type { Returning } from '../model.ts';

/** Opens the home page of a return, for whoever may see or decide it. */
export async function openReturnRecord(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return returnOf(form, by, needs);
}
