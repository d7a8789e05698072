import type { Authority } from '../authority/model.ts';
import type { PageForm } from '../cases/form.ts';
import type { Case } from '../cases/model.ts';
import type { CaseStore } from '../cases/store.ts';
import { type Clock, dayOf, type Instant } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { closed } from './acting.ts';
import { line } from './climb.ts';
import type { DisputeAsk, DisputeForm } from './form.ts';
import type { Dispute } from './model.ts';
import { climbing, isLive } from './standing.ts';
import { type DisputeStore, LIVE } from './store.ts';
import { refreshed } from './wake.ts';
import { maySee } from './who.ts';

/** What acting on disputes needs from outside. */
export interface DisputeNeeds {
  readonly disputes: DisputeStore;
  readonly cases: CaseStore;
  readonly authority: Authority;
  readonly clock: Clock;
}

/** Opens a dispute for someone who may see it. To anybody else it is as if it were not there, and the attempt is on record. */
export async function openDispute(form: DisputeForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  const found = await needs.disputes.get(form.dispute);
  const now = needs.clock.now();
  if (!found) return notThere(form);
  const current = await asItIs(found, needs, now);
  if (maySee(current, by, needs.authority, dayOf(now))) return done(current);
  await noteAttempt(found, by, 'open it', needs);
  return notThere(form);
}

/** What a form about one dispute is filled with: the dispute, and what was typed so far. */
export interface DisputeAsked {
  readonly about: Dispute;
  readonly typed: DisputeAsk['typed'];
}

/** Opens a form about a dispute that still climbs. */
export function askDispute(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return asked(form, by, needs, (dispute) => climbing(dispute) !== null);
}

/** Opens the form to refer to Cafcass, which may be done for as long as the dispute is live. */
export function askCafcass(form: DisputeAsk, by: Person, needs: DisputeNeeds): Promise<Outcome<DisputeAsked>> {
  return asked(form, by, needs, isLive);
}

async function asked(
  form: DisputeAsk,
  by: Person,
  needs: DisputeNeeds,
  isOpen: (dispute: Dispute) => boolean,
): Promise<Outcome<DisputeAsked>> {
  const opened = await openDispute(form, by, needs);
  if (!opened.ok) return opened;
  return isOpen(opened.value) ? done({ about: opened.value, typed: form.typed }) : closed(opened.value);
}

/** The live disputes that a person may see, a page at a time, the one that ends first at the top. */
export async function listDisputes(form: PageForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Listed>> {
  const now = needs.clock.now();
  const live = await needs.disputes.find(LIVE);
  const current = await Promise.all(live.map((dispute) => asItIs(dispute, needs, now)));
  const theirs = current.filter((dispute) => maySee(dispute, by, needs.authority, dayOf(now)));
  const ends = (dispute: Dispute) => climbing(dispute)?.rung.due ?? '9999';
  return done({ disputes: theirs.toSorted((a, b) => (ends(a) < ends(b) ? -1 : 1)), page: form.page });
}

export interface Listed {
  readonly disputes: readonly Dispute[];
  readonly page: number;
}

/** Puts on record that somebody without a part in it tried; once a day for each person, and no card goes out of date. */
export async function noteAttempt(
  found: Dispute,
  by: Person,
  what: string,
  { disputes, clock }: DisputeNeeds,
): Promise<void> {
  const now = clock.now();
  const said = `Tried to ${what} and was refused: has no part in it`;
  if (found.history.some((kept) => kept.by === by.id && kept.what === said && dayOf(kept.at) === dayOf(now))) return;
  await disputes.save({ ...found, history: [...found.history, line(now, by.id, said)] });
}

async function asItIs(dispute: Dispute, needs: DisputeNeeds, now: Instant): Promise<Dispute> {
  const about = await caseOf(dispute, needs);
  return about ? refreshed(dispute, about, needs.authority, now) : dispute;
}

/** The case that says who a dispute's people are. */
export function caseOf({ children }: Dispute, { cases }: DisputeNeeds): Promise<Case | undefined> {
  return cases.get(children[0]!);
}

/** The same answer for a dispute that is not there and for one that is somebody else's. */
export function notThere({ dispute }: DisputeForm): Refusal {
  return refuse(`There is no dispute ${dispute} that you have a part in. Type “disputes” for those you may see.`);
}
