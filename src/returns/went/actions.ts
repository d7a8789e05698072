import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import { saveStage } from '../checklist/actions.ts';
import type { StageForm } from '../checklist/form.ts';
import { firstCardFor } from '../checklist/turning.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning } from '../model.ts';
import { recordDischarge, whyNoDischarge } from './discharge.ts';
import type { DischargeForm, WentForm } from './form.ts';
import { recordReturn } from './rules.ts';

/** The form for the day; from a checklist, what was answered on its card is saved first. */
export async function askWent(
  form: ReturnForm | StageForm,
  by: Person,
  needs: ReturnNeeds,
): Promise<Outcome<Returning>> {
  return 'stage' in form ? saveStage(form, by, needs) : returnOf(form, by, needs);
}

/** Records the day on which a planned return happened. */
export async function recordWent(form: WentForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const kept = await changeReturn(form, by, needs, ({ about, plan }, doing) => recordReturn(about, plan, form, doing));
  return kept.ok ? done(firstCardFor(kept.value, doingOf(by, needs))) : kept;
}

/** The form for the day on which the court discharged the order. */
export async function askDischarge(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const no = whyNoDischarge(found.value.about, found.value.plan);
  return no ? refuse(no) : found;
}

export async function recordCourtDischarge(
  form: DischargeForm,
  by: Person,
  needs: ReturnNeeds,
): Promise<Outcome<AtStage>> {
  const kept = await changeReturn(form, by, needs, ({ about, plan }, doing) =>
    recordDischarge(about, plan, form.day, doing),
  );
  return kept.ok ? done(firstCardFor(kept.value, doingOf(by, needs))) : kept;
}
