import type { Sight } from '../../authority/model.ts';
import type { TeamList } from '../../cases/deadlines/actions.ts';
import { type TeamListView, teamListView } from '../../cases/deadlines/view.ts';
import { planTitle } from '../../disputes/climbing/view.ts';
import { sayStage } from '../../disputes/standing.ts';
import { sayDay } from '../../local-date.ts';
import { holds } from '../../people/rules.ts';
import { type Fact, type Head, sayWhen } from '../../view.ts';
import { manyWaiting } from '../digest/rules.ts';
import type { DigestLine } from '../digest/view.ts';
import { waitingLines } from '../digest/words.ts';
import { AHEAD_WORKING_DAYS, type Week } from './model.ts';
import { isNil } from './rules.ts';

/** A manager's staff by worker; none where nothing is late or due: then nothing is sent. */
export function staffView(list: TeamList, sight: Sight): TeamListView | { readonly dropped: string } {
  if (list.shares.length === 0) return { dropped: 'nothing is late or due soon in the team' };
  const view = teamListView(list, sight);
  return {
    ...view,
    heading: holds(sight.by, 'iro-manager') ? 'This week, by worker' : 'Your staff this week',
    quiet: `${sayDay(sight.today)} · ${view.quiet}`,
  };
}

/** The week of the Director or the Chief Executive. */
export interface WeekView extends Head {
  /** What a lock screen shows: numbers only. */
  readonly summary: string;
  readonly lines: readonly DigestLine[];
  readonly needs: string;
  readonly coming: readonly Fact[];
  readonly comes: string;
  readonly visits: readonly Fact[];
  readonly hasLate: boolean;
}

export function weekView(week: Week, sight: Sight): WeekView {
  const { waiting, coming, lateVisits } = week;
  const { today, authority } = sight;
  const late = lateVisits.reduce((sum, each) => sum + each.late, 0);
  const many = manyWaiting(waiting);
  return {
    heading: isNil(week) ? 'This week: nothing needs you' : `This week: ${sayMany(many)}`,
    quiet: sayDay(today),
    summary: isNil(week)
      ? 'This week: nothing needs you'
      : `This week: ${sayMany(many)}, ${coming.length} to come, ${late} overdue visits`,
    lines: waitingLines(waiting, sight),
    needs: many > 0 ? 'Needs you' : '✓ Nothing waits for you.',
    coming: coming.map(({ dispute, stage, on }) => ({
      title: dispute.id,
      value: `${planTitle(dispute, sight)}: ${sayStage(dispute, stage)}, from ${sayWhen(on, today, authority.holidays)}`,
    })),
    comes:
      coming.length > 0
        ? `Reaches you within ${AHEAD_WORKING_DAYS} working days`
        : `✓ Nothing reaches you within ${AHEAD_WORKING_DAYS} working days.`,
    visits: lateVisits.map((each) => ({
      title: each.service,
      value: each.late === 0 ? '✓ None' : `⚠ ${each.late} overdue`,
    })),
    hasLate: late > 0,
  };
}

function sayMany(many: number): string {
  return many === 0 ? 'nothing waits for you' : many === 1 ? '1 thing waits for you' : `${many} things wait for you`;
}
