import type { Case } from '../../cases/model.ts';
import { maySee as maySeeCase } from '../../cases/rules.ts';
import { dayOf } from '../../clock.ts';
import type { Person } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { done, type Outcome, refuse } from '../../refusal.ts';
import { type DisputeNeeds, keep } from '../actions.ts';
import type { Dispute } from '../model.ts';
import { type DisputeStore, fromForm } from '../store.ts';
import type { AskToRaise, RaiseForm } from './form.ts';
import { mayRaise, raise } from './rules.ts';

/** Opens the form to raise a dispute, for the child's IRO. Says early what would be refused at the end. */
export async function askToRaise(form: AskToRaise, by: Person, needs: DisputeNeeds): Promise<Outcome<AskToRaise>> {
  if (form.case === null) {
    return holds(by, 'iro', 'iro-manager')
      ? done(form)
      : refuse('Raising a dispute is for the child’s IRO. Tell them what worries you.');
  }
  const about = await childOf(form.case, by, needs);
  return (
    (about ? mayRaise(about, by, needs.authority, dayOf(needs.clock.now())) : unknownChild(form.case)) ?? done(form)
  );
}

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
    const id = await needs.disputes.nextId('D');
    const raised = raise(form, about, id, by, needs.authority, needs.clock.now());
    return raised.ok ? keep(null, raised.value, by, needs) : raised;
  });
}

/** The case, for somebody who may see it: to anybody else it is as if it were not there. */
async function childOf(reference: string, by: Person, { cases, authority, clock }: DisputeNeeds): Promise<Case | null> {
  const found = await cases.get(reference);
  return found && maySeeCase(found, by, authority, clock.now()) ? found : null;
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
