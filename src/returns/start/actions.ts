import { factsOf } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import { ageOn } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { legalStatusOn } from '../../timetable/rules.ts';
import { caseFor, doingOf, planIn, type ReturnNeeds, savedFirst } from '../actions.ts';
import { firstCard } from '../checklist/rules.ts';
import type { AtStage } from '../model.ts';
import { fittingRoute, openReturn } from '../rules.ts';
import type { AskForm, StartForm } from './form.ts';
import { mayStart, startReturn } from './rules.ts';

/**
 * The form to start with, its route suggested from the facts. A day that has come, or a return that is being planned
 * already, means that the child has gone home.
 */
export async function askReturn(form: AskForm, by: Person, needs: ReturnNeeds): Promise<Outcome<AskForm>> {
  const found = await caseFor(form.case, by, needs);
  if (!found.ok) return found;
  if (form.route) return done(form);
  const about = found.value;
  const today = dayOf(needs.clock.now());
  if (openReturn(about) || (form.day && form.day <= today)) return done({ ...form, route: 'unplanned' });
  const status = legalStatusOn(factsOf(about, today), today);
  return done({ ...form, route: fittingRoute(status, ageOn(about.bornOn, form.day ?? today)) });
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
  const started = startReturn(about, form, id, doing);
  if (!started.ok) return started;
  const kept = await needs.cases.save(started.value.about, started.value.letters);
  return kept === 'stale' ? savedFirst() : done(firstCard({ about: kept, plan: planIn(kept, id) }));
}
