import type { Sight } from '../../authority/model.ts';
import { deadlinesOf } from '../../cases/rules.ts';
import { childOf, deadlineLine } from '../../cases/view.ts';
import { sayDay } from '../../local-date.ts';
import { type Fact, type FormAgain, type Head, problemsOf, sayWhen } from '../../view.ts';
import { isAnswered, leftBeforeDecision, questionsOf } from '../checklist/rules.ts';
import { isDecisionItem } from '../checklist/uses.ts';
import { hasGate } from '../decisions/gate.ts';
import { earlierLines } from '../decisions/past.ts';
import { mayDecide, sayDecided } from '../decisions/rules.ts';
import { mayAskWithout } from '../decisions/without.ts';
import { awaitsConfirmation } from '../early.ts';
import { type Returning, type ReturnPlan, ROUTES, STAGE_ORDER, STAGES } from '../model.ts';
import { mayMove } from '../moving/rules.ts';
import { isOpen, mayPlan } from '../rules.ts';
import { standingOf } from '../view.ts';
import { mayDischarge } from '../went/discharge.ts';
import { mayRecord } from '../went/rules.ts';

/** The home page of a return: how it stands, what is next, and the way to everything about it. */
export interface ReturnRecordView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  /** What comes next, in a sentence. */
  readonly next: string;
  readonly facts: readonly Fact[];
  readonly stages: readonly Fact[];
  /** What was decided before, and every time that required questions were passed over: shown for ever. */
  readonly decided: readonly { readonly says: string }[];
  readonly hasDecided: boolean;
  readonly isReplaced: boolean;
  readonly newer: string;
  /** Whether the reader is the one it waits for; if not, whether there is a decision to look at. */
  readonly decides: boolean;
  readonly hasDecision: boolean;
  readonly mayRecord: boolean;
  readonly isHome: boolean;
  readonly afterStyle: string;
  /** The checklist is the main button until there is something better to press. */
  readonly checklistStyle: string;
  readonly mayMove: boolean;
  readonly mayAskWithout: boolean;
  readonly mayDischarge: boolean;
}

export function returnRecordView(
  { about, plan }: Returning,
  sight: Sight,
  problems: readonly string[] = [],
): ReturnRecordView {
  const plans = mayPlan(about, sight) && isOpen(plan, about);
  const records = plans && mayRecord(plan);
  const decides = mayDecide(about, plan, sight);
  const isHome = plan.wentHomeOn !== null && !plan.overtakenBy;
  const decided = earlierLines(plan, sight);
  return {
    heading: 'Return home',
    quiet: `${childOf(about)} · ${plan.id} · ${ROUTES[plan.route]} · ${standingOf(plan)}`,
    id: plan.id,
    revision: String(about.revision),
    next: nextOf({ about, plan }, sight),
    facts: factsOfReturn(plan, sight),
    stages: stageFacts({ about, plan }),
    decided,
    hasDecided: decided.length > 0,
    isReplaced: plan.overtakenBy !== null,
    newer: plan.overtakenBy ?? '',
    decides,
    hasDecision: plan.decision.stands !== 'none' && !decides,
    mayRecord: records,
    isHome,
    afterStyle: decides ? 'default' : 'positive',
    checklistStyle: decides || records || isHome || plan.overtakenBy ? 'default' : 'positive',
    mayMove: plans && mayMove(about, plan, sight),
    mayAskWithout: mayAskWithout(about, plan, sight),
    mayDischarge: plans && mayDischarge(plan, about),
    typed: {},
    ...problemsOf(problems),
  };
}

function nextOf({ about, plan }: Returning, { today, authority }: Sight): string {
  if (plan.overtakenBy) return `${plan.overtakenBy} has taken the place of this return. Open that one to go on.`;
  const { breakdown } = plan.after;
  if (breakdown) return `The return broke down on ${sayDay(breakdown.on)}, so it is over. What was written stays.`;
  if (!isOpen(plan, about)) return 'The child has come back from home, so this return is over. What was written stays.';
  if (plan.wentHomeOn) {
    if (plan.decision.stands !== 'asked' && awaitsConfirmation(plan, about, today))
      return 'The assessment is done: open the checklist, and request the decision to confirm this placement or end it.';
    const due = deadlinesOf(about, today, authority).deadlines[0];
    const line = due && deadlineLine(due, today, authority);
    return line
      ? `${line.sign}: ${line.duty}, ${line.when}.`
      : 'Nothing is due now. Answer what is left on the checklist.';
  }
  if (plan.decision.stands === 'asked') return sayDecided(plan, { authority });
  if (plan.decision.stands === 'approved') {
    return plan.plannedFor! < today
      ? `The planned day has passed: ${sayDay(plan.plannedFor!)}. Record the return if the child has gone home; if not, move the date.`
      : 'Approved. Record the return when the child has gone home.';
  }
  const left = leftBeforeDecision(plan, about).length;
  const asks = left > 1 ? `${left} required questions` : 'the one required question';
  return left > 0
    ? `Next: answer ${asks} left before a decision.`
    : 'Nothing required is left: open the checklist to request the decision.';
}

function factsOfReturn(plan: ReturnPlan, { today, authority }: Sight): readonly Fact[] {
  const { plannedFor, wentHomeOn, wentHomeAt, dischargedOn, overtakenBy } = plan;
  const planned = plannedFor && (wentHomeOn ? sayDay(plannedFor) : sayWhen(plannedFor, today, authority.holidays));
  const home = wentHomeOn && [sayDay(wentHomeOn), ...(wentHomeAt ? [wentHomeAt] : [])].join(', ');
  const gated = hasGate(plan) || plan.decision.stands !== 'none';
  return [
    ...(planned ? [{ title: 'Planned date of return', value: planned }] : []),
    ...(overtakenBy && !home ? [] : [{ title: 'Went home', value: home ?? 'Not yet' }]),
    ...(dischargedOn ? [{ title: 'Order discharged', value: sayDay(dischargedOn) }] : []),
    { title: 'Decision', value: gated ? sayDecided(plan, { authority }) : 'Nobody ratifies a return under an order.' },
  ];
}

/** "Consider: 9 of 9 done", for every stage; the decision itself is no question. */
function stageFacts({ about, plan }: Returning): readonly Fact[] {
  const required = questionsOf(plan, about).filter(
    ({ item, use }) => use === 'required' && !isDecisionItem(item.id, plan.route),
  );
  return STAGE_ORDER.map((stage) => {
    const asked = required.filter(({ item }) => item.stage === stage);
    const value = `${asked.filter(isAnswered).length} of ${asked.length} done`;
    return { title: STAGES[stage], value: asked.length > 0 ? value : 'Nothing is required' };
  });
}
