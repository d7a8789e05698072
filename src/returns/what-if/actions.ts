import type { CaseAsk } from '../../cases/form.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { caseFor, doingOf, type ReturnNeeds } from '../actions.ts';
import type { ReturningCase } from '../model.ts';
import type { WhatIfForm } from './form.ts';
import { type Tried, tryOut, whyNotTry } from './rules.ts';

/** What the form is filled with: the case, and what was typed so far. */
export interface WhatIfAsked {
  readonly about: ReturningCase;
  readonly typed: CaseAsk['typed'];
}

/** Opens the form to try something on a case. */
export async function askWhatIf(form: CaseAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<WhatIfAsked>> {
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  return whyNotTry(found.value, doingOf(by, needs)) ?? done({ about: found.value, typed: form.typed });
}

/** What was tried, with the words it was typed in. */
export interface TriedOut extends Tried {
  readonly typed: WhatIfForm['typed'];
}

/** Works out what would come of it. Nothing is saved and nobody is told. */
export async function tryWhatIf(form: WhatIfForm, by: Person, needs: ReturnNeeds): Promise<Outcome<TriedOut>> {
  const found = await caseFor(form.change.case, by, needs);
  if (!found.ok) return found;
  const tried = tryOut(found.value, form, doingOf(by, needs));
  return tried.ok ? done({ ...tried.value, typed: form.typed }) : tried;
}
