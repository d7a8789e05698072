import type { Authority } from '../authority/model.ts';
import { type Clock, dayOf, type Instant } from '../clock.ts';
import type { Letter } from '../letters/model.ts';
import type { Person } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { isLookedAfter } from '../timetable/rules.ts';
import type { CaseAsk, CaseForm, FollowForm } from './form.ts';
import type { Case } from './model.ts';
import { factsOf, hatsOf, maySee, startCase } from './rules.ts';
import { type CaseStore, caseOf, MAY_BE_HOME } from './store.ts';

/** What acting on cases needs from outside. */
export interface CaseNeeds {
  readonly cases: CaseStore;
  readonly authority: Authority;
  readonly clock: Clock;
}

/** Two tries were both too late. */
export const SAVED_FIRST =
  'Someone else saved a change to this case first. Nothing of yours was saved; please look again and press once more.';

/** Starts following a child. Pressed twice, it answers with the case as it is. */
export async function followChild(form: FollowForm, by: Person, needs: CaseNeeds): Promise<Outcome<Case>> {
  const there = await needs.cases.get(form.reference);
  if (there) {
    if (there.history[0]?.by === by.id && maySee(there, by, needs.authority, needs.clock.now())) return done(there);
    const says = `Child reference: ${form.reference} is already followed. Type “case ${form.reference}” to open it, or check the reference.`;
    return refuse(says, { reference: says });
  }
  const started = startCase(form, by, needs.authority, needs.clock.now());
  if (!started.ok) return started;
  const kept = await needs.cases.save(started.value);
  return kept === 'stale' ? refuse(SAVED_FIRST) : done(kept);
}

/** Opens a case for someone who may see it. An unknown case and a case that is not theirs get the same answer. */
export async function openCase(form: CaseForm, by: Person, needs: CaseNeeds): Promise<Outcome<Case>> {
  const found = await needs.cases.get(form.case);
  if (found && maySee(found, by, needs.authority, needs.clock.now())) return done(found);
  return refuse(`There is no case ${form.case} that you work on. Type “cases” for yours, or “follow” to start one.`);
}

/** A case before and after a change; the same case twice when the change had been made already. */
export interface Changed {
  readonly before: Case;
  readonly after: Case;
}

/** What a rule makes of a case: the case as it should be kept, and the letters that causes. */
export interface Decided {
  readonly after: Case;
  readonly letters: readonly Letter[];
}

/** Load, decide, save. When someone saved in between, it decides once more on what they left. */
export async function changeCase(
  id: string,
  by: Person,
  needs: CaseNeeds,
  decide: (about: Case, now: Instant) => Outcome<Decided>,
): Promise<Outcome<Changed>> {
  for (const _try of ['first', 'second']) {
    const found = await openCase({ case: id }, by, needs);
    if (!found.ok) return found;
    const before = found.value;
    const decided = decide(before, needs.clock.now());
    if (!decided.ok) return decided;
    const { after, letters } = decided.value;
    if (after === before) return done({ before, after });
    const kept = await needs.cases.save(after, letters);
    if (kept !== 'stale') return done({ before, after: kept });
  }
  return refuse(SAVED_FIRST);
}

/** What a form about one child is filled with: the case, and what was typed so far. */
export interface CaseAsked {
  readonly about: Case;
  readonly typed: CaseAsk['typed'];
}

/** Opens a form about a case, for someone who may fill it in: `no` says why they may not. */
export async function askAbout(
  form: CaseAsk,
  by: Person,
  needs: CaseNeeds,
  no: (about: Case, by: Person, authority: Authority, now: Instant) => Refusal | null,
): Promise<Outcome<CaseAsked>> {
  const found = await openCase(form, by, needs);
  if (!found.ok) return found;
  return no(found.value, by, needs.authority, needs.clock.now()) ?? done({ about: found.value, typed: form.typed });
}

/**
 * The cases a person works on, manages or reviews, or covers today, in order of reference. For a child in need
 * co-ordinator: those of the service whose child is no longer looked after.
 */
export async function casesOf(by: Person, needs: CaseNeeds): Promise<readonly Case[]> {
  const { register } = needs.authority;
  const today = dayOf(needs.clock.now());
  const hats = hatsOf(by, register, today);
  const around = await filedUnderAnyOf(hats, needs);
  if (!hats.some((hat) => holds(hat, 'cin-coordinator'))) return around;
  const home = (await needs.cases.find(MAY_BE_HOME)).filter(
    (about) => maySee(about, by, needs.authority, needs.clock.now()) && !isLookedAfter(factsOf(about, today), today),
  );
  return inOrder([...around, ...home]);
}

/** The cases that a person oversees: of their team, their service, or everyone's. */
export async function casesWithin(by: Person, needs: CaseNeeds): Promise<readonly Case[]> {
  const now = needs.clock.now();
  const all = await filedUnderAnyOf([...needs.authority.register.values()], needs);
  return all.filter((about) => maySee(about, by, needs.authority, now));
}

async function filedUnderAnyOf(people: readonly Person[], { cases }: CaseNeeds): Promise<readonly Case[]> {
  return inOrder((await Promise.all(people.map(({ id }) => cases.find(caseOf(id))))).flat());
}

function inOrder(cases: readonly Case[]): readonly Case[] {
  return [...new Map(cases.map((about) => [about.id, about])).values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
