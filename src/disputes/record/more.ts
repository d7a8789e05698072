import type { Sight } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import { sayDay } from '../../local-date.ts';
import type { Head } from '../../view.ts';
import { hasAskedCafcass } from '../cafcass/rules.ts';
import { monitoring } from '../checking/standing.ts';
import { stepsAhead } from '../climbing/view.ts';
import type { Dispute } from '../model.ts';
import { mayBeReopened } from '../reopening/rules.ts';
import { climbing, isLive, sayStanding, waitingResponse } from '../standing.ts';
import { isLeftToTell } from '../telling/rules.ts';
import { askRefusal } from '../voiding/rules.ts';
import { isAskedOf } from '../voiding/view.ts';

/** What is pressed more rarely, and by whom: a card of its own, one press from the dispute. */
export interface MoreButtons {
  readonly mayTurnOff: boolean;
  readonly mayTurnOn: boolean;
  readonly mayAskLegal: boolean;
  readonly mayConsult: boolean;
  /** Cafcass was asked for advice only: once the case is referred, the dispute's own card has it. */
  readonly mayNoteAdvice: boolean;
  readonly mayTellChild: boolean;
  readonly mayWithdrawHere: boolean;
  readonly mayReopen: boolean;
  /** While what was agreed is being checked: events may overtake it. */
  readonly mayOvertake: boolean;
  readonly mayAskVoid: boolean;
  /** Somebody asks that it is void, and this person can be the second. */
  readonly mayAnswerVoid: boolean;
}

export interface MoreView extends Head, MoreButtons {
  readonly id: string;
  readonly revision: string;
  readonly says: readonly { readonly line: string }[];
  readonly mayReadOn: boolean;
  readonly mayGoBack: boolean;
}

/** A card has room for six buttons. */
const MOST_BUTTONS = 6;

/** What may be pressed there. Every act asks again for itself. */
export function moreOf(dispute: Dispute, sight: Sight): MoreButtons {
  const { by, authority, today } = sight;
  const isIro = asIro(dispute, by, authority, today) !== null;
  const isOwn = by.id === dispute.people.iro;
  const isClimbing = climbing(dispute) !== null;
  const { escalateAutomatically: isOn, legalAdvice, cafcassConsulted } = dispute;
  return {
    mayTurnOff: isOwn && isClimbing && isOn,
    mayTurnOn: isOwn && isClimbing && !isOn,
    mayAskLegal: isIro && isLive(dispute) && legalAdvice === null,
    mayConsult: isIro && isLive(dispute) && cafcassConsulted === null,
    mayNoteAdvice: isIro && hasAskedCafcass(dispute) && dispute.cafcass === null,
    mayTellChild: isIro && isLive(dispute) && isLeftToTell(dispute),
    // Where a response waits, the dispute's own card has no room for it.
    mayWithdrawHere: isIro && isClimbing && waitingResponse(dispute) !== null,
    mayReopen: isIro && mayBeReopened(dispute),
    mayOvertake: isIro && monitoring(dispute) !== null,
    mayAskVoid: askRefusal(dispute, by, authority, today) === null,
    mayAnswerVoid: isAskedOf(dispute, sight),
  };
}

/** Whether there is anything on that card for this person. */
export function hasMore(dispute: Dispute, sight: Sight): boolean {
  return Object.values(moreOf(dispute, sight)).some(Boolean);
}

export function moreView(dispute: Dispute, sight: Sight): MoreView {
  const { legalAdvice, cafcassConsulted, escalateAutomatically, voiding } = dispute;
  const buttons = moreOf(dispute, sight);
  const room = MOST_BUTTONS - Object.values(buttons).filter(Boolean).length;
  const automatic = escalateAutomatically
    ? 'It moves up by itself if nobody responds.'
    : 'It does not move up by itself: the IRO is asked when a stage ends.';
  return {
    heading: `More about ${dispute.id}`,
    quiet: sayStanding(dispute, sight.today, sight.authority.holidays),
    id: dispute.id,
    revision: String(dispute.revision),
    says: [
      ...(stepsAhead(dispute, sight.authority, sight.today).length > 0 ? [automatic] : []),
      ...(legalAdvice ? [`Legal advice was asked for on ${sayDay(legalAdvice)}.`] : []),
      ...(voiding ? ['Somebody asked that it is void; a second person has not answered yet.'] : []),
      ...(cafcassConsulted ? [`Cafcass was asked for advice on ${sayDay(cafcassConsulted.on)}.`] : []),
    ].map((line) => ({ line })),
    mayReadOn: room > 0,
    mayGoBack: room > 1,
    ...buttons,
  };
}
