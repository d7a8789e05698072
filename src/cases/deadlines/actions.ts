import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import type { Deadline } from '../../timetable/model.ts';
import { type CaseNeeds, casesOf, casesWithin, openCase } from '../actions.ts';
import type { PageForm } from '../form.ts';
import type { Case } from '../model.ts';
import type { DeadlineForm, DeadlinesForm, WhyForm } from './form.ts';
import { byWorker, type Owed, owedOn, owedTo, ownerOf, pressing, teamRefusal, type WorkerShare } from './rules.ts';
import { isRule, type Settled, settled, standingDeadline } from './settled.ts';

/** A list of deadlines, and which page of it is wanted. */
export interface DeadlineList extends DeadlinesForm {
  /** Whose they are, in words: "C-1042", "Ayesha Khan", "Yours". */
  readonly whose: string;
  readonly owed: readonly Owed[];
  /** The first that is not yet due soon, when nothing else is due. */
  readonly next: Owed | null;
  readonly cases: readonly Case[];
}

/** What is late, due today and due soon: on one case, of one worker, or of whoever asks. */
export async function listDeadlines(form: DeadlinesForm, by: Person, needs: CaseNeeds): Promise<Outcome<DeadlineList>> {
  const { authority, clock } = needs;
  const today = dayOf(clock.now());
  if (form.case !== null) {
    const found = await openCase({ case: form.case }, by, needs);
    if (!found.ok) return found;
    const owed = owedOn([found.value], today, authority);
    return done({
      ...form,
      whose: `${found.value.initials} · ${found.value.id}`,
      owed,
      next: null,
      cases: [found.value],
    });
  }
  if (form.worker !== null) return listOfWorker(form, form.worker, by, needs);
  const cases = await casesOf(by, needs);
  const all = owedTo(by, owedOn(cases, today, authority), today, authority);
  return done({ ...form, whose: 'Yours', owed: pressing(all), next: all[0] ?? null, cases });
}

async function listOfWorker(
  form: DeadlinesForm,
  worker: string,
  by: Person,
  needs: CaseNeeds,
): Promise<Outcome<DeadlineList>> {
  const today = dayOf(needs.clock.now());
  const no = teamRefusal(by);
  if (no) return no;
  const cases = await casesWithin(by, needs);
  const all = owedOn(cases, today, needs.authority).filter((one) => ownerOf(one, needs.authority, today) === worker);
  if (all.length === 0)
    return refuse('Nobody of that name owes anything on the cases you oversee. Type “team” for the list.');
  const whose = nameOf(worker, needs.authority.register);
  return done({ ...form, whose, owed: pressing(all), next: all[0] ?? null, cases });
}

/** What is pressing across the cases that a manager oversees, by worker. */
export interface TeamList extends PageForm {
  readonly shares: readonly WorkerShare[];
  readonly cases: readonly Case[];
}

export async function listTeam(form: PageForm, by: Person, needs: CaseNeeds): Promise<Outcome<TeamList>> {
  const no = teamRefusal(by);
  if (no) return no;
  const today = dayOf(needs.clock.now());
  const cases = await casesWithin(by, needs);
  return done({ ...form, shares: byWorker(owedOn(cases, today, needs.authority), today, needs.authority), cases });
}

/** A person's cases, and which page of them is wanted. */
export interface CaseList extends PageForm {
  readonly cases: readonly Case[];
}

export async function listCases(form: PageForm, by: Person, needs: CaseNeeds): Promise<Outcome<CaseList>> {
  return done({ ...form, cases: await casesOf(by, needs) });
}

/** A deadline as it stands; or, when it was met or has moved since the card was drawn, what became of it. */
export interface Standing {
  readonly about: Case;
  readonly deadline: Deadline | null;
  readonly settled: Settled | null;
}

export async function findDeadline(form: DeadlineForm, by: Person, needs: CaseNeeds): Promise<Outcome<Standing>> {
  const found = await openCase(form, by, needs);
  if (!found.ok) return found;
  const about = found.value;
  if (!isRule(form.rule)) {
    return refuse(`There is no such date on ${about.id}. Type “deadlines ${about.id}” for what is due.`);
  }
  const today = dayOf(needs.clock.now());
  const deadline = standingDeadline(about, form, today, needs.authority);
  return done({ about, deadline, settled: deadline ? null : settled(about, form, today, needs.authority) });
}

/** A case whose dates are to be explained. */
export interface Explained extends PageForm {
  readonly about: Case;
}

export async function explainDates(form: WhyForm, by: Person, needs: CaseNeeds): Promise<Outcome<Explained>> {
  const found = await openCase(form, by, needs);
  return found.ok ? done({ page: form.page, about: found.value }) : found;
}
