import { type Card, render } from '../cards/catalogue.ts';
import { openStage } from '../returns/checklist/actions.ts';
import { readWhichStage } from '../returns/checklist/form.ts';
import { checklistView } from '../returns/checklist/view.ts';
import { openDecision } from '../returns/decisions/actions.ts';
import { decisionView } from '../returns/decisions/view.ts';
import { readReturnForm } from '../returns/form.ts';
import { returnFormView, safetyFormView } from '../returns/start/view.ts';
import { wentFormView } from '../returns/went/view.ts';
import { asItStands, type Here, type Typed } from './route.ts';

/** After an unplanned return the safety of the child is asked first; the first time round that is no mistake. */
export function startForm(typed: Typed, problems: readonly string[], at: Here): Card {
  if (typed.route !== 'unplanned') return render('return.ask', returnFormView(typed, problems, at));
  return render('return.safety', safetyFormView(typed, 'safe' in typed ? problems : [], at));
}

/** A card of the checklist as it stands, with what was typed on it kept. */
export function stageAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof checklistView>) => checklistView(value, sight, says, typed);
  return asItStands('return.checklist', readWhichStage, openStage, view)(typed, problems, at);
}

export function decisionAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof decisionView>) => decisionView(value, sight, says, typed);
  return asItStands('return.decision', readReturnForm, openDecision, view)(typed, problems, at);
}

export function wentAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof wentFormView>) => wentFormView(value, sight, says, typed);
  return asItStands('return.went', readReturnForm, openDecision, view)(typed, problems, at);
}
