import type { Sight } from '../authority/model.ts';
import { type Card, type CardName, type Catalogue, render } from '../cards/catalogue.ts';
import type { Case } from '../cases/model.ts';
import { channelLetterView, neutral } from '../disputes/channel-view.ts';
import { disputeLetterView } from '../disputes/letter-view.ts';
import type { Dispute } from '../disputes/model.ts';
import type { KeptLetter, LetterKind } from '../letters/model.ts';
import { reminderOf } from '../reminders/view.ts';
import { channelLetter, concernLetter, decidedLetter, decideLetter, toldLetter } from '../returns/letters.ts';
import type { ReturnPlan } from '../returns/model.ts';
import type { Needs } from './route.ts';

/** A letter's card, or why it is no longer worth sending. */
export type Drawn = Card | { readonly dropped: string };

export function isCard(drawn: Drawn): drawn is Card {
  return 'type' in drawn;
}

/** Draws a letter from its record as that stands now. `sight.by` is the reader; for a channel, the person it was written for. */
export type Draw = (letter: KeptLetter, sight: Sight, needs: Needs) => Promise<Drawn>;

/** Everything Homeward says unprompted, and the card it says it with. */
export const LETTER_CARDS: Readonly<Record<LetterKind, Draw>> = {
  'dispute.respond': aboutDispute((about, letter, sight) =>
    drawn('dispute.letter', disputeLetterView(about, letter, sight)),
  ),
  'dispute.told': aboutDispute((about, letter, sight) =>
    drawn('dispute.letter', disputeLetterView(about, letter, sight)),
  ),
  'dispute.reminder': aboutDispute((about, letter, sight) =>
    drawn('dispute.letter', disputeLetterView(about, letter, sight)),
  ),
  'dispute.lapsed': aboutDispute((about, letter, sight) =>
    drawn('dispute.letter', disputeLetterView(about, letter, sight)),
  ),
  'dispute.channel': aboutDispute((about, letter, sight) =>
    drawn('dispute.channel', channelLetterView(neutral(about, Number(letter.facts.rung)), sight)),
  ),
  'reminder.deadline': aboutCase((about, letter, sight) =>
    drawn('reminder.deadline', reminderOf(about, letter, sight)),
  ),
  'return.decide': aboutCase((about, letter, sight) => drawn('return.decision', decideLetter(about, letter, sight))),
  'return.decide.channel': aboutCase((about, letter) => drawn('return.channel', channelLetter(about, letter))),
  'return.decided': aboutCase((about, letter, sight) => drawn('return.decided', decidedLetter(about, letter, sight))),
  'return.told': aboutCase((about, letter, sight) => drawn('return.told', toldLetter(about, letter, sight))),
  'concern.raised': aboutCase((about, letter, sight) => drawn('concern.raised', concernLetter(about, letter, sight))),
};

/** A letter about a case. */
export function aboutCase(draw: (about: Case<ReturnPlan>, letter: KeptLetter, sight: Sight) => Drawn): Draw {
  return async (letter, sight, needs) => {
    const found = await needs.cases.get(letter.record.id);
    return found ? draw(found, letter, sight) : { dropped: 'the case is no longer kept' };
  };
}

/** A letter about a dispute. */
export function aboutDispute(draw: (about: Dispute, letter: KeptLetter, sight: Sight) => Drawn): Draw {
  return async (letter, sight, needs) => {
    const found = await needs.disputes.get(letter.record.id);
    return found ? draw(found, letter, sight) : { dropped: 'the dispute is no longer kept' };
  };
}

/** The card of a view, unless there is nothing to say any more. */
function drawn<N extends CardName>(name: N, view: Catalogue[N] | { readonly dropped: string }): Drawn {
  return 'dropped' in view ? view : render(name, view);
}
