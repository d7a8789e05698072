import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Outcome, refuse } from '../../refusal.ts';
import { itemsOf } from '../checklist/checklist.ts';
import { leftBeforeDecision } from '../checklist/rules.ts';
import type { ItemId, ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isEarly, mayPlan } from '../rules.ts';
import { hasGate } from './gate.ts';
import { decidedIn, sendRequest, whyNoRequest } from './rules.ts';

/** Why the decision cannot wait, and whether it is asked for under regulation 19. */
export interface WithoutForm {
  readonly whyWithout: string;
  readonly early: boolean;
}

/** Whether a decision can be asked for with required items left: the override itself is the decider's alone. */
export function mayAskWithout(about: ReturningCase, plan: ReturnPlan, doing: Doing): boolean {
  if (!mayPlan(about, doing) || whyNoRequest(about, plan, doing) || !hasGate(plan) || isPlacedAlready(plan))
    return false;
  return leftBeforeDecision(plan, about).length > 0;
}

/** Whether a placement before the assessment is done could be asked for (reg 19). */
export function mayBeEarly(plan: ReturnPlan): boolean {
  return isEarly(plan) && !plan.wentHomeOn;
}

/** A placement is confirmed on a finished checklist: reg 19 has given its time already. */
function isPlacedAlready({ wentHomeOn, route }: ReturnPlan): boolean {
  return wentHomeOn !== null && route !== 'unplanned';
}

/** Puts what is left to the decider, with why it cannot wait. */
export function requestWithout(
  about: ReturningCase,
  plan: ReturnPlan,
  { whyWithout, early }: WithoutForm,
  doing: Doing,
): Outcome<Change> {
  const no = whyNoRequest(about, plan, doing);
  if (no) return refuse(no);
  const left = leftBeforeDecision(plan, about).map(({ item }) => item.id);
  if (left.length === 0) return refuse('Nothing required is left. Open the checklist and press “Request decision”.');
  if (isPlacedAlready(plan))
    return refuse(
      'The child is home already: a decision can wait for what is left. Answer it, then request the decision.',
    );
  if (early !== mayBeEarly(plan)) return notEarly(early);
  const without = early && !left.includes('ASM-01') ? ['ASM-01', ...left] : left;
  return sendRequest(about, plan, { early, without, whyWithout }, doing);
}

/** Reg 17 has no override: under an order the only way home before the assessment is reg 19. */
function notEarly(early: boolean): Outcome<Change> {
  const says = early
    ? 'Regulation 19 is for a child under an order whose parents’ assessment is not done. Switch it off and ask again.'
    : 'The assessment of the parents is not done. Before it is, a child in care goes home under regulation 19 only: switch that on, or finish the assessment first.';
  return refuse(says, { early: says });
}

/** The words of items, as this plan's checklist has them. */
export function wordsOf(ids: readonly ItemId[], { answers, checklistVersion }: ReturnPlan): readonly string[] {
  const items = new Map(itemsOf(checklistVersion).map((item) => [item.id, item.words]));
  return ids.map((id) => answers.find(({ item }) => item === id)?.words ?? items.get(id) ?? id);
}

/** Every time that required items were passed over, for ever: who, when, which and why (product.md 2, promise 3). */
export function overridesOf(
  plan: ReturnPlan,
  { authority: { register } }: Pick<Doing, 'authority'>,
): readonly { readonly says: string }[] {
  const passed = [...plan.earlier, ...decidedIn(plan)].filter(({ override }) => override !== '');
  return passed.map(({ by, at, override, asking }) => ({
    says: `⚠ Decided without ${asking.without.length} required: ${nameOf(by, register)}, ${sayDay(dayOf(at))}. Why: ${override} · Passed over: ${sayItems(wordsOf(asking.without, plan))}`,
  }));
}

const ITEMS_SAID = 3;

function sayItems(words: readonly string[]): string {
  const more = words.length - ITEMS_SAID;
  return [...words.slice(0, ITEMS_SAID), ...(more > 0 ? [`and ${more} more.`] : [])].join(' ');
}
