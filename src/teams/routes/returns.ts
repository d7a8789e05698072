import { readCaseAsk } from '../../cases/form.ts';
import { done } from '../../refusal.ts';
import {
  openChecklist,
  openChecklistOf,
  requestReturnDecision,
  saveAndNext,
  saveAndPrevious,
  saveStage,
} from '../../returns/checklist/actions.ts';
import { readChecklistForm, readStageForm } from '../../returns/checklist/form.ts';
import { checklistView } from '../../returns/checklist/view.ts';
import { approveReturn, listDecisions, openDecision, sendBackReturn } from '../../returns/decisions/actions.ts';
import { readVerdictForm } from '../../returns/decisions/form.ts';
import { decisionsView } from '../../returns/decisions/list-view.ts';
import { decisionView } from '../../returns/decisions/view.ts';
import { readReturnForm } from '../../returns/form.ts';
import { askReturn, startReturnHome } from '../../returns/start/actions.ts';
import { readAskForm, readStartForm } from '../../returns/start/form.ts';
import { recordWent } from '../../returns/went/actions.ts';
import { readWentForm } from '../../returns/went/form.ts';
import { wentFormView } from '../../returns/went/view.ts';
import { askWhatIf, tryWhatIf } from '../../returns/what-if/actions.ts';
import { readWhatIfForm } from '../../returns/what-if/form.ts';
import { triedView, whatIfFormView } from '../../returns/what-if/view.ts';
import { decisionAgain, stageAgain, startForm, wentAgain } from '../return-forms.ts';
import { asItStands, card, type Route, route } from '../route.ts';
import { mailOfReturn } from '../undelivered.ts';

/** What can be pressed about a return home. */
// biome-ignore format: a table, one row a line
export const RETURN_ROUTES: readonly Route[] = [
  route({ verb: 'case.what-if', read: readCaseAsk, act: askWhatIf, show: card('case.what-if', whatIfFormView) }),
  route({ verb: 'case.try', read: readWhatIfForm, act: tryWhatIf, show: card('case.tried', triedView), again: asItStands('case.what-if', readCaseAsk, askWhatIf, whatIfFormView) }),
  route({ verb: 'return.ask', read: readAskForm, act: askReturn, show: (asked, at) => startForm({ ...asked }, [], at) }),
  route({ verb: 'return.start', read: readStartForm, act: startReturnHome, show: card('return.checklist', checklistView, mailOfReturn), again: startForm }),
  route({ verb: 'return.checklist', read: readChecklistForm, act: openChecklistOf, show: card('return.checklist', checklistView, mailOfReturn) }),
  route({ verb: 'return.open', read: readReturnForm, act: openChecklist, show: card('return.checklist', checklistView, mailOfReturn) }),
  route({ verb: 'return.save', read: readStageForm, act: saveStage, show: card('return.checklist', checklistView, mailOfReturn), again: stageAgain }),
  route({ verb: 'return.next', read: readStageForm, act: saveAndNext, show: card('return.checklist', checklistView, mailOfReturn), again: stageAgain }),
  route({ verb: 'return.previous', read: readStageForm, act: saveAndPrevious, show: card('return.checklist', checklistView, mailOfReturn), again: stageAgain }),
  route({ verb: 'return.request', read: readStageForm, act: requestReturnDecision, show: card('return.checklist', checklistView, mailOfReturn), again: stageAgain }),
  route({ verb: 'return.view', inChannels: true, read: readReturnForm, act: openDecision, show: card('return.decision', decisionView, mailOfReturn) }),
  route({ verb: 'return.approve', inChannels: true, read: readVerdictForm, act: approveReturn, show: card('return.decision', decisionView, mailOfReturn), again: decisionAgain }),
  route({ verb: 'return.send-back', inChannels: true, read: readVerdictForm, act: sendBackReturn, show: card('return.decision', decisionView, mailOfReturn), again: decisionAgain }),
  route({ verb: 'return.date', read: readReturnForm, act: openDecision, show: card('return.went', wentFormView) }),
  route({ verb: 'return.went', read: readWentForm, act: recordWent, show: card('return.checklist', checklistView, mailOfReturn), again: wentAgain }),
  route({ verb: 'decision.list', read: () => done(null), act: async (_all, by, needs) => done(await listDecisions(by, needs)), show: card('return.decisions', decisionsView) }),
];
