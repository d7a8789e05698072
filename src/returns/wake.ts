import type { Authority } from '../authority/model.ts';
import type { Instant } from '../clock.ts';
import type { Letter } from '../letters/model.ts';
import { checksAfter } from './after/checks.ts';
import { lapsesAt, tellOfLapse, withLapses } from './decisions/lapsing.ts';
import { remindDecider } from './decisions/reminding.ts';
import type { ReturningCase, ReturnPlan } from './model.ts';
import type { Doing, Said } from './rules.ts';

/** What time has brought to a child's returns. Letters whose key is kept already are left out by the store. */
export interface WokenReturns {
  readonly about: ReturningCase;
  /** Whether how things stand changed: then the case is saved, otherwise only reminded. */
  readonly changed: boolean;
  readonly letters: readonly Letter[];
  readonly wakeAt: Instant | null;
}

type Part = (about: ReturningCase, plan: ReturnPlan, at: Omit<Doing, 'by'>) => Said;

/** What each part of the room says of one return unprompted, and when it wants to look again. */
const PARTS: readonly Part[] = [
  tellOfLapse,
  remindDecider,
  (about, plan, { now, authority }) => checksAfter(plan, about, now, authority),
];

/** Looks at the returns of a case: lets approvals lapse, and gives the letters due and the next moment to look. */
export function wakeReturns(about: ReturningCase, now: Instant, authority: Authority): WokenReturns {
  const at = { now, authority };
  const current = withLapses(about, at);
  const said = current.returns.flatMap((plan) => PARTS.map((part) => part(current, plan, at)));
  const lapses = current.returns.map((plan) => lapsesAt(plan, current, { now, holidays: authority.holidays }));
  return {
    about: current,
    changed: current !== about,
    letters: said.flatMap(({ letters }) => letters),
    wakeAt: earliest([...said.map(({ wakeAt }) => wakeAt), ...lapses]),
  };
}

/** The first of some moments; null when there is none. */
export function earliest(moments: readonly (Instant | null)[]): Instant | null {
  return moments.filter((moment) => moment !== null).sort()[0] ?? null;
}
