import type { Case } from '../../cases/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { eventsOf, historyOn } from '../../timetable/history.ts';
import type { Dispute, DisputeState } from '../model.ts';
import { firstRungOf } from '../reopening/cycles.ts';
import type { Response } from '../responding/model.ts';
import { CHECKS, type Check, type CheckKind } from './model.ts';

/** What was agreed is being checked. */
export type Monitoring = Extract<DisputeState, { readonly at: 'resolved-monitoring' }>;

/** The state of a dispute while what was agreed is checked; null before and after. */
export function monitoring({ state }: Dispute): Monitoring | null {
  return state.at === 'resolved-monitoring' ? state : null;
}

/** The checks made since it was last resolved: a cycle before has its own. */
export function checksOfCycle({ checks, climbed }: Dispute): readonly Check[] {
  const since = climbed.at(-1)?.enteredAt ?? '';
  return checks.filter(({ at }) => at > since);
}

/** The checks still to be made. */
export function checksLeft(dispute: Dispute): readonly CheckKind[] {
  const passed = checksOfCycle(dispute).filter((check) => check.passed);
  const kinds = Object.keys(CHECKS) as CheckKind[];
  return kinds.filter((kind) => !passed.some((check) => check.kind === kind));
}

/** Whether this check waits for the IRO: nothing does once the dispute is no longer being checked. */
export function isCheckLeft(dispute: Dispute, kind: CheckKind): boolean {
  return monitoring(dispute) !== null && checksLeft(dispute).includes(kind);
}

/** The response that the IRO found satisfactory in the present cycle, or else the last that came in time to count. */
export function acceptedResponse(dispute: Dispute): Response | null {
  const first = firstRungOf(dispute);
  const counted = dispute.responses.filter(({ rung, arrived }) => rung >= first && arrived !== 'after-moving-on');
  return satisfactoryOf(counted) ?? counted.at(-1) ?? null;
}

/**
 * The formal stage that agreed what is checked: where the satisfactory response came from, or where it was resolved
 * without one. What was agreed informally goes back to the first stage, since a dispute is reopened formally (7.1).
 */
export function agreedStage(dispute: Dispute): number {
  const first = firstRungOf(dispute);
  const satisfactory = satisfactoryOf(dispute.responses.filter(({ rung }) => rung >= first));
  const rung = satisfactory ? dispute.climbed[satisfactory.rung] : dispute.climbed.at(-1);
  return Math.max(0, rung?.stage ?? 0);
}

function satisfactoryOf(responses: readonly Response[]): Response | undefined {
  return responses.findLast(({ judged }) => judged?.verdict === 'satisfactory');
}

/** The first review of the child that was carried out after the day it was resolved; null while there is none. */
export function reviewSince(dispute: Dispute, about: Case | null | undefined, today: LocalDate): LocalDate | null {
  const resolved = monitoring(dispute);
  if (!resolved || !about) return null;
  const history = historyOn({ asOf: today, bornOn: about.bornOn, events: about.events }, today);
  const held = [...history.reviews, ...eventsOf(history.events, 'post-return-review-held')].map(({ on }) => on);
  return held.filter((on) => on > resolved.on).sort()[0] ?? null;
}
