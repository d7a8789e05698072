import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import type { ReferFormView, ReferralView } from '../cases/cafcass/view.ts';
import type { ChangeFormView, ChangePreviewView, SavedView } from '../cases/changes/view.ts';
import type { ConcernChannelView } from '../cases/concerns/channel-view.ts';
import type { ConcernLetterView } from '../cases/concerns/letter-view.ts';
import type { ConcernFormView, ConcernView } from '../cases/concerns/view.ts';
import type { ContestFormView, ContestLetterView, ContestView } from '../cases/contests/view.ts';
import type { DeadlineListView, TeamListView, WhyView } from '../cases/deadlines/view.ts';
import type { PraiseFormView, PraiseLetterView, PraiseView } from '../cases/praise/view.ts';
import type { NextReviewView, ReviewFormView } from '../cases/reviews/view.ts';
import type { CaseListView, CasePickView, CaseView, FollowFormView } from '../cases/view.ts';
import type { VisitFormView } from '../cases/visits/view.ts';
import type { AgreedCheckView } from '../disputes/checking/view.ts';
import type { ResolveView } from '../disputes/ending/view.ts';
import type { EscalateView } from '../disputes/escalating/view.ts';
import type { FiguresTextView } from '../disputes/figures/export.ts';
import type { FiguresView } from '../disputes/figures/view.ts';
import type { JudgeView } from '../disputes/judging/view.ts';
import type { ChannelView } from '../disputes/letters/channel-view.ts';
import type { DisputeLetterView } from '../disputes/letters/view.ts';
import type { DisputeListView } from '../disputes/list/view.ts';
import type { DisputeNoteView } from '../disputes/notes/view.ts';
import type { RaiseView } from '../disputes/raising/view.ts';
import type { MoreView } from '../disputes/record/more.ts';
import type { DisputeView } from '../disputes/record/view.ts';
import type { ReopenView } from '../disputes/reopening/view.ts';
import type { RespondView } from '../disputes/responding/view.ts';
import type { TimelineView } from '../disputes/timeline/view.ts';
import type { ReasonView } from '../disputes/view.ts';
import type { VoidAskedView, VoidedView, VoidFormView } from '../disputes/voiding/view.ts';
import type { GuidanceAnswerView, GuidanceAskView } from '../guidance/view.ts';
import type { ChannelTroubleView } from '../letters/channels/view.ts';
import type { ReminderView } from '../reminders/view.ts';
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
import type { NoteBlockView, NoteListView } from '../returns/notes/view.ts';
import type { ReturnRecordView } from '../returns/record/view.ts';
import type { SiblingsView } from '../returns/siblings/view.ts';
import type { ReturnFormView, SafetyFormView } from '../returns/start/view.ts';
import type { AgreementView, BreachView } from '../returns/transition/agreement/view.ts';
import type { StepChangeView, StepFormView, StepWentView } from '../returns/transition/steps/view.ts';
import type { ReadyFormView, ServiceFormView } from '../returns/transition/support/view.ts';
import type { TransitionView } from '../returns/transition/view.ts';
import type { ToldView } from '../returns/view.ts';
import type { DischargeFormView, WentFormView } from '../returns/went/view.ts';
import type { TriedView, WhatIfFormView } from '../returns/what-if/view.ts';
import type { HelpView, NoticeView } from '../view.ts';
import { harmless } from './harmless.ts';

/** One line per file in /cards: the template's name and the view it may be given. */
export interface Catalogue {
  'dispute.raise': RaiseView;
  'dispute.record': DisputeView;
  'dispute.list': DisputeListView;
  'dispute.timeline': TimelineView;
  'dispute.note': DisputeNoteView;
  'figures.record': FiguresView;
  'figures.text': FiguresTextView;
  'dispute.respond': RespondView;
  'dispute.agree': ReasonView;
  'dispute.escalate': EscalateView;
  'dispute.judge': JudgeView;
  'dispute.resolve': ResolveView;
  'dispute.withdraw': ReasonView;
  'dispute.overtaken': ReasonView;
  'dispute.check': AgreedCheckView;
  'dispute.reopen': ReopenView;
  'dispute.cafcass': ReasonView;
  'dispute.consult': ReasonView;
  'dispute.more': MoreView;
  'dispute.channel': ChannelView;
  'dispute.letter': DisputeLetterView;
  'dispute.void': VoidFormView;
  'dispute.void-asked': VoidAskedView;
  'dispute.voided': VoidedView;
  'praise.form': PraiseFormView;
  'praise.saved': PraiseView;
  'praise.letter': PraiseLetterView;
  'cafcass.form': ReferFormView;
  'cafcass.saved': ReferralView;
  'cafcass.letter': ReferralView;
  'review.contest': ContestFormView;
  'review.contest-saved': ContestView;
  'review.contested': ContestLetterView;
  'guidance.answer': GuidanceAnswerView;
  'guidance.ask': GuidanceAskView;
  help: HelpView;
  notice: NoticeView;
  'case.pick': CasePickView;
  'case.follow': FollowFormView;
  'case.record': CaseView;
  'case.list': CaseListView;
  'case.update': ChangeFormView;
  'case.preview': ChangePreviewView;
  'case.what-if': WhatIfFormView;
  'case.tried': TriedView;
  'visit.form': VisitFormView;
  'review.form': ReviewFormView;
  'review.next': NextReviewView;
  'deadline.list': DeadlineListView;
  'deadline.saved': SavedView;
  'deadline.why': WhyView;
  'team.list': TeamListView;
  'reminder.deadline': ReminderView;
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
  'concern.record': ConcernView;
  'concern.form': ConcernFormView;
  'concern.letter': ConcernLetterView;
  'concern.channel': ConcernChannelView;
  'channel.trouble': ChannelTroubleView;
  'note.list': NoteListView;
  'note.block': NoteBlockView;
}

export type CardName = keyof Catalogue;

/** An Adaptive Card, ready to send. Its `fallbackText` is also what a notification says. */
export interface Card {
  readonly type: 'AdaptiveCard';
  readonly fallbackText: string;
  readonly [part: string]: unknown;
}

const FOLDER = new URL('../../cards/', import.meta.url);
const templates = new Map<CardName, Template>();
const require = createRequire(import.meta.url);

/** Fills a card's template with its view. Markdown and mentions in people's words are made harmless on the way. */
export function render<N extends CardName>(name: N, view: Catalogue[N]): Card {
  const found = templates.get(name) ?? templateOf(name);
  templates.set(name, found);
  return found.expand({ $root: harmless(view) }) as Card;
}

/** The package is asked for with the first card and not before: a start need not wait for it. */
function templateOf(name: CardName): Template {
  const templating: typeof import('adaptivecards-templating') = require('adaptivecards-templating');
  return new templating.Template(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8')));
}
