import type { Sight } from '../../authority/model.ts';
import { asIro } from '../../cases/iro.ts';
import { isNotVoid } from '../cafcass/rules.ts';
import { monitoring } from '../checking/standing.ts';
import type { Dispute } from '../model.ts';
import { climbing, isSatisfied, waitingResponse } from '../standing.ts';
import { officerNow } from '../who.ts';
import { hasMore } from './more.ts';

/** Which buttons this person has on this dispute today. */
export interface Buttons {
  readonly mayJudge: boolean;
  /** What was agreed waits to be checked. */
  readonly mayCheck: boolean;
  readonly mayEscalate: boolean;
  readonly mayResolve: boolean;
  readonly isResolveNext: boolean;
  readonly mayRefer: boolean;
  /** Once it is referred, what Cafcass answered is noted in the place of Refer to Cafcass. */
  readonly mayNoteCafcass: boolean;
  readonly mayWithdraw: boolean;
  readonly mayRespond: boolean;
  readonly mayPassUp: boolean;
  readonly hasMore: boolean;
}

/** What may be pressed on this card. Every act asks again for itself, since cards are pressed late. */
export function buttonsOf(dispute: Dispute, sight: Sight): Buttons {
  const { by, authority, today } = sight;
  const state = climbing(dispute);
  const isIro = asIro(dispute, by, authority, today) !== null;
  const isOfficer =
    state !== null && state.at !== 'awaiting-iro' && officerNow(dispute, authority, today)?.person.id === by.id;
  const isClimbing = isIro && state !== null;
  const mayJudge = isIro && waitingResponse(dispute) !== null;
  return {
    mayJudge,
    mayCheck: isIro && monitoring(dispute) !== null,
    mayEscalate: isClimbing && state.rung.stage < dispute.ladder.stages.length - 1,
    mayResolve: isClimbing,
    isResolveNext: isClimbing && isSatisfied(dispute),
    mayRefer: isIro && isNotVoid(dispute) && dispute.cafcass === null,
    mayNoteCafcass: isIro && isNotVoid(dispute) && dispute.cafcass !== null,
    // Six buttons and no more: while a response waits, Withdraw is found under More.
    mayWithdraw: isClimbing && !mayJudge,
    mayRespond: isOfficer,
    mayPassUp: isOfficer && state.at === 'formal' && state.rung.stage < dispute.ladder.stages.length - 1,
    hasMore: hasMore(dispute, sight),
  };
}
