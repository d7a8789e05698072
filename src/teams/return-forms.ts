import { type Card, render } from '../cards/catalogue.ts';
import { openMine, openStage } from '../returns/checklist/actions.ts';
import { readWhichMine, readWhichStage } from '../returns/checklist/form.ts';
import { questionsView } from '../returns/checklist/mine-view.ts';
import { checklistView } from '../returns/checklist/view.ts';
import { openDecision } from '../returns/decisions/actions.ts';
import { decisionView } from '../returns/decisions/view.ts';
import { readReturnForm } from '../returns/form.ts';
import { askSiblings } from '../returns/siblings/actions.ts';
import { siblingsView } from '../returns/siblings/view.ts';
import { askReturn } from '../returns/start/actions.ts';
import { readAskForm } from '../returns/start/form.ts';
import { returnFormView, safetyFormView } from '../returns/start/view.ts';
import { wentFormView } from '../returns/went/view.ts';
import { asItStands, type Here, type Typed } from './route.ts';

/**
 * After an unplanned return the safety of the child is asked first, and where an order is to be discharged whether the
 * child goes home before that; the first time round it is no mistake to have left it out.
 */
export async function startForm(typed: Typed, problems: readonly string[], at: Here): Promise<Card> {
  const form = readAskForm(typed);
  const asked = form.ok ? await askReturn(form.value, at.by, at.needs) : form;
  const { overtakes, open } = asked.ok ? asked.value : { overtakes: null, open: null };
  if (typed.route === 'unplanned')
    return render('return.safety', safetyFormView(typed, 'safe' in typed ? problems : [], at, overtakes, open));
  const isFirst = typed.route === 'planned-discharge' && !('homeFirst' in typed);
  return render('return.ask', returnFormView(typed, isFirst ? [] : problems, at, overtakes, open));
}

/** A card of the checklist as it stands, with what was typed on it kept. */
export function stageAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof checklistView>) => checklistView(value, sight, says, typed);
  return asItStands('return.checklist', readWhichStage, openStage, view)(typed, problems, at);
}

/** Somebody's own questions as they stand, with what was typed on them kept. */
export function mineAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof questionsView>) => questionsView(value, sight, says, typed);
  return asItStands('return.questions', readWhichMine, openMine, view)(typed, problems, at);
}

export function siblingsAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof siblingsView>) => siblingsView(value, sight, says, typed);
  return asItStands('return.siblings', readReturnForm, askSiblings, view)(typed, problems, at);
}

export function decisionAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof decisionView>) => decisionView(value, sight, says, typed);
  return asItStands('return.decision', readReturnForm, openDecision, view)(typed, problems, at);
}

export function wentAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof wentFormView>) => wentFormView(value, sight, says, typed);
  return asItStands('return.went', readReturnForm, openDecision, view)(typed, problems, at);
}
