import { dayOf } from '../../../clock.ts';
import type { Person } from '../../../people/model.ts';
import type { Outcome } from '../../../refusal.ts';
import { changeReturn, type ReturnNeeds } from '../../actions.ts';
import type { ReturnAsk } from '../../form.ts';
import type { Returning } from '../../model.ts';
import { askReturning, type ReturnAsked } from '../actions.ts';
import { whyNotChanged } from '../rules.ts';
import type { StepChangeForm, StepForm, StepWentForm } from './form.ts';
import { addStep, changeStep, recordStepWent, stepsDue, stepsToCome } from './rules.ts';

export function askStep(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs);
}

/** Adds a step. The same form sent twice adds one. */
export function saveStep(form: StepForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => addStep(returning, form, doing));
}

export function askStepChange(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs, (returning, doing) => {
    const { plan } = returning;
    const none = stepsToCome(plan, dayOf(doing.now)).length === 0;
    return whyNotChanged(returning, doing) ?? (none ? `No step of ${plan.id} is to come. Add one first.` : null);
  });
}

export function saveStepChange(form: StepChangeForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => changeStep(returning, form, doing));
}

export function askStepWent(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturnAsked>> {
  return askReturning(form, by, needs, (returning, doing) => {
    const { plan } = returning;
    const none = stepsDue(plan, dayOf(doing.now)).length === 0;
    return whyNotChanged(returning, doing) ?? (none ? `No step of ${plan.id} waits for an answer.` : null);
  });
}

export function saveStepWent(form: StepWentForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, (returning, doing) => recordStepWent(returning, form, doing));
}
