import type { Sight } from '../../authority/model.ts';
import { PLACEMENT_FLAGS } from '../../cases/changes/form.ts';
import { changesFor } from '../../cases/changes/rules.ts';
import { type Moved, movedBetween } from '../../cases/deadlines/rules.ts';
import { deadlinesOf } from '../../cases/rules.ts';
import { childOf } from '../../cases/view.ts';
import { sayDay } from '../../local-date.ts';
import { POSTS } from '../../people/model.ts';
import { type Deadline, FORCES, LEGAL_STATUSES, PLACEMENT_KINDS } from '../../timetable/model.ts';
import {
  type Choice,
  choicesOf,
  type Fact,
  type FormAgain,
  type Head,
  problemsOf,
  STANDING_SIGNS,
  typedAgain,
} from '../../view.ts';
import { leftBeforeDecision, requiredBeforeDecision } from '../checklist/rules.ts';
import { dayOfReturn, gateOf, hasGate, whoDecides } from '../decisions/gate.ts';
import { type ReturnPlan, ROUTES } from '../model.ts';
import { standingOf } from '../view.ts';
import type { TriedOut, WhatIfAsked } from './actions.ts';
import { WHAT_IF_INPUTS } from './form.ts';

/** The form to try something on a case. */
export interface WhatIfFormView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  /** Whether the reader could change status and placement; a manager above tries returns only. */
  readonly managesCase: boolean;
  readonly choices: Readonly<Record<'statuses' | 'placements' | 'flags' | 'routes', readonly Choice[]>>;
}

export function whatIfFormView(
  { about, typed }: WhatIfAsked,
  { by, now, authority }: Sight,
  problems: readonly string[] = [],
): WhatIfFormView {
  return {
    heading: 'What if',
    quiet: `${childOf(about)} · fill in what to try; nothing is saved or sent`,
    reference: about.id,
    revision: String(about.revision),
    typed: typedAgain(WHAT_IF_INPUTS, typed),
    ...problemsOf(problems),
    managesCase: changesFor(about, by, authority, now) === 'case',
    choices: {
      statuses: choicesOf(LEGAL_STATUSES),
      placements: choicesOf(PLACEMENT_KINDS),
      flags: choicesOf(PLACEMENT_FLAGS),
      routes: choicesOf(ROUTES),
    },
  };
}

/** A date now and then, side by side. */
export interface TriedLine {
  readonly duty: string;
  readonly before: string;
  readonly after: string;
  /** Moved, new or gone, and why the date is what it is. */
  readonly why: string;
}

/** What would come of it. */
export interface TriedView extends Head, FormAgain {
  readonly reference: string;
  readonly revision: string;
  readonly lines: readonly { readonly says: string }[];
  readonly hasMoved: boolean;
  readonly moved: readonly TriedLine[];
  /** Dates that stay, dates there is no room for, and duties without a date: a sentence each. */
  readonly besides: readonly { readonly says: string }[];
  readonly facts: readonly Fact[];
  readonly real: string;
  readonly isChange: boolean;
  readonly isReturn: boolean;
  readonly isOnChecklist: boolean;
  readonly route: string;
  readonly day: string;
}

const MOST_MOVED = 7;

export function triedView(tried: TriedOut, sight: Sight): TriedView {
  const { before, on, lines, plan, real } = tried;
  const moved = movedBetween(before, tried.after, on, sight.authority);
  const whenRead = on > sight.today ? ` · both sets of dates as on ${sayDay(on)}` : '';
  return {
    heading: 'What if: now and then',
    quiet: `${childOf(before)} · nothing is saved or sent${whenRead}`,
    reference: before.id,
    revision: String(before.revision),
    typed: typedAgain(WHAT_IF_INPUTS, tried.typed),
    ...problemsOf([]),
    lines: lines.map((says) => ({ says })),
    hasMoved: moved.length > 0,
    moved: moved.slice(0, MOST_MOVED).map(triedLine),
    besides: besides(tried, moved, sight).map((says) => ({ says })),
    facts: plan ? factsOfReturn(plan, tried, sight) : NO_RETURN,
    real: real.says,
    isChange: real.by === 'change',
    isReturn: real.by === 'return',
    isOnChecklist: real.by === 'checklist',
    route: real.by === 'return' ? real.route : '',
    day: real.by === 'return' ? real.day : '',
  };
}

function triedLine({ before, after }: Moved): TriedLine {
  const { duty, force, cite } = (after ?? before)!;
  const what = before && after ? 'Moved' : after ? 'New' : 'Gone';
  const isNewlyLate = after?.standing === 'late' && before?.standing !== 'late';
  return {
    duty,
    before: before ? sayDay(before.due) : 'no date',
    after: `${after ? sayDay(after.due) : 'no longer due'}${isNewlyLate ? ` ${STANDING_SIGNS.late.sign}` : ''}`,
    why: `${what} · ${FORCES[force]} · ${cite}`,
  };
}

function besides({ after, on }: TriedOut, moved: readonly Moved[], { authority }: Sight): readonly string[] {
  const { deadlines, cannotSay } = deadlinesOf(after, on, authority);
  const stay = deadlines.filter(({ rule }) => !moved.some((one) => one.after?.rule === rule));
  const more = moved.length - MOST_MOVED;
  const say = ({ duty, due }: Deadline) => `${duty}: ${sayDay(due)}`;
  return [
    ...(more > 0 ? [`${more} more ${more === 1 ? 'date differs' : 'dates differ'}.`] : []),
    ...(stay.length > 0 ? [`The same: ${stay.map(say).join('; ')}.`] : []),
    ...cannotSay.map(({ duty, because }) => `⚠ No date: ${duty}: ${because}`),
  ];
}

const NO_RETURN: readonly Fact[] = [
  { title: 'Who approves', value: 'Nobody here: there is no return home to approve' },
  { title: 'Checklist', value: 'None' },
];

/** Who would decide the return and why, and what would have to be answered first. */
function factsOfReturn(plan: ReturnPlan, tried: TriedOut, sight: Sight): readonly Fact[] {
  const { before, after } = tried;
  const required = requiredBeforeDecision(plan, after).length;
  const left = leftBeforeDecision(plan, after).length;
  const soFar = left < required ? `, ${left} left` : '';
  const isPlanned = before.returns.some(({ id }) => id === plan.id);
  return [
    ...(isPlanned ? [{ title: 'Return', value: `${plan.id} · ${standingOf(plan)}` }] : []),
    ...decidersOf(plan, tried, sight),
    {
      title: 'Checklist',
      value: `${ROUTES[plan.route]}: ${required} required questions${hasGate(plan) ? ' before the decision' : ''}${soFar}`,
    },
  ];
}

function decidersOf(plan: ReturnPlan, { after, on }: TriedOut, { by, now, authority }: Sight): readonly Fact[] {
  const doing = { by, now, authority };
  const gate = gateOf(plan, after, dayOfReturn(plan, on), doing);
  if (!gate) return [{ title: 'Who approves', value: 'Nobody is asked about this return' }];
  const asked = whoDecides(after, plan, gate, doing);
  const title = gate.kind === 'approval' ? 'Who approves' : 'Who ratifies';
  return asked.ok
    ? [
        { title, value: `${POSTS[gate.post]}, today ${asked.value.person.name}` },
        { title: 'Why', value: `${asked.value.why} (${gate.cite})` },
      ]
    : [
        { title, value: `${POSTS[gate.post]}. ${asked.because}` },
        { title: 'Why', value: `${gate.why} (${gate.cite})` },
      ];
}
