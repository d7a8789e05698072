import type { Sight } from '../../authority/model.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { Returning } from '../model.ts';
import type { Move } from './rules.ts';

/** The form for a new planned day. */
export interface MoveFormView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
}

export function moveFormView(
  { about, plan }: Returning,
  _sight: Sight,
  problems: readonly string[] = [],
  typed: Readonly<Record<string, unknown>> = {},
): MoveFormView {
  const { decision, plannedFor } = plan;
  const from = `now ${sayDay(plannedFor!)}`;
  const leeway = `an approval allows ${plan.transition.mayMoveBy} days either way`;
  return {
    heading: 'Move the date',
    quiet: `${plan.id} · ${from}${decision.stands === 'approved' ? ` · ${leeway}` : ''}`,
    id: plan.id,
    revision: String(about.revision),
    typed: typedAgain(['day', 'why'], { ...typed, day: isLocalDate(typed.day) ? typed.day : plannedFor }),
    ...problemsOf(problems),
  };
}

/** The second question, where the approval lapses by the move. */
export interface MoveLapsesView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly says: string;
  readonly next: string;
  readonly typed: { readonly day: string; readonly why: string };
}

export function moveLapsesView(
  { about, plan }: Returning,
  { day, why, because }: Move & { readonly because: string },
): MoveLapsesView {
  return {
    heading: 'The approval lapses',
    quiet: `${plan.id} · nothing has been saved yet`,
    id: plan.id,
    revision: String(about.revision),
    says: `If the date moves to ${sayDay(day)}, the approval lapses because ${because}.`,
    next: 'The decider, the social worker and the team manager are told. The child cannot go home before it is decided again.',
    typed: { day, why },
  };
}
