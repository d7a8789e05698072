import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import { saveVisit } from '../../src/cases/visits/actions.ts';
import { diaryOf } from '../../src/diaries/model.ts';
import { DIARY_SHAPE } from '../../src/diaries/store.ts';
import type { Dispute } from '../../src/disputes/model.ts';
import { DISPUTE_SHAPE } from '../../src/disputes/store.ts';
import { localDate } from '../../src/local-date.ts';
import { type Swept, sweep } from '../../src/reminders/actions.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { RETURNING_CASE_SHAPE } from '../../src/returns/store.ts';
import { openMemoryStore } from '../../src/store/memory.ts';
import { aDispute } from '../builders/dispute.ts';
import {
  away,
  ayesha,
  ben,
  coordinatorJosh,
  grace,
  headHelen,
  iroManagerKaren,
  iroOlu,
  nominatedSamuel,
  northmoor,
  priya,
  tom,
  without,
} from '../builders/people.ts';
import { aReturningCase } from '../builders/returning-case.ts';
import { at, stoppedClock } from '../fakes/stopped-clock.ts';
import { happened, lookedAfter, placed, reviewed, visited, wentHome, withParents } from '../timetable/case-facts.ts';

const events = [
  lookedAfter('2026-05-01', 's20'),
  placed('2026-05-01'),
  visited('2026-05-06'),
  reviewed('2026-05-20'),
  reviewed('2026-08-12'),
];
/** A child whose next visit is due on Mon 28 December 2026, which is a bank holiday: to be made by Christmas Eve. */
const overChristmas: ReturningCase = {
  ...aReturningCase(),
  events: [...events, visited('2026-11-16')],
  wakeAt: at('2026-11-16'),
};

