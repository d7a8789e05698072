import type { Concern } from '../../src/cases/concerns/model.ts';
import type { CaseNote } from '../../src/cases/model.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import type { Decided } from '../../src/returns/decisions/model.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { notesOf } from '../../src/returns/notes/rules.ts';
import type { Transition } from '../../src/returns/transition/model.ts';
import { at } from '../fakes/stopped-clock.ts';
import { ayesha, directorRuth, grace, nominatedSamuel, northmoor, priya } from './people.ts';
import { anAsking, aPlan, aReturningCase, doing } from './returning-case.ts';

export const TODAY = '2026-11-23';
export const on = localDate('2026-10-08');

export const written = (about: CaseNote['about'], by: Person, heading: string, text: string): CaseNote => ({
  on,
  about,
  by: by.id,
  says: [{ heading, text }],
});
export const seen = { on, what: 'visit-made', childSeen: true, seenAlone: true } as const;
export const unseen = { on, what: 'visit-made', childSeen: false, seenAlone: false } as const;

/** The usual child with more that has happened, and what was written about it. */
export function withEvents(events: ReturningCase['events'], notes: readonly CaseNote[] = []): ReturningCase {
  return { ...aReturningCase(), events: [...aReturningCase().events, ...events], notes };
}

export const visitedOnce = withEvents(
  [seen],
  [written('visit', ayesha, 'Is the child’s welfare safeguarded and promoted?', 'Yes')],
);

/** A note of a case as somebody takes it on Mon 23 November 2026. */
export const noteOf = (about: ReturningCase, key: string, by: Person = ayesha) =>
  notesOf(about, doing(by)).find((note) => note.key === key)!;
export const textOf = (about: ReturningCase, key: string) => noteOf(about, key).text.split('\n');
export const keysOf = (about: ReturningCase, by: Person = ayesha, authority = northmoor) =>
  notesOf(about, doing(by, TODAY, authority)).map(({ key }) => key);
export const withPlan = (parts: Parameters<typeof aPlan>[0]) => aReturningCase({ returns: [aPlan(parts)] });

export const FOOT = ['', 'Copied from Homeward on Mon 23 November 2026 by Ayesha Khan (Social worker).'];

/** An approval with an override that has lapsed, and the Director's that came after it. */
export const lapsed: Decided = {
  stands: 'lapsed',
  by: nominatedSamuel.id,
  at: at('2026-11-12'),
  reason: 'Well prepared',
  override: 'The aunt moves in next week',
  asking: anAsking({ at: at('2026-11-11'), without: ['MON-06'], whyWithout: 'The school term ends' }),
  lapsedAt: at('2026-11-16'),
  because: 'the route has changed',
};
export const approved: Decided = {
  stands: 'approved',
  by: directorRuth.id,
  at: at('2026-11-20', '16:05'),
  reason: 'Ready now',
  override: '',
  asking: anAsking({ at: at('2026-11-18') }),
};
export const decidedTwice = withPlan({ decision: approved, earlier: [lapsed] });

export const by = { by: ayesha.id, at: at('2026-11-10') };
export const transition: Transition = {
  mayMoveBy: 14,
  steps: [
    { id: 1, kind: 'tea', on: localDate('2026-11-11'), went: { ...by, how: 'mixed', words: 'He was tired.' } },
    { id: 2, kind: 'overnight', on: localDate('2026-11-27'), went: null },
  ],
  agreement: { ...by, on: localDate('2026-11-09'), goals: 'School daily', conditions: 'No drink', ifBroken: 'We meet' },
  breaches: [{ ...by, on: localDate('2026-11-14'), what: 'Mother had been drinking.', done: 'Step put off.' }],
  services: [
    { id: 1, name: 'Drug and alcohol service', who: 'Turning Point', startBy: on, checked: null },
    { id: 2, name: 'Parenting course', who: 'Family hub', startBy: on, checked: { ...by, begun: false, words: '' } },
  ],
  sudden: { ...by, words: 'Ring the duty team.' },
  firstWeeks: { by: priya.id, at: at('2026-11-12'), words: 'Aunt Jo, every day.' },
};

export const concern: Concern = {
  id: 'E-0001',
  about: 'visit',
  raisedBy: ayesha.id,
  raisedAt: at('2026-10-08', '15:30'),
  after: 'Visit on Thu 8 October 2026',
  says: [{ heading: 'View of parents, carers and siblings', text: 'Mother was not there' }],
  passedUp: { by: priya.id, at: at('2026-10-08', '17:00'), says: 'Please look at this tonight' },
  sentDown: null,
  state: {
    at: 'dealt-with',
    level: 'service-manager',
    answer: { by: grace.id, at: at('2026-10-09'), says: 'Visited with the duty team' },
  },
  once: '',
};
