import { type Asked, type Climb, FORMAL_WORKING_DAYS, INFORMAL } from '../escalation/model.ts';
import { titleOf } from '../escalation/rules.ts';
import type { LocalDate } from '../local-date.ts';
import { type Holidays, workingDaysFrom } from '../working-days.ts';
import type { Rung } from './climbing/model.ts';
import { OUTCOMES } from './ending/model.ts';
import type { Climbing, Dispute } from './model.ts';
import { sayCycle } from './reopening/cycles.ts';
import type { Response } from './responding/model.ts';

/** Whether anything about the dispute may still happen: it climbs, or what was agreed is being checked. */
export function isLive({ state }: Dispute): boolean {
  return 'rung' in state || state.at === 'resolved-monitoring';
}

/** The state of a dispute that still climbs; null once it is resolved, closed or withdrawn. */
export function climbing({ state }: Dispute): Climbing | null {
  return 'rung' in state ? state : null;
}

/** Which rung of the whole climb this is, counted from 0: with the rungs behind it, unique even after a reopening. */
export function rungNumber({ climbed }: Dispute): number {
  return climbed.length;
}

/** A rung of the climb by its number, whether left behind or current. */
export function rungAt(dispute: Dispute, number: number): Rung | null {
  return dispute.climbed[number] ?? (number === rungNumber(dispute) ? (climbing(dispute)?.rung ?? null) : null);
}

export function climbOf(dispute: Dispute): Climb {
  const { ladder, people, service, urgent, clock, issue } = dispute;
  const conflicts = { decidedBy: issue.decidedBy, iro: people.iro, asked: askedOf(dispute) };
  return { ladder, line: { teamManager: people.teamManager, service }, conflicts, urgent, cap: clock?.cap ?? null };
}

/** Who has been asked, or has answered, at a stage since the dispute was last made formal. */
function askedOf(dispute: Dispute): readonly Asked[] {
  const { climbed, clock, responses } = dispute;
  const now = climbing(dispute)?.rung;
  const answered = responses.flatMap(({ rung, by }) => {
    const at = rungAt(dispute, rung);
    return at ? [{ ...at, officer: by }] : [];
  });
  return [...climbed, ...(now ? [now] : []), ...answered]
    .filter(({ startedOn }) => clock !== null && startedOn >= clock.formalOn)
    .map(({ stage, officer }) => ({ stage, officer }));
}

/** Whether a card drawn at that revision shows the dispute as it no longer stands. */
export function isStale(dispute: Dispute, revision: number): boolean {
  return revision < dispute.standsSince || revision > dispute.revision;
}

/** The response that the IRO has not judged yet. */
export function waitingResponse(dispute: Dispute): Response | null {
  if (dispute.state.at !== 'awaiting-iro') return null;
  const here = ({ rung, arrived }: Response) => rung === rungNumber(dispute) && arrived !== 'after-moving-on';
  return dispute.responses.findLast((response) => here(response) && response.judged === null) ?? null;
}

/** Whether the last response that counts was judged satisfactory, so that only Resolve is left to do. */
export function isSatisfied(dispute: Dispute): boolean {
  return dispute.state.at === 'awaiting-iro' && waitingResponse(dispute) === null;
}

/** The last day of a rung: a response judged too late to be followed by another still leaves the officer that day. */
export function lapseDay({ due, startedOn, askedAgainOn }: Rung): LocalDate {
  return [due, startedOn, askedAgainOn ?? due].reduce((last, day) => (day > last ? day : last));
}

/** "Stage 2 of 5, Service manager", or "Informal". */
export function sayStage({ ladder }: Dispute, stage: number): string {
  const title = titleOf(ladder, stage);
  return stage === INFORMAL ? `${title}, Team manager` : `Stage ${stage + 1} of ${ladder.stages.length}, ${title}`;
}

/** "day 3 of 5": never past the stage's own days, since what is late says so in words. */
export function sayDayOfStage(
  { startedOn, due }: Pick<Rung, 'startedOn' | 'due'>,
  today: LocalDate,
  holidays: Holidays,
): string {
  if (due <= startedOn) return 'no days left';
  const total = workingDaysFrom(startedOn, due, holidays);
  const over = today > due ? workingDaysFrom(due, today, holidays) : 0;
  if (today > due) return over > 0 ? `${sayDays(over)} past its ${total}` : `all ${total} days gone`;
  return `day ${Math.max(0, workingDaysFrom(startedOn, today, holidays))} of ${total}`;
}

/** "day 8 of 20", or that the twenty have not begun. */
export function sayDayOfTwenty({ clock }: Pick<Dispute, 'clock'>, today: LocalDate, holidays: Holidays): string {
  if (!clock) return 'the 20 days start when it is made formal';
  const day = workingDaysFrom(clock.formalOn, today, holidays);
  const all = FORMAL_WORKING_DAYS;
  return day > all ? `${sayDays(day - all)} past the ${all}` : `day ${Math.max(0, day)} of ${all}`;
}

function sayDays(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

const ENDS = {
  withdrawn: 'Withdrawn by the IRO',
  overtaken: 'Overtaken by events',
  void: 'Void, agreed by two people',
} as const;

/** Where a dispute stands in one line: "Stage 2 of 5, Service manager · cycle 2 · day 3 of 5 · day 8 of 20". */
export function sayStanding(dispute: Dispute, today: LocalDate, holidays: Holidays): string {
  const { state } = dispute;
  const cycle = sayCycle(dispute) === '' ? [] : [sayCycle(dispute)];
  if (!('rung' in state)) return ['outcome' in state ? OUTCOMES[state.outcome] : ENDS[state.at], ...cycle].join(' · ');
  const parts = [sayStage(dispute, state.rung.stage), ...cycle];
  if (state.at === 'awaiting-iro')
    parts.push(isSatisfied(dispute) ? 'response judged satisfactory' : 'the IRO to judge the response');
  parts.push(sayDayOfStage(state.rung, today, holidays), sayDayOfTwenty(dispute, today, holidays));
  return parts.join(' · ');
}
