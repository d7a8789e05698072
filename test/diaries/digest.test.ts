import { describe, expect, it } from 'vitest';
import { saveVisit } from '../../src/cases/visits/actions.ts';
import { localDate } from '../../src/local-date.ts';
import type { ReturningCase } from '../../src/returns/model.ts';
import { ConnectorError } from '../../src/teams/post/transport.ts';
import { aConcern } from '../builders/case.ts';
import { away, ayesha, ben, chloe, grace, northmoor, priya, tom, without } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { visited } from '../timetable/case-facts.ts';
import { council, overChristmas, yearOne } from './council.ts';

const STEP = 'R-VIS-02/2026-12-28';
const aVisit = {
  on: localDate('2026-12-22'),
  childSeen: true,
  seenAlone: true,
  wishes: '',
  family: '',
  support: '',
  welfare: 'yes',
  lateReason: '',
} as const;
const december = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `2026-12-${String(from + index).padStart(2, '0')}`);
const isDown = new ConnectorError({ status: 503, teamsCode: 'ServiceUnavailable', ambiguous: false });

describe('a digest', () => {
  it('brings at half past eight what the set puts on that day, and nothing before', async () => {
    const { tick, inbox, reminders } = await council({ day: '2026-12-10' });
    await tick('2026-12-10', '08:00');
    expect(inbox(ayesha)).toEqual([]);
    expect(await reminders()).toMatchObject({ [`${STEP}/10`]: { at: 'held' } });
    await tick('2026-12-10', '08:30');
    expect(inbox(ayesha)).toEqual([expect.stringMatching(/^Today: 1 coming up\nThu 10 December 2026\nAB · C-1042\n/)]);
    expect(await reminders()).toMatchObject({
      [`${STEP}/10`]: { at: 'carried', digest: 'digest/2026-12-10', reader: ayesha.id },
    });
  });

  it('comes on the days that have news, and on no others', async () => {
    const { morning, days } = await council({ day: '2026-12-09' });
    await morning(...december(9, 31), '2027-01-01', '2027-01-04');
    // Ten, five, two and one working days before, the last day to act; then every working day while it is late.
    expect(await days(ayesha)).toEqual([
      ...['10', '17', '22', '23', '24', '29', '30', '31'].map((day) => `2026-12-${day}`),
      '2027-01-04',
    ]);
    // Each of the others once, when it reaches them.
    expect(await days(priya)).toEqual(['2026-12-29']);
    expect(await days(grace)).toEqual(['2026-12-31']);
  });

  it('comes once a day, however often the clock ticks', async () => {
    const { tick, days, inbox } = await council({ day: '2026-12-24' });
    for (const hour of ['08:00', '08:30', '08:31', '12:00', '17:59', '18:01', '23:59']) await tick('2026-12-24', hour);
    expect(await days(ayesha)).toEqual(['2026-12-24']);
    expect(inbox(ayesha)).toHaveLength(1);
  });

  it('is one right one after a sleep of three days, with what the set said meanwhile', async () => {
    const { tick, days, inbox, reminders } = await council({ day: '2026-12-21', time: '12:00' });
    await tick('2026-12-21', '12:00');
    await tick('2026-12-24', '11:00');
    expect(await days(ayesha)).toEqual(['2026-12-24']);
    expect(inbox(ayesha)).toEqual([expect.stringMatching(/^Today: 1 due today\n/)]);
    expect(Object.keys(await reminders())).toEqual([`${STEP}/5`, `${STEP}/0`]);
    expect(Object.values(await reminders())).toEqual([
      expect.objectContaining({ at: 'carried' }),
      expect.objectContaining({ at: 'carried' }),
    ]);
  });

  it('waits for the next working day when it wakes in the evening, or on a holiday', async () => {
    const { tick, days } = await council({ day: '2026-12-21' });
    await tick('2026-12-21', '07:00');
    await tick('2026-12-24', '19:00');
    await tick('2026-12-26', '11:00');
    expect(await days(ayesha)).toEqual([]);
    await tick('2026-12-29', '08:30');
    expect(await days(ayesha)).toEqual(['2026-12-29']);
  });

  it('is written at the time of day that the person has chosen', async () => {
    const { tick, needs, diary, days } = await council({ day: '2026-12-24' });
    await tick('2026-12-24', '07:00');
    const kept = await diary(ayesha);
    await needs.diaries.save({ ...kept, digestAt: '15:30', wakeAt: at('2026-12-24', '15:30') });
    await tick('2026-12-24', '08:30');
    await tick('2026-12-24', '15:29');
    expect(await days(ayesha)).toEqual([]);
    await tick('2026-12-24', '15:30');
    expect(await days(ayesha)).toEqual(['2026-12-24']);
  });
});

