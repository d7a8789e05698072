import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { type DisputeNeeds, keep } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { type DisputeStore, fromForm } from '../store.ts';
import { childOf, othersOf, type RaiseAsked, raiseAsked } from './about.ts';
import type { AskToRaise, RaiseForm } from './form.ts';
import { mayRaise, raise } from './rules.ts';

/** Opens the form to raise a dispute, for the child's IRO. Says early what would be refused at the end. */
export async function askToRaise(form: AskToRaise, by: Person, needs: DisputeNeeds): Promise<Outcome<RaiseAsked>> {
  if (form.case === null) {
    return holds(by, 'iro', 'iro-manager')
      ? done(await raiseAsked({ ...form }, null, by, needs))
      : refuse('Raising a dispute is for the child’s IRO. Tell them what worries you.');
  }
  const about = await childOf(form.case, by, needs);
  const wrong = about ? mayRaise(about, by, needs.authority, dayOf(needs.clock.now())) : unknownChild(form.case);
  return wrong ?? done(await raiseAsked({ ...form }, form.case, by, needs));
}

const NOT_RAISED = 'D-0000';

/** Raises a dispute. A form sent twice makes one. */
export function raiseDispute(form: RaiseForm, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> {
  return oneAtATime(needs.disputes, form.once, async () => {
    const [there] = await needs.disputes.find(fromForm(form.once));
    if (there) {
      return there.raisedBy === by.id
        ? done(there)
        : refuse('This form was used already. Type “raise dispute” for a new one.');
    }
    const about = await childOf(form.case, by, needs);
    if (!about) return unknownChild(form.case);
    const others = form.siblings.length > 0 ? await othersOf(about, by, needs) : [];
    const raised = raise(form, about, NOT_RAISED, by, needs.authority, needs.clock.now(), others);
    if (!raised.ok) return raised;
    // Only now, so that no reference is ever missing from the register.
    return keep(null, { ...raised.value, id: await needs.disputes.nextId('D') }, by, needs);
  });
}

function unknownChild(reference: string) {
  const says = `Child reference: there is no child ${reference} that you review. Check the reference, or type “cases” for yours.`;
  return refuse(says, { case: says });
}

const underWay = new WeakMap<DisputeStore, Map<string, Promise<Outcome<Dispute>>>>();

/** Two presses of one form that overlap: the second waits for the first, and then finds what it made. */
async function oneAtATime(
  disputes: DisputeStore,
  once: string,
  work: () => Promise<Outcome<Dispute>>,
): Promise<Outcome<Dispute>> {
  const forms = underWay.get(disputes) ?? new Map<string, Promise<Outcome<Dispute>>>();
  underWay.set(disputes, forms);
  const mine = (forms.get(once) ?? Promise.resolve()).then(work, work);
  forms.set(once, mine);
  try {
    return await mine;
  } finally {
    if (forms.get(once) === mine) forms.delete(once);
  }
}
