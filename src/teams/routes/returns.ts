import { readCaseAsk } from '../../cases/form.ts';
import { done } from '../../refusal.ts';
import {
  openChecklist,
  openChecklistOf,
  openMine,
  requestReturnDecision,
  saveAndNext,
  saveAndPrevious,
  saveMine,
  saveStage,
} from '../../returns/checklist/actions.ts';
import { readChecklistForm, readMineForm, readStageForm, readWhichMine } from '../../returns/checklist/form.ts';
import { questionsView } from '../../returns/checklist/mine-view.ts';
import { checklistView } from '../../returns/checklist/view.ts';
import {
  approveReturn,
  askWithout,
  listDecisions,
  openDecision,
  requestWithoutRest,
  sendBackReturn,
} from '../../returns/decisions/actions.ts';
import { readVerdictForm, readWithoutForm } from '../../returns/decisions/form.ts';
import { decisionsView } from '../../returns/decisions/list-view.ts';
import { decisionView } from '../../returns/decisions/view.ts';
import { requestFormView } from '../../returns/decisions/without-view.ts';
import { readReturnForm } from '../../returns/form.ts';
import { askMove, moveAnyway, moveReturn } from '../../returns/moving/actions.ts';
import { readMoveForm } from '../../returns/moving/form.ts';
import { moveFormView } from '../../returns/moving/view.ts';
import { listNotes, openNote, tickNote, untickNote } from '../../returns/notes/actions.ts';
import { readNoteForm, readNotesForm } from '../../returns/notes/form.ts';
import { noteBlockView, noteListView } from '../../returns/notes/view.ts';
import { returnRecordView } from '../../returns/record/view.ts';
import { askSiblings, shareFrom } from '../../returns/siblings/actions.ts';
import { readShareForm } from '../../returns/siblings/form.ts';
import { siblingsView } from '../../returns/siblings/view.ts';
import { askReturn, startReturnHome } from '../../returns/start/actions.ts';
import { readAskForm, readStartForm } from '../../returns/start/form.ts';
import { askDischarge, askWent, recordCourtDischarge, recordWent } from '../../returns/went/actions.ts';
import { readDischargeForm, readWentAsk, readWentForm } from '../../returns/went/form.ts';
import { dischargeFormView, wentFormView } from '../../returns/went/view.ts';
import { askWhatIf, tryWhatIf } from '../../returns/what-if/actions.ts';
import { readWhatIfForm } from '../../returns/what-if/form.ts';
import { triedView, whatIfFormView } from '../../returns/what-if/view.ts';
import { mailOfReturn } from '../post/undelivered.ts';
import { askWentAgain, dischargeAgain, moveAgain, moved, withoutAgain } from '../return-decisions.ts';
import { decisionAgain, mineAgain, siblingsAgain, stageAgain, startForm, wentAgain } from '../return-forms.ts';
import { asItStands, card, type Route, route } from '../route.ts';

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
  route({ verb: 'return.mine', read: readWhichMine, act: openMine, show: card('return.questions', questionsView) }),
  route({ verb: 'return.answer', read: readMineForm, act: saveMine, show: card('return.questions', questionsView), again: mineAgain }),
  route({ verb: 'return.ask-siblings', read: readReturnForm, act: askSiblings, show: card('return.siblings', siblingsView) }),
  route({ verb: 'return.share', read: readShareForm, act: shareFrom, show: card('return.checklist', checklistView, mailOfReturn), again: siblingsAgain }),
  route({ verb: 'return.view', inChannels: true, read: readReturnForm, act: openDecision, show: card('return.decision', decisionView, mailOfReturn) }),
  route({ verb: 'return.approve', inChannels: true, read: readVerdictForm, act: approveReturn, show: card('return.decision', decisionView, mailOfReturn), again: decisionAgain }),
  route({ verb: 'return.send-back', inChannels: true, read: readVerdictForm, act: sendBackReturn, show: card('return.decision', decisionView, mailOfReturn), again: decisionAgain }),
  route({ verb: 'return.ask-request', read: readReturnForm, act: askWithout, show: card('return.request', requestFormView) }),
  route({ verb: 'return.request-without', read: readWithoutForm, act: requestWithoutRest, show: card('return.checklist', checklistView, mailOfReturn), again: withoutAgain }),
  route({ verb: 'return.ask-move', read: readReturnForm, act: askMove, show: card('return.move', moveFormView) }),
  route({ verb: 'return.move', read: readMoveForm, act: moveReturn, show: moved, again: moveAgain }),
  route({ verb: 'return.move-anyway', read: readMoveForm, act: moveAnyway, show: card('return.record', returnRecordView, mailOfReturn), again: moveAgain }),
  route({ verb: 'return.date', read: readWentAsk, act: askWent, show: card('return.went', wentFormView), again: askWentAgain }),
  route({ verb: 'return.ask-discharge', read: readReturnForm, act: askDischarge, show: card('return.discharge', dischargeFormView) }),
  route({ verb: 'return.discharge', read: readDischargeForm, act: recordCourtDischarge, show: card('return.checklist', checklistView, mailOfReturn), again: dischargeAgain }),
  route({ verb: 'return.went', read: readWentForm, act: recordWent, show: card('return.checklist', checklistView, mailOfReturn), again: wentAgain }),
  route({ verb: 'note.list', read: readNotesForm, act: listNotes, show: card('note.list', noteListView) }),
  route({ verb: 'note.open', read: readNoteForm, act: openNote, show: card('note.block', noteBlockView) }),
  route({ verb: 'note.copied', read: readNoteForm, act: tickNote, show: card('note.list', noteListView), again: asItStands('note.block', readNoteForm, openNote, noteBlockView) }),
  route({ verb: 'note.uncopied', read: readNoteForm, act: untickNote, show: card('note.block', noteBlockView) }),
  route({ verb: 'decision.list', read: () => done(null), act: async (_all, by, needs) => done(await listDecisions(by, needs)), show: card('return.decisions', decisionsView) }),
];
