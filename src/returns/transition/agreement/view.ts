import type { Sight } from '../../../authority/model.ts';
import { whoHears } from '../../../cases/concerns/who.ts';
import { sayMoment } from '../../../clock.ts';
import { sayDay } from '../../../local-date.ts';
import { nameOf } from '../../../people/rules.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../../../view.ts';
import type { ReturnAsked } from '../actions.ts';
import type { Agreement, Breach } from '../model.ts';
import { whyNotChanged } from '../rules.ts';
import { dayAgain } from '../view.ts';
import { AGREEMENT_INPUTS, AGREEMENT_WORDS, BREACH_INPUTS } from './form.ts';
import { inBrief, sayBreach, whyNoBreach } from './rules.ts';

const BREACHES_A_CARD = 7;

/** The written agreement: a form for those who plan the return, to read for the others. */
export interface AgreementView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly drawn: string;
  readonly mayChange: boolean;
  readonly mayLog: boolean;
  readonly lines: readonly { readonly title: string; readonly says: string }[];
  readonly hasBreaches: boolean;
  readonly breaches: readonly { readonly says: string }[];
}

export function agreementView(
  { about, plan, typed }: ReturnAsked,
  sight: Sight,
  problems: readonly string[] = [],
): AgreementView {
  const { agreement, breaches } = plan.transition;
  const mayChange = whyNotChanged({ about, plan }, sight) === null;
  return {
    heading: 'Written agreement',
    quiet: `${plan.id} · ${agreement ? writtenBy(agreement, sight) : 'with the parents; nothing is written yet'}`,
    id: plan.id,
    revision: String(about.revision),
    drawn: sight.now,
    mayChange,
    mayLog: whyNoBreach({ about, plan }, sight) === null,
    lines: mayChange ? [] : linesOf(agreement),
    hasBreaches: breaches.length > 0,
    breaches: breachLines(breaches, sight),
    typed: typedAgain(AGREEMENT_INPUTS, {
      ...agreement,
      ...typed,
      on: dayAgain(typed.on, agreement?.on ?? sight.today),
    }),
    ...problemsOf(problems),
  };
}

/** The form that logs a broken condition. */
export interface BreachView extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
  readonly ifBroken: string;
}

export function breachView(
  { about, plan, typed }: ReturnAsked,
  sight: Sight,
  problems: readonly string[] = [],
): BreachView {
  const { by, today, authority } = sight;
  const hears = whoHears(about, 'team-manager', [by.id], authority, today);
  return {
    heading: 'A condition was broken',
    quiet: `${plan.id} · goes to ${nameOf(hears.person, authority.register)} 1:1 at once`,
    id: plan.id,
    revision: String(about.revision),
    ifBroken: inBrief(plan.transition.agreement?.ifBroken ?? ''),
    typed: typedAgain(BREACH_INPUTS, { ...typed, on: dayAgain(typed.on, today) }),
    ...problemsOf(problems),
  };
}

function breachLines(breaches: readonly Breach[], sight: Sight): AgreementView['breaches'] {
  const earlier = breaches.length - BREACHES_A_CARD;
  const said = breaches.slice(-BREACHES_A_CARD).map((breach) => ({ says: sayBreach(breach, sight) }));
  return earlier > 0 ? [{ says: `${earlier} earlier: each was raised as a concern.` }, ...said] : said;
}

function linesOf(agreement: Agreement | null): AgreementView['lines'] {
  if (!agreement) return [{ title: 'Not yet', says: 'The social worker writes it down here.' }];
  return [
    { title: 'Date agreed', says: sayDay(agreement.on) },
    ...(['goals', 'conditions', 'ifBroken'] as const).map((part) => ({
      title: AGREEMENT_WORDS[part],
      says: agreement[part],
    })),
  ];
}

function writtenBy({ by, at }: Agreement, { authority: { register } }: Sight): string {
  return `written by ${nameOf(by, register)}, ${sayMoment(at)}`;
}
