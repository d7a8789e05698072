import { describe, expect, it } from 'vitest';
import { type DigestOf, digestOf, isEmpty } from '../../src/diaries/digest/rules.ts';
import { waitingOn } from '../../src/diaries/digest/waiting.ts';
import type { PutOff } from '../../src/diaries/model.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { type LocalDate, localDate } from '../../src/local-date.ts';
import type { Person } from '../../src/people/model.ts';
import { aConcern } from '../builders/case.ts';
import { aDispute, answered, judged } from '../builders/dispute.ts';
import {
  away,
  ayesha,
  ben,
  chloe,
  directorRuth,
  grace,
  iroNadia,
  iroOlu,
  northmoor,
  priya,
} from '../builders/people.ts';
import { aPlan, aReturningCase, asked, planOf } from '../builders/returning-case.ts';
import { at } from '../fakes/stopped-clock.ts';
import { overChristmas } from './council.ts';

const NOTHING = { decisions: [], answers: [], judges: [], checks: [], concerns: [] };
const STEP = 'C-1042/R-VIS-02/2026-12-28';

function digest(day: string, person: Person, parts: Partial<DigestOf> = {}, authority = northmoor) {
  const of: DigestOf = {
    person,
    diary: { putOff: [], last: null },
    cases: [overChristmas],
    brings: [],
    broughtBefore: [],
    waiting: NOTHING,
    away: null,
    ...parts,
  };
  return digestOf(of, { now: at(day, '08:30'), authority });
}

const until = (day: string, how: PutOff['how'] = 'snoozed', on = '2026-12-01'): PutOff => ({
  ...{ case: 'C-1042', rule: 'R-VIS-02', due: localDate('2026-12-28'), how },
  until: localDate(day),
  at: at(on),
});

describe('news is', () => {
  const decision = asked(aReturningCase(), aPlan());
  it.each<[string, string, Person, Partial<DigestOf>, boolean]>([
    ['nothing, while nothing is due', '2026-12-01', ayesha, {}, false],
    ['not what is due soon, unless the set has come to a step of it', '2026-12-18', ayesha, {}, false],
    ['what is due soon, on the day of a step', '2026-12-17', ayesha, { brings: [`${STEP}/5`] }, true],
    ['what is further off, on the day of a step', '2026-12-10', ayesha, { brings: [`${STEP}/10`] }, true],
    ['what is due today', '2026-12-24', ayesha, {}, true],
    ['what is late', '2026-12-30', ayesha, {}, true],
    ['not what somebody else owes', '2026-12-30', priya, {}, false],
    [
      'what somebody else owes, on the day that it reaches them',
      '2026-12-29',
      priya,
      { brings: [`${STEP}/late-1/team-manager`] },
      true,
    ],
    ['not the same the day after', '2026-12-30', priya, { broughtBefore: [`${STEP}/late-1/team-manager`] }, false],
    ['nothing of a case that is not theirs to see', '2026-12-30', ben, { brings: [`${STEP}/late-1`] }, false],
    [
      'a decision that waits',
      '2026-12-01',
      directorRuth,
      { waiting: { ...NOTHING, decisions: [{ about: decision, plan: planOf(decision) }] } },
      true,
    ],
    ['a dispute that waits', '2026-12-01', priya, { waiting: { ...NOTHING, answers: [aDispute()] } }, true],
    [
      'a response that waits for judgement',
      '2026-12-01',
      iroOlu,
      { waiting: { ...NOTHING, judges: [aDispute()] } },
      true,
    ],
    [
      'a concern that waits',
      '2026-12-01',
      priya,
      { waiting: { ...NOTHING, concerns: [{ about: overChristmas, concern: aConcern() }] } },
      true,
    ],
    [
      'what passed while they were away',
      '2026-12-01',
      ayesha,
      {
        away: {
          from: localDate('2026-11-23'),
          to: localDate('2026-11-27'),
          cover: ben.id,
          said: [{ about: 'C-1042', kinds: ['reminder'] }],
        },
      },
      true,
    ],
    ['not what was put off', '2026-12-18', ayesha, { diary: { putOff: [until('2026-12-22')], last: null } }, false],
    [
      'what was put off, on its day',
      '2026-12-22',
      ayesha,
      { diary: { putOff: [until('2026-12-22')], last: null } },
      true,
    ],
    [
      'not the day after that, once it was said',
      '2026-12-23',
      ayesha,
      { diary: { putOff: [until('2026-12-22')], last: { on: localDate('2026-12-22'), about: [] } } },
      false,
    ],
    [
      'what was put off and has become late',
      '2026-12-29',
      ayesha,
      { diary: { putOff: [until('2026-12-31')], last: null } },
      true,
    ],
    [
      'not what is late, until the next check of who has seen it',
      '2026-12-30',
      ayesha,
      { diary: { putOff: [until('2026-12-31', 'seen', '2026-12-29')], last: null } },
      false,
    ],
  ])('%s', (_what, day, person, parts, expected) => {
    expect(digest(day, person, parts).hasNews).toBe(expected);
  });
});

