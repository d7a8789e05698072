import { momentOf } from '../../src/clock.ts';
import { type LocalDate, localDate, plusDays } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import type { CaseEvent } from '../../src/timetable/model.ts';
import { chance, FIRST, iroOf, teamOf, WORKERS } from './council.ts';

export const CHILDREN = 2_000;
/** Of every ten children, nine are looked after when the year begins. */
const SETTLED = 1_800;

/** A child whose case begins on a day: with the events it begins with. */
export interface Beginning {
  readonly on: LocalDate;
  readonly about: ReturningCase;
}

/** The case of an invented child, followed from the day given. */
export function childNumber(number: number): Beginning {
  const id = `C-${String(number).padStart(4, '0')}`;
  const on = number < SETTLED ? FIRST : plusDays(FIRST, 4 + chance(`begins ${id}`, 330));
  const worker = number % WORKERS;
  const about: ReturningCase = {
    id,
    revision: 0,
    wakeAt: momentOf(on, '07:00'),
    history: [{ at: momentOf(on, '07:00'), by: `worker-${worker}`, what: 'Started following this child' }],
    initials: 'AB',
    bornOn: localDate(`20${14 + (number % 8)}-05-01`),
    people: { socialWorker: `worker-${worker}`, teamManager: teamOf(worker), iro: iroOf(number) },
    notes: [],
    events: number < SETTLED ? longLookedAfter(id) : lookedAfterSince(plusDays(on, -1)),
    concerns: [],
    praise: [],
    cafcass: [],
    contests: [],
    copied: [],
    returns: [],
  };
  return { on, about };
}

/** In care for a year or more, seen and reviewed in time, so that only what comes next is owed. */
function longLookedAfter(id: string): readonly CaseEvent[] {
  const began = plusDays(FIRST, -400 - chance(`began ${id}`, 300));
  // Of ten children six are to stay until they are eighteen: they are seen every three months, or twice a year.
  const stays = chance(`stays ${id}`, 10);
  const lasting =
    stays < 6 ? { untilEighteen: true, ...(stays < 2 ? { longTermFoster: true, childAgrees: true } : {}) } : {};
  return [
    ...lookedAfterSince(began, lasting),
    { on: plusDays(began, 20), what: 'review-held' },
    { on: plusDays(began, 100), what: 'review-held' },
    ...[250, 330].map((days) => ({ on: plusDays(began, days), what: 'visit-made', childSeen: true }) as const),
    { on: plusDays(FIRST, -1 - chance(`reviewed ${id}`, 170)), what: 'review-held' },
    { on: plusDays(FIRST, -1 - chance(`seen ${id}`, 38)), what: 'visit-made', childSeen: true, seenAlone: true },
  ];
}

function lookedAfterSince(on: LocalDate, lasting: object = {}): readonly CaseEvent[] {
  return [
    { on, what: 'became-looked-after', legalStatus: 'care-order' },
    { on, what: 'placement-started', kind: 'foster', ...lasting },
  ];
}
