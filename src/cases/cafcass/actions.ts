import type { Person } from '../../people/model.ts';
import { done, type Outcome } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, changeCase } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { Case, Referral } from '../model.ts';
import type { ReferForm } from './form.ts';
import { refer, referRefusal } from './rules.ts';

/** A referral to Cafcass, in the case that it is about. */
export interface ReferralIn {
  readonly about: Case;
  readonly referral: Referral;
}

/** Opens the form, for the child's IRO or their cover. */
export function askToRefer(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, referRefusal);
}

/** Notes a referral to Cafcass. The same form sent twice notes one. */
export async function saveReferral(form: ReferForm, by: Person, needs: CaseNeeds): Promise<Outcome<ReferralIn>> {
  const kept = await changeCase(form.case, by, needs, (about, now) => refer(about, form, by, needs.authority, now));
  if (!kept.ok) return kept;
  const about = kept.value.after;
  return done({ about, referral: about.cafcass.find((one) => one.once === form.once && one.by === by.id)! });
}
