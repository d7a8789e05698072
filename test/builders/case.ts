import type { Authority } from '../../src/authority/model.ts';
import type { CaseNeeds } from '../../src/cases/actions.ts';
import type { Concern } from '../../src/cases/concerns/model.ts';
import type { Case } from '../../src/cases/model.ts';
import { CASE_SHAPE } from '../../src/cases/store.ts';
import { localDate } from '../../src/local-date.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { at, type StoppedClock, stoppedClock } from '../fakes/stopped-clock.ts';
import { lookedAfter, placed } from '../timetable/case-facts.ts';
import { ayesha, iroOlu, northmoor, priya } from './people.ts';

/** A child accommodated under section 20 with foster carers since Mon 5 October 2026, followed from that day. */
export function aCase(parts: Partial<Case> = {}): Case {
  return {
    id: 'C-1042',
    revision: 0,
    wakeAt: null,
    history: [{ at: at('2026-10-05', '12:00'), by: ayesha.id, what: 'Started following this child' }],
    initials: 'AB',
    bornOn: localDate('2015-05-01'),
    people: { socialWorker: ayesha.id, teamManager: priya.id, iro: iroOlu.id },
    notes: [],
    events: [lookedAfter('2026-10-05', 's20'), placed('2026-10-05')],
    concerns: [],
    praise: [],
    cafcass: [],
    contests: [],
    copied: [],
    returns: [],
    ...parts,
  };
}

/** What a visit on Thu 8 October 2026 found, raised by the social worker the same day, waiting for the team manager. */
export function aConcern(parts: Partial<Concern> = {}): Concern {
  return {
    id: 'E-0001',
    about: 'visit',
    raisedBy: ayesha.id,
    raisedAt: at('2026-10-08'),
    after: 'Visit on Thu 8 October 2026',
    says: [{ heading: 'Child’s wishes and feelings', text: 'Afraid at night' }],
    passedUp: null,
    sentDown: null,
    state: { at: 'waiting', level: 'team-manager' },
    once: '',
    ...parts,
  };
}

/** The same child with more that has happened. */
export function aCaseWith(...events: readonly CaseEvent[]): Case {
  const about = aCase();
  return { ...about, events: [...about.events, ...events] };
}

/** A council with cases on record, and its clock stopped. */
export interface CaseRoom {
  readonly needs: CaseNeeds;
  readonly clock: StoppedClock;
  readonly store: Store;
  /** The case as it is kept. */
  kept(id?: string): Promise<Case>;
}

export async function caseRoom(
  day: string,
  cases: readonly Case[],
  authority: Authority = northmoor,
): Promise<CaseRoom> {
  const store = openMemoryStore([CASE_SHAPE]);
  const records = store.records(CASE_SHAPE);
  for (const about of cases) await records.save(about);
  const clock = stoppedClock(day);
  const kept = async (id = 'C-1042') => (await records.get(id))!;
  return { needs: { cases: records, authority, clock }, clock, store, kept };
}

/** A visit form as a phone sends it. */
export function visitForm(parts: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    case: 'C-1042',
    revision: '1',
    on: '2026-10-08',
    childSeen: 'true',
    seenAlone: 'true',
    welfare: 'yes',
    ...parts,
  };
}

/** A review form as a phone sends it. */
export function reviewForm(parts: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { case: 'C-1042', revision: '1', on: '2026-10-20', kind: 'looked-after', tasks: '', ...parts };
}
