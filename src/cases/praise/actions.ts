import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, openCase, SAVED_FIRST } from '../actions.ts';
import type { CaseAsk } from '../form.ts';
import type { Case } from '../model.ts';
import type { OpenPraiseForm, PraiseForm } from './form.ts';
import type { Praise, PraiseId } from './model.ts';
import { maySeePraise, praiseRefusal, recognise } from './rules.ts';

/** Good practice, in the case in which it was seen. */
export interface PraiseIn {
  readonly about: Case;
  readonly praise: Praise;
}

/** Opens the form, for the child's IRO or their cover. */
export function askPraise(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, praiseRefusal);
}

/** Recognises good practice. The same form sent twice does it once. */
export async function savePraise(form: PraiseForm, by: Person, needs: CaseNeeds): Promise<Outcome<PraiseIn>> {
  for (const _try of ['first', 'second']) {
    const found = await openCase(form, by, needs);
    if (!found.ok) return found;
    const about = found.value;
    const there = about.praise.find((one) => one.once === form.once && one.by === by.id);
    if (there) return done({ about, praise: there });
    const now = needs.clock.now();
    const no = praiseRefusal(about, by, needs.authority, now);
    if (no) return no;
    const id = await needs.cases.nextId('G');
    const decided = recognise(about, form, id, by, needs.authority, now);
    if (!decided.ok) return decided;
    const kept = await needs.cases.save(decided.value.after, decided.value.letters);
    if (kept !== 'stale') return done(praiseIn(kept, id));
  }
  return refuse(SAVED_FIRST);
}

/** Opens one by its reference. An unknown one and one that is not theirs to see get the same answer. */
export async function openPraise(form: OpenPraiseForm, by: Person, needs: CaseNeeds): Promise<Outcome<PraiseIn>> {
  for (const about of await needs.cases.find(form.praise)) {
    const praise = about.praise.find(({ id }) => id === form.praise);
    if (praise && maySeePraise(about, praise, by, needs.authority, needs.clock.now())) return done({ about, praise });
  }
  return refuse(
    `There is no good practice ${form.praise} for you to see. It is open to the people around the child and their managers.`,
  );
}

function praiseIn(about: Case, id: PraiseId): PraiseIn {
  return { about, praise: about.praise.find((one) => one.id === id)! };
}
