import { dayOf } from '../../clock.ts';
import type { LocalDate } from '../../local-date.ts';
import type { HistoryLine } from '../../record.ts';
import type { Holidays } from '../../working-days.ts';
import type { Rung } from '../climbing/model.ts';
import type { Dispute } from '../model.ts';
import { climbing, sayDayOfTwenty, sayStage } from '../standing.ts';

/** One thing that happened, and how the dispute stood before and after where it moved. */
export interface Happened extends HistoryLine {
  readonly moved: { readonly before: string; readonly after: string } | null;
}

/** The whole history, oldest first, with each move from one stage to another beside the line that made it. */
export function storyOf(dispute: Dispute): readonly Happened[] {
  const rungs = rungsOf(dispute);
  let told = 0;
  return dispute.history.map((line) => {
    const came = rungs.findLastIndex(({ enteredAt }) => enteredAt <= line.at);
    const [before, after] = [rungs[told], rungs[came]];
    const isMove = came > told && before && after && before.stage !== after.stage;
    told = Math.max(told, came);
    return { ...line, moved: isMove ? { before: stageIn(dispute, before), after: stageIn(dispute, after) } : null };
  });
}

/** "day 3 of 20" on a day when the dispute climbed; nothing before it was formal and after it had ended. */
export function dayOfTwentyOn(dispute: Dispute, day: LocalDate, holidays: Holidays): string {
  const { clock, earlierClocks } = dispute;
  const running = [...earlierClocks, ...(clock ? [clock] : [])].findLast(({ formalOn }) => formalOn <= day);
  const isClimbing = rungsOf(dispute).some(
    (rung) => rung.startedOn <= day && (!('endedOn' in rung) || (rung.endedOn as LocalDate) >= day),
  );
  return running && isClimbing ? sayDayOfTwenty({ clock: running }, day, holidays) : '';
}

/** The lines of one page, by day. */
export function byDay<L extends HistoryLine>(lines: readonly L[]): readonly (readonly [LocalDate, readonly L[]])[] {
  const days = new Map<LocalDate, L[]>();
  for (const line of lines) days.set(dayOf(line.at), [...(days.get(dayOf(line.at)) ?? []), line]);
  return [...days];
}

function rungsOf(dispute: Dispute): readonly Rung[] {
  const now = climbing(dispute);
  return [...dispute.climbed, ...(now ? [now.rung] : [])];
}

function stageIn(dispute: Dispute, { stage }: Rung): string {
  return sayStage(dispute, stage);
}