describe('a digest that was sent', () => {
  it('is drawn anew when what it was about has changed, and its buttons go with it', async () => {
    const { tick, morning, needs, clock, inbox } = await council({ day: '2026-12-22' });
    await morning('2026-12-22');
    expect(inbox(ayesha)[0]).toContain('[Log visit]');
    clock.moveTo('2026-12-22', '10:00');
    const about = (await needs.cases.get('C-1042'))!;
    expect(await saveVisit({ case: about.id, revision: about.revision, ...aVisit }, ayesha, needs)).toMatchObject({
      ok: true,
    });
    await tick('2026-12-22', '10:01');
    expect(inbox(ayesha).slice(1)).toEqual([expect.stringMatching(/^redrawn: ✓ Nothing waits for you any more\n/)]);
    expect(inbox(ayesha).at(-1)).not.toContain('[');
  });

  it('says the next day that a newer list was sent, has no button any more, and is left alone from then on', async () => {
    const { morning, inbox, tick, needs } = await council({ day: '2026-12-22' });
    await morning('2026-12-22', '2026-12-23');
    expect(inbox(ayesha).slice(1)).toEqual([
      'redrawn: A newer list was sent\nThis one is out of date. Type “digest” for how things stand now.',
      expect.stringMatching(/^Today: 1 due soon\n/),
    ]);
    await morning('2026-12-24');
    const redrawn = () => inbox(ayesha).filter((said) => said.startsWith('redrawn: A newer list'));
    expect(redrawn()).toHaveLength(2);
    await needs.cases.save({ ...(await needs.cases.get('C-1042'))!, wakeAt: at('2026-12-24', '09:00') });
    await tick('2026-12-24', '09:00');
    expect(redrawn()).toHaveLength(2);
  });

  it('is not drawn anew for a reminder only, nor for a case that it was not about', async () => {
    const other: ReturningCase = {
      ...overChristmas,
      id: 'C-2000',
      people: { ...overChristmas.people, socialWorker: ben.id },
    };
    const { morning, inbox, needs, tick } = await council({ day: '2026-12-22', cases: [overChristmas, other] });
    await morning('2026-12-22');
    await needs.cases.save({ ...(await needs.cases.get('C-2000'))!, wakeAt: at('2026-12-22', '09:00') });
    await tick('2026-12-22', '09:00');
    expect(inbox(ayesha)).toHaveLength(1);
    expect(inbox(ben)).toHaveLength(2);
  });
});

