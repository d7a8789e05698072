import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { caseFor, changeReturn, doingOf, planIn, type ReturnNeeds, returnOf } from '../actions.ts';
import { requestDecision } from '../decisions/rules.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning } from '../model.ts';
import { type Change, type Doing, openReturn } from '../rules.ts';
import { answerItems } from './answering.ts';
import type { ChecklistForm, MineForm, StageForm, WhichMine } from './form.ts';
import type { Mine } from './mine.ts';
import { cardAt, firstCardFor, turnedFrom } from './turning.ts';

/** A child's checklist, at the first stage with something left: the open return's, or the latest. */
export async function openChecklistOf(form: ChecklistForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  const about = found.value;
  const plan = openReturn(about) ?? about.returns.at(-1);
  if (plan) return done(firstCardFor({ about, plan }, doingOf(by, needs)));
  return refuse(`No return home has been started for ${form.case}. Type “return home ${form.case}” to start one.`);
}

/** A checklist by its return. */
export async function openChecklist(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const found = await returnOf(form, by, needs);
  return found.ok ? done(firstCardFor(found.value, doingOf(by, needs))) : found;
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
    const { about, letters } = saved.value;
    const asked = requestDecision(about, planIn(about, form.return), doing);
    return asked.ok ? done({ ...asked.value, letters: [...letters, ...asked.value.letters] }) : asked;
  });
  return shown(asked, form);
}

/** A person's own questions of a return: what they can answer now. */
export async function openMine(form: WhichMine, by: Person, needs: ReturnNeeds): Promise<Outcome<Mine>> {
  const found = await returnOf(form, by, needs);
  return found.ok ? done({ ...found.value, page: form.page }) : found;
}

/** Saves what was answered of them, and shows what is left. */
export async function saveMine(form: MineForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Mine>> {
  const saved = await changeReturn(form, by, needs, answered(form));
  return saved.ok ? done({ ...saved.value, page: form.page }) : saved;
}

function answered({ answers, drawn }: MineForm) {
  return ({ about, plan }: Returning, doing: Doing): Outcome<Change> => answerItems(about, plan, answers, drawn, doing);
}

function shown(found: Outcome<Returning>, { stage, page }: StageForm): Outcome<AtStage> {
  return found.ok ? done(cardAt(found.value, stage, page)) : found;
}
