import { noteAttempt } from '../../cases/attempts.ts';
import { hatsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import { firstCard } from '../checklist/turning.ts';
import type { ReturnForm } from '../form.ts';
import type { AtStage, Returning } from '../model.ts';
import { decidedBy, decidedByPost } from '../store.ts';
import type { VerdictForm, WithoutTyped } from './form.ts';
import type { DecidingPost } from './model.ts';
import { mayDecide, whyNoRequest } from './rules.ts';
import { decide } from './verdict.ts';
import { mayAskWithout, requestWithout } from './without.ts';

/** Opens a request for its decider, or for someone around the child. To anybody else it is not there, and the attempt is on record. */
export async function openDecision(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  if (found.ok) return found;
  for (const about of await needs.cases.find(form.return)) {
    if (about.returns.some(({ id }) => id === form.return)) await noteAttempt(about, by, form.return, needs);
  }
  return found;
}

export async function approveReturn(form: VerdictForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) =>
    decide(about, plan, { stands: 'approved', ...form }, doing),
  );
}

export async function sendBackReturn(form: VerdictForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return changeReturn(form, by, needs, ({ about, plan }, doing) =>
    decide(about, plan, { stands: 'sent-back', ...form }, doing),
  );
}

/** The form to ask for a decision with required items left. */
export async function askWithout(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await returnOf(form, by, needs);
  if (!found.ok) return found;
  const { about, plan } = found.value;
  const doing = doingOf(by, needs);
  if (mayAskWithout(about, plan, doing)) return found;
  const no = whyNoRequest(about, plan, doing);
  return refuse(no ?? 'Open the checklist: it says what is left, and has “Request decision” once nothing is.');
}

export async function requestWithoutRest(
  form: WithoutTyped,
  by: Person,
  needs: ReturnNeeds,
): Promise<Outcome<AtStage>> {
  const asked = await changeReturn(form, by, needs, ({ about, plan }, doing) =>
    requestWithout(about, plan, form, doing),
  );
  return asked.ok ? done(firstCard(asked.value)) : asked;
}

/** What waits for this person's decision: sent to them, or to a post they hold or cover today. */
export async function listDecisions(by: Person, needs: ReturnNeeds): Promise<readonly Returning[]> {
  const doing = doingOf(by, needs);
  const hats = hatsOf(by, needs.authority.register, dayOf(doing.now));
  const posts = (['nominated-officer', 'director'] satisfies DecidingPost[]).filter((post) =>
    hats.some((hat) => holds(hat, post)),
  );
  const found = await Promise.all([decidedBy(by.id), ...posts.map(decidedByPost)].map((key) => needs.cases.find(key)));
  const cases = new Map(found.flat().map((about) => [about.id, about]));
  return [...cases.values()].flatMap((about) =>
    about.returns.filter((plan) => mayDecide(about, plan, doing)).map((plan) => ({ about, plan })),
  );
}
