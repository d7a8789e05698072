import { type Instant, momentOf } from '../../clock.ts';
import { CAP_REMINDERS, reminderDays } from '../../escalation/rules.ts';
import type { Letter } from '../../letters/model.ts';
import { plusWorkingDays } from '../../working-days.ts';
import { iroOf, officerOf, posts, reminders, type Writing } from '../letters/writing.ts';
import type { Dispute } from '../model.ts';
import { climbing, rungNumber, waitingResponse } from '../standing.ts';

/** When the working day starts, and with it reminders and moves. */
export const START = '09:00';

/** A moment at which something is said, and to which series it belongs: of each only the latest is. */
export interface Point {
  readonly at: Instant;
  readonly series: 'stage' | 'twenty-days' | 'check';
  readonly letters: readonly Letter[];
}

/** Every moment at which this dispute, as it stands, has something to remind people of. */
export function pointsOf(dispute: Dispute, writing: Writing): readonly Point[] {
  const { state } = dispute;
  if (state.at === 'resolved-monitoring') {
    const to = [iroOf(dispute, writing)];
    const letters = reminders(dispute, `check/${state.checkOn}`, { what: 'check' }, to, writing);
    return [{ at: momentOf(state.checkOn, START), series: 'check', letters }];
  }
  return climbing(dispute) ? [...stagePoints(dispute, writing), ...capPoints(dispute, writing)] : [];
}

/** Half-way, one working day before and on the day, to the officer; once they have answered, on the day to the IRO. */
function stagePoints(dispute: Dispute, writing: Writing): readonly Point[] {
  const { rung, at: where } = climbing(dispute)!;
  const isWithIro = where === 'awaiting-iro';
  const waiting = waitingResponse(dispute);
  if (rung.lapsed || (isWithIro && !waiting)) return [];
  const to = [isWithIro ? iroOf(dispute, writing) : officerOf(dispute, writing)];
  return reminderDays(rung.startedOn, rung.due, writing.authority.holidays)
    .filter(({ what }) => !isWithIro || what === 'today')
    .map(({ on, what }) => ({ at: momentOf(on, START), what: isWithIro ? 'judge' : what }))
    .filter(({ at }) => at > (waiting?.at ?? rung.enteredAt))
    .map(({ at, what }) => ({
      at,
      series: 'stage',
      letters: reminders(dispute, `rung/${rungNumber(dispute)}/${what}`, { what }, to, writing),
    }));
}

/** Days 15, 18, 19 and 20 of the twenty, to the Director and the IRO manager. */
function capPoints(dispute: Dispute, writing: Writing): readonly Point[] {
  const { clock } = dispute;
  if (!clock) return [];
  const to = posts(dispute, ['director', 'iro-manager'], writing);
  return CAP_REMINDERS.map((day) => ({
    at: momentOf(plusWorkingDays(clock.formalOn, day, writing.authority.holidays), START),
    series: 'twenty-days',
    letters: reminders(dispute, `${clock.formalOn}/day/${day}`, { what: 'twenty-days' }, to, writing),
  }));
}

/** Of each series, the latest moment that has come. */
export function latestOf(points: readonly Point[], now: Instant): readonly Point[] {
  const past = points.filter(({ at }) => at <= now);
  return past.filter((point) => !past.some(({ series, at }) => series === point.series && at > point.at));
}
