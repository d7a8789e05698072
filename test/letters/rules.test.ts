import { describe, expect, it } from 'vitest';
import { type Passage, paceOf } from '../../src/letters/model.ts';
import { isTimeToTell, mayBeSaid, nextHours, passageAfter } from '../../src/letters/rules.ts';
import { localDate } from '../../src/local-date.ts';
import { northmoor } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';

const { holidays } = northmoor;

describe('quiet hours', () => {
  it.each([
    ['2026-03-25', '08:00', true],
    ['2026-03-25', '07:59', false],
    ['2026-03-25', '17:59', true],
    ['2026-03-25', '18:00', false],
    ['2026-03-28', '10:00', false],
    ['2026-04-03', '10:00', false],
    // The clocks go forward on 29 March and back on 25 October 2026: 08:00 stays 08:00.
    ['2026-03-30', '08:00', true],
    ['2026-03-30', '07:59', false],
    ['2026-10-26', '07:59', false],
    ['2026-10-26', '08:00', true],
  ])('keep what can wait on %s at %s: %s', (day, time, isSaid) => {
    expect(isTimeToTell(at(day, time), holidays)).toBe(isSaid);
    expect(mayBeSaid('in-hours', at(day, time), holidays)).toBe(isSaid);
    expect(mayBeSaid('digest', at(day, time), holidays)).toBe(isSaid);
    expect(mayBeSaid('at-once', at(day, time), holidays)).toBe(true);
  });

  it.each([
    ['in the night', '2026-03-25', '03:00', '2026-03-25'],
    ['at a minute to eight', '2026-03-25', '07:59', '2026-03-25'],
    ['at eight, for the next day', '2026-03-25', '08:00', '2026-03-26'],
    ['in the evening', '2026-03-25', '18:00', '2026-03-26'],
    ['on a Friday evening, over the change of the clocks', '2026-03-27', '18:00', '2026-03-30'],
    ['before Good Friday', '2026-04-02', '19:00', '2026-04-07'],
    ['on Christmas Eve', '2026-12-24', '18:00', '2026-12-29'],
  ])('end when work next begins: %s', (_when, day, time, next) => {
    expect(nextHours(at(day, time), holidays)).toBe(at(next, '08:00'));
  });

  it('count the extra days off of an authority', () => {
    const names = new Map([...holidays.names, [localDate('2026-03-26'), 'Founders’ day']]);
    const theirs = { ...holidays, names };
    expect(isTimeToTell(at('2026-03-26'), theirs)).toBe(false);
    expect(nextHours(at('2026-03-25', '19:00'), theirs)).toBe(at('2026-03-27', '08:00'));
  });

  it('still end where bank holidays are not listed any more: weekdays count as worked', () => {
    const short = { ...holidays, knownUntil: localDate('2026-03-20') };
    expect(isTimeToTell(at('2026-03-25'), short)).toBe(true);
    expect(isTimeToTell(at('2026-03-28'), short)).toBe(false);
    expect(nextHours(at('2026-03-27', '19:00'), short)).toBe(at('2026-03-30', '08:00'));
  });

  it('do not hold up what is urgent, whatever its kind', () => {
    expect(paceOf({ kind: 'concern.raised', facts: {} })).toBe('at-once');
    expect(paceOf({ kind: 'dispute.respond', facts: { urgent: 'yes' } })).toBe('at-once');
    expect(paceOf({ kind: 'dispute.respond', facts: {} })).toBe('in-hours');
  });
});

describe('what is written down of a letter that has moved on meanwhile', () => {
  const unsent: Passage = { at: 'unsent', tries: 0, nextTryAt: at('2026-03-25'), trouble: null };
  const tried: Passage = { ...unsent, tries: 1, trouble: 'Busy' };
  const dropped: Passage = { at: 'dropped', droppedAt: at('2026-03-25'), why: 'Overtaken' };
  const unknown: Passage = { at: 'unknown', triedAt: at('2026-03-25'), trouble: 'No answer' };
  const sent = (drawn: number): Passage => ({
    at: 'sent',
    sentAt: at('2026-03-25'),
    conversation: 'a:1',
    activity: '1',
    drawn,
    redrawTries: 0,
    redrawAfter: at('2026-03-25'),
  });

  it.each([
    ['nothing has: as it fared', unsent, unsent, tried, tried],
    ['the same in other objects: as it fared', { ...unsent }, unsent, tried, tried],
    ['it was dropped, and was not sent', dropped, unsent, tried, dropped],
    ['it was dropped, but it arrived', dropped, unsent, sent(1), sent(1)],
    ['it was dropped, but may have arrived', dropped, unsent, unknown, unknown],
    ['it was sent, and is not unsent again', sent(1), unsent, tried, sent(1)],
    ['it was sent, and is not unknown again', sent(1), unsent, unknown, sent(1)],
    ['it was redrawn, and is not older again', sent(3), sent(1), sent(2), sent(3)],
    ['it is redrawn anew', sent(1), unsent, sent(2), sent(2)],
  ])('%s', (_what, stands, read, fared, kept) => {
    expect(passageAfter(stands, read, fared)).toEqual(kept);
  });
});
