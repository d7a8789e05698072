import { askDispute, openDispute } from '../../disputes/actions.ts';
import { askLegalAdvice } from '../../disputes/advice/actions.ts';
import {
  askCafcass,
  askCafcassSaid,
  askConsult,
  cafcassSaid,
  consultCafcass,
  referToCafcass,
} from '../../disputes/cafcass/actions.ts';
import { readCafcassSaidForm } from '../../disputes/cafcass/form.ts';
import { cafcassSaidView, cafcassView, consultView } from '../../disputes/cafcass/view.ts';
import { askCheck, checkDispute } from '../../disputes/checking/actions.ts';
import { readCheckForm } from '../../disputes/checking/form.ts';
import { checkView } from '../../disputes/checking/view.ts';
import { askOvertake, overtakeDispute, resolveDispute, withdrawDispute } from '../../disputes/ending/actions.ts';
import { readResolveForm } from '../../disputes/ending/form.ts';
import { overtakeView, resolveView, withdrawView } from '../../disputes/ending/view.ts';
import { escalateDispute, setAutomatic } from '../../disputes/escalating/actions.ts';
import { readAutomaticForm, readEscalateForm } from '../../disputes/escalating/form.ts';
import { escalateView } from '../../disputes/escalating/view.ts';
import { readActForm, readDisputeAsk, readDisputeForm, readReasonForm } from '../../disputes/form.ts';
import { judgeResponse } from '../../disputes/judging/actions.ts';
import { readJudgeForm } from '../../disputes/judging/form.ts';
import { judgeView } from '../../disputes/judging/view.ts';
import { askToRaise, raiseDispute } from '../../disputes/raising/actions.ts';
import { readAskToRaise, readRaiseForm } from '../../disputes/raising/form.ts';
import { raiseView } from '../../disputes/raising/view.ts';
import { moreView } from '../../disputes/record/more.ts';
import { askReopen, reopenDispute } from '../../disputes/reopening/actions.ts';
import { readReopenForm } from '../../disputes/reopening/form.ts';
import { reopenView } from '../../disputes/reopening/view.ts';
import { agreeToEscalate, respondToDispute } from '../../disputes/responding/actions.ts';
import { readRespondForm } from '../../disputes/responding/form.ts';
import { agreeView, respondView } from '../../disputes/responding/view.ts';
import { openBeside } from '../../disputes/siblings/actions.ts';
import { askTold, tellChild } from '../../disputes/telling/actions.ts';
import { readToldForm } from '../../disputes/telling/form.ts';
import { childToldView } from '../../disputes/telling/view.ts';
import { askedForm, disputeCard, disputeForm, disputeNow, raiseAgain, responded } from '../dispute-form.ts';
import { card, type Route, route } from '../route.ts';

