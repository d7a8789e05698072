import type { Sight } from '../../authority/model.ts';
import { type Card, type CardName, type Catalogue, render } from '../../cards/catalogue.ts';
import { referralLetter } from '../../cases/cafcass/view.ts';
import { channelLetter as concernInChannel } from '../../cases/concerns/channel-view.ts';
import { answeredLetter, raisedLetter } from '../../cases/concerns/letter-view.ts';
import { contestLetter } from '../../cases/contests/view.ts';
import type { Case } from '../../cases/model.ts';
import { praiseLetter } from '../../cases/praise/view.ts';
import { nextReviewView } from '../../cases/reviews/view.ts';
import { readStaff, readWeek } from '../../diaries/week/actions.ts';
import { isToldOfAll } from '../../diaries/week/rules.ts';
import { staffView, weekView } from '../../diaries/week/view.ts';
import { channelLetterView, neutral, neutralHead, storyView } from '../../disputes/letters/channel-view.ts';
import { disputeLetterView } from '../../disputes/letters/view.ts';
import type { Dispute } from '../../disputes/model.ts';
import { voidAskedView, voidedView, voidLetterOf } from '../../disputes/voiding/view.ts';
import { channelTroubleView } from '../../letters/channels/view.ts';
import type { LetterKind } from '../../letters/letters.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { reminderOf } from '../../reminders/view.ts';
import { missedView } from '../../reminders/watchdog-view.ts';
import { brokeDownLetter, checkLetter, steppedDownLetter } from '../../returns/after/letters.ts';
import { questionsLetter } from '../../returns/checklist/mine-view.ts';
import {
  channelHead,
  channelLetter,
  decidedLetter,
  decideLetter,
  lapsedLetter,
  toldLetter,
} from '../../returns/letters.ts';
import type { ReturnPlan } from '../../returns/model.ts';
import type { Needs } from '../route.ts';
import { drawDigest } from './digests.ts';
import { drawUnreachable } from './unreachable.ts';

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
    letter.facts.story
      ? drawn('dispute.channel', storyView(about, letter))
      : drawn('dispute.channel', channelLetterView(neutral(about, Number(letter.facts.rung)), sight)),
  ),
  'dispute.void-asked': aboutDispute((about, letter, sight) => voidLetter(about, letter, sight)),
  'dispute.void-answered': aboutDispute((about, _letter, sight) => render('dispute.voided', voidedView(about, sight))),
  'praise.told': aboutCase((about, letter, sight) => drawn('praise.letter', praiseLetter(about, letter, sight))),
  'cafcass.told': aboutCase((about, letter, sight) => drawn('cafcass.letter', referralLetter(about, letter, sight))),
  'review.contested': aboutCase((about, letter, sight) =>
    drawn('review.contested', contestLetter(about, letter, sight)),
  ),
  'reminder.deadline': aboutCase((about, letter, sight) =>
    drawn('reminder.deadline', reminderOf(about, letter, sight)),
  ),
  'return.decide': aboutCase((about, letter, sight) => drawn('return.decision', decideLetter(about, letter, sight))),
  'return.decide.channel': aboutCase((about, letter) => drawn('return.channel', channelLetter(about, letter))),
  'return.decided': aboutCase((about, letter, sight) => drawn('return.decided', decidedLetter(about, letter, sight))),
  'return.questions': aboutCase((about, letter, sight) =>
    drawn('return.questions', questionsLetter(about, letter, sight)),
  ),
  'return.lapsed': aboutCase((about, letter, sight) => drawn('return.lapsed', lapsedLetter(about, letter, sight))),
  'return.told': aboutCase((about, letter, sight) => drawn('return.told', toldLetter(about, letter, sight))),
  'return.stepped-down': aboutCase((about, letter, sight) =>
    drawn('after.stepped-down', steppedDownLetter(about, letter, sight)),
  ),
  'return.broke-down': aboutCase((about, letter, sight) =>
    drawn('after.broke-down', brokeDownLetter(about, letter, sight)),
  ),
  'return.check': aboutCase((about, letter, sight) => drawn('after.check', checkLetter(about, letter, sight))),
  'review.next': aboutCase((about, _letter, sight) => drawn('review.next', nextReviewView(about, sight))),
  'concern.raised': aboutCase((about, letter, sight) => drawn('concern.record', raisedLetter(about, letter, sight))),
  'concern.answered': aboutCase((about, letter, sight) =>
    drawn('concern.letter', answeredLetter(about, letter, sight)),
  ),
  'concern.told': aboutCase((about, letter, sight) => drawn('concern.letter', answeredLetter(about, letter, sight))),
  'concern.channel': aboutCase((about, letter) => drawn('concern.channel', concernInChannel(about, letter))),
  'digest.day': drawDigest,
  'digest.week': aboutWeek,
  'post.unreachable': drawUnreachable,
  'watch.missed': async (letter) => render('watch.missed', missedView(letter)),
  'channel.trouble': async (letter) => drawn('channel.trouble', channelTroubleView(letter)),
};

/**
 * The first card of a thread in a channel shows how the record stands now, and is redrawn as it moves; those after it tell
 * the story. A kind without one has the same card for both.
 */
const THREAD_HEADS: Readonly<Partial<Record<LetterKind, Draw>>> = {
  'dispute.channel': aboutDispute((about, _letter, sight) =>
    drawn('dispute.channel', channelLetterView(neutralHead(about), sight)),
  ),
  'return.decide.channel': aboutCase((about, letter) => drawn('return.channel', channelHead(about, letter))),
};

/** Draws a letter; `isHead` says whether it opens its thread in a channel. */
export function drawLetter(letter: KeptLetter, isHead: boolean, sight: Sight, needs: Needs): Promise<Drawn> {
  const draw = (isHead ? THREAD_HEADS[letter.kind] : undefined) ?? LETTER_CARDS[letter.kind];
  return draw(letter, sight, needs);
}

/** The week of the manager whose diary it is kept with. */
async function aboutWeek({ record: { id } }: KeptLetter, sight: Sight, needs: Needs): Promise<Drawn> {
  const person = needs.authority.register.get(id);
  if (!person) return { dropped: 'its reader is no longer on the register' };
  return isToldOfAll(person)
    ? render('digest.week', weekView(await readWeek(person, needs), sight))
    : drawn('team.list', staffView(await readStaff(person, needs), sight));
}

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

/** Asks the second person whether a dispute is void; once that is answered, it says so. */
function voidLetter(about: Dispute, letter: KeptLetter, sight: Sight): Drawn {
  const has = voidLetterOf(about, letter, sight);
  if (has === 'drop') return { dropped: 'it was answered before this was sent' };
  return has === 'ask'
    ? render('dispute.void-asked', voidAskedView({ about, typed: {} }, sight))
    : render('dispute.voided', voidedView(about, sight));
}

/** The card of a view, unless there is nothing to say any more. */
function drawn<N extends CardName>(name: N, view: Catalogue[N] | { readonly dropped: string }): Drawn {
  return 'dropped' in view ? view : render(name, view);
}
