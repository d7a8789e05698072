import { deadlinesOf, hatsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { type Letter, urgent } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { holds, nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { leftBeforeDecision } from '../checklist/rules.ts';
import { followsDecision } from '../checklist/uses.ts';
import { awaitsConfirmation } from '../early.ts';
import type { ReturningCase, ReturnPlan } from '../model.ts';
import { type Change, type Doing, isEarly, letterTo, mayPlan, whyPlanUnfit, withPlan } from '../rules.ts';
import { channelLetterOf } from './channel-letters.ts';
import { barredFrom, dayOfReturn, EARLY, gateOf, hasGate, whoDecides } from './gate.ts';
import type { Asking, AskingKind, Decided } from './model.ts';

/** Sends the plan to whoever must decide, 1:1, and a neutral card to the channel. Everything required comes first. */
export function requestDecision(about: ReturningCase, plan: ReturnPlan, doing: Doing): Outcome<Change> {
  const no = whyNoRequest(about, plan, doing);
  if (no) return refuse(no);
  const left = leftBeforeDecision(plan, about);
  if (left.length > 0) return refuse(sayLeft(left));
  // With the assessment called not applicable, a placement with parents is one before it is done (reg 19).
  const early = isEarly(plan) && !plan.wentHomeOn;
  return sendRequest(about, plan, { early, without: early ? ['ASM-01'] : [], whyWithout: '' }, doing);
}

/** What a request asks for besides the checklist as answered. */
export interface Wanted extends Pick<Asking, 'without' | 'whyWithout'> {
  /** A placement before the assessment is done. */
  readonly early: boolean;
}

/** Writes down the request and whom it is sent to. Whether it may be made has been asked. */
export function sendRequest(
  about: ReturningCase,
  plan: ReturnPlan,
  { early, ...wanted }: Wanted,
  doing: Doing,
): Outcome<Change> {
  const today = dayOf(doing.now);
  const day = dayOfReturn(plan, today);
  const gate = early ? EARLY : gateOf(plan, about, day, doing);
  if (!gate)
    return refuse(
      'Ratification is asked for after an unplanned return from section 20 only. Under an order, start a placement with parents if the child is to stay.',
    );
  const asked = whoDecides(about, plan, gate, doing);
  if (!asked.ok) return asked;

  const { person, covering, why: whyPost } = asked.value;
  const why = covering ? `${whyPost} ${person.name} covers for ${covering.name}.` : whyPost;
  const { post, kind, cite } = gate;
  const due = dueOf(kind, plan, about, doing);
  const asking: Asking = { by: doing.by.id, at: doing.now, of: person.id, post, kind, why, cite, due, ...wanted };
  const passing = wanted.whyWithout ? `, with ${wanted.without.length} required left: ${wanted.whyWithout}` : '';
  const what = `${ASKED_AS[kind]} asked of ${person.name}${passing}`;
  const earlier = [...plan.earlier, ...decidedIn(plan)];
  // What follows a decision follows the new one.
  const answers = plan.answers.filter(({ item }) => !followsDecision(item));
  const changed = withPlan(about, { ...plan, answers, earlier, decision: { stands: 'asked', asking } }, what, doing);
  return done({ about: changed, letters: lettersOfAsking(plan, asking, doing) });
}

const ASKED_AS: Readonly<Record<AskingKind, string>> = {
  approval: 'approval',
  'early-placement': 'a placement before the assessment',
  confirmation: 'confirmation',
  ratification: 'ratification',
};

/** Why nothing can be asked for now, whatever is left on the checklist; null where it can. */
export function whyNoRequest(about: ReturningCase, plan: ReturnPlan, doing: Doing): string | null {
  const today = dayOf(doing.now);
  if (!mayPlan(about, doing))
    return 'Asking for a decision is for the child’s social worker, their team manager and those who manage them.';
  const stands = whyNotAsked(about, plan, doing);
  if (stands) return stands;
  const unfit = plan.wentHomeOn ? null : whyPlanUnfit(plan, about, dayOfReturn(plan, today), today);
  return unfit && `${unfit} Start the return again by that route.`;
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

/** Whether this person gave an answer, the last or an earlier one: they may look at it again. */
export function hasDecided(plan: ReturnPlan, by: Person): boolean {
  return [...plan.earlier, ...decidedIn(plan)].some((decided) => decided.by === by.id);
}

/** How the decision stands, in a sentence. */
export function sayDecided(
  { id, decision, overtakenBy }: ReturnPlan,
  { authority: { register } }: Pick<Doing, 'authority'>,
): string {
  if (decision.stands === 'none') return `No decision on ${id} has been asked for yet.`;
  if (decision.stands === 'asked' && overtakenBy) return `${overtakenBy} has taken the place of ${id}.`;
  if (decision.stands === 'asked') return `${id} is with ${nameOf(decision.asking.of, register)} for a decision.`;
  const said = `${id} was ${wordFor(decision)} by ${nameOf(decision.by, register)} on ${sayDay(dayOf(decision.at))}.`;
  if (decision.stands !== 'lapsed') return said;
  return `${said} The approval has lapsed because ${decision.because}.`;
}

/** Whether a decision can be asked for now: by somebody who plans the return, with nothing required left. */
export function mayRequestDecision(about: ReturningCase, plan: ReturnPlan, doing: Doing): boolean {
  if (!mayPlan(about, doing) || whyNotAsked(about, plan, doing)) return false;
  return hasGate(plan) && leftBeforeDecision(plan, about).length === 0;
}

export function approvedWord(kind: AskingKind): string {
  if (kind === 'confirmation') return 'confirmed';
  return kind === 'ratification' ? 'ratified' : 'approved';
}

/** What was decided, in a word: also of an approval that has lapsed since. */
export function wordFor({ stands, asking }: Decided): string {
  return stands === 'sent-back' ? 'sent back' : approvedWord(asking.kind);
}

/** The answer a plan stands at, where one was given. */
export function decidedIn({ decision }: ReturnPlan): readonly Decided[] {
  return decision.stands === 'none' || decision.stands === 'asked' ? [] : [decision];
}

/** The day a decision must come before, or by (reg 19(c), as the timetable has it); null where no rule gives one. */
function dueOf(kind: AskingKind, plan: ReturnPlan, about: ReturningCase, { now, authority }: Doing): Asking['due'] {
  const today = dayOf(now);
  if (kind === 'ratification') return null;
  if (kind !== 'confirmation') return dayOfReturn(plan, today);
  return deadlinesOf(about, today, authority).deadlines.find(({ rule }) => rule === 'R-PWP-05c')?.due ?? null;
}

export function sayLeft(left: ReturnType<typeof leftBeforeDecision>): string {
  const named = left.slice(0, 5).map(({ item }) => item.words);
  const more = left.length > named.length ? [`and ${left.length - named.length} more.`] : [];
  return `Before a decision, ${left.length} required ${left.length === 1 ? 'question is' : 'questions are'} left: ${[...named, ...more].join(' ')}`;
}

/** A placement made early is decided twice: allowed before the assessment, and confirmed after it. */
function whyNotAsked(about: ReturningCase, plan: ReturnPlan, doing: Doing): string | null {
  const { decision, overtakenBy } = plan;
  if (overtakenBy) return `${overtakenBy} has taken the place of ${plan.id}. Ask for a decision there.`;
  if (decision.stands === 'asked') return sayDecided(plan, doing);
  if (decision.stands !== 'approved' || awaitsConfirmation(plan, about, dayOf(doing.now))) return null;
  return sayDecided(plan, doing);
}

function lettersOfAsking(plan: ReturnPlan, asking: Asking, doing: Doing): readonly Letter[] {
  const facts = { return: plan.id, asked: asking.at };
  const decide = { ...letterTo(asking.of, 'return.decide', plan.id, asking.at, doing), facts, live: true };
  return [
    // A placement that cannot wait for the assessment does not wait for the morning.
    asking.kind === 'early-placement' ? urgent(decide) : decide,
    channelLetterOf(plan, asking, 'asked', doing),
  ];
}
