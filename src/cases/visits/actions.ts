import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, type Changed, changeCase } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { VisitForm } from './form.ts';
import { recordVisit, visitRefusal } from './rules.ts';

/** Opens the visit form for someone who may log a visit. */
export function askVisit(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, visitRefusal);
}

/** A visit that was logged, and the case before and after. */
export interface VisitSaved extends Changed {
  readonly visit: VisitForm;
}

/** Logs a visit. Sent twice, it answers with the one visit. */
export async function saveVisit(form: VisitForm, by: Person, needs: CaseNeeds): Promise<Outcome<VisitSaved>> {
  const concern = form.welfare === 'concern' ? await needs.cases.nextId('E') : null;
  const kept = await changeCase(form.case, by, needs, (about, now) =>
    recordVisit(about, form, by, needs.authority, now, concern),
  );
  return kept.ok ? done({ ...kept.value, visit: form }) : kept;
}
