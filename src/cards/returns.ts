import type {
  BreakdownFormView,
  HelpFormView,
  ReferralFormView,
  ServicesFormView,
  StepDownFormView,
} from '../returns/after/form-view.ts';
import type { BrokeDownView, CheckView, SteppedDownView } from '../returns/after/letter-view.ts';
import type { AfterView } from '../returns/after/view.ts';
import type { QuestionsView } from '../returns/checklist/mine-view.ts';
import type { ChecklistView } from '../returns/checklist/view.ts';
import type { ReturnChannelView } from '../returns/decisions/channel-view.ts';
import type { LapsedView } from '../returns/decisions/lapsed-view.ts';
import type { DecisionsView } from '../returns/decisions/list-view.ts';
import type { DecidedView, DecisionView } from '../returns/decisions/view.ts';
import type { RequestFormView } from '../returns/decisions/without-view.ts';
import type { MoveFormView, MoveLapsesView } from '../returns/moving/view.ts';
import type { ReturnRecordView } from '../returns/record/view.ts';
import type { SiblingsView } from '../returns/siblings/view.ts';
import type { ReturnFormView, SafetyFormView } from '../returns/start/view.ts';
import type { AgreementView, BreachView } from '../returns/transition/agreement/view.ts';
import type { StepChangeView, StepFormView, StepWentView } from '../returns/transition/steps/view.ts';
import type { ReadyFormView, ServiceFormView } from '../returns/transition/support/view.ts';
import type { TransitionView } from '../returns/transition/view.ts';
import type { ToldView } from '../returns/view.ts';
import type { DischargeFormView, WentFormView } from '../returns/went/view.ts';

/** Cards about a return home. */
export interface ReturnCards {
  'return.ask': ReturnFormView;
  'return.safety': SafetyFormView;
  'return.checklist': ChecklistView;
  'return.questions': QuestionsView;
  'return.siblings': SiblingsView;
  'return.went': WentFormView;
  'return.decision': DecisionView;
  'return.decisions': DecisionsView;
  'return.channel': ReturnChannelView;
  'return.decided': DecidedView;
  'return.lapsed': LapsedView;
  'return.request': RequestFormView;
  'return.move': MoveFormView;
  'return.move-lapses': MoveLapsesView;
  'return.discharge': DischargeFormView;
  'return.told': ToldView;
  'after.record': AfterView;
  'after.services': ServicesFormView;
  'after.help': HelpFormView;
  'after.step-down': StepDownFormView;
  'after.breakdown': BreakdownFormView;
  'after.referral': ReferralFormView;
  'after.broke-down': BrokeDownView;
  'after.stepped-down': SteppedDownView;
  'after.check': CheckView;
  'return.record': ReturnRecordView;
  'transition.record': TransitionView;
  'transition.step': StepFormView;
  'transition.change': StepChangeView;
  'transition.went': StepWentView;
  'transition.agreement': AgreementView;
  'transition.breach': BreachView;
  'transition.service': ServiceFormView;
  'transition.ready': ReadyFormView;
}
