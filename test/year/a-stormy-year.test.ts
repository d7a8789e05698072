import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/cases/model.ts';
import { dayOf, sayTime } from '../../src/clock.ts';
import type { LocalDate } from '../../src/local-date.ts';
import { CHILDREN, childNumber } from './children.ts';
import { notBefore, type Post, postOf } from './delivered.ts';
import { isWorkday } from './expected.ts';
import { play, type Year } from './play.ts';

const IDS = Array.from({ length: CHILDREN }, (_, number) => childNumber(number).about.id);

/** Whether what a case owed was done on a day, by the facts that are on the disk. */
function wasDoneOn(day: LocalDate, id: string, { disk }: Year): boolean {
  const { events } = disk.holdings.get(`case/${id}`)!.holding.record as unknown as Pick<Case, 'events'>;
  return events.some(({ on, what }) => on === day && (what === 'visit-made' || what === 'review-held'));
}

describe('the same year with a Teams that fails and a process that is killed', () => {
  let year: Year;
  let post: Post;

  beforeAll(async () => {
    year = await play({ isTeamsUnwell: true, killsIn100Days: 40, isRepeated: true });
    post = await postOf(year.last, IDS);
  }, 600_000);

  it('is stormy indeed', () => {
    expect(year.kills).toBeGreaterThan(80);
    expect(year.line.arrived.filter(({ unheard }) => unheard).length).toBeGreaterThan(100);
    const tried = post.letters.filter(({ attempts }) => attempts.some(({ came }) => came !== 'arrived'));
    expect(tried.length).toBeGreaterThan(500);
  });

  it('has the same said in the end: no reminder is lost, and none is early', () => {
    const unsaid = [...year.expected.said].filter(([key]) => !post.said.has(key));
    // By the time its reader could be reached there was nothing to remind of: the visit or the review was made that day.
    const lost = unsaid.filter(([key, on]) => !wasDoneOn(on, key.split('/')[0]!, year));
    expect(lost.slice(0, 5)).toEqual([]);
    expect(unsaid.length).toBeLessThan(year.expected.said.size / 20);
    const early = [...post.said].filter(([key, said]) => said.some(({ on }) => on < notBefore(key)));
    expect(early.slice(0, 5)).toEqual([]);
  });

  it('has nothing said twice but what nobody knew to have arrived', () => {
    const twice = [...post.said].filter(([, said]) => said.length > 1);
    expect(twice.filter(([, said]) => said.every(({ certain }) => certain)).slice(0, 5)).toEqual([]);
    const heard = year.line.arrived.filter(({ unheard }) => !unheard);
    const digests = Map.groupBy(
      heard.filter(({ summary }) => summary.startsWith('Today: ')),
      ({ to, at }) => `${to} ${dayOf(at)}`,
    );
    expect([...digests.values()].filter((ofOneDay) => ofOneDay.length > 1)).toEqual([]);
  });

  it('has everybody’s own work kept, though it was sent twice and the process died of it', () => {
    const kept = [...year.disk.holdings.values()].filter(({ kind }) => kind === 'case');
    expect(kept).toHaveLength(CHILDREN);
    const doubled = kept.filter(({ holding: { record } }) => {
      const { events } = record as unknown as Pick<Case, 'events'>;
      const visits = events.filter(({ what }) => what === 'visit-made').map(({ on }) => on);
      return new Set(visits).size < visits.length;
    });
    expect(doubled).toEqual([]);
  });

  it('leaves no record to sleep past its time', () => {
    expect(year.missed.filter((code) => code === 'wake-wrong')).toEqual([]);
  });

  it('has nothing said in quiet hours but what cannot wait', () => {
    const loud = year.line.arrived.filter(({ at, summary }) => {
      const [day, time] = [dayOf(at), sayTime(at)];
      return (!isWorkday(day) || time < '08:00' || time >= '18:00') && !/concern/i.test(summary);
    });
    expect(loud).toEqual([]);
  });

  it('has every letter sent, carried, dropped with a reason, or on the list of what may not have arrived', () => {
    const left = post.letters.filter(
      ({ passage, writtenAt }) =>
        !['sent', 'carried', 'dropped', 'unknown'].includes(passage.at) && dayOf(writtenAt) < '2026-12-30',
    );
    const waiting = left.filter(({ passage }) => passage.at === 'unsent' && passage.trouble !== null);
    expect(left.filter((letter) => !waiting.includes(letter)).slice(0, 5)).toEqual([]);
  });
});
