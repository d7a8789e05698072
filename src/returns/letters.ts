import type { Sight } from '../authority/model.ts';
import { maySee } from '../cases/rules.ts';
import type { KeptLetter } from '../letters/model.ts';
import { type ReturnChannelView, returnChannelView } from './decisions/channel-view.ts';
import { type LapsedView, lapsedView } from './decisions/lapsed-view.ts';
import { hasDecided } from './decisions/rules.ts';
import { type DecidedView, type DecisionView, decidedView, decisionView } from './decisions/view.ts';
import type { Returning, ReturningCase } from './model.ts';
import { type ToldView, toldView } from './view.ts';

/** A letter that is no longer worth sending. */
export interface Dropped {
  readonly dropped: string;
}

const GONE: Dropped = { dropped: 'the return is no longer kept' };

/**
 * A return waits for a decision: unless it was answered, or sent back and asked again, before this was sent. Once sent it
 * shows how the decision stands, to whoever it was sent to, for as long as they may see it.
 */
export function decideLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): DecisionView | Dropped {
  const found = returnIn(about, letter);
  if (!found) return GONE;
  if (letter.passage.at === 'sent') {
    const sees = maySee(about, sight.by, sight.authority, sight.now) || hasDecided(found.plan, sight.by);
    return sees ? decisionView(found, sight) : { dropped: 'the reader has no part in it any more' };
  }
  const { decision, overtakenBy } = found.plan;
  const waits = decision.stands === 'asked' && decision.asking.at === letter.facts.asked && !overtakenBy;
  return waits ? decisionView(found, sight) : { dropped: 'it was decided before it was sent' };
}

/** The neutral card in the channel, as the decision stands now. */
export function channelLetter(about: ReturningCase, letter: KeptLetter): ReturnChannelView | Dropped {
  const found = returnIn(about, letter);
  return found ? returnChannelView(found, letter.facts.asked ?? '') : GONE;
}

/** The card at the head of a return's thread: always its latest request. */
export function channelHead(about: ReturningCase, letter: KeptLetter): ReturnChannelView | Dropped {
  const found = returnIn(about, letter);
  if (!found) return GONE;
  const { decision } = found.plan;
  return returnChannelView(found, decision.stands === 'none' ? (letter.facts.asked ?? '') : decision.asking.at);
}

/** How it was decided: unless it was asked again before this was sent. */
export function decidedLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): DecidedView | Dropped {
  const found = returnIn(about, letter);
  if (!found) return GONE;
  const { stands } = found.plan.decision;
  return stands === 'approved' || stands === 'sent-back'
    ? decidedView(found, sight)
    : { dropped: 'it was asked again before this was sent' };
}

/** An approval has lapsed: unless it was asked for again before this was sent. */
export function lapsedLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): LapsedView | Dropped {
  const found = returnIn(about, letter);
  if (!found) return GONE;
  const lapsed = found.plan.decision.stands === 'lapsed' && !found.plan.overtakenBy;
  return lapsed ? lapsedView(found, sight) : { dropped: 'it was asked for again before this was sent' };
}

export function toldLetter(about: ReturningCase, letter: KeptLetter, sight: Sight): ToldView | Dropped {
  const found = returnIn(about, letter);
  return found ? toldView(found, sight) : GONE;
}

function returnIn(about: ReturningCase, { facts }: KeptLetter): Returning | null {
  const plan = about.returns.find(({ id }) => id === facts.return);
  return plan ? { about, plan } : null;
}
