import type { Instant } from '../../clock.ts';
import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import type { Person } from '../../people/model.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { askAbout, type CaseAsked, type CaseNeeds, openCase, SAVED_FIRST } from '../actions.ts';
import { noteAttempt } from '../attempts.ts';
import type { CaseAsk } from '../form.ts';
import type { Case } from '../model.ts';
import { type AnswerKind, answerConcern } from './answers.ts';
import { type AnswerForm, type ConcernForm, RAISE_LABELS, type RaiseForm } from './form.ts';
import type { Concern } from './model.ts';
import { raiseConcern, raiseRefusal } from './rules.ts';
import { maySeeConcern } from './who.ts';

/** A concern, in the case that it is about. */
export interface ConcernIn {
  readonly about: Case;
  readonly concern: Concern;
}

/** Opens a concern for someone who may see it. An unknown one and one that is not theirs get the same answer; the attempt is on record. */
export async function openConcern(form: ConcernForm, by: Person, needs: CaseNeeds): Promise<Outcome<ConcernIn>> {
  for (const about of await needs.cases.find(form.concern)) {
    const concern = about.concerns.find(({ id }) => id === form.concern);
    if (concern && maySeeConcern(about, concern, by, needs.authority, needs.clock.now())) {
      return done({ about, concern });
    }
    if (concern) await noteAttempt(about, by, form.concern, needs);
  }
  return refuse(
    `There is no concern ${form.concern} for you to see. It is open to the people around the child and their managers.`,
  );
}

/** Opens the form to raise a concern, for someone who works on the case. */
export function askConcern(form: CaseAsk, by: Person, needs: CaseNeeds): Promise<Outcome<CaseAsked>> {
  return askAbout(form, by, needs, raiseRefusal);
}

/** Raises a concern by itself. The same form sent twice raises one. */
export async function raiseAlone(form: RaiseForm, by: Person, needs: CaseNeeds): Promise<Outcome<ConcernIn>> {
  for (const _try of ['first', 'second']) {
    const found = await openCase(form, by, needs);
    if (!found.ok) return found;
    const about = found.value;
    const there = about.concerns.find(({ once, raisedBy }) => once === form.once && raisedBy === by.id);
    if (there) return done({ about, concern: there });
    const now = needs.clock.now();
    const no = raiseRefusal(about, by, needs.authority, now);
    if (no) return no;
    const id = await needs.cases.nextId('E');
    const raised = raiseConcern(about, raisedWith(form, now), id, by, needs.authority, now);
    const kept = await needs.cases.save(raised.about, raised.letters);
    if (kept !== 'stale') return done(concernIn(kept, id));
  }
  return refuse(SAVED_FIRST);
}

/** The answers to a concern: one for each button. */
export const approveConcern = answer('approve');
export const dealWithConcern = answer('deal');
export const sendBackConcern = answer('send-back');

/** Load, decide, save. When someone saved in between, it decides once more on what they left. */
function answer(kind: AnswerKind) {
  return async (form: AnswerForm, by: Person, needs: CaseNeeds): Promise<Outcome<ConcernIn>> => {
    for (const _try of ['first', 'second']) {
      const found = await openConcern(form, by, needs);
      if (!found.ok) return found;
      const { about, concern } = found.value;
      const answering = { by, authority: needs.authority, now: needs.clock.now() };
      const decided = answerConcern(about, concern, kind, form, answering);
      if (!decided.ok) return decided;
      const { after, letters } = decided.value;
      if (after === about) return found;
      const kept = await needs.cases.save(after, letters);
      if (kept !== 'stale') return done(concernIn(kept, concern.id));
    }
    return refuse(SAVED_FIRST);
  };
}

function raisedWith({ about, what, wanted, once }: RaiseForm, now: Instant) {
  const says = [
    { heading: RAISE_LABELS.what, text: what },
    { heading: RAISE_LABELS.wanted, text: wanted },
  ];
  return { about, after: `Raised by itself on ${sayDay(dayOf(now))}`, says, once };
}

function concernIn(about: Case, id: string): ConcernIn {
  return { about, concern: about.concerns.find((one) => one.id === id)! };
}
