import type { Authority } from '../authority/model.ts';
import type { Case } from '../cases/model.ts';
import { maySee as maySeeCase } from '../cases/rules.ts';
import { dayOf, type Instant } from '../clock.ts';
import type { Person } from '../people/model.ts';
import { holds } from '../people/rules.ts';
import { done, type Outcome, refuse } from '../refusal.ts';
import { setAutomatic as instruct, referToCafcass as refer, resolve, withdraw } from './ending.ts';
import type {
  AutomaticForm,
  DisputeForm,
  EscalateForm,
  JudgeForm,
  ReasonForm,
  ResolveForm,
  RespondForm,
} from './form.ts';
import { lettersOf } from './letters.ts';
import type { Dispute } from './model.ts';
import { caseOf, type DisputeNeeds, noteAttempt, notThere } from './opening.ts';
import { mayRaise, raise } from './raise.ts';
import type { AskToRaise, RaiseForm } from './raise-form.ts';
import { escalate, judge, agreeToEscalate as passUp, respond } from './rules.ts';
import { type DisputeStore, fromForm } from './store.ts';
import { wake } from './wake.ts';
import { maySee, officerNow } from './who.ts';

const SAVED_FIRST =
  'Someone else saved a change to this dispute first. Nothing of yours was saved; please look again and press once more.';

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

export const respondToDispute = acting<RespondForm>(respond, 'respond');
export const agreeToEscalate = acting<ReasonForm>(passUp, 'pass it up');
export const judgeResponse = acting<JudgeForm>(judge, 'judge a response');
export const escalateDispute = acting<EscalateForm>(escalate, 'escalate it');
export const resolveDispute = acting<ResolveForm>(resolve, 'resolve it');
export const withdrawDispute = acting<ReasonForm>(withdraw, 'withdraw it');
export const referToCafcass = acting<ReasonForm>(refer, 'refer it to Cafcass');
export const setAutomatic = acting<AutomaticForm>(instruct, 'change what happens when nobody responds');

type Rule<F> = (dispute: Dispute, form: F, by: Person, authority: Authority, now: Instant) => Outcome<Dispute>;

/**
 * Load, bring up to date, decide, save with the letters. A stage whose time has come lapses before the act is weighed, so
 * that what counts does not hang on when the clock last ticked.
 */
function acting<F extends DisputeForm>(rule: Rule<F>, what: string) {
  return async (form: F, by: Person, needs: DisputeNeeds): Promise<Outcome<Dispute>> => {
    const found = await needs.disputes.get(form.dispute);
    if (!found) return notThere(form);
    const woken = await awake(found, needs);
    if (woken === 'stale') return refuse(SAVED_FIRST);
    const now = needs.clock.now();
    if (!maySee(woken, by, needs.authority, dayOf(now)) && !isOfficer(woken, by, needs, now)) {
      await noteAttempt(woken, by, what, needs);
      return notThere(form);
    }
    const decided = rule(woken, form, by, needs.authority, now);
    if (!decided.ok || decided.value === woken) return decided;
    return keep(woken, decided.value, by, needs);
  };
}

/** The case, for somebody who may see it: to anybody else it is as if it were not there. */
async function childOf(reference: string, by: Person, { cases, authority, clock }: DisputeNeeds): Promise<Case | null> {
  const found = await cases.get(reference);
  return found && maySeeCase(found, by, authority, clock.now()) ? found : null;
}

/** The dispute with whatever its time has brought, saved if that is anything. */
async function awake(found: Dispute, needs: DisputeNeeds): Promise<Dispute | 'stale'> {
  const woken = wake(found, needs.clock.now(), needs.authority, await caseOf(found, needs));
  return woken.changed ? needs.disputes.save(woken.dispute, woken.letters) : found;
}

async function keep(
  before: Dispute | null,
  after: Dispute,
  by: Person,
  needs: DisputeNeeds,
): Promise<Outcome<Dispute>> {
  const writing = { authority: needs.authority, now: needs.clock.now(), by: by.id };
  const kept = await needs.disputes.save(after, lettersOf(before, after, writing));
  return kept === 'stale' ? refuse(SAVED_FIRST) : done(kept);
}

function isOfficer(dispute: Dispute, by: Person, { authority }: DisputeNeeds, now: Instant): boolean {
  return officerNow(dispute, authority, dayOf(now))?.person.id === by.id;
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