describe('what was held', () => {
  it('goes to the digest of whoever covers, from the first minute of the leave', async () => {
    const authority = away(ayesha, ben, '2026-12-23', '2026-12-24');
    const { tick, morning, days, reminders } = await council({ day: '2026-12-22', authority });
    // Written in the evening to the worker herself, whose leave begins at midnight.
    await tick('2026-12-22', '19:00');
    expect(await reminders()).toMatchObject({ [`${STEP}/2`]: { at: 'held' } });
    await morning('2026-12-23');
    expect(await reminders()).toMatchObject({ [`${STEP}/2`]: { at: 'carried', reader: ben.id } });
    expect([await days(ayesha), await days(ben)]).toEqual([[], ['2026-12-23']]);
  });

  it('goes to the worker again when the leave has ended, though it was written to her cover', async () => {
    const authority = away(ayesha, ben, '2026-12-21', '2026-12-22');
    const { tick, morning, days, reminders } = await council({ day: '2026-12-22', authority });
    await tick('2026-12-22', '19:00');
    await morning('2026-12-23');
    expect(await reminders()).toMatchObject({ [`${STEP}/1`]: { at: 'carried', reader: ayesha.id } });
    expect([await days(ayesha), await days(ben)]).toEqual([['2026-12-23'], []]);
  });

  it('goes to the new worker of a case that was handed over', async () => {
    const { tick, needs, morning, days, reminders } = await council({ day: '2026-12-22' });
    await tick('2026-12-22', '19:00');
    const about = (await needs.cases.get('C-1042'))!;
    await needs.cases.save({
      ...about,
      people: { ...about.people, socialWorker: chloe.id },
      wakeAt: at('2026-12-22', '20:00'),
    });
    await tick('2026-12-22', '20:00');
    await morning('2026-12-23');
    expect(await reminders()).toMatchObject({ [`${STEP}/2`]: { at: 'carried', reader: chloe.id } });
    expect([await days(ayesha), await days(chloe)]).toEqual([[], ['2026-12-23']]);
  });

  it('is dropped when the visit was made before the digest came', async () => {
    const { tick, needs, clock, days, reminders } = await council({ day: '2026-12-22' });
    await tick('2026-12-22', '08:00');
    clock.moveTo('2026-12-22', '08:10');
    const about = (await needs.cases.get('C-1042'))!;
    await saveVisit({ case: about.id, revision: about.revision, ...aVisit }, ayesha, needs);
    await tick('2026-12-22', '08:30');
    expect(await days(ayesha)).toEqual([]);
    expect(await reminders()).toMatchObject({
      [`${STEP}/2`]: { at: 'dropped', why: 'the deadline was met or has moved' },
    });
  });

  it('is dropped when its reader has no part in the case any more', async () => {
    const { tick, needs, reminders, days } = await council({ day: '2026-12-29' });
    await tick('2026-12-29', '08:00');
    const about = (await needs.cases.get('C-1042'))!;
    await needs.cases.save({ ...about, people: { ...about.people, teamManager: tom.id } });
    await tick('2026-12-29', '08:30');
    expect(await reminders()).toMatchObject({
      [`${STEP}/late-1/team-manager`]: { at: 'dropped', why: 'the case is no longer theirs to see' },
    });
    expect(await days(priya)).toEqual([]);
  });

  it('is listed again for whoever was told, with other news, for as long as it is late', async () => {
    const { morning, needs, inbox, days } = await council({ day: '2026-12-29' });
    await morning('2026-12-29', '2026-12-30');
    const about = (await needs.cases.get('C-1042'))!;
    await needs.cases.save({ ...about, concerns: [aConcern()] });
    await morning('2026-12-31', '2027-01-04');
    expect(await days(priya)).toEqual(['2026-12-29', '2026-12-31', '2027-01-04']);
    const lists = inbox(priya).filter((said) => said.startsWith('Today: 1 late with others, 1 waiting for you'));
    expect(lists).toHaveLength(2);
  });

  it('is silent about what its reader has put off, until its day', async () => {
    const { tick, needs, diary, morning, days, reminders } = await council({ day: '2026-12-21' });
    await tick('2026-12-21', '07:00');
    const until = localDate('2026-12-23');
    const putOff = [
      {
        case: 'C-1042',
        rule: 'R-VIS-02',
        due: localDate('2026-12-28'),
        how: 'snoozed',
        until,
        at: at('2026-12-21'),
      } as const,
    ];
    await needs.diaries.save({ ...(await diary(ayesha)), putOff });
    await morning('2026-12-22');
    expect(await days(ayesha)).toEqual([]);
    expect(await reminders()).toMatchObject({
      [`${STEP}/2`]: { at: 'dropped', why: 'its reader has put it off until Wed 23 December 2026' },
    });
    await morning('2026-12-23');
    expect(await days(ayesha)).toEqual(['2026-12-23']);
  });

  it('reaches somebody, though the worker has left and nobody manages the team', async () => {
    const { tick, morning, reminders, needs } = await council({ day: '2026-12-22', authority: without(ayesha, priya) });
    await tick('2026-12-22', '08:00');
    await morning('2026-12-23', '2026-12-24', '2026-12-29', '2026-12-31');
    expect(Object.values(await reminders()).map(({ at: where }) => where)).not.toContain('held');
    expect(await needs.diaries.get(ayesha.id)).toBeUndefined();
  });

  it('is all said, dropped or carried after a quarter of a year', async () => {
    const second: ReturningCase = { ...overChristmas, id: 'C-1050', events: [...yearOne, visited('2026-12-01')] };
    const { morning, needs, reminders, troubles } = await council({
      day: '2026-12-01',
      cases: [overChristmas, second],
    });
    for (let day = 0; day < 90; day += 1) {
      const on = new Date(Date.UTC(2026, 11, 1 + day)).toISOString().slice(0, 10);
      await morning(on);
    }
    expect(await needs.outbox.heldSince(at('2027-03-02'))).toEqual([]);
    const fates = [...Object.values(await reminders('C-1042')), ...Object.values(await reminders('C-1050'))];
    expect(fates.length).toBeGreaterThan(15);
    expect(new Set(fates.map(({ at: where }) => where))).toEqual(new Set(['carried']));
    expect(troubles).toEqual([]);
  });
});

