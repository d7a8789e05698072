import { render } from '../../cards/catalogue.ts';
import { readPageForm } from '../../cases/form.ts';
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
} from '../../disputes/actions.ts';
import {
  readAutomaticForm,
  readDisputeAsk,
  readDisputeForm,
  readEscalateForm,
  readJudgeForm,
  readReasonForm,
  readResolveForm,
  readRespondForm,
} from '../../disputes/form.ts';
import {
  agreeView,
  cafcassView,
  escalateView,
  judgeView,
  raiseView,
  resolveView,
  respondView,
  withdrawView,
} from '../../disputes/form-view.ts';
import { disputeListView } from '../../disputes/list-view.ts';
import { askCafcass, askDispute, listDisputes, openDispute } from '../../disputes/opening.ts';
import { readAskToRaise, readRaiseForm } from '../../disputes/raise-form.ts';
import { disputeView } from '../../disputes/view.ts';
import { disputeForm, responded } from '../dispute-form.ts';
import { asItStands, card, form, type Route, route } from '../route.ts';
import { mailOfDispute } from '../undelivered.ts';

/** `again` for a button of a dispute: how the dispute now stands. */
const disputeNow = asItStands('dispute.record', readDisputeForm, openDispute, disputeView);

/** What can be pressed about a dispute. */
// biome-ignore format: a table, one row a line
export const DISPUTE_ROUTES: readonly Route[] = [
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
];
