import type { Sight } from '../../authority/model.ts';
import { INFORMAL } from '../../escalation/model.ts';
import { titleOf } from '../../escalation/rules.ts';
import { sayDay } from '../../local-date.ts';
import { nameOf } from '../../people/rules.ts';
import { type Choice, choicesOf } from '../../view.ts';
import type { DisputeAsked } from '../actions.ts';
import { REASON_INPUTS } from '../form.ts';
import type { Dispute } from '../model.ts';
import { firstRungOf } from '../reopening/cycles.ts';
import { climbing, sayStage } from '../standing.ts';
import { type AboutDispute, aboutDispute, cut, type ReasonView } from '../view.ts';
import { RESPOND_INPUTS } from './form.ts';
import { RESPONSES, type Response, VERDICT_WORDS } from './model.ts';

/** The officer's response: what it is about, then three inputs, then room for three actions. */
export interface RespondView extends AboutDispute {
  readonly concern: string;
  readonly wanted: string;
  /** Why the response before this one was not enough. */
  readonly hasJudged: boolean;
  readonly judged: string;
  /** Whether the second and third action are open: closed until they are used. */
  readonly showMore: boolean;
  readonly choices: { readonly kinds: readonly Choice[] };
}

const MORE_ACTIONS = RESPOND_INPUTS.filter((input) => /[23]$/.test(input));

export function respondView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): RespondView {
  const before = asked.about.responses.findLast(({ judged }) => judged !== null);
  return {
    ...aboutDispute(asked, 'Your response', RESPOND_INPUTS, sight, problems),
    concern: cut(asked.about.issue.concern, 400),
    wanted: cut(asked.about.issue.wanted, 300),
    hasJudged: before !== undefined,
    judged: before ? sayJudged(before) : '',
    showMore: MORE_ACTIONS.some((input) => Boolean(asked.typed[input])),
    choices: { kinds: choicesOf(RESPONSES) },
  };
}

export function agreeView(asked: DisputeAsked, sight: Sight, problems: readonly string[] = []): ReasonView {
  const { about: dispute } = asked;
  const next = sayStage(dispute, (climbing(dispute)?.rung.stage ?? INFORMAL) + 1);
  const ends = dispute.clock ? ` The twenty days still end on ${sayDay(dispute.clock.cap)}.` : '';
  return {
    ...aboutDispute(asked, 'Agree to escalate', REASON_INPUTS, sight, problems),
    warning: `It goes up at once, to ${next} or above.${ends}`,
  };
}

/** "Judged partly satisfactory: no date for the brother", or nothing while it waits. */
export function sayJudged({ judged }: Response): string {
  if (!judged) return '';
  return `Judged ${VERDICT_WORDS[judged.verdict]}${judged.why === '' ? '' : `: ${cut(judged.why, 300)}`}`;
}

/** "Grace Obi proposed a plan: … · Visit weekly (Ayesha Khan, by Fri 10 April 2026) · judged partly". */
export function sayResponse(response: Response, sight: Sight): string {
  const { actions, judged } = response;
  const verdict = judged ? [`judged: ${VERDICT_WORDS[judged.verdict]}`] : [];
  return [sayAnswer(response, sight), ...actions.map(sayAction), ...verdict].join(' · ');
}

/** "Grace Obi proposed a plan: …", without its actions. */
export function sayAnswer({ by, kind, says, arrived }: Response, { authority }: Sight): string {
  const late = arrived === 'in-time' ? '' : ', late';
  return `${nameOf(by, authority.register)} ${DID[kind]}${late}: ${says}`;
}

/** "Visit weekly (Ayesha Khan, by Fri 10 April 2026)". */
export function sayAction({ what, owner, by }: Response['actions'][number]): string {
  return `${what} (${owner}, by ${sayDay(by)})`;
}

/** The last response that counted since the dispute was raised, or reopened: what answered an earlier cycle has failed. */
export function latestResponse(dispute: Dispute): Response | undefined {
  const first = firstRungOf(dispute);
  return dispute.responses.findLast(({ arrived, rung }) => arrived !== 'after-moving-on' && rung >= first);
}

/** That the stage before let its days pass: whoever is asked next is not told so in a letter of its own. */
export function sayUnanswered({ climbed, ladder }: Dispute): string {
  const before = climbed.at(-1);
  if (before?.ended !== 'lapsed') return '';
  const where =
    before.stage === INFORMAL ? 'the informal stage' : `stage ${before.stage + 1}, ${titleOf(ladder, before.stage)}`;
  return `${before.askedAgainOn ? 'No further response' : 'Nobody responded'} in time at ${where}. `;
}

const DID = { accept: 'accepted', plan: 'proposed a plan', disagree: 'disagreed' } as const satisfies Record<
  keyof typeof RESPONSES,
  string
>;
