import { readReturnAsk, readReturnForm } from '../../returns/form.ts';
import { openReturnRecord } from '../../returns/record/actions.ts';
import { returnRecordView } from '../../returns/record/view.ts';
import { openTransition } from '../../returns/transition/actions.ts';
import { askAgreement, askBreach, keepAgreement, saveBreach } from '../../returns/transition/agreement/actions.ts';
import { readAgreementForm, readBreachForm } from '../../returns/transition/agreement/form.ts';
import { agreementView, breachView } from '../../returns/transition/agreement/view.ts';
import {
  askStep,
  askStepChange,
  askStepWent,
  saveStep,
  saveStepChange,
  saveStepWent,
} from '../../returns/transition/steps/actions.ts';
import { readStepChangeForm, readStepForm, readStepWentForm } from '../../returns/transition/steps/form.ts';
import { stepChangeView, stepFormView, stepWentView } from '../../returns/transition/steps/view.ts';
import { askReady, askService, keepReady, saveService } from '../../returns/transition/support/actions.ts';
import { readReadyForm, readServiceForm } from '../../returns/transition/support/form.ts';
import { readyFormView, serviceFormView } from '../../returns/transition/support/view.ts';
import { transitionView } from '../../returns/transition/view.ts';
import { mailOfReturn } from '../post/undelivered.ts';
import { asItStands, card, type Route, route } from '../route.ts';

const shown = card('transition.record', transitionView, mailOfReturn);

/** What can be pressed on the home page of a return, and about its plan and steps. */
// biome-ignore format: a table, one row a line
export const TRANSITION_ROUTES: readonly Route[] = [
  route({ verb: 'return.record', read: readReturnForm, act: openReturnRecord, show: card('return.record', returnRecordView, mailOfReturn) }),
  route({ verb: 'transition.open', read: readReturnForm, act: openTransition, show: shown }),
  route({ verb: 'transition.ask-step', read: readReturnAsk, act: askStep, show: card('transition.step', stepFormView) }),
  route({ verb: 'transition.step', read: readStepForm, act: saveStep, show: shown, again: asItStands('transition.step', readReturnAsk, askStep, stepFormView) }),
  route({ verb: 'transition.ask-change', read: readReturnAsk, act: askStepChange, show: card('transition.change', stepChangeView) }),
  route({ verb: 'transition.change', read: readStepChangeForm, act: saveStepChange, show: shown, again: asItStands('transition.change', readReturnAsk, askStepChange, stepChangeView) }),
  route({ verb: 'transition.ask-went', read: readReturnAsk, act: askStepWent, show: card('transition.went', stepWentView) }),
  route({ verb: 'transition.went', read: readStepWentForm, act: saveStepWent, show: shown, again: asItStands('transition.went', readReturnAsk, askStepWent, stepWentView) }),
  route({ verb: 'transition.ask-agreement', read: readReturnAsk, act: askAgreement, show: card('transition.agreement', agreementView) }),
  route({ verb: 'transition.agreement', read: readAgreementForm, act: keepAgreement, show: shown, again: asItStands('transition.agreement', readReturnAsk, askAgreement, agreementView) }),
  route({ verb: 'transition.ask-breach', read: readReturnAsk, act: askBreach, show: card('transition.breach', breachView) }),
  route({ verb: 'transition.breach', read: readBreachForm, act: saveBreach, show: shown, again: asItStands('transition.breach', readReturnAsk, askBreach, breachView) }),
  route({ verb: 'transition.ask-service', read: readReturnAsk, act: askService, show: card('transition.service', serviceFormView) }),
  route({ verb: 'transition.service', read: readServiceForm, act: saveService, show: shown, again: asItStands('transition.service', readReturnAsk, askService, serviceFormView) }),
  route({ verb: 'transition.ask-ready', read: readReturnAsk, act: askReady, show: card('transition.ready', readyFormView) }),
  route({ verb: 'transition.ready', read: readReadyForm, act: keepReady, show: shown, again: asItStands('transition.ready', readReturnAsk, askReady, readyFormView) }),
];
