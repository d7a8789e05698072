import type { Authority } from '../../src/authority/model.ts';
import { type Instant, isInstant } from '../../src/clock.ts';
import type { KeptLetter } from '../../src/letters/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { ReturnNeeds } from '../../src/returns/actions.ts';
import { NOTHING_AFTER } from '../../src/returns/after/model.ts';
import { holderFor } from '../../src/returns/checklist/owners.ts';
import { leftBeforeDecision, questionsOf } from '../../src/returns/checklist/rules.ts';
import { postFor } from '../../src/returns/decisions/gate.ts';
import type { Asking } from '../../src/returns/decisions/model.ts';
import type { Answer, ReturningCase, ReturnPlan } from '../../src/returns/model.ts';
import type { Doing } from '../../src/returns/rules.ts';
import type { StartForm } from '../../src/returns/start/form.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { NOTHING_PLANNED } from '../../src/returns/transition/model.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { at, type StoppedClock, stoppedClock } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed } from '../timetable/case-facts.ts';
import { aCase } from './case.ts';
import { ayesha, nominatedSamuel, northmoor } from './people.ts';

/** A child of 11 in section 20 since Mon 5 October 2026. */
export function aReturningCase(parts: Partial<ReturningCase> = {}): ReturningCase {
  return { ...aCase(), returns: [], ...parts };
}

/** The same child under a care order made on Mon 5 October 2026. */
export function inCare(...more: readonly CaseEvent[]): ReturningCase {
  return aReturningCase({ events: [lookedAfter('2026-10-05', 'care-order'), placed('2026-10-05'), ...more] });
}

/** A young person of 17 in section 20. */
export function aged17(...more: readonly CaseEvent[]): ReturningCase {
  return { ...aReturningCase(), bornOn: localDate('2009-05-01'), events: [...aReturningCase().events, ...more] };
}

/** A planned return under section 20, started on Mon 9 November 2026 for Mon 14 December. */
export function aPlan(parts: Partial<ReturnPlan> = {}): ReturnPlan {
  return {
    id: 'RH-0001',
    route: 'planned-s20',
    legalStatus: 's20',
    plannedFor: localDate('2026-12-14'),
    homeFirst: false,
    wentHomeOn: null,
    wentHomeAt: '',
    dischargedOn: null,
    whatPrompted: 'Mother has finished treatment',
    startedBy: ayesha.id,
    startedAt: at('2026-11-09'),
    once: 'form-1',
    checklistVersion: 1,
    answers: [],
    decision: { stands: 'none' },
    earlier: [],
    transition: NOTHING_PLANNED,
    after: NOTHING_AFTER,
    safety: null,
    overtakenBy: null,
    ...parts,
  };
}

/** The child went home on Fri 20 November 2026, and nobody had planned it. */
export function anUnplanned(parts: Partial<ReturnPlan> = {}): ReturnPlan {
  return aPlan({
    route: 'unplanned',
    plannedFor: null,
    wentHomeOn: localDate('2026-11-20'),
    safety: { concern: false, words: '' },
    ...parts,
  });
}

export function anAnswer(item: string, parts: Partial<Answer> = {}): Answer {
  return {
    item,
    answer: 'done',
    note: '',
    by: ayesha.id,
    at: at('2026-11-10'),
    words: `The words of ${item}`,
    sharedFrom: null,
    ...parts,
  };
}

/** The case with one plan in which everything required before a decision is done, each by whoever it is for. */
export function readyToDecide(about: ReturningCase = aReturningCase(), plan: ReturnPlan = aPlan()): ReturningCase {
  const left = leftBeforeDecision(plan, about).map(({ item }) => {
    const owner = holderFor(item.owners[0]!, item, { about, plan }, doing(ayesha))!.person;
    return anAnswer(item.id, { words: item.words, by: owner.id });
  });
  return { ...about, returns: [{ ...plan, answers: [...plan.answers, ...left] }] };
}

export function anAsking(parts: Partial<Asking> = {}): Asking {
  return {
    by: ayesha.id,
    at: at('2026-11-23'),
    of: nominatedSamuel.id,
    post: 'nominated-officer',
    kind: 'approval',
    why: 'Looked after for long enough.',
    cite: 'SI 2010/959 reg 39(4)',
    due: localDate('2026-12-14'),
    without: [],
    whyWithout: '',
    ...parts,
  };
}

