import { hatsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Letter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { type Person, POSTS } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { leftBeforeDecision } from '../checklist/rules.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, lettersTo, letterTo, mayPlan, whyPlanUnfit, withPlan } from '../rules.ts';
import { barredFrom, dayOfReturn, gateOf, hasGate, whoDecides } from './gate.ts';
import type { Asking } from './model.ts';

/** Sends the plan to whoever must decide, 1:1, and a neutral card to the channel. */
export function requestDecision(about: ReturningCase, plan: ReturnPlan, doing: Doing): Outcome<Change> {
  const today = dayOf(doing.now);
  if (!mayPlan(about, doing))
    return refuse(
      'Asking for a decision is for the child’s social worker, their team manager and those who manage them.',
    );
  const stands = whyNotAsked(plan, doing);
  if (stands) return refuse(stands);
  const day = dayOfReturn(plan, today);
  const unfit = plan.wentHomeOn ? null : whyPlanUnfit(plan, about, day, today);
  if (unfit) return refuse(`${unfit} Start the return again by that route.`);
  const gate = gateOf(plan, about, day, doing);
  if (!gate)
    return refuse(
      'Ratification is asked for after an unplanned return from section 20 only. Under an order, start a placement with parents if the child is to stay.',
    );
  const left = leftBeforeDecision(plan, about);
  if (left.length > 0) return refuse(sayLeft(left));
  const asked = whoDecides(about, plan, gate, doing);
  if (!asked.ok) return asked;

  const { person, covering, why: whyPost } = asked.value;
  const why = covering ? `${whyPost} ${person.name} covers for ${covering.name}.` : whyPost;
  const due = gate.kind === 'approval' ? day : null;
  const asking: Asking = {
    by: doing.by.id,
    at: doing.now,
    of: person.id,
    post: gate.post,
    kind: gate.kind,
    why,
    cite: gate.cite,
    due,
    without: [],
    whyWithout: '',
  };
  const what = `${gate.kind} asked of ${person.name}`;
  const changed = withPlan(about, { ...plan, decision: { stands: 'asked', asking } }, what, doing);
  return done({ about: changed, letters: lettersOfAsking(plan, asking, doing) });
}

/**
 * Whether this person may give the answer that is waited for: the post, or its cover, today. The Director may answer for
 * a nominated officer. Nobody does who worked on the plan, nor who covers for somebody who did.
 */
export function mayDecide(
  about: ReturningCase,
  plan: ReturnPlan,
  { by, now, authority: { register } }: Doing,
): boolean {
  const barred = barredFrom(about, plan, null);
  if (plan.decision.stands !== 'asked' || plan.overtakenBy || barred.has(by.id)) return false;
  const { post } = plan.decision.asking;
  return hatsOf(by, register, dayOf(now)).some((hat) => !barred.has(hat.id) && holds(hat, post, 'director'));
}

/** Whether this person gave the last answer: they may look at it again. */
export function hasDecided({ decision }: ReturnPlan, by: Person): boolean {
  return (decision.stands === 'approved' || decision.stands === 'sent-back') && decision.by === by.id;
}

/** What is answered to a request. */
export interface Verdict {
  readonly stands: 'approved' | 'sent-back';
  /** The moment of the request that the card showed. */
  readonly asked: string;
  readonly reason: string;
}

/** Approves or sends back. Decided once: a second answer is told how things stand. */
export function decide(
  about: ReturningCase,
  plan: ReturnPlan,
  { stands, asked, reason }: Verdict,
  doing: Doing,
): Outcome<Change> {
  const { decision } = plan;
  if (decision.stands !== 'asked') return refuse(`${sayDecided(plan, doing)} Nothing was changed.`);
  if (plan.overtakenBy) return refuse(`${sayDecided(plan, doing)} There is nothing left to decide.`);
  if (!mayDecide(about, plan, doing)) return notYours(about, plan, decision.asking, doing);
  if (decision.asking.at !== asked)
    return refuse(`${plan.id} was sent back and asked again since your card was drawn. Look at it again, then decide.`);
  const today = dayOf(doing.now);
  const unfit =
    stands === 'approved' && !plan.wentHomeOn ? whyPlanUnfit(plan, about, dayOfReturn(plan, today), today) : null;
  if (unfit) return refuse(`${unfit} Send it back, so that it can be started again.`);

  const { asking } = decision;
  const answered = { by: doing.by.id, at: doing.now, reason, override: '', asking };
  const what = `${stands === 'approved' ? approvedWord(asking.kind) : 'sent back'}: ${reason}`;
  const changed = withPlan(about, { ...plan, decision: { stands, ...answered } }, what, doing);
  const told = [asking.by, about.people.socialWorker, about.people.iro];
  return done({ about: changed, letters: lettersTo(told, 'return.decided', plan.id, asking.at, doing) });
}

/** How the decision stands, in a sentence. */
export function sayDecided(
  { id, decision, overtakenBy }: ReturnPlan,
  { authority: { register } }: Pick<Doing, 'authority'>,
): string {
  if (decision.stands === 'none') return `No decision on ${id} has been asked for yet.`;
  if (decision.stands === 'asked' && overtakenBy) return `${overtakenBy} has taken the place of ${id}.`;
  if (decision.stands === 'asked') return `${id} is with ${nameOf(decision.asking.of, register)} for a decision.`;
  const word = decision.stands === 'approved' ? approvedWord(decision.asking.kind) : 'sent back';
  return `${id} was ${word} by ${nameOf(decision.by, register)} on ${sayDay(dayOf(decision.at))}.`;
}

/** Whether a decision can be asked for now: by somebody who plans the return, with nothing required left. */
export function mayRequestDecision(about: ReturningCase, plan: ReturnPlan, doing: Doing): boolean {
  if (!mayPlan(about, doing) || whyNotAsked(plan, doing)) return false;
  return hasGate(plan) && leftBeforeDecision(plan, about).length === 0;
}

export function approvedWord(kind: Asking['kind']): string {
  return kind === 'ratification' ? 'ratified' : 'approved';
}

function sayLeft(left: ReturnType<typeof leftBeforeDecision>): string {
  const named = left.slice(0, 5).map(({ item }) => item.words);
  const more = left.length > named.length ? [`and ${left.length - named.length} more.`] : [];
  return `Before a decision, ${left.length} required ${left.length === 1 ? 'question is' : 'questions are'} left: ${[...named, ...more].join(' ')}`;
}

function whyNotAsked(plan: ReturnPlan, doing: Doing): string | null {
  if (plan.overtakenBy) return `${plan.overtakenBy} has taken the place of ${plan.id}. Ask for a decision there.`;
  return plan.decision.stands === 'asked' || plan.decision.stands === 'approved' ? sayDecided(plan, doing) : null;
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

function lettersOfAsking(plan: ReturnPlan, asking: Asking, doing: Doing): readonly Letter[] {
  const facts = { return: plan.id, asked: asking.at };
  return [
    { ...letterTo(asking.of, 'return.decide', plan.id, asking.at, doing), facts },
    {
      key: `${plan.id}/${asking.at}/return.decide.channel`,
      kind: 'return.decide.channel',
      to: { channel: doing.authority.decisionsChannel },
      facts,
      live: true,
      writtenAt: doing.now,
    },
  ];
}
