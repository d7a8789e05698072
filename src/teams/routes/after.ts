import {
  askBreakdown,
  askHelp,
  askReferral,
  askServices,
  askStepDown,
  openAfter,
  saveBreakdown,
  saveHelp,
  saveReferral,
  saveServices,
  saveStepDown,
} from '../../returns/after/actions.ts';
import {
  readBreakdownForm,
  readHelpForm,
  readReferralForm,
  readServicesForm,
  readStepDownForm,
} from '../../returns/after/form.ts';
import {
  breakdownFormView,
  helpFormView,
  referralFormView,
  servicesFormView,
  stepDownFormView,
} from '../../returns/after/form-view.ts';
import { afterView } from '../../returns/after/view.ts';
import { readReturnAsk, readReturnForm } from '../../returns/form.ts';
import { mailOfReturn } from '../post/undelivered.ts';
import { asItStands, card, type Route, route } from '../route.ts';

const shown = card('after.record', afterView, mailOfReturn);
const stands = asItStands('after.record', readReturnForm, openAfter, afterView);

/** What can be pressed about the time after a return home. */
// biome-ignore format: a table, one row a line
export const AFTER_ROUTES: readonly Route[] = [
  route({ verb: 'after.open', read: readReturnForm, act: openAfter, show: shown }),
  route({ verb: 'after.ask-services', read: readReturnAsk, act: askServices, show: card('after.services', servicesFormView), again: stands }),
  route({ verb: 'after.services', read: readServicesForm, act: saveServices, show: shown, again: asItStands('after.services', readReturnAsk, askServices, servicesFormView) }),
  route({ verb: 'after.ask-help', read: readReturnAsk, act: askHelp, show: card('after.help', helpFormView), again: stands }),
  route({ verb: 'after.help', read: readHelpForm, act: saveHelp, show: shown, again: asItStands('after.help', readReturnAsk, askHelp, helpFormView) }),
  route({ verb: 'after.ask-step-down', read: readReturnAsk, act: askStepDown, show: card('after.step-down', stepDownFormView), again: stands }),
  route({ verb: 'after.step-down', read: readStepDownForm, act: saveStepDown, show: shown, again: asItStands('after.step-down', readReturnAsk, askStepDown, stepDownFormView) }),
  route({ verb: 'after.ask-breakdown', read: readReturnAsk, act: askBreakdown, show: card('after.breakdown', breakdownFormView), again: stands }),
  route({ verb: 'after.breakdown', read: readBreakdownForm, act: saveBreakdown, show: shown, again: asItStands('after.breakdown', readReturnAsk, askBreakdown, breakdownFormView) }),
  route({ verb: 'after.ask-referral', read: readReturnAsk, act: askReferral, show: card('after.referral', referralFormView), again: stands }),
  route({ verb: 'after.referral', read: readReferralForm, act: saveReferral, show: shown, again: asItStands('after.referral', readReturnAsk, askReferral, referralFormView) }),
];
