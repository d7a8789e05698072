import type { Catalogue } from '../../src/cards/catalogue.ts';
import type { Week } from '../../src/diaries/week/model.ts';
import { weekView } from '../../src/diaries/week/view.ts';
import { localDate } from '../../src/local-date.ts';
import { aDispute } from '../builders/dispute.ts';
import { directorRuth, sightOf } from '../builders/people.ts';
import { aPlan, aReturningCase, asked, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';

const nothing = { decisions: [], answers: [], judges: [], checks: [], concerns: [] };
const sight = sightOf(directorRuth, at('2026-04-07', '08:30'));
const decision = asked(aReturningCase(), aPlan());

/** The Director’s week with nothing in it. */
export const NIL: Week = {
  person: directorRuth,
  waiting: nothing,
  coming: [],
  lateVisits: [
    { service: 'North', late: 0 },
    { service: 'South', late: 0 },
  ],
};

/** A week with something of everything. */
export const FULL: Week = {
  ...NIL,
  waiting: {
    ...nothing,
    decisions: [{ about: decision, plan: planOf(decision) }],
    answers: [aDispute(), { ...aDispute(), id: 'D-0002' }],
  },
  coming: [
    { dispute: { ...aDispute(), id: 'D-0003' }, stage: 3, on: localDate('2026-04-09') },
    { dispute: { ...aDispute(), id: 'D-0004' }, stage: 3, on: localDate('2026-04-13') },
  ],
  lateVisits: [
    { service: 'North', late: 12 },
    { service: 'South', late: 0 },
    { service: 'No service', late: 1 },
  ],
};

export const WEEK_SAMPLES = {
  'digest.week': [weekView(FULL, sight), weekView(NIL, sight)],
} satisfies { readonly [N in 'digest.week']: readonly Catalogue[N][] };
