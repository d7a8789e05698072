import type { Sight } from '../../authority/model.ts';
import type { Dispute } from '../model.ts';
import { climbing, isLive, isSatisfied, waitingResponse } from '../standing.ts';
import { actingIro, officerNow } from '../who.ts';

/** Which buttons this person has on this dispute today. */
export interface Buttons {
  readonly mayJudge: boolean;
  readonly mayEscalate: boolean;
  readonly mayResolve: boolean;
  readonly isResolveNext: boolean;
  readonly mayRefer: boolean;
  readonly mayWithdraw: boolean;
  readonly mayRespond: boolean;
  readonly mayPassUp: boolean;
}

/** What may be pressed on this card. Every act asks again for itself, since cards are pressed late. */
export function buttonsOf(dispute: Dispute, { by, authority, today }: Sight): Buttons {
  const state = climbing(dispute);
  const isIro = actingIro(dispute, by, authority, today) !== null;
  const isOfficer =
    state !== null && state.at !== 'awaiting-iro' && officerNow(dispute, authority, today)?.person.id === by.id;
  const isClimbing = isIro && state !== null;
  return {
    mayJudge: isIro && waitingResponse(dispute) !== null,
    mayEscalate: isClimbing && state.rung.stage < dispute.ladder.stages.length - 1,
    mayResolve: isClimbing,
    isResolveNext: isClimbing && isSatisfied(dispute),
    mayRefer: isIro && isLive(dispute) && dispute.cafcass === null,
    mayWithdraw: isClimbing,
    mayRespond: isOfficer,
    mayPassUp: isOfficer && state.at === 'formal' && state.rung.stage < dispute.ladder.stages.length - 1,
  };
}
