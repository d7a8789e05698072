import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import type { ReturnPlan } from '../model.ts';
import type { Doing } from '../rules.ts';
import type { Asking, Decided } from './model.ts';
import { wordFor } from './rules.ts';
import { overridesOf, wordsOf } from './without.ts';

/** As many items as a card shows before the first thing to open. */
export const LEFT_A_CARD = 7;

/** What was left when a decision was asked for, in the items' words. */
export function itemsLeft(plan: ReturnPlan, asking: Asking | null): readonly string[] {
  return asking ? wordsOf(asking.without, plan) : [];
}

/** What was decided before this request, and whatever was ever passed over, in brief. */
export function earlierLines(plan: ReturnPlan, at: Pick<Doing, 'authority'>): readonly { readonly says: string }[] {
  return [...plan.earlier.map((decided) => ({ says: sayEarlier(decided, at) })), ...overridesOf(plan, at)];
}

function sayEarlier(decided: Decided, { authority: { register } }: Pick<Doing, 'authority'>): string {
  const { by, at, reason } = decided;
  const said = `${wordFor(decided)} by ${nameOf(by, register)}, ${sayDay(dayOf(at))}: ${inBrief(reason)}`;
  const lapsed = decided.stands === 'lapsed' ? ` · Lapsed because ${decided.because}.` : '';
  return `Before: ${said}${lapsed}`;
}

function inBrief(reason: string): string {
  return reason.length > 200 ? `${reason.slice(0, 200).trimEnd()}…` : reason;
}