describe('when something breaks', () => {
  it('a crash between the digest and the marking brings nothing twice', async () => {
    const { tick, needs, days, reminders, troubles } = await council({ day: '2026-12-10' });
    await tick('2026-12-10', '08:00');
    const markAll = async () => Promise.reject(new Error('killed'));
    await tick('2026-12-10', '08:30', { outbox: { ...needs.outbox, markAll } });
    expect(troubles).toEqual([expect.stringContaining('diary-not-swept')]);
    expect(await days(ayesha)).toEqual(['2026-12-10']);
    expect(await reminders()).toMatchObject({ [`${STEP}/10`]: { at: 'held' } });
    await tick('2026-12-10', '08:31');
    await tick('2026-12-11', '08:30');
    expect(await days(ayesha)).toEqual(['2026-12-10']);
    expect(await reminders()).toMatchObject({ [`${STEP}/10`]: { at: 'carried', digest: 'digest/2026-12-10' } });
  });

  it('a digest that Teams never took makes room for the next, which brings what it was to bring', async () => {
    const { tick, morning, teams, digests, inbox } = await council({ day: '2026-12-09' });
    await morning('2026-12-09');
    await tick('2026-12-10', '08:00');
    teams.fails(null, isDown);
    await tick('2026-12-10', '08:30');
    expect((await digests(ayesha)).map(({ passage }) => passage.at)).toEqual(['unsent']);
    // Teams is well again in the morning, but its day is over: nobody gets two lists on one day.
    await tick('2026-12-11', '08:00');
    expect((await digests(ayesha)).map(({ passage }) => passage)).toMatchObject([
      { at: 'dropped', why: 'its day is over: the next digest brings it' },
    ]);
    // The set has nothing new on that day.
    await tick('2026-12-11', '08:30');
    const [first, second] = await digests(ayesha);
    expect(first!.passage).toMatchObject({ at: 'dropped' });
    expect(second).toMatchObject({
      facts: { day: '2026-12-11', brings: `C-1042/${STEP}/10` },
      passage: { at: 'sent' },
    });
    expect(inbox(ayesha).filter((said) => said.includes('Fri 11 December 2026'))).toHaveLength(1);
    expect(await digests(ayesha)).toHaveLength(2);
  });
});

describe('a digest that waits to be sent', () => {
  it('is dropped when by then all of it was done', async () => {
    const { tick, morning, teams, needs, clock, digests, inbox } = await council({ day: '2026-12-09' });
    await morning('2026-12-09');
    await tick('2026-12-10', '08:00');
    teams.fails(null, isDown);
    await tick('2026-12-10', '08:30');
    clock.moveTo('2026-12-10', '08:31');
    const { id, revision } = (await needs.cases.get('C-1042'))!;
    await saveVisit({ case: id, revision, ...aVisit, on: localDate('2026-12-10') }, ayesha, needs);
    await tick('2026-12-10', '12:00');
    expect((await digests(ayesha)).map(({ passage }) => passage)).toMatchObject([
      { at: 'dropped', why: 'by then nothing was new any more' },
    ]);
    // The one try, which failed.
    expect(inbox(ayesha)).toHaveLength(1);
  });
});

describe('the authority', () => {
  it('has a diary for everybody on the register after one tick, and for nobody else', async () => {
    const { tick, needs } = await council({ day: '2026-12-10' });
    await tick('2026-12-10', '07:00');
    for (const { id } of northmoor.register.values())
      expect(await needs.diaries.get(id)).toMatchObject({ id, wakeAt: at('2026-12-10', '08:30') });
    expect(await needs.diaries.woken(at('2026-12-10', '08:29'))).toEqual([]);
  });
});
