import type { LocalDate } from '../../local-date.ts';
import type { HistoryLine } from '../../record.ts';
import { done, type Refusal, refuse } from '../../refusal.ts';
import { plusWorkingDays } from '../../working-days.ts';
import { referrals } from '../cafcass/rules.ts';
import { left } from '../climbing/climb.ts';
import type { ReasonForm } from '../form.ts';
import { line, standsAnew } from '../history.ts';
import type { Dispute, DisputeState } from '../model.ts';
import { byTheIro, unknownDays, WHILE_IT_CLIMBS } from '../rules.ts';
import { isLive } from '../standing.ts';
import type { ResolveForm } from './form.ts';
import { CHECK_AFTER_WORKING_DAYS, type DisputeOutcome, MONITORED, OUTCOMES } from './model.ts';

/** The IRO ends it with an outcome. What was agreed is checked at ten working days. */
export const resolve = byTheIro({ ...WHILE_IT_CLIMBS, what: 'resolve it' }, (acting, form: ResolveForm) => {
  const { dispute, by, cover, authority, now, today } = acting;
  const { outcome, changed } = form;
  const wrong = notReferred(dispute, outcome) ?? unknownDays(today, authority.holidays);
  if (wrong) return wrong;
  if (outcome === 'overtaken')
    return done(overtaken(dispute, changed, line(now, by.id, sayEnd(outcome, cover, changed)), today));
  const ended = { on: today, outcome, changed };
  const checkOn = plusWorkingDays(today, CHECK_AFTER_WORKING_DAYS, authority.holidays);
  const state: DisputeState = MONITORED.includes(outcome)
    ? { at: 'resolved-monitoring', ...ended, checkOn }
    : { at: 'closed', ...ended };
  const said = line(now, by.id, sayEnd(outcome, cover, changed));
  return done(standsAnew(dispute, { climbed: left(dispute, today, 'resolved'), state }, said));
});

function sayEnd(outcome: DisputeOutcome, cover: string, changed: string): string {
  return `${OUTCOMES[outcome]}${cover}. What changed for the child: ${changed}`;
}

/**
 * The IRO closes it because events have overtaken it, while it climbs or while what was agreed is checked: such as when
 * the child is no longer looked after (domain.md 7.5 no. 9).
 */
export const overtake = byTheIro(
  {
    what: 'close it as overtaken',
    isTheirsAlone: false,
    stands: (dispute) => (isLive(dispute) ? dispute.state : null),
    fromAnyCard: false,
  },
  ({ dispute, by, cover, now, today }, { why }: ReasonForm) =>
    done(overtaken(dispute, why, line(now, by.id, `Closed as overtaken${cover}: ${why}`), today)),
);

function overtaken(dispute: Dispute, why: string, said: HistoryLine, on: LocalDate): Dispute {
  const climbed = left(dispute, on, 'overtaken');
  return standsAnew(dispute, { climbed, state: { at: 'overtaken', on, why } }, said);
}

function notReferred(dispute: Dispute, outcome: DisputeOutcome): Refusal | null {
  if (outcome !== 'referred-to-cafcass' || referrals(dispute).length > 0) return null;
  const says =
    'Outcome: this dispute has not been referred to Cafcass. Press Refer to Cafcass first, or choose another outcome.';
  return refuse(says, { outcome: says });
}

/** The IRO takes it back. It stays on record and in the figures. */
export const withdraw = byTheIro({ ...WHILE_IT_CLIMBS, what: 'withdraw it' }, (acting, { why }: ReasonForm) => {
  const { dispute, by, cover, now, today } = acting;
  const climbed = left(dispute, today, 'withdrawn');
  const said = line(now, by.id, `Withdrawn${cover}: ${why}`);
  return done(standsAnew(dispute, { climbed, state: { at: 'withdrawn', on: today, why } }, said));
});
