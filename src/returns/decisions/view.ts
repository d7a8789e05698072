import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, typedAgain } from '../../view.ts';
import { isAnswered, questionsOf } from '../checklist/rules.ts';
import { FOR_THE_DECIDER } from '../checklist/uses.ts';
import { stageLines } from '../checklist/view.ts';
import { ANSWERS, BEFORE_DECISION, type Returning, type ReturnPlan, ROUTES } from '../model.ts';
import { problemsOf, sayMoment, standingOf } from '../view.ts';
import { ASKINGS, type Asking } from './model.ts';
import { approvedWord, mayDecide, sayDecided } from './rules.ts';

/** Then the checklist has the rest: a card must stay small enough to be sent. */
const ANSWERS_A_CARD = 9;

/** The request, 1:1: for its decider to answer, for those around the child to read. */
export interface DecisionView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  /** Tells this request from an earlier or later one. */
  readonly asked: string;
  readonly facts: readonly Fact[];
  /** In brief: a long text is whole among the answers. */
  readonly prompted: string;
  readonly stages: readonly { readonly says: string }[];
  readonly answers: readonly { readonly words: string; readonly says: string }[];
  readonly mayAnswer: boolean;
  readonly hasOutcome: boolean;
  readonly outcome: string;
  readonly reason: string;
}

export function decisionView(
  returning: Returning,
  sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): DecisionView {
  const { about, plan } = returning;
  const { decision } = plan;
  const asking = decision.stands === 'none' ? null : decision.asking;
  const mayAnswer = mayDecide(about, plan, sight);
  const isDecided = decision.stands === 'approved' || decision.stands === 'sent-back';
  return {
    heading: asking ? ASKINGS[asking.kind] : 'Return decision',
    quiet: `${childOf(about)} · ${plan.id} · ${mayAnswer ? '● Waiting for you' : standingOf(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    asked: asking?.at ?? '',
    facts: factsOfDecision(returning, asking, mayAnswer ? 'Why you' : 'Why this person', sight),
    prompted: atAGlance(plan.whatPrompted),
    stages: stageLines(returning).map((says) => ({ says })),
    answers: [...wholeStory(plan), ...answersInBrief(returning)],
    mayAnswer,
    hasOutcome: !mayAnswer,
    outcome: sayDecided(plan, sight),
    reason: isDecided ? `Reason: ${decision.reason}` : 'There is nothing here for you to decide.',
    typed: typedAgain(['reason'], typed),
    ...problemsOf(problems),
  };
}

/** The neutral card in the channel: nothing about the child. */
export interface ReturnChannelView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly facts: readonly Fact[];
}

/** As the request stands that the card was posted for; it may have been sent back and asked again since. */
export function returnChannelView({ about, plan }: Returning, asked: string): ReturnChannelView {
  const { decision } = plan;
  const asking = decision.stands === 'none' ? null : decision.asking;
  const current = asking?.at === asked;
  return {
    heading: `Return decision ${plan.id}`,
    quiet: current ? saySoFar(plan) : '↩ Sent back and asked again',
    id: plan.id,
    revision: String(about.revision),
    facts: [
      { title: 'Kind', value: asking ? ASKINGS[asking.kind] : 'Return decision' },
      asking?.due
        ? { title: 'Needed before', value: sayDay(asking.due) }
        : { title: 'Asked', value: asking ? sayDay(dayOf(asking.at)) : 'Not asked' },
    ],
  };
}

/** How it was decided, to those who asked and the IRO. */
export interface DecidedView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly says: string;
  readonly reason: string;
  readonly next: string;
}

export function decidedView({ about, plan }: Returning, { authority }: Sight): DecidedView {
  const { decision } = plan;
  const isApproved = decision.stands === 'approved';
  const decided = isApproved || decision.stands === 'sent-back';
  const kind = decision.stands === 'none' ? 'approval' : decision.asking.kind;
  const goesOn =
    kind === 'approval'
      ? 'Record the return when the child has gone home.'
      : 'The checklist goes on with support and reviews.';
  return {
    heading: isApproved ? `Return ${approvedWord(kind)}` : 'Return sent back',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    says: sayDecided(plan, { authority }),
    reason: decided ? `Reason: ${decision.reason}` : 'It was asked again since.',
    next: isApproved ? goesOn : 'Change what is needed in the checklist, then request the decision again.',
  };
}

function factsOfDecision(
  { about, plan }: Returning,
  asking: Asking | null,
  whyTitle: string,
  { authority: { register } }: Sight,
): readonly Fact[] {
  const day = plan.wentHomeOn
    ? { title: 'Date of return', value: sayDay(plan.wentHomeOn) }
    : { title: 'Planned date of return', value: sayDay(plan.plannedFor!) };
  const asked = asking && [
    { title: 'Asked by', value: `${nameOf(asking.by, register)}, ${sayMoment(asking.at)}` },
    { title: whyTitle, value: `${asking.why} (${asking.cite})` },
  ];
  return [
    { title: 'Route', value: ROUTES[plan.route] },
    day,
    ...(asked ?? []),
    { title: 'Social worker', value: nameOf(about.people.socialWorker, register) },
  ];
}

/** What the regulations want the decider satisfied of, in the words noted; then what was called not applicable. */
function answersInBrief({ about, plan }: Returning): DecisionView['answers'] {
  const asked = questionsOf(plan, about).filter((one) => isAnswered(one) && BEFORE_DECISION.includes(one.item.stage));
  const named = FOR_THE_DECIDER.flatMap((id) => asked.filter(({ item }) => item.id === id));
  const skipped = asked.filter(
    ({ item, answer }) => answer?.answer === 'not-applicable' && !named.some((one) => one.item === item),
  );
  const shown = [...named, ...skipped].slice(0, ANSWERS_A_CARD).map(({ answer }) => ({
    words: answer!.words,
    says: [ANSWERS[answer!.answer], ...(answer!.note ? [inBrief(answer!.note)] : [])].join(': '),
  }));
  const more = named.length + skipped.length - shown.length;
  return more > 0
    ? [...shown, { words: 'More called not applicable', says: `${more} more: open the checklist to read them.` }]
    : shown;
}

const A_GLANCE = 160;

function atAGlance(text: string): string {
  return text.length > A_GLANCE ? `${text.slice(0, A_GLANCE - 1).trimEnd()}…` : text;
}

/** What prompted the return, when it is too long to stand before the decision. */
function wholeStory({ whatPrompted }: ReturnPlan): DecisionView['answers'] {
  return whatPrompted.length > A_GLANCE ? [{ words: 'What prompted it', says: whatPrompted }] : [];
}

function inBrief(note: string): string {
  return note.length > 400 ? `${note.slice(0, 400)}… (the checklist has it all)` : note;
}

function saySoFar({ decision, overtakenBy }: ReturnPlan): string {
  if (decision.stands === 'approved')
    return `✓ ${decision.asking.kind === 'approval' ? 'Approved' : 'Ratified'} on ${sayDay(dayOf(decision.at))}`;
  if (decision.stands === 'sent-back') return `↩ Sent back on ${sayDay(dayOf(decision.at))}`;
  return overtakenBy ? `○ No longer needed: ${overtakenBy} took its place` : '● Waiting for a decision';
}
