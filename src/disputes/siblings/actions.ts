import type { Authority } from '../../authority/model.ts';
import type { Case, ChildReference } from '../../cases/model.ts';
import { maySee as maySeeCase, standsFor } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { asItIs, type DisputeNeeds, openDispute } from '../actions.ts';
import type { DisputeForm } from '../form.ts';
import type { Dispute, DisputeId } from '../model.ts';
import { noteOpened } from '../opening.ts';
import { caseSightFor, sightFor } from '../seeing.ts';
import { isLive } from '../standing.ts';
import { aboutChild } from '../store.ts';
import { alone, type Beside } from './model.ts';

/**
 * Opens a dispute to read, for those who may see it and for whoever is around another of its children. Only the record
 * card knows what to keep from the latter, so everything else about a dispute stays closed to them.
 */
export async function openBeside(form: DisputeForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  const found = await needs.disputes.get(form.dispute);
  if (!found || !(await seesAsSibling(found, by, needs))) return openDispute(form, by, needs);
  return done(await noteOpened(found, await asItIs(found, needs, needs.clock.now()), by, needs));
}

/**
 * Whether the person is the social worker, team manager or IRO of another child than its first, or covers for one; or has
 * a part in what became of one.
 */
export async function seesAsSibling(dispute: Dispute, by: Person, needs: DisputeNeeds): Promise<boolean> {
  const cases = await casesOf(dispute.children.slice(1), needs);
  if (cases.length === 0) return false;
  const today = dayOf(needs.clock.now());
  const seesThrough = await caseSightFor(by, needs);
  return cases.some((about) => isAround(about, by, needs.authority, today) || seesThrough(about));
}

/** What this person may know of its children, and what else is open about those. */
export async function besideOf(dispute: Dispute, by: Person, needs: DisputeNeeds): Promise<Beside> {
  const { authority, clock } = needs;
  const now = clock.now();
  const isOnlyBeside = !(await (await sightFor(by, needs))(dispute));
  const cases = await casesOf(dispute.children.slice(1), needs);
  const siblings = cases.filter((about) => maySeeCase(about, by, authority, now)).map(({ id }) => id);
  const children = [...(isOnlyBeside ? [] : alone(dispute).children), ...siblings];
  const open = await liveAbout(children, by, needs);
  return {
    children,
    others: dispute.children.length - children.length,
    isOnlyBeside,
    alsoOpen: open.filter((id) => id !== dispute.id),
  };
}

/** The live disputes about any of these children that the person may see. */
export async function liveAbout(
  children: readonly ChildReference[],
  by: Person,
  needs: DisputeNeeds,
): Promise<readonly DisputeId[]> {
  const found = (await Promise.all(children.map((child) => needs.disputes.find(aboutChild(child))))).flat();
  const live = found.filter(isLive);
  const sees = await sightFor(by, needs);
  const may = await Promise.all(live.map(sees));
  return [...new Set(live.filter((_, at) => may[at]).map(({ id }) => id))].sort();
}

async function casesOf(children: readonly ChildReference[], { cases }: DisputeNeeds): Promise<readonly Case[]> {
  const found = await Promise.all(children.map((child) => cases.get(child)));
  return found.flatMap((about) => about ?? []);
}

function isAround({ people }: Case, by: Person, authority: Authority, today: Dispute['raisedOn']): boolean {
  return Object.values(people).some((id) => standsFor(by, id, authority, today));
}
