import { render } from '../cards/catalogue.ts';
import { followChild, openCase } from '../cases/actions.ts';
import { askChange, previewChange, saveChange } from '../cases/changes/actions.ts';
import { readChangeForm, readTypedChange } from '../cases/changes/form.ts';
import { changeFormView, changePreviewView, changeSavedView } from '../cases/changes/view.ts';
import { explainDates, listCases, listDeadlines, listTeam } from '../cases/deadlines/actions.ts';
import { readDeadlinesForm, readWhyForm } from '../cases/deadlines/form.ts';
import { deadlineListView, teamListView, whyView } from '../cases/deadlines/view.ts';
import { readCaseAsk, readCaseForm, readFollowForm, readPageForm } from '../cases/form.ts';
import { askReview, saveReview } from '../cases/reviews/actions.ts';
import { readReviewForm } from '../cases/reviews/form.ts';
import { reviewFormView, reviewSavedView } from '../cases/reviews/view.ts';
import { caseListView, caseView, followFormView } from '../cases/view.ts';
import { askVisit, saveVisit } from '../cases/visits/actions.ts';
import { readVisitForm } from '../cases/visits/form.ts';
import { visitFormView, visitSavedView } from '../cases/visits/view.ts';
import {
  agreeToEscalate,
  askToRaise,
  escalateDispute,
  judgeResponse,
  raiseDispute,
  referToCafcass,
  resolveDispute,
  respondToDispute,
  setAutomatic,
  withdrawDispute,
} from '../disputes/actions.ts';
import {
  readAutomaticForm,
  readDisputeAsk,
  readDisputeForm,
  readEscalateForm,
  readJudgeForm,
  readReasonForm,
  readResolveForm,
  readRespondForm,
} from '../disputes/form.ts';
import {
  agreeView,
  cafcassView,
  escalateView,
  judgeView,
  raiseView,
  resolveView,
  respondView,
  withdrawView,
} from '../disputes/form-view.ts';
import { disputeListView } from '../disputes/list-view.ts';
import { askCafcass, askDispute, listDisputes, openDispute } from '../disputes/opening.ts';
import { readAskToRaise, readRaiseForm } from '../disputes/raise-form.ts';
import { disputeView } from '../disputes/view.ts';
import { done } from '../refusal.ts';
import {
  openChecklist,
  openChecklistOf,
  requestReturnDecision,
  saveAndNext,
  saveAndPrevious,
  saveStage,
} from '../returns/checklist/actions.ts';
import { readChecklistForm, readStageForm } from '../returns/checklist/form.ts';
import { checklistView } from '../returns/checklist/view.ts';
import { approveReturn, listDecisions, openDecision, sendBackReturn } from '../returns/decisions/actions.ts';
import { readVerdictForm } from '../returns/decisions/form.ts';
import { decisionsView } from '../returns/decisions/list-view.ts';
import { decisionView } from '../returns/decisions/view.ts';
import { readReturnForm } from '../returns/form.ts';
import { askReturn, startReturnHome } from '../returns/start/actions.ts';
import { readAskForm, readStartForm } from '../returns/start/form.ts';
import { recordWent } from '../returns/went/actions.ts';
import { readWentForm } from '../returns/went/form.ts';
import { wentFormView } from '../returns/went/view.ts';
import { askWhatIf, tryWhatIf } from '../returns/what-if/actions.ts';
import { readWhatIfForm } from '../returns/what-if/form.ts';
import { triedView, whatIfFormView } from '../returns/what-if/view.ts';
import { disputeForm, responded } from './dispute-form.ts';
import { decisionAgain, stageAgain, startForm, wentAgain } from './return-forms.ts';
import { asItStands, ask, card, form, type Route, route } from './route.ts';
import { mailOfCase, mailOfDispute, mailOfReturn } from './undelivered.ts';

/** `again` for a button of a dispute: how the dispute now stands. */
const disputeNow = asItStands('dispute.record', readDisputeForm, openDispute, disputeView);