describe('a digest lists', () => {
  const ids = (owed: readonly { readonly about: { readonly id: string } }[]) => owed.map(({ about }) => about.id);

  it('what is due soon beside what is news', () => {
    const soon = { ...overChristmas, id: 'C-1043' };
    const shown = digest('2026-12-18', ayesha, { cases: [overChristmas, soon], brings: [`${STEP}/5`] });
    expect(ids(shown.soon)).toEqual(['C-1042', 'C-1043']);
    expect(shown.about).toEqual(['C-1042', 'C-1043']);
  });

  it('what others owe for as long as it is late, after it was said once', () => {
    const told = { broughtBefore: [`${STEP}/late-1/team-manager`] };
    expect(ids(digest('2027-01-05', priya, told).told)).toEqual(['C-1042']);
    expect(digest('2026-12-18', priya, told).told).toEqual([]);
    const met = {
      ...overChristmas,
      events: [...overChristmas.events, { on: localDate('2026-12-31'), what: 'visit-made', childSeen: true } as const],
    };
    expect(digest('2027-01-05', priya, { ...told, cases: [met] }).told).toEqual([]);
  });

  it('a duty under whoever covers, as theirs', () => {
    const authority = away(ayesha, ben, '2026-12-29', '2026-12-31');
    expect(ids(digest('2026-12-30', ben, {}, authority).late)).toEqual(['C-1042']);
    expect(digest('2026-12-30', chloe, {}, authority).late).toEqual([]);
  });

  it('nothing when there is nothing', () => {
    expect(isEmpty(digest('2026-12-01', ayesha))).toBe(true);
    expect(isEmpty(digest('2026-12-18', ayesha))).toBe(false);
  });
});

describe('who something waits for', () => {
  const today = localDate('2026-03-30');
  const waits = (dispute: Dispute, day: LocalDate = today, authority = northmoor) => {
    const found = waitingOn([dispute], [], () => undefined, authority, day);
    return [...authority.register.values()].flatMap((person) => {
      const { answers, judges, checks } = found.disputes(person.id);
      return [...answers.map(() => 'answer'), ...judges.map(() => 'judge'), ...checks.map(() => 'check')].map(
        (what) => `${person.name}: ${what}`,
      );
    });
  };
  const resolved = (checkOn: string): Dispute => ({
    ...judged(answered(aDispute()), 'satisfactory', at('2026-03-27')),
    state: {
      at: 'resolved-monitoring',
      on: localDate('2026-03-27'),
      outcome: 'actions-agreed',
      changed: 'A date to go home',
      checkOn: localDate(checkOn),
    },
  });

  it('is the officer at the stage, the IRO once it is answered, and the IRO again on the day of the check', () => {
    expect(waits(aDispute())).toEqual([`${priya.name}: answer`]);
    expect(waits(answered(aDispute()))).toEqual([`${iroOlu.name}: judge`]);
    expect(waits(resolved('2026-04-14'))).toEqual([]);
    expect(waits(resolved('2026-04-14'), localDate('2026-04-14'))).toEqual([`${iroOlu.name}: check`]);
  });

  it('is left out of the digest on a day when a letter of its own asks for the same', () => {
    const unsaid = (dispute: Dispute, day: string, person: Person) =>
      Object.values(waitingOn([dispute], [], () => undefined, northmoor, localDate(day)).unsaid(person.id)).flat()
        .length;
    // Raised on Wed 25 March: half-way on the 30th, a day before on the 31st, the last day on 1 April.
    expect(
      ['2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01'].map((day) => unsaid(aDispute(), day, priya)),
    ).toEqual([1, 0, 0, 0]);
    expect(['2026-03-31', '2026-04-01', '2026-04-02'].map((day) => unsaid(answered(aDispute()), day, iroOlu))).toEqual([
      1, 0, 1,
    ]);
    expect(unsaid(resolved('2026-04-14'), '2026-04-14', iroOlu)).toBe(0);
    expect(unsaid(resolved('2026-04-14'), '2026-04-15', iroOlu)).toBe(1);
  });

  it('is whoever covers for them', () => {
    expect(waits(aDispute(), today, away(priya, grace, '2026-03-30', '2026-03-31'))).toEqual([`${grace.name}: answer`]);
    expect(waits(answered(aDispute()), today, away(iroOlu, iroNadia, '2026-03-30', '2026-03-31'))).toEqual([
      `${iroNadia.name}: judge`,
    ]);
  });

  it('is the manager whom a concern has reached', () => {
    const about = { ...overChristmas, concerns: [aConcern()] };
    const found = waitingOn([], [about], () => undefined, northmoor, today);
    expect(found.concerns(priya.id).map(({ concern }) => concern.id)).toEqual(['E-0001']);
    expect(found.concerns(grace.id)).toEqual([]);
    const answeredOne = {
      ...about,
      concerns: [
        aConcern({
          state: {
            at: 'dealt-with',
            level: 'team-manager',
            answer: { by: priya.id, at: at('2026-03-30'), says: 'Done' },
          },
        }),
      ],
    };
    expect(waitingOn([], [answeredOne], () => undefined, northmoor, today).concerns(priya.id)).toEqual([]);
  });
});
