import type { Authority } from '../../src/authority/model.ts';
import type { Case } from '../../src/cases/model.ts';
import { CASE_SHAPE } from '../../src/cases/store.ts';
import type { Instant } from '../../src/clock.ts';
import { wake } from '../../src/disputes/climbing/wake.ts';
import type { ResolveForm } from '../../src/disputes/ending/form.ts';
import type { EscalateForm } from '../../src/disputes/escalating/form.ts';
import { escalate } from '../../src/disputes/escalating/rules.ts';
import { judge } from '../../src/disputes/judging/rules.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import type { NoteNeeds } from '../../src/disputes/notes/actions.ts';
import type { RaiseForm } from '../../src/disputes/raising/form.ts';
import { raise } from '../../src/disputes/raising/rules.ts';
import type { RespondForm } from '../../src/disputes/responding/form.ts';
import { respond } from '../../src/disputes/responding/rules.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import type { Letter } from '../../src/letters/model.ts';
import type { Person } from '../../src/people/model.ts';
import type { Outcome } from '../../src/refusal.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { at, type StoppedClock, stoppedClock } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed } from '../timetable/case-facts.ts';
import { aCase } from './case.ts';
import { iroOlu, northmoor, priya } from './people.ts';

/** The child the disputes here are about: looked after since long before any of them. */
export const child: Case = aCase({ events: [lookedAfter('2024-01-08', 's20'), placed('2024-01-08')] });

/** What an IRO writes: formal, from the first stage, unless told otherwise. */
export function raiseForm(parts: Partial<RaiseForm> = {}): RaiseForm {
  return {
    case: 'C-1042',
    theme: 'drift-and-delay',
    concern: 'The plan for return has not moved since August',
    impact: 'The child does not know where they will live',
    wishes: 'Wants to go home before Christmas',
    wanted: 'A dated plan for return by the end of the month',
    tried: 'Spoke with the social worker',
    startAt: 0,
    whyThere: '',
    urgent: false,
    whyUrgent: parts.urgent ? 'The placement ends tomorrow' : '',
    escalateAutomatically: true,
    grounds: [],
    childKnows: false,
    advocateOn: null,
    decidedBy: null,
    siblings: [],
    besides: '',
    once: 'once-1',
    ...parts,
  };
}

/** A dispute as it stands right after it was raised and kept, on Wed 25 March 2026 unless told otherwise. */
export function aDispute(
  parts: Partial<RaiseForm> = {},
  now: Instant = at('2026-03-25'),
  authority: Authority = northmoor,
): Dispute {
  const whyThere = (parts.startAt ?? 0) > 0 ? 'The team manager took part in the decision' : '';
  return kept(allowed(raise(raiseForm({ whyThere, ...parts }), child, 'D-0001', iroOlu, authority, now)));
}

/** The dispute one save on. */
export function kept(dispute: Dispute): Dispute {
  return { ...dispute, revision: dispute.revision + 1 };
}

/** The value of something that must be allowed. */
export function allowed<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.because}`);
  return outcome.value;
}

export function respondForm(dispute: Dispute, parts: Partial<RespondForm> = {}): RespondForm {
  return {
    dispute: dispute.id,
    revision: dispute.revision,
    kind: 'disagree',
    says: 'The plan is on course',
    actions: [],
    ...parts,
  };
}

export function escalateForm(dispute: Dispute, to: number, why = 'The child cannot wait'): EscalateForm {
  return { dispute: dispute.id, revision: dispute.revision, to, why };
}

export function resolveForm(dispute: Dispute, parts: Partial<ResolveForm> = {}): ResolveForm {
  return {
    dispute: dispute.id,
    revision: dispute.revision,
    outcome: 'actions-agreed',
    changed: 'A date to go home',
    ...parts,
  };
}

export function whyForm(dispute: Dispute, why = 'Because it must') {
  return { dispute: dispute.id, revision: dispute.revision, why };
}

/** The dispute after the officer answered. */
export function answered(dispute: Dispute, by: Person = priya, now: Instant = at('2026-03-26')): Dispute {
  return kept(allowed(respond(dispute, respondForm(dispute), by, northmoor, now)));
}

export function judged(dispute: Dispute, verdict: 'satisfactory' | 'partly' | 'not', now: Instant): Dispute {
  const form = { dispute: dispute.id, revision: dispute.revision, verdict, why: '' };
  return kept(allowed(judge(dispute, form, iroOlu, northmoor, now)));
}

export function escalated(dispute: Dispute, to: number, now: Instant): Dispute {
  return kept(allowed(escalate(dispute, escalateForm(dispute, to), iroOlu, northmoor, now)));
}

/** The dispute looked at on each of these mornings, and what was said each time that had not been said before. */
export function wokenOn(dispute: Dispute, moments: readonly Instant[], authority: Authority = northmoor, about?: Case) {
  const said = new Set<string>();
  let current = dispute;
  const mornings = moments.map((now) => {
    const woken = wake(current, now, authority, about);
    if (woken.changed) current = kept(woken.dispute);
    const letters = woken.letters.filter(({ key }) => !said.has(key));
    for (const { key } of letters) said.add(key);
    return { now, letters, wakeAt: woken.wakeAt };
  });
  return { dispute: current, mornings, letters: mornings.flatMap(({ letters }) => letters) };
}

/** "dispute.lapsed to Priya Shah", in the words a test can read. */
export function sayLetters(letters: readonly Letter[], authority: Authority = northmoor): readonly string[] {
  return letters.map(({ kind, to, facts }) => {
    const who = 'person' in to ? (authority.register.get(to.person)?.name ?? to.person) : `channel ${to.channel}`;
    return [kind.replace('dispute.', ''), facts.what ?? facts.came, 'to', who].filter(Boolean).join(' ');
  });
}

/** A council with one child's case on record, its clock stopped. */
export interface DisputeRoom {
  readonly needs: NoteNeeds;
  readonly clock: StoppedClock;
  readonly store: Store;
  kept(id?: string): Promise<Dispute>;
}

export async function disputeRoom(
  day = '2026-03-25',
  authority: Authority = northmoor,
  about: readonly Case[] = [child],
): Promise<DisputeRoom> {
  const store = openMemoryStore([CASE_SHAPE, DISPUTE_SHAPE]);
  const cases = store.records(CASE_SHAPE);
  const disputes = store.records(DISPUTE_SHAPE);
  for (const one of about) await cases.save(one);
  const clock = stoppedClock(day);
  return {
    needs: { cases, disputes, outbox: store.outbox, authority, clock },
    clock,
    store,
    kept: async (id = 'D-0001') => (await disputes.get(id))!,
  };
}
