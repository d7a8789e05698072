import { z } from 'zod';
import { choice, day, maybeWords, readForm, words, yesNo } from '../../field.ts';
import type { LocalDate } from '../../local-date.ts';
import { done, type Outcome } from '../../refusal.ts';
import { type ReturnForm, readReturnForm, returnId } from '../form.ts';
import { STEP_DOWNS, type StepDownTo } from './model.ts';

/** The answers to: has the service in fact begun? */
export const BEGUN = { yes: 'Yes', 'not-yet': 'Not yet' } as const;

/** What was answered about one service. */
export interface ServiceChecked {
  readonly service: number;
  readonly begun: boolean;
  readonly words: string;
}

/** A card of services; one that was left unanswered is not among them. */
export interface ServicesForm extends ReturnForm {
  readonly checks: readonly ServiceChecked[];
}

const SERVICE = /^begun-(\d{1,4})$/;
const ABOUT_SERVICE = 'About this service';

/** Whether each is a service of this return is for the rules. */
export function readServicesForm(typed: Readonly<Record<string, unknown>>): Outcome<ServicesForm> {
  const which = readReturnForm(typed);
  if (!which.ok) return which;
  const checks: ServiceChecked[] = [];
  for (const key of Object.keys(typed).filter((one) => SERVICE.test(one))) {
    const service = Number(SERVICE.exec(key)![1]);
    const said = typed[`about-${service}`];
    if (isEmpty(typed[key]) && isEmpty(said)) continue;
    const read = readForm(checkSchema, { begun: typed[key], words: said });
    if (!read.ok) return read;
    checks.push({ service, begun: read.value.begun === 'yes', words: read.value.words });
  }
  return done({ ...which.value, checks });
}

const checkSchema = z.object({ begun: choice('Has it begun?', ['yes', 'not-yet']), words: maybeWords(ABOUT_SERVICE) });

function isEmpty(typed: unknown): boolean {
  return typed === undefined || typed === '';
}

/** The answers to: is the family pulling out of help after a good start? */
export const PULLING_OUT = { no: 'No', yes: 'Yes' } as const;

export interface HelpForm extends ReturnForm {
  readonly pullingOut: keyof typeof PULLING_OUT;
  readonly words: string;
}

const helpSchema: z.ZodType<HelpForm> = z
  .object({
    return: returnId,
    pullingOut: choice('Is the family pulling out of help?', ['no', 'yes']),
    words: maybeWords('What was seen or said'),
  })
  .refine(({ pullingOut, words: said }) => pullingOut === 'no' || said !== '', {
    path: ['words'],
    message: 'What was seen or said: say in a few words what makes you think so, and what is done about it.',
  });

export const HELP_INPUTS = ['pullingOut', 'words'] as const;

export const readHelpForm = (typed: unknown): Outcome<HelpForm> => readForm(helpSchema, typed);

export const STEP_DOWN_LABELS = {
  on: 'Date of the step down',
  to: 'Step down to',
  why: 'Why now (never to free capacity)',
  lead: 'Lead professional and agency',
  overlapUntil: 'Social worker stays until',
  familyKnows: 'The family knows that support is voluntary and how to come back',
  whyEarly: 'Why before six months',
} as const;

export interface StepDownForm extends ReturnForm {
  readonly on: LocalDate;
  readonly to: StepDownTo;
  readonly why: string;
  readonly lead: string;
  readonly overlapUntil: LocalDate;
  readonly familyKnows: boolean;
  /** Asked for while the six months are not over. */
  readonly whyEarly: string;
}

const stepDownSchema: z.ZodType<StepDownForm> = z.object({
  return: returnId,
  on: day(STEP_DOWN_LABELS.on),
  to: choice(STEP_DOWN_LABELS.to, Object.keys(STEP_DOWNS) as StepDownTo[]),
  why: words(STEP_DOWN_LABELS.why),
  lead: words(STEP_DOWN_LABELS.lead, 200),
  overlapUntil: day(STEP_DOWN_LABELS.overlapUntil),
  familyKnows: yesNo(),
  whyEarly: maybeWords(STEP_DOWN_LABELS.whyEarly),
});

export const STEP_DOWN_INPUTS = ['on', 'to', 'why', 'lead', 'overlapUntil', 'familyKnows', 'whyEarly'] as const;

export const readStepDownForm = (typed: unknown): Outcome<StepDownForm> => readForm(stepDownSchema, typed);

export interface BreakdownForm extends ReturnForm {
  readonly on: LocalDate;
  readonly backInCare: boolean;
  readonly why: string;
  readonly learned: string;
}

const breakdownSchema: z.ZodType<BreakdownForm> = z.object({
  return: returnId,
  on: day('When it broke down'),
  backInCare: yesNo(),
  why: words('Why it broke down'),
  learned: words('What was learned'),
});

export const BREAKDOWN_INPUTS = ['on', 'backInCare', 'why', 'learned'] as const;

export const readBreakdownForm = (typed: unknown): Outcome<BreakdownForm> => readForm(breakdownSchema, typed);

export interface ReferralForm extends ReturnForm {
  readonly on: LocalDate;
  readonly words: string;
}

const referralSchema: z.ZodType<ReferralForm> = z.object({
  return: returnId,
  on: day('Date of the referral'),
  words: words('What it is about'),
});

export const REFERRAL_INPUTS = ['on', 'words'] as const;

export const readReferralForm = (typed: unknown): Outcome<ReferralForm> => readForm(referralSchema, typed);
