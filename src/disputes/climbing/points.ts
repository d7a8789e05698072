import type { Case } from '../../cases/model.ts';
import { dayOf, type Instant, momentOf } from '../../clock.ts';
import { CAP_REMINDERS, reminderDays } from '../../escalation/rules.ts';
import type { Letter } from '../../letters/model.ts';
import { plusWorkingDays, workingDaysFrom } from '../../working-days.ts';
import { isCheckLeft, monitoring, reviewSince } from '../checking/standing.ts';
import { iroOf, officerOf, posts, reminders, type Writing } from '../letters/writing.ts';
import type { Dispute } from '../model.ts';
import { climbing, rungNumber, waitingResponse } from '../standing.ts';

/** When the working day starts, and with it reminders and moves. */
export const START = '09:00';

/** A moment at which something is said, and to which series it belongs: of each only the latest is. */
export interface Point {
  readonly at: Instant;
  readonly series: 'stage' | 'twenty-days' | 'cafcass' | 'check' | 'check-review';
  readonly letters: readonly Letter[];
}

/** Every moment at which this dispute, as it stands, has something to remind people of. */
export function pointsOf(dispute: Dispute, writing: Writing, about?: Case): readonly Point[] {
  if (monitoring(dispute)) return checkPoints(dispute, writing, about);
  if (!climbing(dispute)) return [];
  return [...stagePoints(dispute, writing), ...capPoints(dispute, writing), ...overduePoints(dispute, writing)];
}

/** To the IRO: at ten working days, and on the working day after the next review of the child, each until it is checked. */
function checkPoints(dispute: Dispute, writing: Writing, about: Case | undefined): readonly Point[] {
  const to = [iroOf(dispute, writing)];
  const { checkOn, on } = monitoring(dispute)!;
  const heldOn = reviewSince(dispute, about, dayOf(writing.now));
  const points: Point[] = [];
  if (isCheckLeft(dispute, 'ten-days')) {
    const letters = reminders(dispute, `check/${checkOn}`, { what: 'check' }, to, writing);
    points.push({ at: momentOf(checkOn, START), series: 'check', letters });
  }
  if (heldOn && isCheckLeft(dispute, 'next-review')) {
    const next = momentOf(plusWorkingDays(heldOn, 1, writing.authority.holidays), START);
    const facts = { what: 'check-review', heldOn };
    const letters = reminders(dispute, `check/${on}/review`, facts, to, writing);
    points.push({ at: next, series: 'check-review', letters });
  }
  return points;
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

/**
 * With the twenty days gone and no outcome, the Director and the IRO manager are told every working day until it ends, and
 * the IRO is asked once, on the first, to consider Cafcass (domain.md 7.5 no. 20).
 */
function overduePoints(dispute: Dispute, writing: Writing): readonly Point[] {
  const { clock } = dispute;
  if (!clock) return [];
  const { holidays } = writing.authority;
  const { formalOn, cap } = clock;
  const gone = Math.max(0, workingDaysFrom(cap, dayOf(writing.now), holidays));
  const morning = (over: number) => momentOf(plusWorkingDays(cap, over, holidays), START);
  const to = posts(dispute, ['director', 'iro-manager'], writing);
  const days = [gone, gone + 1].filter((over) => over > 0);
  const facts = { what: 'cap-passed' };
  return [
    ...days.map((over): Point => {
      const letters = reminders(dispute, `${formalOn}/over/${over}`, { what: 'cap-overdue' }, to, writing);
      return { at: morning(over), series: 'twenty-days', letters };
    }),
    {
      at: morning(1),
      series: 'cafcass',
      letters: reminders(dispute, `${formalOn}/over`, facts, [iroOf(dispute, writing)], writing),
    },
  ];
}

/** Of each series, the latest moment that has come. */
export function latestOf(points: readonly Point[], now: Instant): readonly Point[] {
  const past = points.filter(({ at }) => at <= now);
  return past.filter((point) => !past.some(({ series, at }) => series === point.series && at > point.at));
}
