import { hatsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import type { Outcome } from '../../refusal.ts';
import { changeReturn, doingOf, type ReturnNeeds, returnOf } from '../actions.ts';
import type { ReturnForm } from '../form.ts';
import type { Returning } from '../model.ts';
import { decidedBy, decidedByPost } from '../store.ts';
import type { VerdictForm } from './form.ts';
import type { DecidingPost } from './model.ts';
import { decide, mayDecide } from './rules.ts';

/** Opens a request for its decider, or for someone around the child. */
export async function openDecision(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  return returnOf(form, by, needs);
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
