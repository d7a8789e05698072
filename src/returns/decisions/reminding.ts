import { dayOf, type Instant, momentOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { plusDays } from '../../local-date.ts';
import { actBy, type Holidays, plusWorkingDays } from '../../working-days.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Doing, HOMEWARD, letterTo, type Said } from '../rules.ts';
import { deciderToday } from './gate.ts';
import type { Asking, AskingKind } from './model.ts';

/** Working days before the day a decision is needed (domain.md 8, a proposal). The rest are said when asked, and no more. */
const REMINDED: Readonly<Record<AskingKind, readonly number[]>> = {
  approval: [10, 5, 2],
  'early-placement': [],
  confirmation: [5, 2, 1],
  ratification: [],
};

/** What the decider must be reminded of by now, and the next reminder. Of those missed while asleep only the latest. */
export function remindDecider(about: ReturningCase, plan: ReturnPlan, { now, authority }: Omit<Doing, 'by'>): Said {
  if (plan.decision.stands !== 'asked' || plan.overtakenBy) return { letters: [], wakeAt: null };
  const { asking } = plan.decision;
  const moments = momentsOf(asking, authority.holidays);
  const reached = moments.findLast(({ at }) => at <= now);
  return {
    letters: reached ? lettersOf(about, plan, asking, reached.before, { by: HOMEWARD, now, authority }) : [],
    wakeAt: moments.find(({ at }) => at > now)?.at ?? null,
  };
}

/** 09:00 of each day on which a request is said again, earliest first; those before it was asked are not. */
function momentsOf({ kind, due, at: askedAt }: Asking, holidays: Holidays) {
  if (!due || plusDays(due, -30) < holidays.knownFrom || due > holidays.knownUntil) return [];
  const moments = REMINDED[kind].map((before) => ({ before, at: startOf(due, before, holidays) }));
  return moments.filter(({ at }) => at > askedAt);
}

function startOf(due: NonNullable<Asking['due']>, before: number, holidays: Holidays): Instant {
  return momentOf(plusWorkingDays(actBy(due, holidays), -before, holidays), '09:00');
}

/** To whoever decides today: cover may have begun or ended since it was asked. */
function lettersOf(
  about: ReturningCase,
  plan: ReturnPlan,
  asking: Asking,
  before: number,
  doing: Doing,
): readonly Letter[] {
  const decider = deciderToday(about, plan, asking.post, dayOf(doing.now), doing.authority);
  if (!decider) return [];
  const letter = letterTo(decider.person.id, 'return.decide', plan.id, `${asking.at}/${before}`, doing);
  return [{ ...letter, live: true, facts: { return: plan.id, asked: asking.at } }];
}
