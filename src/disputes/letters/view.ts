import type { Sight } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import { titleOf } from '../../escalation/rules.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import type { Head } from '../../view.ts';
import { isCheckLeft, monitoring } from '../checking/standing.ts';
import type { Dispute } from '../model.ts';
import { buttonsOf } from '../record/buttons.ts';
import { alone, sayChildren } from '../siblings/model.ts';
import { climbing, rungNumber, sayStanding, waitingResponse } from '../standing.ts';
import { maySee, officerNow, whyNobodyNow } from '../who.ts';
import { checkReminded } from './after-words.ts';
import { wordsOf } from './words.ts';

/** A letter about a dispute, 1:1: what is asked or what happened, and the way in. */
export interface DisputeLetterView extends Head {
  readonly id: string;
  readonly revision: string;
  readonly says: readonly { readonly line: string }[];
  readonly mayRespond: boolean;
  readonly mayJudge: boolean;
  readonly mayEscalate: boolean;
  readonly mayCheck: boolean;
  /** Cafcass is one press away from the letter that asks the IRO to consider it. */
  readonly mayRefer: boolean;
  readonly escalateTo: string;
  readonly escalateWhy: string;
}

/** The letter as things now stand, or why it is no longer worth sending. One that was sent is redrawn and never dropped. */
export function disputeLetterView(
  dispute: Dispute,
  letter: KeptLetter,
  sight: Sight,
): DisputeLetterView | { readonly dropped: string } {
  const { by, today, authority } = sight;
  const isAskedNow = officerNow(dispute, authority, today)?.person.id === by.id;
  if (!isAskedNow && !maySee(dispute, by, authority, today))
    return { dropped: 'the reader has no part in the dispute any more' };
  const isCurrent = climbing(dispute) !== null && letter.facts.rung === String(rungNumber(dispute));
  if (letter.passage.at !== 'sent' && !isStillTrue(dispute, letter, isCurrent, sight))
    return { dropped: 'the dispute has moved on' };
  const { heading, lines } = wordsOf(dispute, letter, isCurrent, sight);
  const state = climbing(dispute);
  const next = offeredTo(dispute, letter, sight);
  return {
    heading,
    quiet: `${dispute.id} · ${sayChildren(alone(dispute))} · ${sayStanding(dispute, today, authority.holidays)}`,
    id: dispute.id,
    revision: String(dispute.revision),
    says: lines
      .filter((line) => line !== '')
      .slice(0, 6)
      .map((line) => ({ line })),
    mayRespond: isCurrent && isAskedNow && state?.at !== 'awaiting-iro' && asksAgain(letter),
    mayJudge: waitingResponse(dispute) !== null && asIro(dispute, by, authority, today) !== null,
    mayEscalate: next !== null,
    mayCheck: mayCheck(dispute, sight),
    mayRefer: letter.facts.what === 'cap-passed' && buttonsOf(dispute, sight).mayRefer,
    escalateTo: next === null ? '' : String(next),
    escalateWhy: state
      ? `No response from ${titleOf(dispute.ladder, state.rung.stage)} by ${sayDay(state.rung.due)}.`
      : '',
  };
}

/** Reminders that are about the twenty days, and so true at whatever stage. */
const OF_THE_TWENTY = ['twenty-days', 'cap-overdue', 'cap-passed'];

/** Whether what the letter asks still waits to be done. What only tells is always worth telling. */
function isStillTrue(
  dispute: Dispute,
  { kind, facts }: KeptLetter,
  isCurrent: boolean,
  { authority, today }: Sight,
): boolean {
  const isWithIro = dispute.state.at === 'awaiting-iro';
  if (kind === 'dispute.respond') return isCurrent && !isWithIro;
  if (facts.what === 'no-officer') return isCurrent && whyNobodyNow(dispute, authority, today) !== null;
  if (kind !== 'dispute.reminder') return true;
  const check = checkReminded(facts);
  if (check) return isCheckLeft(dispute, check);
  if (OF_THE_TWENTY.includes(facts.what ?? '')) return climbing(dispute) !== null;
  return isCurrent && isWithIro === (facts.what === 'judge');
}

/** The stage that one press takes a lapsed dispute to, for its IRO; null when that is not offered. */
function offeredTo(dispute: Dispute, { kind, facts }: KeptLetter, { by, authority, today }: Sight): number | null {
  const state = climbing(dispute);
  if (kind !== 'dispute.lapsed' || facts.came !== 'offered' || !state?.rung.lapsed || state.at === 'awaiting-iro')
    return null;
  if (facts.rung !== String(rungNumber(dispute)) || !asIro(dispute, by, authority, today)) return null;
  return state.rung.stage + 1;
}

/** What only tells asks for nothing, but that a response was judged not to be enough. */
function asksAgain({ kind, facts }: KeptLetter): boolean {
  return kind !== 'dispute.told' || facts.what === 'judged';
}

function mayCheck(dispute: Dispute, { by, authority, today }: Sight): boolean {
  return monitoring(dispute) !== null && asIro(dispute, by, authority, today) !== null;
}
