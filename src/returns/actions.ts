import type { Authority } from '../authority/model.ts';
import { maySee } from '../cases/rules.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { hasDecided } from './decisions/rules.ts';
import type { ReturnForm } from './form.ts';
import type { Returning, ReturningCase, ReturnPlan } from './model.ts';
import type { Change, Doing } from './rules.ts';
import type { ReturningCaseStore } from './store.ts';

/** What acting on returns needs from outside. */
export interface ReturnNeeds {
  readonly cases: ReturningCaseStore;
  readonly authority: Authority;
  readonly clock: Clock;
}

const SAVED_FIRST =
  'Someone else saved a change to this case first. Nothing of yours was saved; please look again and press once more.';

/** The case with this reference, for someone who may see it. */
export async function caseFor(reference: string, by: Person, needs: ReturnNeeds): Promise<Outcome<ReturningCase>> {
  const about = await needs.cases.get(reference);
  if (about && maySee(about, by, needs.authority, needs.clock.now())) return done(about);
  return refuse(`There is no case ${reference} that you work on. Type “cases” for yours, or “follow” to start one.`);
}

/** A return for someone who may see or decide it. An unknown one and one that is not theirs get the same answer. */
export async function returnOf(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const doing = doingOf(by, needs);
  for (const about of await needs.cases.find(form.return)) {
    const plan = about.returns.find(({ id }) => id === form.return);
    if (plan && sees({ about, plan }, doing)) return done({ about, plan });
  }
  return refuse(
    `There is no return ${form.return} for you to see. It is open to the people around the child and whoever decides.`,
  );
}

/** Load, decide, save. When someone saved in between, it decides once more on what they left. */
export async function changeReturn(
  form: ReturnForm,
  by: Person,
  needs: ReturnNeeds,
  decide: (returning: Returning, doing: Doing) => Outcome<Change>,
): Promise<Outcome<Returning>> {
  for (const _try of ['first', 'second']) {
    const found = await returnOf(form, by, needs);
    if (!found.ok) return found;
    const decided = decide(found.value, doingOf(by, needs));
    if (!decided.ok) return decided;
    if (decided.value.about === found.value.about) return found;
    const kept = await needs.cases.save(decided.value.about, decided.value.letters);
    if (kept !== 'stale') return done({ about: kept, plan: planIn(kept, form.return) });
  }
  return savedFirst();
}

export function planIn(about: ReturningCase, id: string): ReturnPlan {
  return about.returns.find((plan) => plan.id === id)!;
}

export function doingOf(by: Person, { authority, clock }: ReturnNeeds): Doing {
  return { by, authority, now: clock.now() };
}

export function savedFirst(): Refusal {
  return refuse(SAVED_FIRST);
}

/** Whoever holds or covers a deciding post sees the case by that; a cover keeps sight of what they decided. */
function sees({ about, plan }: Returning, { by, authority, now }: Doing): boolean {
  return maySee(about, by, authority, now) || hasDecided(plan, by);
}
