import { render } from '../../cards/catalogue.ts';
import { readPageForm } from '../../cases/form.ts';
import { askDispute, openDispute } from '../../disputes/actions.ts';
import { askCafcass, referToCafcass } from '../../disputes/cafcass/actions.ts';
import { cafcassView } from '../../disputes/cafcass/view.ts';
import { resolveDispute, withdrawDispute } from '../../disputes/ending/actions.ts';
import { readResolveForm } from '../../disputes/ending/form.ts';
import { resolveView, withdrawView } from '../../disputes/ending/view.ts';
import { escalateDispute, setAutomatic } from '../../disputes/escalating/actions.ts';
import { readAutomaticForm, readEscalateForm } from '../../disputes/escalating/form.ts';
import { escalateView } from '../../disputes/escalating/view.ts';
import { readDisputeAsk, readDisputeForm, readReasonForm } from '../../disputes/form.ts';
import { judgeResponse } from '../../disputes/judging/actions.ts';
import { readJudgeForm } from '../../disputes/judging/form.ts';
import { judgeView } from '../../disputes/judging/view.ts';
import { listDisputes } from '../../disputes/list/actions.ts';
import { disputeListView } from '../../disputes/list/view.ts';
import { askToRaise, raiseDispute } from '../../disputes/raising/actions.ts';
import { readAskToRaise, readRaiseForm } from '../../disputes/raising/form.ts';
import { raiseView } from '../../disputes/raising/view.ts';
import { disputeView } from '../../disputes/record/view.ts';
import { agreeToEscalate, respondToDispute } from '../../disputes/responding/actions.ts';
import { readRespondForm } from '../../disputes/responding/form.ts';
import { agreeView, respondView } from '../../disputes/responding/view.ts';
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
