import type { Sight } from '../authority/model.ts';
import { type FormAgain, type Head, problemsOf, typedAgain } from '../view.ts';
import type { DisputeAsked } from './actions.ts';
import { alone, sayChildren } from './siblings/model.ts';
import { sayStanding } from './standing.ts';
import { maySee } from './who.ts';

/** What every small form about a dispute says before its inputs. */
export interface AboutDispute extends Head, FormAgain {
  readonly id: string;
  readonly revision: string;
}

/** The top of a small form: what stands, and what was typed so far. */
export function aboutDispute(
  { about: dispute, typed }: DisputeAsked,
  heading: string,
  inputs: readonly string[],
  { by, today, authority }: Sight,
  problems: readonly string[],
): AboutDispute {
  // Who works for the register, and not for the child, is told the reference of the dispute only.
  const children = maySee(dispute, by, authority, today) ? [sayChildren(alone(dispute))] : [];
  return {
    heading,
    quiet: [dispute.id, ...children, sayStanding(dispute, today, authority.holidays)].join(' · '),
    id: dispute.id,
    revision: String(dispute.revision),
    typed: typedAgain(inputs, typed),
    ...problemsOf(problems),
  };
}

/** A form that asks only why: withdraw, refer to Cafcass, agree to escalate. */
export interface ReasonView extends AboutDispute {
  readonly warning: string;
}

/** Words cut to a length that a phone can show before the first button. */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;
}
