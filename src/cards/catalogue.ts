import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Template } from 'adaptivecards-templating';
import type { ChangeFormView, ChangePreviewView, SavedView } from '../cases/changes/view.ts';
import type { ConcernLetterView } from '../cases/concerns/letter-view.ts';
import type { ConcernFormView, ConcernView } from '../cases/concerns/view.ts';
import type { DeadlineListView, TeamListView, WhyView } from '../cases/deadlines/view.ts';
import type { NextReviewView, ReviewFormView } from '../cases/reviews/view.ts';
import type { CaseListView, CasePickView, CaseView, FollowFormView } from '../cases/view.ts';
import type { VisitFormView } from '../cases/visits/view.ts';
import type { ResolveView } from '../disputes/ending/view.ts';
import type { EscalateView } from '../disputes/escalating/view.ts';
import type { JudgeView } from '../disputes/judging/view.ts';
import type { ChannelView } from '../disputes/letters/channel-view.ts';
import type { DisputeLetterView } from '../disputes/letters/view.ts';
import type { DisputeListView } from '../disputes/list/view.ts';
import type { RaiseView } from '../disputes/raising/view.ts';
import type { DisputeView } from '../disputes/record/view.ts';
import type { RespondView } from '../disputes/responding/view.ts';
import type { ReasonView } from '../disputes/view.ts';
import type { GuidanceAnswerView, GuidanceAskView } from '../guidance/view.ts';
import type { ReminderView } from '../reminders/view.ts';
import type {
  BreakdownFormView,
  HelpFormView,
  ReferralFormView,
  ServicesFormView,
  StepDownFormView,
} from '../returns/after/form-view.ts';
import type { BrokeDownView, CheckView } from '../returns/after/letter-view.ts';
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

/** One line per file in /cards: the template's name and the view it may be given. */
export interface Catalogue {
  'dispute.raise': RaiseView;
  'dispute.record': DisputeView;
  'dispute.list': DisputeListView;
  'dispute.respond': RespondView;
  'dispute.agree': ReasonView;
  'dispute.escalate': EscalateView;
  'dispute.judge': JudgeView;
  'dispute.resolve': ResolveView;
  'dispute.withdraw': ReasonView;
  'dispute.cafcass': ReasonView;
  'dispute.channel': ChannelView;
  'dispute.letter': DisputeLetterView;
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

/** Parts of a view that Teams shows as plain text, or that come back to us: never escaped. */
const PLAIN = new Set(['typed', 'choices']);
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

function harmless(part: unknown): unknown {
  if (typeof part === 'string') return part.startsWith('https://') ? part : harmlessText(part);
  if (Array.isArray(part)) return part.map(harmless);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, PLAIN.has(key) ? value : harmless(value)]),
  );
}

/** Teams reads Markdown and `<at>` in text. A list mark or heading counts only at the start of a line. */
export function harmlessText(text: string): string {
  return text
    .replace(/[\\*_[\]`~]/g, '\\$&')
    .replace(/</g, '‹')
    .replace(/>/g, '›')
    .replace(/^(\s*)([#+-])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}
