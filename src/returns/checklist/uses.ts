import type { ItemId, Route } from '../model.ts';
import type { Item } from './checklist.ts';

/** How an item is used in one plan. */
export type Use = 'required' | 'offered' | 'unused';

/** How the checklist writes it down; checklist.ts says what each letter means. */
export type Letter = 'R' | 'o' | '-' | 'y' | 'a' | 'w' | 'h';

/** What of a child's case decides whether a conditional item is asked. */
export interface Circumstances {
  readonly accommodated: boolean;
  readonly sixteenOrSeventeen: boolean;
  readonly weeklyVisits: boolean;
  /** Home before the court discharges the order (R-DEC-11). */
  readonly homeFirst: boolean;
}

/** Items that are the decision itself: answered by deciding, never by ticking. The Director's comes after the officer's view. */
const DECISION_ITEM: Readonly<Record<Route, ItemId>> = {
  'planned-s20': 'DEC-04',
  'planned-discharge': 'DEC-04',
  'with-parents': 'DEC-04',
  unplanned: 'DEC-05',
  'sixteen-or-seventeen': 'DEC-06',
};

/** Items that can only be answered once it is decided. */
const AFTER_DECISION: readonly ItemId[] = ['DEC-08', 'UNP-07'];

/** What the decider is shown in words: reg 39(2) and Salford §7 name these. */
export const FOR_THE_DECIDER: readonly ItemId[] = ['CON-05', 'ASM-18', 'DEC-02', 'DEC-03', 'ASM-16'];

/** How an item is used for a plan's route in the circumstances of the case. */
export function useOf({ uses }: Item, route: Route, so: Circumstances): Use {
  const required: Readonly<Record<Letter, boolean>> = {
    R: true,
    o: false,
    '-': false,
    y: so.accommodated && so.sixteenOrSeventeen,
    a: so.accommodated,
    w: so.weeklyVisits,
    h: so.homeFirst,
  };
  const letter = uses[route];
  if (required[letter]) return 'required';
  return letter === 'o' || letter === 'h' ? 'offered' : 'unused';
}

export function isDecisionItem(id: ItemId, route: Route): boolean {
  return DECISION_ITEM[route] === id;
}

export function followsDecision(id: ItemId): boolean {
  return AFTER_DECISION.includes(id);
}
