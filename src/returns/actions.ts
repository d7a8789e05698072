import type { Authority } from '../authority/model.ts';
import { maySee } from '../cases/rules.ts';
import type { Clock } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { tellOfLapse, withLapses } from './decisions/lapsing.ts';
import { hasDecided } from './decisions/rules.ts';
import { afterAnswers } from './early.ts';
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
  if (about && maySee(about, by, needs.authority, needs.clock.now()))
    return done(withLapses(about, doingOf(by, needs)));
  return noCase(reference);
}

/** An unknown case and one that is not theirs get the same answer. */
export function noCase(reference: string): Refusal {
  return refuse(`There is no case ${reference} that you work on. Type “cases” for yours, or “follow” to start one.`);
}

/**
 * A return for someone who may see or decide it, as it stands now: an approval that has lapsed is shown so, whether or
 * not a sweep has written it down. An unknown one and one that is not theirs get the same answer.
 */
export async function returnOf(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const found = await keptReturn(form, by, needs);
  if (!found.ok) return found;
  const about = withLapses(found.value.about, doingOf(by, needs));
  return done({ about, plan: planIn(about, form.return) });
}

async function keptReturn(form: ReturnForm, by: Person, needs: ReturnNeeds): Promise<Outcome<Returning>> {
  const doing = doingOf(by, needs);
  for (const about of await needs.cases.find(form.return)) {
    const plan = about.returns.find(({ id }) => id === form.return);
    if (plan && sees({ about, plan }, doing)) return done({ about, plan });
  }
  return refuse(
    `There is no return ${form.return} for you to see. It is open to the people around the child and whoever decides.`,
  );
}

/** Load, decide, save, for a return. */
export async function changeReturn(
  form: ReturnForm,
  by: Person,
  needs: ReturnNeeds,
  decide: (returning: Returning, doing: Doing) => Outcome<Change>,
): Promise<Outcome<Returning>> {
  const find = async () => {
    const found = await returnOf(form, by, needs);
    return found.ok ? done(found.value.about) : found;
  };
  const kept = await changeFound(find, by, needs, (about, doing) =>
    decide({ about, plan: planIn(about, form.return) }, doing),
  );
  return kept.ok ? done({ about: kept.value, plan: planIn(kept.value, form.return) }) : kept;
}

/** Load, decide, save, for a case however it is found. When someone saved in between, it decides once more on what they left. */
export async function changeFound(
  find: () => Promise<Outcome<ReturningCase>>,
  by: Person,
  needs: ReturnNeeds,
  decide: (about: ReturningCase, doing: Doing) => Outcome<Change>,
): Promise<Outcome<ReturningCase>> {
  for (const _try of ['first', 'second']) {
    const found = await find();
    if (!found.ok) return found;
    const doing = doingOf(by, needs);
    const decided = decide(found.value, doing);
    if (!decided.ok) return decided;
    if (decided.value.about === found.value) return found;
    const about = followedUp(decided.value.about, doing);
    const lapses = about.returns.flatMap((plan) => tellOfLapse(about, plan, doing).letters);
    const kept = await needs.cases.save(about, [...lapses, ...decided.value.letters]);
    if (kept !== 'stale') return done(kept);
  }
  return savedFirst();
}

/** What follows from any change of a return: an early placement that is assessed now, an approval that has lapsed. */
function followedUp(about: ReturningCase, doing: Doing): ReturningCase {
  const assessed = about.returns.reduce((sofar, plan) => afterAnswers(sofar, plan, doing), about);
  return withLapses(assessed, doing);
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
