import { dayOf } from '../../clock.ts';
import { POSTS } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import type { CaseEvent } from '../../timetable/model.ts';
import { questionsLetters } from '../checklist/mine.ts';
import { awaitsConfirmation } from '../early.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, lettersTo, whyPlanUnfit, withEvents, withPlan } from '../rules.ts';
import { channelLetterOf } from './channel-letters.ts';
import { barredFrom, dayOfReturn } from './gate.ts';
import { whyLapsed } from './lapsing.ts';
import type { Asking } from './model.ts';
import { approvedWord, mayDecide, sayDecided } from './rules.ts';

/** What is answered to a request. */
export interface Verdict {
  readonly stands: 'approved' | 'sent-back';
  /** The moment of the request that the card showed. */
  readonly asked: string;
  readonly reason: string;
  /** Why the items that are left may be passed over; only to approve, and only where some are. */
  readonly override: string;
}

/** Approves or sends back. Decided once: a second answer is told how things stand. */
export function decide(about: ReturningCase, plan: ReturnPlan, verdict: Verdict, doing: Doing): Outcome<Change> {
  const { decision } = plan;
  if (decision.stands !== 'asked') return refuse(`${sayDecided(plan, doing)} Nothing was changed.`);
  if (plan.overtakenBy) return refuse(`${sayDecided(plan, doing)} There is nothing left to decide.`);
  const { asking } = decision;
  if (!mayDecide(about, plan, doing)) return notYours(about, plan, asking, doing);
  if (asking.at !== verdict.asked)
    return refuse(`${plan.id} has been asked for again since your card was drawn. Look at it again, then decide.`);
  const approves = verdict.stands === 'approved';
  const no = approves ? whyNotApproved(about, plan, asking, verdict, doing) : null;
  if (no) return no;

  const { stands, reason } = verdict;
  const override = approves && asking.without.length > 0 ? verdict.override : '';
  const passed = override ? `; ${asking.without.length} required passed over: ${override}` : '';
  const what = `${approves ? approvedWord(asking.kind) : 'sent back'}: ${reason}${passed}`;
  const facts = withEvents(about, approves ? eventsOf(asking, doing) : [], dayOf(doing.now));
  if (!facts.ok) return facts;
  const answered = { stands, by: doing.by.id, at: doing.now, reason, override, asking } as const;
  const lapsing = whyLapsed({ ...plan, decision: answered }, about, dayOf(doing.now));
  if (lapsing)
    return refuse(`Approved now, it would lapse at once, because ${lapsing}. Send it back, to be asked for again.`);
  const decided = { ...plan, decision: answered };
  const changed = withPlan(facts.value, decided, what, doing);
  const told = [asking.by, about.people.socialWorker, about.people.iro];
  const letters = lettersTo(told, 'return.decided', plan.id, asking.at, doing);
  const asks = approves ? questionsLetters(changed, decided, 'decided', doing) : [];
  const inChannel = channelLetterOf(plan, asking, 'decided', doing);
  return done({ about: changed, letters: [...letters, ...asks, inChannel] });
}

/** Why this cannot be approved, whatever the reason given: the facts have changed, or nothing is said of what is left. */
function whyNotApproved(
  about: ReturningCase,
  plan: ReturnPlan,
  { kind, without }: Asking,
  { override }: Verdict,
  { now }: Doing,
): Refusal | null {
  const today = dayOf(now);
  const unfit = plan.wentHomeOn ? null : whyPlanUnfit(plan, about, dayOfReturn(plan, today), today);
  if (unfit) return refuse(`${unfit} Send it back, so that it can be started again.`);
  if (kind === 'confirmation' && !awaitsConfirmation(plan, about, today)) {
    return refuse('This placement has ended, or was decided since. There is nothing left to confirm: send it back.');
  }
  if (without.length === 0 || override !== '') return null;
  const says = 'Why these may be passed over: please fill this in, or send it back.';
  return refuse(says, { override: says });
}

/** With a placement confirmed the weekly visits of reg 28(3) end (reg 19(c)). */
function eventsOf({ kind }: Asking, { now }: Doing): readonly CaseEvent[] {
  return kind === 'confirmation' ? [{ on: dayOf(now), what: 'placement-decision-made' }] : [];
}

function notYours(
  about: ReturningCase,
  plan: ReturnPlan,
  asking: Asking,
  { by, authority: { register } }: Doing,
): Refusal {
  if (barredFrom(about, plan, null).has(by.id))
    return refuse('Nobody decides on a return they have worked on. It waits for the one it was sent to.');
  return refuse(
    `This decision is for the ${POSTS[asking.post]} or their cover: it was sent to ${nameOf(asking.of, register)}.`,
  );
}
