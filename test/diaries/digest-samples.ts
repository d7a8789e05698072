import type { Catalogue } from '../../src/cards/catalogue.ts';
import type { Owed } from '../../src/cases/deadlines/rules.ts';
import { deadlinesOf } from '../../src/cases/rules.ts';
import type { Digest, Waiting } from '../../src/diaries/digest/model.ts';
import { digestView } from '../../src/diaries/digest/view.ts';
import { timeFormView } from '../../src/diaries/time/view.ts';
import { localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aConcern } from '../builders/case.ts';
import { aDispute, answered } from '../builders/dispute.ts';
import { ayesha, ben, directorRuth, iroOlu, northmoor, priya, sightOf } from '../builders/people.ts';
import { aPlan, aReturningCase, asked, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';
import { overChristmas, yearOne } from './council.ts';

const NOTHING: Waiting = { decisions: [], answers: [], judges: [], checks: [], concerns: [] };

/** The visit of a child as it stands on a day. */
function visitOf(day: string, child = overChristmas): Owed {
  const { deadlines } = deadlinesOf(child, localDate(day), northmoor);
  return { about: child, deadline: deadlines.find(({ act }) => act === 'visit')! };
}

export function aDigest(person: Person, parts: Partial<Digest> = {}): Digest {
  return {
    ...{ person, late: [], today: [], soon: [], told: [], waiting: NOTHING, away: null, hasNews: true, about: [] },
    ...parts,
  };
}

const later = { ...overChristmas, id: 'C-1043', events: [...yearOne, visited('2026-11-20')] };
const decision = asked(aReturningCase(), aPlan());
const waiting: Waiting = {
  decisions: [{ about: decision, plan: planOf(decision) }],
  answers: [aDispute(), { ...aDispute(), id: 'D-0002' }],
  judges: [],
  checks: [{ ...answered(aDispute()), id: 'D-0003' }],
  concerns: [{ about: overChristmas, concern: aConcern() }],
};
const away = {
  from: localDate('2026-12-14'),
  to: localDate('2026-12-18'),
  cover: ben.id,
  said: [
    { about: 'C-1042', kinds: ['reminder', 'reminder', 'concern'] },
    { about: 'C-1043', kinds: ['return'] },
    { about: 'C-1044', kinds: ['review'] },
    { about: 'C-1045', kinds: ['praise'] },
  ],
};
const many = (day: string, count: number) => Array.from({ length: count }, () => visitOf(day));

export const DIGEST_SAMPLES = {
  'digest.day': [
    // A worker's usual morning, a manager's, an IRO's with one dispute, and everything there is at once.
    digestView(
      aDigest(ayesha, { today: [visitOf('2026-12-24')], soon: [visitOf('2026-12-24', later)] }),
      false,
      sightOf(ayesha, at('2026-12-24')),
    ),
    digestView(aDigest(priya, { told: [visitOf('2026-12-29')] }), false, sightOf(priya, at('2026-12-29'))),
    digestView(
      aDigest(iroOlu, { waiting: { ...NOTHING, judges: [answered(aDispute())] } }),
      true,
      sightOf(iroOlu, at('2026-03-30')),
    ),
    digestView(
      aDigest(directorRuth, { waiting, late: many('2026-12-29', 9) }),
      true,
      sightOf(directorRuth, at('2026-12-29')),
    ),
    digestView(aDigest(ayesha, { late: many('2026-12-29', 30), away }), false, sightOf(ayesha, at('2026-12-29'))),
    digestView(aDigest(priya, { told: many('2026-12-29', 12) }), false, sightOf(priya, at('2026-12-29'))),
    digestView(aDigest(ayesha), true, sightOf(ayesha, at('2026-12-21'))),
  ],
  'diary.time': [
    timeFormView({ time: '08:30' }, [], sightOf(ayesha, at('2026-12-21'))),
    timeFormView(
      { time: '07:00' },
      ['Time: please give a time from 08:00 to 17:30, like 08:30.'],
      sightOf(ayesha, at('2026-12-21')),
    ),
  ],
} satisfies { readonly [N in 'digest.day' | 'diary.time']: readonly Catalogue[N][] };
