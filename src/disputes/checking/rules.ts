import type { LocalDate } from '../../local-date.ts';
import { sayDay } from '../../local-date.ts';
import { done, type Outcome, type Refusal, refuse } from '../../refusal.ts';
import { line, standsAnew } from '../history.ts';
import type { Dispute, DisputeState } from '../model.ts';
import { reopenAt } from '../reopening/rules.ts';
import { byTheIro, closed, type IroActing } from '../rules.ts';
import type { CheckForm } from './form.ts';
import { CHECKS } from './model.ts';
import { checksLeft, type Monitoring, monitoring, reviewSince } from './standing.ts';

/**
 * The IRO says whether what was agreed was done. With both checks passed it is closed; a check that failed reopens it at
 * the stage that agreed, or higher (domain.md 3.6, 7.5 no. 15).
 */
export const check = byTheIro(
  {
    what: 'check what was agreed',
    isTheirsAlone: false,
    stands: ({ state }): DisputeState => state,
    fromAnyCard: false,
  },
  (acting, form: CheckForm) => {
    const resolved = monitoring(acting.dispute);
    if (!resolved) return nothingToCheck(acting.dispute);
    const wrong = notYet(acting, form, resolved);
    if (wrong) return wrong;
    return form.passed ? passed(acting, form, resolved) : failed(acting, form);
  },
);

/** Why nothing about a dispute is there to be checked. */
export function nothingToCheck(dispute: Dispute): Refusal {
  return 'rung' in dispute.state
    ? refuse(`${dispute.id} is not resolved yet, so there is nothing to check. Resolve it first.`)
    : closed(dispute);
}

function notYet({ dispute, about, today }: IroActing<DisputeState>, form: CheckForm, resolved: Monitoring) {
  const { kind } = form;
  if (!checksLeft(dispute).includes(kind))
    return beside(`Which check: ${CHECKS[kind].toLowerCase()} was checked already, and done. Choose the other.`);
  if (kind === 'next-review') return reviewSince(dispute, about, today) ? null : noReview(resolved);
  return form.passed && today < resolved.checkOn ? tooSoon(resolved.checkOn) : null;
}

function noReview({ on }: Monitoring): Refusal {
  return beside(
    `Which check: no review of the child is on record since it was resolved on ${sayDay(on)}. Log the review first; if you know now that it was not done, reopen the dispute.`,
  );
}

/** That it was done can be said only once the time for it is over; that it was not, at any time. */
function tooSoon(checkOn: LocalDate): Refusal {
  return beside(`Which check: the ten working days end on ${sayDay(checkOn)}. Check from then on that it was done.`);
}

function beside(says: string): Refusal {
  return refuse(says, { kind: says });
}

function passed({ dispute, by, cover, now, today }: IroActing<DisputeState>, form: CheckForm, resolved: Monitoring) {
  const { outcome, changed } = resolved;
  const checks = [...dispute.checks, madeOn(form, by.id, now, today)];
  const after = { ...dispute, checks };
  const isLast = checksLeft(after).length === 0;
  const said = line(now, by.id, `Checked ${CHECKS[form.kind].toLowerCase()}${cover}: done${sayWords(form)}`);
  if (!isLast) return done(standsAnew(dispute, { checks }, said));
  const closes = line(now, by.id, `Closed${cover}: what was agreed was done at both checks`);
  return done(standsAnew(dispute, { checks, state: { at: 'closed', on: today, outcome, changed } }, said, closes));
}

function failed(acting: IroActing<DisputeState>, form: CheckForm): Outcome<Dispute> {
  const { dispute, by, now, today } = acting;
  const why = `not done when checked ${CHECKS[form.kind].toLowerCase()}. ${form.says}`;
  return reopenAt(acting, form.to, why, { checks: [...dispute.checks, madeOn(form, by.id, now, today)] });
}

function madeOn({ kind, passed: isDone, says }: CheckForm, by: string, at: IroActing<unknown>['now'], on: LocalDate) {
  return { kind, on, at, by, passed: isDone, says };
}

function sayWords({ says }: CheckForm): string {
  return says === '' ? '' : `. ${says}`;
}
