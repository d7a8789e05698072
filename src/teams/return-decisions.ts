import { type Card, render } from '../cards/catalogue.ts';
import { openDecision } from '../returns/decisions/actions.ts';
import { requestFormView } from '../returns/decisions/without-view.ts';
import { readReturnForm } from '../returns/form.ts';
import type { Moved } from '../returns/moving/actions.ts';
import { moveFormView, moveLapsesView } from '../returns/moving/view.ts';
import { returnRecordView } from '../returns/record/view.ts';
import { dischargeFormView } from '../returns/went/view.ts';
import { mailOfReturn } from './post/undelivered.ts';
import { stageAgain } from './return-forms.ts';
import { asItStands, card, type Here, notice, type Typed } from './route.ts';

/** A date that moved, or the question whether the approval may lapse by it. */
export function moved({ at, lapses }: Moved, here: Here): Card | Promise<Card> {
  if (lapses) return render('return.move-lapses', moveLapsesView(at, lapses));
  return card('return.record', returnRecordView, mailOfReturn)(at, here);
}

export function moveAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof moveFormView>) => moveFormView(value, sight, says, typed);
  return asItStands('return.move', readReturnForm, openDecision, view)(typed, problems, at);
}

export function withoutAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof requestFormView>) =>
    requestFormView(value, sight, says, typed);
  return asItStands('return.request', readReturnForm, openDecision, view)(typed, problems, at);
}

export function dischargeAgain(typed: Typed, problems: readonly string[], at: Here) {
  const view = (...[value, sight, says]: Parameters<typeof dischargeFormView>) =>
    dischargeFormView(value, sight, says, typed);
  return asItStands('return.discharge', readReturnForm, openDecision, view)(typed, problems, at);
}

/** What was answered on the checklist could not be saved: the card again, with what was typed. */
export function askWentAgain(typed: Typed, problems: readonly string[], at: Here) {
  return 'stage' in typed ? stageAgain(typed, problems, at) : notice('That did not go through', problems.join(' '));
}
