import type { Sight } from '../../authority/model.ts';
import { childOf } from '../../cases/view.ts';
import { isLocalDate, type LocalDate, sayDay } from '../../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, problemsOf, typedAgain } from '../../view.ts';
import type { AfterAsked } from './actions.ts';
import { stepsLeft } from './ending.ts';
import { BEGUN, BREAKDOWN_INPUTS, HELP_INPUTS, PULLING_OUT, REFERRAL_INPUTS, STEP_DOWN_INPUTS } from './form.ts';
import { STEP_DOWNS } from './model.ts';
import { monitoredUntil } from './rules.ts';
import { isLateService, notBegun } from './services.ts';

interface AboutReturn extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
}

/** One service to be asked about. */
export interface ServiceView {
  readonly name: string;
  /** "Promised by Fri 4 December 2026, by Northmoor Family Centre". */
  readonly promised: string;
  readonly begunId: string;
  readonly aboutId: string;
  readonly typed: { readonly begun: string; readonly about: string };
  readonly choices: { readonly begun: readonly Choice[] };
}

/** Has each promised service begun? */
export interface ServicesFormView extends AboutReturn {
  readonly services: readonly ServiceView[];
  readonly hasMore: boolean;
  readonly more: string;
}

const SERVICES_A_CARD = 7;

export function servicesFormView(
  asked: AfterAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): ServicesFormView {
  const { plan, typed } = asked;
  const left = notBegun(plan);
  const more = left.length - SERVICES_A_CARD;
  return {
    ...headOf('Has it begun?', asked, problems),
    typed: {},
    services: left.slice(0, SERVICES_A_CARD).map((service) => {
      const { id, name, who, startBy } = service;
      const late = isLateService(service, today) ? '⚠ ' : '';
      const again = typedAgain([`begun-${id}`, `about-${id}`], typed);
      return {
        name,
        promised: `${late}Promised by ${sayDay(startBy)}, by ${who}`,
        begunId: `begun-${id}`,
        aboutId: `about-${id}`,
        typed: { begun: again[`begun-${id}`]!, about: again[`about-${id}`]! },
        choices: { begun: choicesOf(BEGUN) },
      };
    }),
    hasMore: more > 0,
    more: `${more} more ${more === 1 ? 'comes' : 'come'} once these are answered.`,
  };
}

/** Is the family pulling out of help after a good start? */
export interface HelpFormView extends AboutReturn {
  readonly choices: { readonly answers: readonly Choice[] };
  readonly ifSo: string;
}

export function helpFormView(asked: AfterAsked, _sight: Sight, problems: readonly string[] = []): HelpFormView {
  return {
    ...headOf('After a good start', asked, problems),
    typed: typedAgain(HELP_INPUTS, asked.typed),
    choices: { answers: choicesOf(PULLING_OUT) },
    ifSo: `If yes, speak with your team manager today. To put it before them in writing, type “concern ${asked.about.id}”.`,
  };
}

/** A step down to other services. */
export interface StepDownFormView extends AboutReturn {
  readonly choices: { readonly steps: readonly Choice[] };
  /** Whether the six months are not over on the day that the form shows: then a reason is asked for. */
  readonly isEarly: boolean;
  readonly early: string;
}

export function stepDownFormView(
  asked: AfterAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): StepDownFormView {
  const { plan, typed } = asked;
  const until = monitoredUntil(plan);
  const on = dayOr(typed.on, today);
  const left = stepsLeft(plan);
  return {
    ...headOf('Step down', asked, problems),
    typed: typedAgain(STEP_DOWN_INPUTS, { to: left[0], familyKnows: 'false', ...typed, on }),
    choices: { steps: left.map((to) => ({ title: STEP_DOWNS[to], value: to })) },
    isEarly: on < until,
    early: `Six months of monitoring end on ${sayDay(until)}. Research advises at least that; it is not law. A step down before it needs a reason.`,
  };
}

/** The return broke down. */
export interface BreakdownFormView extends AboutReturn {
  readonly newCare: string;
}

export function breakdownFormView(
  asked: AfterAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): BreakdownFormView {
  const { about, typed } = asked;
  return {
    ...headOf('It broke down', asked, problems),
    typed: typedAgain(BREAKDOWN_INPUTS, { backInCare: 'false', ...typed, on: dayOr(typed.on, today) }),
    newCare: `Saving ends this return and tells the IRO and the managers. It does not record new care: type “update ${about.id}” for that.`,
  };
}

/** A new referral. */
export type ReferralFormView = AboutReturn;

export function referralFormView(
  asked: AfterAsked,
  { today }: Sight,
  problems: readonly string[] = [],
): ReferralFormView {
  const { typed } = asked;
  return {
    ...headOf('New referral', asked, problems),
    typed: typedAgain(REFERRAL_INPUTS, { ...typed, on: dayOr(typed.on, today) }),
  };
}

function headOf(heading: string, { about, plan }: AfterAsked, problems: readonly string[]) {
  return {
    heading,
    quiet: `${childOf(about)} · ${plan.id} · home since ${sayDay(plan.wentHomeOn!)}`,
    id: plan.id,
    revision: String(about.revision),
    ...problemsOf(problems),
  };
}

function dayOr(typed: unknown, today: LocalDate): LocalDate {
  return isLocalDate(typed) ? typed : today;
}
