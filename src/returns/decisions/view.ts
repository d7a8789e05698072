import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { sayMoment } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Fact, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import { isAnswered, questionsOf } from '../checklist/rules.ts';
import { FOR_THE_DECIDER } from '../checklist/uses.ts';
import { stageLines } from '../checklist/view.ts';
import { ANSWERS, BEFORE_DECISION, type Returning, type ReturningCase, type ReturnPlan, ROUTES } from '../model.ts';
import { standingOf } from '../view.ts';
import { CONFIRMATION_MEANS, EARLY_MEANS } from './gate.ts';
import { ASKINGS, type Asking, type AskingKind } from './model.ts';
import { earlierLines, itemsLeft, LEFT_A_CARD } from './past.ts';
import { approvedWord, decidedIn, mayDecide, sayDecided } from './rules.ts';

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
  /** Required and not answered, put to the decider to pass over. */
  readonly hasLeft: boolean;
  readonly leftHeading: string;
  readonly left: readonly { readonly says: string }[];
  readonly cannotWait: string;
  /** What a placement before the assessment brings with it. */
  readonly isEarly: boolean;
  readonly early: string;
  readonly asksOverride: boolean;
  /** What was decided before, and what was passed over: shown for ever. */
  readonly hasEarlier: boolean;
  readonly earlier: readonly { readonly says: string }[];
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
  const [decided] = decidedIn(plan);
  const left = itemsLeft(plan, asking);
  const earlier = earlierLines(plan, sight);
  return {
    heading: asking ? ASKINGS[asking.kind] : 'Return decision',
    quiet: `${childOf(about)} · ${plan.id} · ${mayAnswer ? '● Waiting for you' : standingOf(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    asked: asking?.at ?? '',
    facts: factsOfDecision(returning, asking, mayAnswer ? 'Why you' : 'Why this person', sight),
    prompted: atAGlance(plan.whatPrompted),
    stages: stageLines(returning).map((says) => ({ says })),
    answers: [...wholeStory(plan), ...left.slice(LEFT_A_CARD).map(notDone), ...answersInBrief(returning)],
    hasLeft: left.length > 0,
    leftHeading: `${mayAnswer ? 'Not done, for you to pass over or not' : 'Not done when it was asked'} (${left.length})`,
    left: shownLeft(left),
    cannotWait: asking?.whyWithout ? `Why it cannot wait: ${asking.whyWithout}` : CALLED_OFF,
    isEarly: asking?.kind === 'early-placement' || asking?.kind === 'confirmation',
    early: asking?.kind === 'confirmation' ? CONFIRMATION_MEANS : EARLY_MEANS,
    asksOverride: mayAnswer && left.length > 0,
    hasEarlier: earlier.length > 0,
    earlier,
    mayAnswer,
    hasOutcome: !mayAnswer,
    outcome: sayDecided(plan, sight),
    reason: decided ? `Reason: ${decided.reason}` : 'There is nothing here for you to decide.',
    typed: typedAgain(['reason', 'override'], typed),
    ...problemsOf(problems),
  };
}

const CALLED_OFF = 'The assessment was called not applicable; the answers say why.';

function shownLeft(left: readonly string[]): DecisionView['left'] {
  const more = left.length - LEFT_A_CARD;
  const shown = left.slice(0, LEFT_A_CARD).map((words) => ({ says: `○ ${words}` }));
  return more > 0 ? [...shown, { says: `and ${more} more, under “What was answered”.` }] : shown;
}

function notDone(words: string) {
  return { words, says: ANSWERS['not-done'] };
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
  const [decided] = decidedIn(plan);
  const isApproved = decided?.stands === 'approved';
  const kind = decided?.asking.kind ?? 'approval';
  return {
    heading: isApproved ? `Return ${approvedWord(kind)}` : 'Return sent back',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]}`,
    id: plan.id,
    revision: String(about.revision),
    says: sayDecided(plan, { authority }),
    reason: decided ? `Reason: ${decided.reason}` : 'It was asked again since.',
    next: isApproved ? NEXT[kind] : nextAfterNo(about, kind),
  };
}

const NEXT: Readonly<Record<AskingKind, string>> = {
  approval: 'Record the return when the child has gone home.',
  'early-placement':
    'Record the return when the child has gone home. Then finish the assessment and hold the review: the placement must be confirmed, or ended.',
  confirmation: 'The checklist goes on with support and reviews.',
  ratification: 'The checklist goes on with support and reviews.',
};

/** Reg 19(c): what is not confirmed is put right, or the placement ends. */
function nextAfterNo({ id }: ReturningCase, kind: AskingKind): string {
  return kind === 'confirmation'
    ? `Amend the plan and request the decision again, or end the placement: type “update ${id}”.`
    : 'Change what is needed in the checklist, then request the decision again.';
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
  const last = asking?.kind === 'confirmation' && asking.due ? [{ title: 'Needed by', value: sayDay(asking.due) }] : [];
  const first = plan.route === 'planned-discharge' && plan.homeFirst ? ', home under the order first' : '';
  return [
    { title: 'Route', value: `${ROUTES[plan.route]}${first}` },
    day,
    ...last,
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
