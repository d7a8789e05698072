import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import type { ReturnAsk, ReturnForm } from '../form.ts';
import type { Returning } from '../model.ts';
import type { Doing } from '../rules.ts';
import { breakDown, stepDown, whyNoStepDown } from './ending.ts';
import type { BreakdownForm, HelpForm, ReferralForm, ServicesForm, StepDownForm } from './form.ts';
import { noteReferral, whyNotAfter, whyNotHome } from './rules.ts';
import { answerHelp, checkServices, helpAnswered, notBegun } from './services.ts';

/** What comes after a return, for whoever may see the case. */
export async function openAfter(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  const notHome = found.ok ? whyNotHome(found.value.plan) : null;
  return notHome ? refuse(notHome) : found;
}

export interface AfterAsked extends Returning {
  readonly typed: ReturnAsk['typed'];
}

export function askServices(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<AfterAsked>> {
  return asked(form, by, needs, ({ about, plan }, doing) => {
    const no = whyNotAfter('services', about, plan, doing);
    if (no) return no;
    if (notBegun(plan).length > 0) return null;
    return plan.transition.services.length > 0
      ? refuse('Every promised service has begun. There is nothing left to ask.')
      : refuse(`No service is promised on ${plan.id}. Add them under “Plan and steps” first.`);
  });
}

export function askHelp(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<AfterAsked>> {
  return asked(
    form,
    by,
    needs,
    ({ about, plan }, doing) => whyNotAfter('services', about, plan, doing) ?? helpAnswered(plan, doing),
  );
}

export function askStepDown(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<AfterAsked>> {
  return asked(form, by, needs, ({ about, plan }, doing) => {
    const no = whyNotAfter('step-down', about, plan, doing);
    if (no) return no;
    const why = whyNoStepDown(about, plan, dayOf(doing.now));
    return why ? refuse(why) : null;
  });
}

export function askBreakdown(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<AfterAsked>> {
  return asked(form, by, needs, ({ about, plan }, doing) => whyNotAfter('breakdown', about, plan, doing));
}

export function askReferral(form: ReturnAsk, by: Person, needs: ReturnNeeds): Promise<Outcome<AfterAsked>> {
  return asked(form, by, needs, ({ about, plan }, doing) => whyNotAfter('referral', about, plan, doing));
}

export function saveServices(form: ServicesForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) => checkServices(about, plan, form, doing));
}

export function saveHelp(form: HelpForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) => answerHelp(about, plan, form, doing));
}

export function saveStepDown(form: StepDownForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) => stepDown(about, plan, form, doing));
}

export function saveBreakdown(form: BreakdownForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) => breakDown(about, plan, form, doing));
}

export function saveReferral(form: ReferralForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) => noteReferral(about, plan, form, doing));
}

/** Opens a form for someone who may fill it in: `no` says why they may not, or why there is nothing to fill in. */
async function asked(
  form: ReturnAsk,
  by: Person,
  needs: ReturnNeeds,
  no: (returning: Returning, doing: Doing) => Refusal | null,
): Promise<Outcome<AfterAsked>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  return no(found.value, doingOf(by, needs)) ?? done({ ...found.value, typed: form.typed });
}
