import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { caseFor, changeReturn, planIn, type ReturnNeeds, returnOf } from '../actions.ts';
import { requestDecision } from '../decisions/rules.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning } from '../model.ts';
import { type Change, type Doing, openReturn } from '../rules.ts';
import type { ChecklistForm, StageForm } from './form.ts';
import { answerItems, cardAt, firstCard, turnedFrom } from './rules.ts';

/** A child's checklist, at the first stage with something left: the open return's, or the latest. */
export async function openChecklistOf(form: ChecklistForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  const about = found.value;
  const plan = openReturn(about) ?? about.returns.at(-1);
  if (plan) return done(firstCard({ about, plan }));
  return refuse(`No return home has been started for ${form.case}. Type “return home ${form.case}” to start one.`);
}

/** A checklist by its return. */
export async function openChecklist(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const found = await returnOf(form, by, needs);
  return found.ok ? done(firstCard(found.value)) : found;
}

/** One card of a checklist, as it stands. */
export async function openStage(form: StageForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  return shown(await returnOf(form, by, needs), form);
}

/** Saves what was answered on a card, and stays there. */
export async function saveStage(form: StageForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  return shown(await changeReturn(form, by, needs, answered(form)), form);
}

/** Saves what was answered on a card, and goes to the next. */
export async function saveAndNext(form: StageForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const saved = await saveStage(form, by, needs);
  return saved.ok ? done(turnedFrom(saved.value, 1)) : saved;
}

/** Saves what was answered on a card, and goes to the one before. */
export async function saveAndPrevious(form: StageForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const saved = await saveStage(form, by, needs);
  return saved.ok ? done(turnedFrom(saved.value, -1)) : saved;
}

/** Saves what was answered on the card and asks for the decision, in one write. */
export async function requestReturnDecision(
  form: StageForm,
  by: Person,
  needs: ReturnNeeds,
): Promise<Outcome<AtStage>> {
  const asked = await changeReturn(form, by, needs, (returning, doing) => {
    const saved = answered(form)(returning, doing);
    if (!saved.ok) return saved;
    const { about } = saved.value;
    return requestDecision(about, planIn(about, form.return), doing);
  });
  return shown(asked, form);
}

function answered({ answers, drawn }: StageForm) {
  return ({ about, plan }: Returning, doing: Doing): Outcome<Change> => {
    const changed = answerItems(about, plan, answers, drawn, doing);
    return changed.ok ? done({ about: changed.value, letters: [] }) : changed;
  };
}

function shown(found: Outcome<Returning>, { stage, page }: StageForm): Outcome<AtStage> {
  return found.ok ? done(cardAt(found.value, stage, page)) : found;
}
