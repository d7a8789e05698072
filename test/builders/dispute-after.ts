import type { Case } from '../../src/cases/model.ts';
import type { Instant } from '../../src/clock.ts';
import type { CheckForm } from '../../src/disputes/checking/form.ts';
import { check } from '../../src/disputes/checking/rules.ts';
import { resolve } from '../../src/disputes/ending/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { ReopenForm } from '../../src/disputes/reopening/form.ts';
import { reopen } from '../../src/disputes/reopening/rules.ts';
import { respond } from '../../src/disputes/responding/rules.ts';
import type { LetterKind } from '../../src/letters/letters.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { at } from '../fakes/stopped-clock.ts';
import { reviewed } from '../timetable/case-facts.ts';
import { aDispute, allowed, child, judged, kept, resolveForm, respondForm } from './dispute.ts';
import { iroOlu, northmoor, priya } from './people.ts';

/** A dispute to whose plan of one action the IRO has said yes, at the stage of whoever answers. */
export function agreedPlan(
  dispute: Dispute = aDispute(),
  by: Person = priya,
  now: Instant = at('2026-03-27'),
): Dispute {
  const actions = [{ what: 'Visit weekly', owner: 'Ayesha Khan', by: localDate('2026-04-10') }];
  const form = respondForm(dispute, { kind: 'plan', says: 'We will', actions });
  return judged(kept(allowed(respond(dispute, form, by, northmoor, now))), 'satisfactory', now);
}

/** The dispute resolved with actions agreed, on Fri 10 April 2026 unless told otherwise. */
export function resolved(dispute: Dispute = aDispute(), now: Instant = at('2026-04-10')): Dispute {
  return kept(allowed(resolve(dispute, resolveForm(dispute), iroOlu, northmoor, now)));
}

export function checkForm(dispute: Dispute, parts: Partial<CheckForm> = {}): CheckForm {
  return {
    dispute: dispute.id,
    revision: dispute.revision,
    kind: 'ten-days',
    passed: true,
    says: '',
    to: null,
    ...parts,
  };
}

export function checked(
  dispute: Dispute,
  now: Instant,
  parts: Partial<CheckForm> = {},
  about: Case = reviewedOn(),
): Dispute {
  return kept(allowed(check(dispute, checkForm(dispute, parts), iroOlu, northmoor, now, about)));
}

export function reopenForm(dispute: Dispute, parts: Partial<ReopenForm> = {}): ReopenForm {
  return { dispute: dispute.id, revision: dispute.revision, to: 0, why: 'It was not done', ...parts };
}

export function reopened(
  dispute: Dispute,
  now: Instant,
  parts: Partial<ReopenForm> = {},
  about: Case = child,
): Dispute {
  return kept(allowed(reopen(dispute, reopenForm(dispute, parts), iroOlu, northmoor, now, about)));
}

/** The child's case with a review held on each of these days. */
export function reviewedOn(...days: readonly string[]): Case {
  return withEvents(...days.map(reviewed));
}

export function withEvents(...events: readonly CaseEvent[]): Case {
  return { ...child, events: [...child.events, ...events] };
}

/** A letter about the dispute that is still to be sent to somebody. */
export function unsent(kind: LetterKind, facts: KeptLetter['facts'], to: Person): KeptLetter {
  const writtenAt = at('2026-04-24', '09:00');
  return {
    key: `D-0001/${kind}`,
    kind,
    to: { person: to.id },
    facts: { rung: '1', ...facts },
    live: false,
    writtenAt,
    record: { kind: 'dispute', id: 'D-0001' },
    passage: { at: 'unsent', tries: 0, nextTryAt: writtenAt, trouble: null },
    attempts: [],
  };
}