/** What can be pressed about a dispute. */
// biome-ignore format: a table, one row a line
export const DISPUTE_ROUTES: readonly Route[] = [
  route({ verb: 'dispute.ask', read: readAskToRaise, act: askToRaise, show: card('dispute.raise', raiseView) }),
  route({ verb: 'dispute.raise', read: readRaiseForm, act: raiseDispute, show: disputeCard, again: raiseAgain }),
  route({ verb: 'dispute.open', read: readDisputeForm, act: openBeside, show: disputeCard }),
  route({ verb: 'dispute.view', inChannels: true, read: readDisputeForm, act: openBeside, show: disputeCard }),
  route({ verb: 'dispute.ask-respond', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.respond', respondView), again: disputeNow }),
  route({ verb: 'dispute.respond', inChannels: true, read: readRespondForm, act: respondToDispute, show: responded, again: disputeForm('dispute.respond', respondView) }),
  route({ verb: 'dispute.ask-agree', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.agree', agreeView), again: disputeNow }),
  route({ verb: 'dispute.agree', inChannels: true, read: readReasonForm, act: agreeToEscalate, show: disputeCard, again: disputeForm('dispute.agree', agreeView) }),
  route({ verb: 'dispute.ask-judge', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.judge', judgeView), again: disputeNow }),
  route({ verb: 'dispute.judge', inChannels: true, read: readJudgeForm, act: judgeResponse, show: disputeCard, again: disputeForm('dispute.judge', judgeView) }),
  route({ verb: 'dispute.ask-escalate', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.escalate', escalateView), again: disputeNow }),
  route({ verb: 'dispute.escalate', inChannels: true, read: readEscalateForm, act: escalateDispute, show: disputeCard, again: disputeForm('dispute.escalate', escalateView) }),
  route({ verb: 'dispute.ask-resolve', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.resolve', resolveView), again: disputeNow }),
  route({ verb: 'dispute.resolve', inChannels: true, read: readResolveForm, act: resolveDispute, show: disputeCard, again: disputeForm('dispute.resolve', resolveView) }),
  route({ verb: 'dispute.ask-withdraw', inChannels: true, read: readDisputeAsk, act: askDispute, show: card('dispute.withdraw', withdrawView), again: disputeNow }),
  route({ verb: 'dispute.withdraw', inChannels: true, read: readReasonForm, act: withdrawDispute, show: disputeCard, again: disputeForm('dispute.withdraw', withdrawView) }),
  route({ verb: 'dispute.ask-overtaken', inChannels: true, read: readDisputeAsk, act: askOvertake, show: card('dispute.overtaken', overtakeView), again: disputeNow }),
  route({ verb: 'dispute.overtaken', inChannels: true, read: readReasonForm, act: overtakeDispute, show: disputeCard, again: disputeForm('dispute.overtaken', overtakeView) }),
  route({ verb: 'dispute.ask-check', inChannels: true, read: readDisputeAsk, act: askCheck, show: card('dispute.check', checkView), again: disputeNow }),
  route({ verb: 'dispute.check', inChannels: true, read: readCheckForm, act: checkDispute, show: disputeCard, again: askedForm('dispute.check', askCheck, checkView) }),
  route({ verb: 'dispute.ask-reopen', inChannels: true, read: readDisputeAsk, act: askReopen, show: card('dispute.reopen', reopenView), again: disputeNow }),
  route({ verb: 'dispute.reopen', inChannels: true, read: readReopenForm, act: reopenDispute, show: disputeCard, again: askedForm('dispute.reopen', askReopen, reopenView) }),
  route({ verb: 'dispute.ask-cafcass', inChannels: true, read: readDisputeAsk, act: askCafcass, show: card('dispute.cafcass', cafcassView), again: disputeNow }),
  route({ verb: 'dispute.cafcass', inChannels: true, read: readReasonForm, act: referToCafcass, show: disputeCard, again: disputeForm('dispute.cafcass', cafcassView) }),
  route({ verb: 'dispute.more', inChannels: true, read: readDisputeForm, act: openDispute, show: card('dispute.more', moreView), again: disputeNow }),
  route({ verb: 'dispute.legal-advice', inChannels: true, read: readActForm, act: askLegalAdvice, show: disputeCard, again: disputeNow }),
  route({ verb: 'dispute.ask-consult', inChannels: true, read: readDisputeAsk, act: askConsult, show: card('dispute.consult', consultView), again: disputeNow }),
  route({ verb: 'dispute.consult', inChannels: true, read: readReasonForm, act: consultCafcass, show: disputeCard, again: disputeForm('dispute.consult', consultView) }),
  route({ verb: 'dispute.ask-cafcass-said', inChannels: true, read: readDisputeAsk, act: askCafcassSaid, show: card('dispute.cafcass-said', cafcassSaidView), again: disputeNow }),
  route({ verb: 'dispute.cafcass-said', inChannels: true, read: readCafcassSaidForm, act: cafcassSaid, show: disputeCard, again: disputeForm('dispute.cafcass-said', cafcassSaidView) }),
  route({ verb: 'dispute.ask-child-told', inChannels: true, read: readDisputeAsk, act: askTold, show: card('dispute.child-told', childToldView), again: disputeNow }),
  route({ verb: 'dispute.child-told', inChannels: true, read: readToldForm, act: tellChild, show: disputeCard, again: disputeForm('dispute.child-told', childToldView) }),
  route({ verb: 'dispute.automatic', inChannels: true, read: readAutomaticForm, act: setAutomatic, show: disputeCard, again: disputeNow }),
];
