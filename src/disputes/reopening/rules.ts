import { titleOf } from '../../escalation/rules.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { referrals } from '../cafcass/rules.ts';
import { agreedStage } from '../checking/standing.ts';
import { enter, landing } from '../climbing/climb.ts';
import { HOMEWARD, line, standsAnew } from '../history.ts';
import { isLookedAfterNow } from '../looked-after.ts';
import type { Dispute, DisputeState } from '../model.ts';
import { byTheIro, closed, type IroActing, unknownDays } from '../rules.ts';
import { sayStage } from '../standing.ts';
import { cycleOf } from './cycles.ts';
import type { ReopenForm } from './form.ts';

/** The IRO takes up again what was resolved, closed or overtaken: the same reference, a new cycle, twenty days of its own. */
export const reopen = byTheIro(
  { what: 'reopen it', isTheirsAlone: false, stands: ({ state }): DisputeState => state, fromAnyCard: false },
  (acting, form: ReopenForm) => {
    return notReopened(acting) ?? reopenAt(acting, form.to, form.why);
  },
);

/** Why a dispute cannot be reopened as it stands: it still climbs, or was withdrawn or void for good. */
export function notToReopen(dispute: Dispute): Refusal | null {
  const { at } = dispute.state;
  if ('rung' in dispute.state) return refuse(`${dispute.id} is open. There is nothing to reopen; you can escalate it.`);
  return at === 'withdrawn' || at === 'void' ? closed(dispute) : null;
}

function notReopened({ dispute, about, today }: IroActing<DisputeState>): Refusal | null {
  const wrong = notToReopen(dispute);
  if (wrong || dispute.state.at !== 'overtaken' || (about && isLookedAfterNow(about, today))) return wrong;
  return refuse(
    `${dispute.id} was overtaken by events and the child is not looked after now, so it cannot be reopened. Take it to the child in need co-ordinator’s manager.`,
  );
}

/** Reopens a dispute at a stage, or at the one that agreed: the clock before is kept and a new one starts today. */
export function reopenAt(
  { dispute, by, cover, authority, now, today }: IroActing<unknown>,
  stage: number | null,
  why: string,
  changed: Partial<Pick<Dispute, 'checks'>> = {},
): Outcome<Dispute> {
  const lowest = agreedStage(dispute);
  const from = stage ?? lowest;
  const wrong = wrongStage(dispute, from, lowest) ?? unknownDays(today, authority.holidays);
  if (wrong) return wrong;
  const to = landing(dispute, from, authority, today);
  if (!to) {
    const title = titleOf(dispute.ladder, from);
    return besideTo(
      `Nobody holds the post of ${title} or any above, and nobody covers. You can refer the child’s case to Cafcass.`,
    );
  }
  const earlierClocks = dispute.clock ? [...dispute.earlierClocks, dispute.clock] : dispute.earlierClocks;
  const before = { earlierClocks, earlierCafcass: referrals(dispute), cafcass: null };
  const anew = { ...dispute, ...changed, ...before, clock: null };
  const entered = { ...before, ...changed, ...enter(anew, to, today, now, authority) };
  const cycle = cycleOf({ ...dispute, ...entered });
  const said = `Reopened at ${sayStage(dispute, to.stage)}${cover}, cycle ${cycle}, with twenty working days of its own: ${why}`;
  const notes = to.notes.map((note) => line(now, HOMEWARD, note));
  return done(standsAnew(dispute, entered, line(now, by.id, said), ...notes));
}

function wrongStage({ ladder }: Dispute, to: number, lowest: number): Refusal | null {
  if (to < lowest)
    return besideTo(`It was agreed by the ${titleOf(ladder, lowest)}, so it starts there again or higher, not lower.`);
  if (ladder.stages[to]) return null;
  return besideTo(`There is no stage ${to + 1} on this ladder; the last is the ${ladder.stages.at(-1)?.title}.`);
}

function besideTo(says: string): Refusal {
  return refuse(`Reopen at: ${says}`, { to: `Reopen at: ${says}` });
}

/** Whether the IRO is offered to reopen it: it is resolved, closed or overtaken. */
export function mayBeReopened(dispute: Dispute): boolean {
  return notToReopen(dispute) === null;
}