/** The whole bot on one page: the verb on the card, who reads it, what it does, what comes back. */
// biome-ignore format: a table, one row a line
export const ROUTES: readonly Route[] = [
  ask('case.ask', 'case.follow', followFormView),
  route({ verb: 'case.follow', read: readFollowForm, act: followChild, show: card('case.record', caseView, mailOfCase), again: form('case.follow', followFormView) }),
  route({ verb: 'case.open', read: readCaseForm, act: openCase, show: card('case.record', caseView, mailOfCase) }),
  route({ verb: 'case.list', read: readPageForm, act: listCases, show: card('case.list', caseListView) }),
  route({ verb: 'case.update', read: readCaseAsk, act: askChange, show: card('case.update', changeFormView) }),
  route({ verb: 'case.preview', read: readTypedChange, act: previewChange, show: card('case.preview', changePreviewView), again: asItStands('case.update', readCaseAsk, askChange, changeFormView) }),
  route({ verb: 'case.change', read: readChangeForm, act: saveChange, show: card('deadline.saved', changeSavedView), again: asItStands('case.preview', readTypedChange, previewChange, changePreviewView) }),
  route({ verb: 'case.what-if', read: readCaseAsk, act: askWhatIf, show: card('case.what-if', whatIfFormView) }),
  route({ verb: 'case.try', read: readWhatIfForm, act: tryWhatIf, show: card('case.tried', triedView), again: asItStands('case.what-if', readCaseAsk, askWhatIf, whatIfFormView) }),
  route({ verb: 'visit.ask', read: readCaseAsk, act: askVisit, show: card('visit.form', visitFormView) }),
  route({ verb: 'visit.save', read: readVisitForm, act: saveVisit, show: card('deadline.saved', visitSavedView), again: asItStands('visit.form', readCaseAsk, askVisit, visitFormView) }),
  route({ verb: 'review.ask', read: readCaseAsk, act: askReview, show: card('review.form', reviewFormView) }),
  route({ verb: 'review.save', read: readReviewForm, act: saveReview, show: card('deadline.saved', reviewSavedView), again: asItStands('review.form', readCaseAsk, askReview, reviewFormView) }),
  route({ verb: 'deadline.list', read: readDeadlinesForm, act: listDeadlines, show: card('deadline.list', deadlineListView) }),
  route({ verb: 'deadline.why', read: readWhyForm, act: explainDates, show: card('deadline.why', whyView) }),
  route({ verb: 'team.list', read: readPageForm, act: listTeam, show: card('team.list', teamListView) }),
  route({ verb: 'dispute.ask', read: readAskToRaise, act: askToRaise, show: (asked, at) => render('dispute.raise', raiseView({ ...asked }, [], at)) }),
  route({ verb: 'dispute.raise', read: readRaiseForm, act: raiseDispute, show: card('dispute.record', disputeView, mailOfDispute), again: form('dispute.raise', raiseView) }),
  route({ verb: 'dispute.open', read: readDisputeForm, act: openDispute, show: card('dispute.record', disputeView, mailOfDispute) }),
  route({ verb: 'dispute.view', inChannels: true, read: readDisputeForm, act: openDispute, show: card('dispute.record', disputeView, mailOfDispute) }),
  route({ verb: 'dispute.list', read: readPageForm, act: listDisputes, show: card('dispute.list', disputeListView) }),
  route({ verb: 'dispute.ask-respond', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.respond', respondView), again: disputeNow }),
  route({ verb: 'dispute.respond', inChannels: true, read: readRespondForm, act: respondToDispute, show: responded, again: disputeForm('dispute.respond', respondView) }),
  route({ verb: 'dispute.ask-agree', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.agree', agreeView), again: disputeNow }),
  route({ verb: 'dispute.agree', inChannels: true, read: readReasonForm, act: agreeToEscalate, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.agree', agreeView) }),
  route({ verb: 'dispute.ask-judge', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.judge', judgeView), again: disputeNow }),
  route({ verb: 'dispute.judge', inChannels: true, read: readJudgeForm, act: judgeResponse, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.judge', judgeView) }),
  route({ verb: 'dispute.ask-escalate', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.escalate', escalateView), again: disputeNow }),
  route({ verb: 'dispute.escalate', inChannels: true, read: readEscalateForm, act: escalateDispute, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.escalate', escalateView) }),
  route({ verb: 'dispute.ask-resolve', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.resolve', resolveView), again: disputeNow }),
  route({ verb: 'dispute.resolve', inChannels: true, read: readResolveForm, act: resolveDispute, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.resolve', resolveView) }),
  route({ verb: 'dispute.ask-withdraw', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.withdraw', withdrawView), again: disputeNow }),
  route({ verb: 'dispute.withdraw', inChannels: true, read: readReasonForm, act: withdrawDispute, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.withdraw', withdrawView) }),
  route({ verb: 'dispute.ask-cafcass', inChannels: true, read: readDisputeAsk, act: askCafcass, show: card('dispute.cafcass', cafcassView), again: disputeNow }),
  route({ verb: 'dispute.cafcass', inChannels: true, read: readReasonForm, act: referToCafcass, show: card('dispute.record', disputeView, mailOfDispute), again: disputeForm('dispute.cafcass', cafcassView) }),
  route({ verb: 'dispute.automatic', inChannels: true, read: readAutomaticForm, act: setAutomatic, show: card('dispute.record', disputeView, mailOfDispute), again: disputeNow }),
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
