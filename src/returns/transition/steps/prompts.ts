/** What the plan's steps make one ask. Prompts with their source, never rules: nothing is refused for them (domain.md 4.2). */
import { daysFrom, type LocalDate, sayDay } from '../../../local-date.ts';
import type { ReturnPlan } from '../../model.ts';
import { STEPS, type Step, type StepKind } from '../model.ts';
import { inOrder } from './rules.ts';

const A_MONTH = 28;
const SHORTEST_FIRST = Object.keys(STEPS) as readonly StepKind[];

/** How each kind of step is spoken of inside a sentence. */
const SPOKEN: Readonly<Record<StepKind, string>> = {
  tea: 'tea or a few hours',
  day: 'a day',
  overnight: 'an overnight stay',
  weekend: 'a weekend',
  longer: 'a longer stay',
};

const FIRST: Readonly<Record<StepKind, string>> = {
  tea: 'the first tea',
  day: 'the first day',
  overnight: 'the first overnight stay',
  weekend: 'the first weekend',
  longer: 'the first longer stay',
};

export function stepPrompts({ transition, plannedFor, wentHomeOn }: ReturnPlan, today: LocalDate): readonly string[] {
  const steps = inOrder(transition.steps).filter(({ went }) => went?.how !== 'not-happened');
  const before = wentHomeOn ? [] : [pace(steps, plannedFor), order(steps), left(steps, plannedFor, today)];
  return [...before, badly(steps)].filter((says) => says !== null);
}

/** Families liked at least a month; some had a day or two's notice (DfE research §3). */
function pace(steps: readonly Step[], plannedFor: LocalDate | null): string | null {
  const first = steps[0];
  if (!first || !plannedFor) return null;
  const days = daysFrom(first.on, plannedFor);
  if (days < 0 || days >= A_MONTH) return null;
  return `Families liked at least a month of steps (DfE research); this plan has ${days} ${days === 1 ? 'day' : 'days'}.`;
}

/** A longer stay before the first shorter one, which may be meant. */
function order(steps: readonly Step[]): string | null {
  const rank = ({ kind }: Step) => SHORTEST_FIRST.indexOf(kind);
  const firsts = steps.filter((step, at) => steps.findIndex(({ kind }) => kind === step.kind) === at);
  for (const shorter of firsts) {
    const longer = steps.find((step) => step.on < shorter.on && rank(step) > rank(shorter));
    if (longer) {
      const said = SPOKEN[longer.kind];
      return `${said.charAt(0).toUpperCase()}${said.slice(1)} on ${sayDay(longer.on)} comes before ${FIRST[shorter.kind]} on ${sayDay(shorter.on)}: is that meant?`;
    }
  }
  return null;
}

/** The date of return was moved to before a step that is still to come. */
function left(steps: readonly Step[], plannedFor: LocalDate | null, today: LocalDate): string | null {
  const after = steps.find(({ on, went }) => plannedFor && on > plannedFor && on >= today && !went);
  return after
    ? `${STEPS[after.kind]} on ${sayDay(after.on)} is after the planned day of return: move it or drop it.`
    : null;
}

/** What to think of when the last step did not go well. Nothing is changed by itself. */
function badly(steps: readonly Step[]): string | null {
  const last = steps.findLast(({ went }) => went);
  if (last?.went?.how !== 'badly') return null;
  return `${STEPS[last.kind]} on ${sayDay(last.on)} did not go well. Talk it over with the team manager: does the next step, or the date of return, need to move?`;
}
