import type { Sight } from '../authority/model.ts';
import { INFORMAL } from '../escalation/model.ts';
import { sayDay } from '../local-date.ts';
import { type Choice, choicesOf, type FormAgain, type Head, typedAgain } from '../view.ts';
import { ESCALATE_INPUTS, JUDGE_INPUTS, REASON_INPUTS, RESOLVE_INPUTS, RESPOND_INPUTS } from './form.ts';
import { type Dispute, OUTCOMES, RESPONSES, THEMES, VERDICTS } from './model.ts';
import type { DisputeAsked } from './opening.ts';
import { RAISE_INPUTS } from './raise-form.ts';
import { climbing, sayStage, sayStanding, waitingResponse } from './standing.ts';
import { cut, sayResponse } from './view.ts';

type Typed = Readonly<Record<string, unknown>>;

/** The form on which an IRO writes down a dispute. */
export interface RaiseView extends Head, FormAgain {
  readonly once: string;
  /** The child's reference came with the words that asked for the form, so it is not asked again. */
  readonly hasCase: boolean;
  readonly choices: { readonly themes: readonly Choice[]; readonly stages: readonly Choice[] };
}

export function raiseView(
  typed: Typed,
  problems: readonly string[],
  { authority: { ladder }, once }: Sight,
): RaiseView {
  const kept = typedAgain(RAISE_INPUTS, {
    startAt: 'informal',
    urgent: 'false',
    escalateAutomatically: 'true',
    ...typed,
  });
  const stages = ladder.stages.map(({ title, workingDays }, at) => ({
    title: `Stage ${at + 1}, ${title} (${workingDays} working days)`,
    value: String(at),
  }));
  return {
    heading: 'Raise a dispute',
    quiet: kept.case === '' ? 'Nobody’s permission is needed' : `${kept.case} · nobody’s permission is needed`,
    once: typeof typed.once === 'string' && typed.once !== '' ? typed.once : once,
    hasCase: kept.case !== '',
    typed: kept,
    ...again(problems),
    choices: {
      themes: choicesOf(THEMES),
      stages: [{ title: `Informal (${ladder.informalDays} working days)`, value: 'informal' }, ...stages],
    },
  };
}

/** What every small form about a dispute says before its inputs. */
interface AboutDispute extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
}

function about(
  { about: dispute, typed }: DisputeAsked,
  heading: string,
  inputs: readonly string[],
  { today, authority }: Sight,
  problems: readonly string[],
): AboutDispute {
  return {
    heading,
    quiet: `${dispute.id} · ${sayStanding(dispute, today, authority.holidays)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    typed: typedAgain(inputs, typed),
    ...again(problems),
  };
}

function again(problems: readonly string[]): Omit<FormAgain, 'typed'> {
  return { hasProblems: problems.length > 0, problems: problems.map((says) => ({ says })) };
}

/** The officer's response: what it is about, then three inputs, then room for three actions. */
export interface RespondView extends AboutDispute {
  readonly concern: string;
  readonly wanted: string;
  /** Whether the second and third action are open: closed until they are used. */
  readonly showMore: boolean;
  readonly choices: { readonly kinds: readonly Choice[] };
}

const MORE_ACTIONS = RESPOND_INPUTS.filter((input) => /[23]$/.test(input));

export function respondView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): RespondView {
  return {
    ...about(asked, 'Your response', RESPOND_INPUTS, sight, problems),
    concern: cut(asked.about.issue.concern, 400),
    wanted: cut(asked.about.issue.wanted, 300),
    showMore: MORE_ACTIONS.some((input) => Boolean(asked.typed[input])),
    choices: { kinds: choicesOf(RESPONSES) },
  };
}

/** Takes a dispute to any later stage; the IRO's standing instruction is changed here too. */
export interface EscalateView extends AboutDispute {
  readonly automatic: string;
  readonly mayTurnOff: boolean;
  readonly mayTurnOn: boolean;
  readonly choices: { readonly stages: readonly Choice[] };
}

export function escalateView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): EscalateView {
  const { about: dispute } = asked;
  const stages = laterStages(dispute);
  const form = about(asked, 'Escalate', ESCALATE_INPUTS, sight, problems);
  const isOwn = sight.by.id === dispute.people.iro;
  const { escalateAutomatically: isOn } = dispute;
  return {
    ...form,
    typed: { ...form.typed, to: form.typed.to || (stages[0]?.value ?? '') },
    automatic: isOn
      ? 'It moves up by itself if nobody responds.'
      : 'It does not move up by itself: you are asked when a stage ends.',
    mayTurnOff: isOwn && isOn,
    mayTurnOn: isOwn && !isOn,
    choices: { stages },
  };
}

function laterStages(dispute: Dispute): readonly Choice[] {
  const stage = climbing(dispute)?.rung.stage ?? INFORMAL;
  return dispute.ladder.stages.map((_, at) => ({ title: sayStage(dispute, at), value: String(at) })).slice(stage + 1);
}

/** The IRO judges the response that waits. */
export interface JudgeView extends AboutDispute {
  readonly response: string;
  readonly choices: { readonly verdicts: readonly Choice[] };
}

export function judgeView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): JudgeView {
  const waiting = waitingResponse(asked.about);
  return {
    ...about(asked, 'Is this response enough?', JUDGE_INPUTS, sight, problems),
    response: waiting ? sayResponse(waiting, sight) : 'No response waits for you.',
    choices: { verdicts: choicesOf(VERDICTS) },
  };
}

/** The second question before a dispute is resolved. */
export interface ResolveView extends AboutDispute {
  readonly warning: string;
  readonly choices: { readonly outcomes: readonly Choice[] };
}

export function resolveView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ResolveView {
  return {
    ...about(asked, 'Resolve this dispute?', RESOLVE_INPUTS, sight, problems),
    warning: 'This ends the climb and its clock. What was agreed is checked after ten working days.',
    choices: { outcomes: choicesOf(OUTCOMES) },
  };
}

/** A form that asks only why: withdraw, refer to Cafcass, agree to escalate. */
export interface ReasonView extends AboutDispute {
  readonly warning: string;
}

export function withdrawView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning = 'This ends it for good and cannot be undone. It stays on record and in the figures.';
  return { ...about(asked, 'Withdraw this dispute?', REASON_INPUTS, sight, problems), warning };
}

export function cafcassView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const warning =
    'Nobody’s permission is needed. Homeward notes the referral and tells the Director; you send it to Cafcass yourself. The local stages go on.';
  return { ...about(asked, 'Refer to Cafcass', REASON_INPUTS, sight, problems), warning };
}

export function agreeView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const { about: dispute } = asked;
  const next = sayStage(dispute, (climbing(dispute)?.rung.stage ?? INFORMAL) + 1);
  const ends = dispute.clock ? ` The twenty days still end on ${sayDay(dispute.clock.cap)}.` : '';
  return {
    ...about(asked, 'Agree to escalate', REASON_INPUTS, sight, problems),
    warning: `It goes up at once, to ${next} or above.${ends}`,
  };
}
