import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import type { ReturnAsk, ReturnForm } from '../form.ts';
import type { Returning } from '../model.ts';
import type { Doing } from '../rules.ts';
import { whyNotChanged } from './rules.ts';

/** The plan and steps of a return, for whoever may see it. */
export async function openTransition(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return returnOf(form, by, needs);
}

/** What a form about one return is filled with: the return, and what was typed so far. */
export interface ReturnAsked extends Returning {
  readonly typed: ReturnAsk['typed'];
}

/** Opens a form about a return for somebody who may fill it in: `no` says why not. */
export async function askReturning(
  form: ReturnAsk,
  by: Person,
  needs: ReturnNeeds,
  no: (returning: Returning, doing: Doing) => string | null = whyNotChanged,
): Promise<Outcome<ReturnAsked>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const because = no(found.value, doingOf(by, needs));
  return because ? refuse(because) : done({ ...found.value, typed: form.typed });
}
