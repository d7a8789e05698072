import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, changeCase } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { Case } from '../model.ts';
import type { ContestForm } from './form.ts';
import type { Contest } from './model.ts';
import { contest, contestRefusal } from './rules.ts';

/** A contested decision, in the case that it is about. */
export interface ContestIn {
  readonly about: Case;
  readonly contest: Contest;
}

/** Opens the form, for a manager of the case, while a review can be contested. */
export function askToContest(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, contestRefusal);
}

/** Contests a review decision. The same form sent twice does it once. */
export async function saveContest(form: ContestForm, by: Person, needs: CaseNeeds): Promise<Outcome<ContestIn>> {
  const kept = await changeCase(form.case, by, needs, (about, now) => contest(about, form, by, needs.authority, now));
  if (!kept.ok) return kept;
  const about = kept.value.after;
  return done({ about, contest: about.contests.find((one) => one.once === form.once && one.by === by.id)! });
}
