import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant, momentOf } from '../../clock.ts';
import { stageDue, titleOf } from '../../escalation/rules.ts';
import type { Letter } from '../../letters/model.ts';
import { sayDay } from '../../local-date.ts';
import { plusWorkingDays } from '../../working-days.ts';
import { HOMEWARD, line } from '../history.ts';
import { lapseLetters } from '../letters/rules.ts';
import type { Lapsed, Writing } from '../letters/writing.ts';
import type { Dispute } from '../model.ts';
import { climbing, climbOf, lapseDay, sayStage } from '../standing.ts';
import { landing, moveTo } from './climb.ts';
import { START } from './points.ts';

/** One stage lapsing, when its time has come: it moves up on the IRO's standing instruction, or stays and the IRO is asked. */
export function lapse(
  dispute: Dispute,
  writing: Writing,
): { readonly dispute: Dispute; readonly letters: readonly Letter[] } | null {
  const { authority, now } = writing;
  const state = climbing(dispute);
  if (!state || state.at === 'awaiting-iro' || lapseMoment(dispute, authority) > now) return null;
  const moved = movedUp(dispute, writing);
  if (state.rung.lapsed && (!moved || !dispute.escalateAutomatically)) return null;
  if (moved && dispute.escalateAutomatically)
    return { dispute: moved, letters: lapseLetters(dispute, 'moved', writing) };

  const came: Lapsed = moved ? 'offered' : 'no-further';
  const said = line(
    now,
    HOMEWARD,
    `${sayNobody(dispute)}. ${moved ? 'The IRO is asked whether to escalate' : 'There is no later stage; the IRO is asked to consider Cafcass'}`,
  );
  const stays = { ...state, rung: { ...state.rung, lapsed: true } };
  return {
    dispute: { ...dispute, state: stays, history: [...dispute.history, said] },
    letters: lapseLetters(dispute, came, writing),
  };
}

/** The dispute one move further, counted from the day the last stage lapsed; null at the end, or when no day would be left to answer. */
function movedUp(dispute: Dispute, { authority, now }: Writing): Dispute | null {
  const { rung } = climbing(dispute)!;
  const from = lapseDay(rung);
  const to = landing(dispute, rung.stage + 1, authority, dayOf(now));
  if (!to) return null;
  if (dispute.clock && stageDue(climbOf(dispute), to.stage, from, authority.holidays) <= from) return null;
  const said = line(
    now,
    HOMEWARD,
    `${sayNobody(dispute)}. Moved up to ${sayStage(dispute, to.stage)} on the IRO’s standing instruction`,
  );
  return moveTo(dispute, to, 'lapsed', from, said, authority);
}

function sayNobody(dispute: Dispute): string {
  const { rung } = climbing(dispute)!;
  const what = rung.askedAgainOn ? 'No further response' : 'No response';
  return `${what} from ${titleOf(dispute.ladder, rung.stage)} by ${sayDay(lapseDay(rung))}`;
}

/** 09:00 on the working day after the stage's last day. */
export function lapseMoment(dispute: Dispute, { holidays }: Authority): Instant {
  return momentOf(plusWorkingDays(lapseDay(climbing(dispute)!.rung), 1, holidays), START);
}
