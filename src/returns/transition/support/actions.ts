import type { Person } from '../../../people/model.ts';
import type { Outcome } from '../../../refusal.ts';
import { changeReturn, type ReturnNeeds } from '../../actions.ts';
import type { ReturnAsk } from '../../form.ts';
import type { Returning } from '../../model.ts';
import { askReturning, type ReturnAsked } from '../actions.ts';
import type { ReadyForm, ServiceForm } from './form.ts';
import { addService, saveReady } from './rules.ts';

export function askService(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs);
}

/** Lists a service. The same form sent twice lists one. */
export function saveService(form: ServiceForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => addService(returning, form, doing));
}

export function askReady(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs);
}

export function keepReady(form: ReadyForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => saveReady(returning, form, doing));
}