/** The case with its decision asked for on Mon 23 November 2026. */
export function asked(
  about: ReturningCase = aReturningCase(),
  plan: ReturnPlan = aPlan(),
  parts: Partial<Asking> = {},
): ReturningCase {
  const ready = readyToDecide(about, plan);
  return { ...ready, returns: [{ ...ready.returns[0]!, decision: { stands: 'asked', asking: anAsking(parts) } }] };
}

/** The case with its return approved on Tue 24 November 2026. */
export function approved(
  about: ReturningCase = aReturningCase(),
  plan: ReturnPlan = aPlan(),
  parts: Partial<Asking> = {},
): ReturningCase {
  const ready = readyToDecide(about, plan);
  const decision = {
    stands: 'approved',
    by: nominatedSamuel.id,
    at: at('2026-11-24'),
    reason: 'Well prepared',
    override: '',
    asking: anAsking({ due: plan.plannedFor, post: postFor(plan), ...parts }),
  } as const;
  return { ...ready, returns: [{ ...ready.returns[0]!, decision }] };
}

/** The case with its approval lapsed on Tue 1 December 2026. */
export function lapsed(about: ReturningCase = aReturningCase(), plan: ReturnPlan = aPlan()): ReturningCase {
  const then = approved(about, plan);
  const { decision } = planOf(then, plan.id);
  if (decision.stands !== 'approved') throw new Error('An approval lapses, and nothing else');
  const gone = { ...decision, stands: 'lapsed', lapsedAt: at('2026-12-01'), because: 'a concern was raised' } as const;
  return { ...then, returns: [{ ...planOf(then, plan.id), decision: gone }] };
}

/** The same approval given with required items passed over, which then are not answered. */
export function without(about: ReturningCase, items: readonly string[], override = 'It is safe'): ReturningCase {
  return {
    ...about,
    returns: about.returns.map((plan) => {
      const { decision } = plan;
      if (decision.stands !== 'approved') return plan;
      const asking = { ...decision.asking, without: items, whyWithout: 'The placement has ended' };
      const answers = plan.answers.filter(({ item }) => !items.includes(item));
      return { ...plan, answers, decision: { ...decision, override, asking } };
    }),
  };
}

export function planOf(about: ReturningCase, id = 'RH-0001'): ReturnPlan {
  return about.returns.find((plan) => plan.id === id)!;
}

export function doing(by: Person, day = '2026-11-23', authority: Authority = northmoor): Doing {
  return { by, now: at(day), authority };
}

/** The form as it is sent to start a return on Mon 23 November 2026. */
export function startForm(parts: Partial<StartForm> = {}): StartForm {
  return {
    case: 'C-1042',
    route: 'planned-s20',
    day: localDate('2026-12-14'),
    prompted: 'Mother has finished treatment',
    once: 'form-1',
    safe: '',
    concern: '',
    homeFirst: false,
    ...parts,
  };
}

/** The items of a plan's checklist with how each is used. */
export function usesIn(about: ReturningCase, plan: ReturnPlan): ReadonlyMap<string, 'required' | 'offered'> {
  return new Map(questionsOf(plan, about).map(({ item, use }) => [item.id, use]));
}

/** A council with cases that may have returns on record, and its clock stopped. */
export interface ReturnRoom {
  readonly needs: ReturnNeeds;
  readonly clock: StoppedClock;
  kept(id?: string): Promise<ReturningCase>;
  letters(id?: string): Promise<readonly KeptLetter[]>;
}

export async function returnRoom(
  day: string,
  cases: readonly ReturningCase[],
  authority: Authority = northmoor,
): Promise<ReturnRoom> {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never]);
  const records = store.records(RETURNING_CASE_SHAPE);
  for (const about of cases) await records.save(about);
  const clock = stoppedClock(day);
  return {
    needs: { cases: records, authority, clock },
    clock,
    kept: async (id = 'C-1042') => (await records.get(id))!,
    letters: async (id = 'C-1042') => store.outbox.of({ kind: 'case', id }),
  };
}

/** A moment that a form carries. */
export function moment(text: string): Instant {
  if (!isInstant(text)) throw new Error(`Not a moment: ${text}`);
  return text;
}
