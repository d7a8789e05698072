import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { caseFor, doingOf, planIn, type ReturnNeeds, savedFirst } from '../actions.ts';
import { firstCard } from '../checklist/turning.ts';
import type { AtStage, ReturnId } from '../model.ts';
import { openReturn } from '../rules.ts';
import type { AskForm, StartForm } from './form.ts';
import { mayStart, overtakes, startReturn, suggestedRoute } from './rules.ts';

/** What the form to start with begins from. */
export interface AskedReturn extends AskForm {
  /** The open return whose place it would take, or null. */
  readonly overtakes: ReturnId | null;
  /** The return that is open for this child, and the case as it stands; or null. */
  readonly open: { readonly id: ReturnId; readonly revision: string } | null;
}

/** The form to start with: its route suggested from the facts, and the open return whose place it would take. */
export async function askReturn(form: AskForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AskedReturn>> {
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  const about = found.value;
  const today = dayOf(needs.clock.now());
  const open = openReturn(about);
  const route = form.route ?? suggestedRoute(about, form.day, today);
  const overtaken = open && route && overtakes({ route }, open, about, today) ? open.id : null;
  const there = open ? { id: open.id, revision: String(about.revision) } : null;
  return done({ ...form, route, overtakes: overtaken, open: there });
}

/** Starts a return home. The same form sent twice starts one. */
export async function startReturnHome(form: StartForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AtStage>> {
  const doing = doingOf(by, needs);
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  const about = found.value;
  const there = about.returns.find(({ once, startedBy }) => once === form.once && startedBy === by.id);
  if (there) return done(firstCard({ about, plan: there }));
  const may = mayStart(about, form, doing);
  if (!may.ok) return may;
  const id = await needs.cases.nextId('RH');
  const concern = form.safe === 'concern' ? await needs.cases.nextId('E') : null;
  const started = startReturn(about, form, id, doing, concern);
  if (!started.ok) return started;
  const kept = await needs.cases.save(started.value.about, started.value.letters);
  return kept === 'stale' ? savedFirst() : done(firstCard({ about: kept, plan: planIn(kept, id) }));
}
