import type { Authority } from '../authority/model.ts';
import type { Case } from '../cases/model.ts';
import type { CaseStore } from '../cases/store.ts';
import { type Clock, dayOf, type Instant } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { done, type Outcome, type Refusal, refuse } from '../refusal.ts';
import { wake } from './climbing/wake.ts';
import type { DisputeAsk, DisputeForm } from './form.ts';
import { refreshed } from './handover/rules.ts';
import { line } from './history.ts';
import { lettersOf } from './letters/rules.ts';
import type { Dispute } from './model.ts';
import { noteOpened } from './opening.ts';
import { type Act, closed } from './rules.ts';
import { sightFor } from './seeing.ts';
import { climbing } from './standing.ts';
import type { DisputeStore } from './store.ts';
import { officerNow } from './who.ts';

/** What acting on disputes needs from outside. */
export interface DisputeNeeds {
  readonly disputes: DisputeStore;
  readonly cases: CaseStore;
  readonly authority: Authority;
  readonly clock: Clock;
}

const SAVED_FIRST =
  'Someone else saved a change to this dispute first. Nothing of yours was saved; please look again and press once more.';

/** Opens a dispute for someone who may see it. To anybody else it is as if it were not there, and the attempt is on record. */
export async function openDispute(form: DisputeForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  const found = await needs.disputes.get(form.dispute);
  const now = needs.clock.now();
  if (!found) return notThere(form);
  const current = await asItIs(found, needs, now);
  if (await (await sightFor(by, needs))(current)) return done(await noteOpened(found, current, by, needs));
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
  return askWhile((dispute) => climbing(dispute) !== null, form, by, needs);
}

/** Opens a form about a dispute for as long as it is open to what the form does. */
export async function askWhile(
  isOpen: (dispute: Dispute) => boolean,
  form: DisputeAsk,
  by: Person,
  needs: DisputeNeeds,
): Promise<Outcome<DisputeAsked>> {
  const opened = await openDispute(form, by, needs);
  if (!opened.ok) return opened;
  return isOpen(opened.value) ? done({ about: opened.value, typed: form.typed }) : closed(opened.value);
}

/**
 * Load, bring up to date, decide, save with the letters. A stage whose time has come lapses before the act is weighed, so
 * that what counts does not hang on when the clock last ticked.
 */
export function acting<F extends DisputeForm>(act: Act<F>, what: string) {
  return async (form: F, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> => {
    const found = await needs.disputes.get(form.dispute);
    if (!found) return notThere(form);
    const woken = await awake(found, needs);
    if (woken === 'stale') return refuse(SAVED_FIRST);
    const now = needs.clock.now();
    const about = await caseOf(woken, needs);
    const current = about ? refreshed(woken, about, needs.authority, now) : woken;
    const sees = await sightFor(by, needs);
    if (!isOfficer(current, by, needs, now) && !(await sees(current))) {
      await noteAttempt(woken, by, what, needs);
      return notThere(form);
    }
    const decided = act(current, form, by, needs.authority, now, about);
    if (!decided.ok || decided.value === current) return decided;
    return keep(current, decided.value, by, needs);
  };
}

/** Saves what was decided with the letters it causes. */
export async function keep(
  before: Dispute | null,
  after: Dispute,
  by: Person,
  needs: DisputeNeeds,
): Promise<Outcome<Dispute>> {
  const writing = { authority: needs.authority, now: needs.clock.now(), by: by.id };
  const kept = await needs.disputes.save(after, lettersOf(before, after, writing));
  return kept === 'stale' ? refuse(SAVED_FIRST) : done(kept);
}

/** The dispute with whatever its time has brought, saved if that is anything. */
async function awake(found: Dispute, needs: DisputeNeeds): Promise<Dispute | 'stale'> {
  const woken = wake(found, needs.clock.now(), needs.authority, await caseOf(found, needs));
  return woken.changed ? needs.disputes.save(woken.dispute, woken.letters) : found;
}

/** The dispute with the people of its case as they are now, to be read and not yet saved. */
export async function asItIs(dispute: Dispute, needs: DisputeNeeds, now: Instant): Promise<Dispute> {
  const about = await caseOf(dispute, needs);
  return about ? refreshed(dispute, about, needs.authority, now) : dispute;
}

/** The case that says who a dispute's people are. */
export function caseOf({ children }: Dispute, { cases }: DisputeNeeds): Promise<Case | undefined> {
  return cases.get(children[0]!);
}

/** Puts on record that somebody without a part in it tried; once a day for each person, and no card goes out of date. */
async function noteAttempt(found: Dispute, by: Person, what: string, { disputes, clock }: DisputeNeeds): Promise<void> {
  const now = clock.now();
  const said = `Tried to ${what} and was refused: has no part in it`;
  if (found.history.some((kept) => kept.by === by.id && kept.what === said && dayOf(kept.at) === dayOf(now))) return;
  await disputes.save({ ...found, history: [...found.history, line(now, by.id, said)] });
}

/** The same answer for a dispute that is not there and for one that is somebody else's. */
function notThere({ dispute }: DisputeForm): Refusal {
  return refuse(`There is no dispute ${dispute} that you have a part in. Type “disputes” for those you may see.`);
}

function isOfficer(dispute: Dispute, by: Person, { authority }: DisputeNeeds, now: Instant): boolean {
  return officerNow(dispute, authority, dayOf(now))?.person.id === by.id;
}