async function council(
  day: string,
  time: string,
  cases: readonly ReturningCase[],
  authority: Authority = northmoor,
  disputes: readonly Dispute[] = [],
) {
  const store = openMemoryStore([RETURNING_CASE_SHAPE as never, DISPUTE_SHAPE as never, DIARY_SHAPE as never]);
  const records = store.records(RETURNING_CASE_SHAPE);
  const kept = store.records(DISPUTE_SHAPE);
  for (const about of cases) await records.save(about);
  for (const dispute of disputes) await kept.save({ ...dispute, revision: 0 });
  const clock = stoppedClock(day, time);
  const troubles: string[] = [];
  const needs = {
    cases: records,
    disputes: kept,
    diaries: store.records(DIARY_SHAPE),
    outbox: store.outbox,
    authority,
    clock,
    trouble: (code: string) => void troubles.push(code),
  };
  const tick = (on = day, hour = time): Promise<Swept> => {
    clock.moveTo(on, hour);
    return sweep(needs);
  };
  const said = async (id = 'C-1042') =>
    (await store.outbox.of({ kind: 'case', id })).map(({ key, to }) => [
      key.replace(/^[^/]+\//, ''),
      'person' in to ? to.person : to.channel,
    ]);
  return { needs, tick, said, troubles, store };
}

describe('a sweep', () => {
  it('says each reminder once, however often the clock ticks', async () => {
    const { tick, said, needs } = await council('2026-12-10', '08:00', [overChristmas]);
    expect(await tick()).toEqual({ cases: 1, disputes: 0, digests: 0, letters: 1, stale: 0, failed: 0 });
    expect(await tick('2026-12-10', '08:01')).toMatchObject({ cases: 0, letters: 0 });
    await tick('2026-12-17', '09:00');
    await tick('2026-12-17', '15:00');
    expect(await said()).toEqual([
      ['R-VIS-02/2026-12-28/10', ayesha.id],
      ['R-VIS-02/2026-12-28/5', ayesha.id],
    ]);
    expect(await needs.cases.get('C-1042')).toMatchObject({ revision: 1, wakeAt: at('2026-12-22', '08:00') });
  });

  it('catches up once after a sleep of three days', async () => {
    const { tick, said } = await council('2026-12-21', '08:00', [overChristmas]);
    await tick('2026-12-24', '10:00');
    expect(await said()).toEqual([['R-VIS-02/2026-12-28/0', ayesha.id]]);
  });

  it('climbs over Christmas: the worker and the team manager on Tuesday, the service manager on Thursday', async () => {
    const { tick, said } = await council('2026-12-24', '09:00', [overChristmas]);
    for (const day of [
      '2026-12-24',
      '2026-12-25',
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-04',
    ])
      await tick(day, '09:00');
    expect(await said()).toEqual([
      ['R-VIS-02/2026-12-28/0', ayesha.id],
      ['R-VIS-02/2026-12-28/late-1', ayesha.id],
      ['R-VIS-02/2026-12-28/late-1/team-manager', priya.id],
      ['R-VIS-02/2026-12-28/late-3/service-manager', grace.id],
    ]);
  });

  it('is silent about a visit that was logged, and starts on the next one', async () => {
    const { tick, said, needs } = await council('2026-12-10', '08:00', [overChristmas]);
    await tick();
    const visit = {
      on: localDate('2026-12-21'),
      childSeen: true,
      seenAlone: true,
      wishes: '',
      family: '',
      support: '',
      welfare: 'yes',
      lateReason: '',
    } as const;
    needs.clock.moveTo('2026-12-21');
    expect(await saveVisit({ case: 'C-1042', revision: 1, ...visit }, ayesha, needs)).toMatchObject({ ok: true });
    await tick('2026-12-21', '10:01');
    await tick('2026-12-29', '09:00');
    expect(await said()).toHaveLength(1);
    expect((await needs.cases.get('C-1042'))!.wakeAt).toBe(at('2027-01-15', '08:00'));
  });

  it('writes at night what is said in the morning: the post keeps the quiet hours, and the digest comes at its time', async () => {
    const { tick, said, needs, store } = await council('2026-12-17', '23:00', [overChristmas]);
    await tick();
    expect(await said()).toEqual([['R-VIS-02/2026-12-28/5', ayesha.id]]);
    expect((await needs.cases.get('C-1042'))!.wakeAt).toBe(at('2026-12-22', '08:00'));
    expect(await store.outbox.waiting(at('2026-12-18', '07:59'))).toEqual([]);
    await tick('2026-12-18', '08:30');
    const digests = (await store.outbox.of(diaryOf(ayesha.id))).filter(({ kind }) => kind === 'digest.day');
    expect(digests.map(({ facts }) => facts.day)).toEqual(['2026-12-18']);
  });

  it('goes on when one record fails, and tells of it without naming the child', async () => {
    const broken: ReturningCase = { ...overChristmas, id: 'C-0001' };
    const { tick, said, troubles, needs } = await council('2026-12-10', '09:00', [broken, overChristmas]);
    const remind: typeof needs.cases.remind = async (about, wakeAt, letters) => {
      if (about.id === 'C-0001') throw new Error('The disk is full');
      return ok.remind(about, wakeAt, letters);
    };
    const ok = { ...needs.cases };
    Object.assign(needs, { cases: { ...needs.cases, remind } });
    expect(await tick()).toMatchObject({ cases: 1, failed: 1 });
    expect(await said()).toHaveLength(1);
    expect(troubles).toEqual(['case-not-swept']);
  });

  it('leaves a case that somebody saves meanwhile to the next tick', async () => {
    const { tick, said, needs } = await council('2026-12-10', '08:00', [overChristmas]);
    const { woken } = needs.cases;
    const late: typeof woken = async (by) => {
      const found = await woken(by);
      for (const about of found) await needs.cases.save(about);
      return found;
    };
    const asItWas = needs.cases;
    Object.assign(needs, { cases: { ...needs.cases, woken: late } });
    expect(await tick()).toMatchObject({ cases: 0, stale: 1, letters: 0 });
    expect(await said()).toEqual([]);
    Object.assign(needs, { cases: asItWas });
    expect(await tick()).toMatchObject({ cases: 1, stale: 0 });
    expect(await said()).toHaveLength(1);
  });

  it('moves a dispute whose stage has lapsed, and keeps what that causes', async () => {
    const child = { ...aReturningCase(), events: [lookedAfter('2024-01-08', 's20'), placed('2024-01-08')] };
    const { tick, needs } = await council('2026-03-25', '12:00', [child], northmoor, [aDispute()]);
    expect(await tick('2026-03-25', '12:00')).toMatchObject({ disputes: 1, failed: 0 });
    expect(await needs.disputes.get('D-0001')).toMatchObject({ revision: 1, state: { rung: { stage: 0 } } });
    expect(await tick('2026-04-02', '09:00')).toMatchObject({ disputes: 1, failed: 0 });
    const after = (await needs.disputes.get('D-0001'))!;
    expect(after).toMatchObject({ revision: 2, state: { rung: { stage: 1 } } });
    expect(after.wakeAt! > at('2026-04-02', '09:00')).toBe(true);
  });
});

describe('who is reminded', () => {
  const returned: ReturningCase = {
    ...aReturningCase(),
    events: [...events, wentHome('2026-10-12'), happened('2026-11-02', 'post-return-review-held')],
    wakeAt: at('2026-11-02'),
  };
  const early: ReturningCase = {
    ...aReturningCase(),
    events: [lookedAfter('2026-06-01', 'care-order'), withParents('2026-11-02', { beforeAssessment: true })],
    wakeAt: at('2026-11-02'),
  };
  const first: ReturningCase = { ...aReturningCase(), wakeAt: at('2026-10-05') };

  it.each([
    [
      'the IRO and then the IRO manager of a first review',
      first,
      '2026-11-03',
      'R-REV-01/2026-11-02',
      [
        ['late-1', iroOlu],
        ['late-1/iro-manager', iroManagerKaren],
      ],
    ],
    [
      'the co-ordinator and then their manager of a child in need review',
      returned,
      '2026-12-15',
      'R-REV-22/2026-12-14',
      [
        ['late-1', coordinatorJosh],
        ['late-1/cin-manager', headHelen],
      ],
    ],
    [
      'the nominated officer and the service manager of an assessment',
      early,
      '2026-11-17',
      'R-PWP-05b/2026-11-16',
      [
        ['late-1', ayesha],
        ['late-1/nominated-officer', nominatedSamuel],
        ['late-1/service-manager', grace],
      ],
    ],
  ] as const)('is %s', async (_who, about, day, deadline, expected) => {
    const { tick, said } = await council(day, '09:00', [about]);
    await tick();
    const ofIt = (await said()).filter(([key]) => key!.startsWith(deadline));
    expect(ofIt).toEqual(expected.map(([step, person]) => [`${deadline}/${step}`, person.id]));
  });

  it('is whoever covers that day', async () => {
    const covered = away(ayesha, ben, '2026-12-10', '2026-12-16');
    const { tick, said } = await council('2026-12-10', '09:00', [overChristmas], covered);
    await tick();
    await tick('2026-12-17', '09:00');
    expect(await said()).toEqual([
      ['R-VIS-02/2026-12-28/10', ben.id],
      ['R-VIS-02/2026-12-28/5', ayesha.id],
    ]);
  });

  it('is the team manager when nobody covers for the worker, and the head of service above a vacant post', async () => {
    const gone = without(ayesha, grace);
    const { tick, said } = await council('2026-12-31', '09:00', [overChristmas], gone);
    await tick();
    expect(await said()).toEqual([
      ['R-VIS-02/2026-12-28/late-1', priya.id],
      ['R-VIS-02/2026-12-28/late-3/service-manager', headHelen.id],
    ]);
  });

  it('is told once where one person is both', async () => {
    const both = away(priya, tom, '2026-12-29', '2026-12-29', away(ayesha, tom, '2026-12-29', '2026-12-29'));
    const { tick, said } = await council('2026-12-29', '09:00', [overChristmas], both);
    await tick();
    expect(await said()).toEqual([['R-VIS-02/2026-12-28/late-1', tom.id]]);
  });
});
