import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf, sayTime } from '../../src/clock.ts';
import { whoActsFor } from '../../src/people/rules.ts';
import { CHILDREN, childNumber } from './children.ts';
import { COUNCIL } from './council.ts';
import { notBefore, type Post, postOf } from './delivered.ts';
import { isWorkday } from './expected.ts';
import type { Arrival } from './line.ts';
import { play, type Year } from './play.ts';

const IDS = Array.from({ length: CHILDREN }, (_, number) => childNumber(number).about.id);
const isDigest = ({ summary }: Arrival) => summary.startsWith('Today: ');
const personOf = ({ to }: Arrival) => to.replace(/^a:/, '');
const perDay = (arrived: readonly Arrival[]) => Map.groupBy(arrived, ({ at, to }) => `${to} ${dayOf(at)}`);

describe('a year of a council of 200 workers and 2,000 cases', () => {
  let year: Year;
  let post: Post;

  beforeAll(async () => {
    year = await play({ isTeamsUnwell: false, killsIn100Days: 0, isRepeated: false });
    post = await postOf(year.last, IDS);
  }, 600_000);

  it('is a year with something in it', () => {
    expect(COUNCIL.register.size).toBeGreaterThan(240);
    expect(year.expected.said.size).toBeGreaterThan(40_000);
    expect(year.line.arrived.filter(isDigest).length).toBeGreaterThan(20_000);
    expect(year.troubles).toEqual([]);
  });

  it('has every deadline said on the days of its set, to the day', () => {
    const wrong = [...year.expected.said].filter(([key, on]) => {
      const said = post.said.get(key);
      return said?.length !== 1 || said[0]!.on !== on;
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('has nothing said twice, and nothing early', () => {
    const wrong = [...post.said].filter(([key, said]) => said.length > 1 || said[0]!.on < notBefore(key));
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  it('has nobody told by more than one digest a day, or more than one card of the week', () => {
    const digests = [...perDay(year.line.arrived.filter(isDigest)).values()];
    expect(digests.filter((ofOneDay) => ofOneDay.length > 1)).toEqual([]);
    const weeks = post.letters.filter(({ kind }) => kind === 'digest.week');
    expect(new Set(weeks.map(({ key, record }) => `${record.id} ${key}`)).size).toBe(weeks.length);
  });

  it('has nothing said in quiet hours, at a weekend or on a bank holiday, but what cannot wait', () => {
    const loud = year.line.arrived.filter(({ at }) => {
      const [day, time] = [dayOf(at), sayTime(at)];
      return !isWorkday(day) || time < '08:00' || time >= '18:00';
    });
    expect(loud.filter(({ summary }) => !/concern/i.test(summary))).toEqual([]);
    expect(loud.length).toBeGreaterThan(10);
  });

  it('has nobody written to while they are away and covered', () => {
    const personal = year.line.arrived.filter(({ to }) => to.startsWith('a:'));
    const away = personal.filter((arrival) => {
      const person = personOf(arrival);
      return whoActsFor(person, COUNCIL.register, dayOf(arrival.at))?.person.id !== person;
    });
    expect(away).toEqual([]);
  });

  it('keeps to half past eight through both changes of the clocks', () => {
    const times = new Set(year.line.arrived.filter(isDigest).map(({ at }) => sayTime(at)));
    expect([...times]).toEqual(['08:30']);
    const utc = new Set(year.line.arrived.filter(isDigest).map(({ at }) => at.slice(11, 16)));
    expect([...utc].sort()).toEqual(['07:30', '08:30']);
  });

  it('leaves its watchdog nothing to find', () => {
    expect(year.missed).toEqual([]);
  });

  it('has nothing left over: every letter was sent, carried, or dropped with a reason', () => {
    const left = post.letters.filter(({ passage }) => !['sent', 'carried', 'dropped'].includes(passage.at));
    const dueStill = left.filter(({ passage, writtenAt }) => passage.at !== 'held' || dayOf(writtenAt) < '2026-12-31');
    expect(dueStill).toEqual([]);
    expect(post.letters.filter(({ passage }) => passage.at === 'dropped' && passage.why === '')).toEqual([]);
  });
});
