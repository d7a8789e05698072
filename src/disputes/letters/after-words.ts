import type { Sight } from '../../authority/model.ts';
import type { KeptLetter } from '../../letters/model.ts';
import { isLocalDate, sayDay } from '../../local-date.ts';
import { sayWhen } from '../../view.ts';
import type { CheckKind } from '../checking/model.ts';
import { sayLastHandover } from '../handover/view.ts';
import type { Dispute } from '../model.ts';
import { cycleOf, isReopenedAt } from '../reopening/cycles.ts';
import { climbing, rungNumber, sayDayOfTwenty, sayStage } from '../standing.ts';
import { cut } from '../view.ts';
import type { Told } from './writing.ts';

/** What a reminder says once a dispute is resolved, or once its twenty days are gone; null for any other. */
export function remindingAfter(dispute: Dispute, facts: KeptLetter['facts']) {
  switch (facts.what) {
    case 'check':
      return {
        heading: 'Check what was agreed',
        lines: [
          'Ten working days have passed since this dispute was resolved. Check that what was agreed has been done.',
        ],
      };
    case 'check-review':
      return {
        heading: 'A review was held: check what was agreed',
        lines: [`${heldOn(facts.heldOn)} Check again that what was agreed has been done.`],
      };
    case 'cap-overdue':
      return {
        heading: 'The twenty days have passed without an outcome',
        lines: ['The dispute stays open until the IRO ends it.', ...whereItIs(dispute)],
      };
    case 'cap-passed':
      return { heading: 'The twenty days have passed: consider Cafcass', lines: considerCafcass(dispute) };
    default:
      return null;
  }
}

function heldOn(day: string | undefined): string {
  return isLocalDate(day) ? `A review of the child was held on ${sayDay(day)}.` : 'A review of the child was held.';
}

function whereItIs(dispute: Dispute): readonly string[] {
  const state = climbing(dispute);
  if (!state) return [];
  const is = state.at === 'awaiting-iro' ? 'The response is with the IRO' : 'It waits for a response';
  return [`${is}: ${sayStage(dispute, state.rung.stage)}.`];
}

/** The test of R-IRO-03: raised at the right level, and not put right in a reasonable time. */
function considerCafcass(dispute: Dispute): readonly string[] {
  const test = 'Was it raised at the right level, and not put right in a reasonable time?';
  return dispute.cafcass
    ? [`You referred it on ${sayDay(dispute.cafcass.on)}.`, 'The dispute stays open until you end it.']
    : [test, 'If so, consider a referral to Cafcass. It is yours alone to decide.', ...whereItIs(dispute)];
}

/** What somebody is told of a check, a reopening, a handover or of the child ceasing to be looked after. */
export function tellingAfter(dispute: Dispute, what: Told, sight: Sight): readonly string[] {
  switch (what) {
    case 'check-failed':
      return [`What was agreed was not done: ${cut(lastCheckOf(dispute), 200)}`, ...reopenedAt(dispute, sight)];
    case 'reopened':
      return reopenedAt(dispute, sight);
    case 'closed':
      return ['What was agreed was checked at ten working days and at the next review, and it was done.'];
    case 'handed-over':
      return [`${sayLastHandover(dispute, sight.authority)}.`, ...whereItIs(dispute), ...runsOn(dispute, sight)];
    case 'ceased':
      return [CEASED, ...CEASED_CHOICES, ...runsOn(dispute, sight)];
    case 'eighteen':
      return [EIGHTEEN, ...CEASED_CHOICES, ...runsOn(dispute, sight)];
    default:
      return [];
  }
}

const lastCheckOf = ({ checks }: Dispute) => checks.findLast(({ passed }) => !passed)?.says ?? '';

/** Why whoever agreed something is asked once more; nothing where the dispute was not reopened at this rung. */
export function whyOpenAgain(dispute: Dispute): string {
  const state = climbing(dispute);
  if (!state || !isReopenedAt(dispute, rungNumber(dispute))) return '';
  const failed = dispute.checks.findLast(({ passed, at }) => !passed && at === state.rung.enteredAt);
  return failed
    ? `Open again: what was agreed was not done: ${cut(failed.says, 200)}`
    : 'Open again: the IRO reopened it.';
}

function reopenedAt(dispute: Dispute, { today, authority }: Sight): readonly string[] {
  const state = climbing(dispute);
  if (!state) return [];
  return [
    `It is open again, cycle ${cycleOf(dispute)}: ${sayStage(dispute, state.rung.stage)}.`,
    `Due ${sayWhen(state.rung.due, today, authority.holidays)}.`,
  ];
}

function runsOn(dispute: Dispute, { today, authority }: Sight): readonly string[] {
  if (!climbing(dispute)) return [];
  return dispute.clock ? [`The clock runs on: ${sayDayOfTwenty(dispute, today, authority.holidays)}.`] : [];
}

/** Domain.md 7.5 no. 9, which has it from general knowledge only: so it asks for legal advice. */
export const CEASED = 'The child is no longer looked after. The IRO’s statutory role has ended: check with legal.';
const EIGHTEEN =
  'The young person has turned 18, so is no longer looked after. The IRO’s statutory role has ended: check with legal.';
export const CEASED_CHOICES = [
  'You can finish under local policy, hand it to the child in need co-ordinator’s manager, or close it as overtaken.',
  'Cafcass: only while looked after, check with legal.',
] as const;

export const AFTER_HEADINGS = {
  reopened: 'A dispute has been reopened',
  'check-failed': 'A dispute is open again: what was agreed was not done',
  closed: 'A dispute is closed: what was agreed was done',
  ceased: 'The child is no longer looked after',
  eighteen: 'The young person has turned 18',
} as const satisfies Partial<Record<Told, string>>;

/** Which check a reminder is about, if it is about one. */
export function checkReminded({ what }: KeptLetter['facts']): CheckKind | null {
  if (what === 'check') return 'ten-days';
  return what === 'check-review' ? 'next-review' : null;
}
