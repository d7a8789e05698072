import type { Person } from '../../../people/model.ts';
import { done, type Outcome } from '../../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../../actions.ts';
import type { ReturnAsk } from '../../form.ts';
import type { Returning } from '../../model.ts';
import { askReturning, type ReturnAsked } from '../actions.ts';
import type { AgreementForm, BreachForm } from './form.ts';
import { logBreach, mayLogBreach, saveAgreement, whyNoBreach } from './rules.ts';

/** Opens the agreement: to read for whoever sees the return, to change for whoever plans it. */
export function askAgreement(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs, () => null);
}

export function keepAgreement(form: AgreementForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => saveAgreement(returning, form, doing));
}

export function askBreach(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs, whyNoBreach);
}

/** Logs a broken condition with the concern it raises. The same form sent twice logs one. */
export async function saveBreach(form: BreachForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const may = mayLogBreach(found.value, form, doingOf(by, needs));
  if (!may.ok) return may;
  if (may.value) return done(found.value);
  const concern = await needs.cases.nextId('E');
  return changeReturn(form, by, needs, (returning, doing) => logBreach(returning, form, concern, doing));
}
