import type { Authority } from '../../authority/model.ts';
import { dayOf, type Instant } from '../../clock.ts';
import { INFORMAL, type Landing } from '../../escalation/model.ts';
import { capOf, landingAt, stageDue, titleOf } from '../../escalation/rules.ts';
import type { LocalDate } from '../../local-date.ts';
import type { HistoryLine } from '../../record.ts';
import { HOMEWARD, line, standsAnew } from '../history.ts';
import type { Climbing, Dispute } from '../model.ts';
import { climbing, climbOf, lapseDay } from '../standing.ts';
import type { Climbed, Rung } from './model.ts';

/** The climb so far, with the current rung left behind. */
export function left({ climbed, state }: Dispute, on: LocalDate, ended: Climbed['ended']): readonly Climbed[] {
  return 'rung' in state ? [...climbed, { ...state.rung, endedOn: on, ended }] : climbed;
}

/** Why a stage came to this person: the post, the cover, and what was passed over. */
function whyOfficer({ holder, notes, stage }: Landing, dispute: Dispute): string {
  const post = stage === INFORMAL ? 'Team manager of the child' : titleOf(dispute.ladder, stage);
  const who = holder.covering ? `covers for ${holder.covering.name}, ${post}` : post;
  return [who, ...notes].join('. ');
}

/** Where the next move to `stage` or above would land; null when there is nobody left to ask. */
export function landing(dispute: Dispute, stage: number, { register }: Authority, day: LocalDate): Landing | null {
  const rung = climbing(dispute)?.rung;
  const asked = rung && rung.stage !== INFORMAL ? rung.officer : null;
  return landingAt(climbOf(dispute), stage, asked, register, day);
}

/** The rung of a landing. The first formal one starts the clock of the twenty days; nothing later moves it. */
export function enter(
  dispute: Dispute,
  to: Landing,
  startedOn: LocalDate,
  now: Instant,
  { holidays }: Authority,
): Pick<Dispute, 'clock'> & { readonly state: Climbing } {
  const isFormal = to.stage !== INFORMAL;
  const clock = dispute.clock ?? (isFormal ? { formalOn: startedOn, cap: capOf(startedOn, holidays) } : null);
  const due = stageDue(climbOf({ ...dispute, clock }), to.stage, startedOn, holidays);
  const rung: Rung = {
    stage: to.stage,
    startedOn,
    due,
    officer: to.holder.person.id,
    whyOfficer: whyOfficer(to, dispute),
    enteredAt: now,
    lapsed: false,
    askedAgainOn: null,
  };
  return { clock, state: { at: isFormal ? 'formal' : 'informal', rung } };
}

/** Leaves the current rung and enters another, with a line of history for the move and one for each stage passed over. */
export function moveTo(
  dispute: Dispute,
  to: Landing,
  ended: Climbed['ended'],
  startedOn: LocalDate,
  said: HistoryLine,
  authority: Authority,
): Dispute {
  const climbed = left(dispute, ended === 'lapsed' ? startedOn : dayOf(said.at), ended);
  const notes = to.notes.map((note) => line(said.at, HOMEWARD, note));
  return standsAnew(dispute, { ...enter(dispute, to, startedOn, said.at, authority), climbed }, said, ...notes);
}

/**
 * Moves up because a person said so. A stage that had lapsed hands on its last day, so that no day is lost to the twenty,
 * as long as that leaves the next officer one. Making a dispute formal always counts from the day it is done.
 */
export function moveUp(
  dispute: Dispute,
  to: Landing,
  ended: Climbed['ended'],
  said: HistoryLine,
  authority: Authority,
): Dispute {
  const today = dayOf(said.at);
  const { rung } = climbing(dispute)!;
  const moved = (startedOn: LocalDate) => moveTo(dispute, to, ended, startedOn, said, authority);
  if (!rung.lapsed || rung.stage === INFORMAL) return moved(today);
  const inPlan = moved(lapseDay(rung));
  return climbing(inPlan)!.rung.due > today ? inPlan : moved(today);
}
