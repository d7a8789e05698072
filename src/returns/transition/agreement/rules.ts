import { mayRaise, raiseConcern } from '../../../cases/concerns/rules.ts';
import { dayOf } from '../../../clock.ts';
import { sayDay } from '../../../local-date.ts';
import { nameOf } from '../../../people/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../../refusal.ts';
import { withItemDone } from '../../checklist/answering.ts';
import type { Returning, ReturnPlan } from '../../model.ts';
import type { Change, Doing } from '../../rules.ts';
import type { Agreement, Breach } from '../model.ts';
import { beside, fromTo, whyBeforeCare, whyNotChanged, withTransition, writtenSince } from '../rules.ts';
import { AGREEMENT_WORDS, type AgreementForm, type BreachForm } from './form.ts';

/** Writes the agreement with the parents, or changes it: the old one stays in the history. Answers PLN-02. */
export function saveAgreement({ about, plan }: Returning, form: AgreementForm, doing: Doing): Outcome<Change> {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return refuse(no);
  const before = plan.transition.agreement;
  if (before && isSame(before, form)) return done({ about, letters: [] });
  const since = writtenSince('the agreement', before, form.drawn, doing);
  if (since) return since;
  const wrong =
    form.on > dayOf(doing.now)
      ? `Date agreed: ${sayDay(form.on)} has not come yet. Give the day on which it was agreed.`
      : whyBeforeCare('Date agreed', form.on, { about, plan });
  if (wrong) return beside('on', wrong);
  const { on, goals, conditions, ifBroken } = form;
  const agreement = { on, goals, conditions, ifBroken, by: doing.by.id, at: doing.now };
  const answered = withItemDone(plan, about, 'PLN-02', `Written agreement of ${sayDay(on)}`, doing);
  return done({ about: withTransition(about, answered, { agreement }, sayChange(before, form), doing), letters: [] });
}

/** Why a broken condition cannot be logged here and now, or null. */
export function whyNoBreach({ about, plan }: Returning, doing: Doing): string | null {
  const no = whyNotChanged({ about, plan }, doing);
  if (no) return no;
  if (!mayRaise(about, doing.by, doing.authority, doing.now))
    return 'A broken condition is logged by the child’s social worker or their team manager. Ask one of them to log it.';
  return plan.transition.agreement
    ? null
    : `There is no written agreement for ${plan.id} yet. Write it down first, or raise a concern.`;
}

/**
 * Logs a broken condition and takes it to the team manager in the same write, at any hour: reviews found agreements
 * broken again and again with nothing done (NSPCC 2024; SUP-03). `concern` is the concern's own reference.
 */
export function logBreach(returning: Returning, form: BreachForm, concern: string, doing: Doing): Outcome<Change> {
  const { about, plan } = returning;
  const may = mayLogBreach(returning, form, doing);
  if (!may.ok) return may;
  if (isLogged(plan, form)) return done({ about, letters: [] });
  const { on, what, done: acted } = form;
  const breaches = [...plan.transition.breaches, { on, what, done: acted, by: doing.by.id, at: doing.now }];
  const answered = withItemDone(plan, about, 'SUP-03', `Logged, and raised as ${concern}`, doing);
  const said = `written agreement broken on ${sayDay(on)}; raised as ${concern}`;
  const logged = withTransition(about, answered, { breaches }, said, doing);
  const raised = {
    about: 'agreement-broken',
    after: `A condition of the written agreement was broken on ${sayDay(on)}`,
    says: [
      { heading: 'What happened', text: what },
      { heading: 'What was done', text: acted },
      { heading: AGREEMENT_WORDS.ifBroken, text: plan.transition.agreement!.ifBroken },
    ],
  } as const;
  return done(raiseConcern(logged, raised, concern, doing.by, doing.authority, doing.now));
}

/** Whether this may be logged; done with true where it is logged already, by the same form sent before. */
export function mayLogBreach({ about, plan }: Returning, form: BreachForm, doing: Doing): Outcome<boolean> {
  const no = whyNoBreach({ about, plan }, doing);
  if (no) return refuse(no);
  if (isLogged(plan, form)) return form.revision < about.revision ? done(true) : loggedAlready(form);
  const wrong = whyWrongDay(plan.transition.agreement!, form, doing);
  return wrong ? beside('on', wrong) : done(false);
}

function isLogged({ transition }: ReturnPlan, { on, what, done }: BreachForm): boolean {
  return transition.breaches.some((one) => one.on === on && one.what === what && one.done === done);
}

function loggedAlready({ on }: BreachForm): Refusal {
  return beside(
    'what',
    `What happened: this is logged already for ${sayDay(on)}, in the same words. Change something if it happened twice that day.`,
  );
}

function whyWrongDay(agreement: Agreement, { on }: BreachForm, { now }: Doing): string | null {
  if (on > dayOf(now)) return `When it happened: ${sayDay(on)} has not come yet. Give the day it happened.`;
  if (on >= agreement.on) return null;
  return `When it happened: ${sayDay(on)} is before the agreement was made, on ${sayDay(agreement.on)}. Please check the date.`;
}

function isSame(agreement: Agreement, { on, goals, conditions, ifBroken }: AgreementForm): boolean {
  return (
    agreement.on === on &&
    agreement.goals === goals &&
    agreement.conditions === conditions &&
    agreement.ifBroken === ifBroken
  );
}

function sayChange(before: Agreement | null, form: AgreementForm): string {
  const parts = (['goals', 'conditions', 'ifBroken'] as const).flatMap((part) =>
    fromTo(AGREEMENT_WORDS[part].toLowerCase(), before?.[part] ?? '', form[part]),
  );
  if (!before) return `written agreement of ${sayDay(form.on)}: ${parts.join('; ')}`;
  const days = before.on === form.on ? [] : [`date agreed from ${sayDay(before.on)} to ${sayDay(form.on)}`];
  return `written agreement changed: ${[...days, ...parts].join('; ')}`;
}

/** "Sat 5 December 2026: … Done: … (Ayesha Khan)". */
export function sayBreach(
  { on, what, done, by }: Breach,
  { authority: { register } }: Pick<Doing, 'authority'>,
): string {
  return `${sayDay(on)}: ${what} Done about it: ${done} (${nameOf(by, register)})`;
}

const IN_BRIEF = 160;

/** The beginning of a long text; the agreement itself has it whole. */
export function inBrief(text: string): string {
  return text.length > IN_BRIEF ? `${text.slice(0, IN_BRIEF - 1).trimEnd()}…` : text;
}
