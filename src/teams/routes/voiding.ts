import { render } from '../../cards/catalogue.ts';
import { type DisputeAsked, openDispute } from '../../disputes/actions.ts';
import { readDisputeAsk } from '../../disputes/form.ts';
import type { Dispute } from '../../disputes/model.ts';
import { agreeVoid, askToVoid, askVoid, notVoid } from '../../disputes/voiding/actions.ts';
import { readAnswerVoidForm, readVoidForm } from '../../disputes/voiding/form.ts';
import { askRefusal } from '../../disputes/voiding/rules.ts';
import { isAskedOf, voidAskedView, voidedView, voidFormView } from '../../disputes/voiding/view.ts';
import { card, type Here, notice, type Route, route, type Typed } from '../route.ts';

/** What can be pressed so that a dispute is void: one person asks, another agrees. */
// biome-ignore format: a table, one row a line
export const VOIDING_ROUTES: readonly Route[] = [
  route({ verb: 'dispute.ask-void', inChannels: true, read: readDisputeAsk, act: askToVoid, show: (asked, at) => whereItStands(asked, at) }),
  route({ verb: 'dispute.void', inChannels: true, read: readVoidForm, act: askVoid, show: card('dispute.voided', voidedView), again: askAgain }),
  route({ verb: 'dispute.agree-void', inChannels: true, read: readAnswerVoidForm, act: agreeVoid, show: card('dispute.voided', voidedView), again: answerAgain }),
  route({ verb: 'dispute.refuse-void', inChannels: true, read: readAnswerVoidForm, act: notVoid, show: card('dispute.voided', voidedView), again: answerAgain }),
];

/** The question to whoever may answer it, the form to whoever may ask, and how it stands to anybody else. */
function whereItStands(asked: DisputeAsked, at: Here, problems: readonly string[] = []) {
  const { about } = asked;
  if (isAskedOf(about, at)) return render('dispute.void-asked', voidAskedView(asked, at, problems));
  const no = askRefusal(about, at.by, at.authority, at.today);
  if (!no) return render('dispute.void', voidFormView(asked, at, problems));
  return isOrWasAsked(about) ? render('dispute.voided', voidedView(about, at, problems)) : notice(NOT_DONE, no.because);
}

/** A refused form again: with what was typed while it can still be asked, otherwise as it stands. */
async function askAgain(typed: Typed, problems: readonly string[], at: Here) {
  const which = readDisputeAsk(typed);
  const found = which.ok ? await askToVoid(which.value, at.by, at.needs) : which;
  return found.ok ? whereItStands(found.value, at, problems) : notice(NOT_DONE, problems.join(' '));
}

/** A refused answer again: the question while it waits for this person, otherwise as it stands. */
async function answerAgain(typed: Typed, problems: readonly string[], at: Here) {
  const which = readDisputeAsk(typed);
  const found = which.ok ? await openDispute(which.value, at.by, at.needs) : which;
  if (!found.ok) return notice(NOT_DONE, problems.join(' '));
  const about = found.value;
  return isAskedOf(about, at)
    ? render('dispute.void-asked', voidAskedView({ about, typed }, at, problems))
    : render('dispute.voided', voidedView(about, at, problems));
}

function isOrWasAsked({ voiding, state }: Dispute): boolean {
  return voiding !== null || state.at === 'void';
}

const NOT_DONE = 'That did not go through';
