import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instant, millisecondsFrom, plusMilliseconds } from '../../../src/clock.ts';
import { type Limits, NO_LIMITS, pacing, TEAMS_LIMITS } from '../../../src/teams/post/pacing.ts';
import { at } from '../../fakes/stopped-clock.ts';

const start = at('2026-03-25');
const later = (milliseconds: number): Instant => plusMilliseconds(start, milliseconds);

/** Sends as fast as it may, to each line in turn; Teams answers after so long. When each was sent and answered, in ms. */
function sends(count: number, lines: readonly string[], limits: Limits, answersAfter: (number: number) => number) {
  const pace = pacing(limits, start);
  const sent: { line: string; at: number; answered: number }[] = [];
  const open: { answered: number; end: () => void }[] = [];
  let now = 0;
  for (let number = 0; number < count; ) {
    for (const one of open.filter(({ answered }) => answered <= now)) {
      one.end();
      open.splice(open.indexOf(one), 1);
    }
    const line = lines[number % lines.length]!;
    const free = pace.earliest(line, later(now));
    if (free !== null && free <= later(now)) {
      const request = pace.begin(line, later(now));
      const answered = now + answersAfter(number);
      open.push({ answered, end: () => request.answered(later(answered)) });
      sent.push({ line, at: now, answered });
      number += 1;
    } else {
      const answers = open.map((one) => one.answered);
      now = Math.min(...answers, free === null ? Number.POSITIVE_INFINITY : millisecondsFrom(start, free));
    }
  }
  return sent;
}

/** The most that any window of a limit holds, as somebody counts who has each request at a moment of their own. */
function mostWithin(times: readonly number[], seconds: number): number {
  const inOrder = times.toSorted((a, b) => a - b);
  return Math.max(
    ...inOrder.map((from) => inOrder.filter((time) => time >= from && time < from + seconds * 1000).length),
  );
}

describe('the pace', () => {
  it.each(TEAMS_LIMITS.conversation.slice(0, 3))(
    'sends $most within $seconds s to one conversation, and no more',
    (limit) => {
      const times = sends(130, ['a'], TEAMS_LIMITS, () => 0).map((one) => one.at);
      expect(mostWithin(times, limit.seconds)).toBeLessThanOrEqual(limit.most);
    },
  );

  it('sends 1,800 to one conversation within an hour, and no more', () => {
    const times = sends(1_900, ['a'], { ...TEAMS_LIMITS, conversation: [{ most: 1800, seconds: 3600 }] }, () => 0);
    expect(
      mostWithin(
        times.map((one) => one.at),
        3600,
      ),
    ).toBe(1800);
  });

  it('loses little of what it may: ten thousand to a thousand conversations in hardly more than 10,000 / 49 seconds', () => {
    const lines = Array.from({ length: 1_000 }, (_, number) => `chat ${number}`);
    const times = sends(10_000, lines, TEAMS_LIMITS, () => 5).map((one) => one.at);
    expect(mostWithin(times, 1)).toBeLessThanOrEqual(49);
    expect(times.at(-1)!).toBeLessThan((10_000 / 49) * 1000 * 1.01);
  });

  it('keeps every limit whenever between sending and answer Teams counts a request', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 120, maxLength: 120 });
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 120, maxLength: 120 });
    const small: Limits = { conversation: [{ most: 3, seconds: 1 }], tenant: [{ most: 7, seconds: 1 }] };
    fc.assert(
      fc.property(delays, shares, (delay, share) => {
        const sent = sends(120, ['a', 'b', 'c', 'd'], small, (number) => delay[number]!);
        const counted = sent.map(({ line, at: from, answered }, number) => ({
          line,
          time: from + Math.floor((answered - from) * share[number]!),
        }));
        expect(
          mostWithin(
            counted.map(({ time }) => time),
            1,
          ),
        ).toBeLessThanOrEqual(7);
        for (const line of ['a', 'b'])
          expect(
            mostWithin(
              counted.filter((one) => one.line === line).map(({ time }) => time),
              1,
            ),
          ).toBeLessThanOrEqual(3);
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it('waits for an answer where only that makes room', () => {
    const pace = pacing({ conversation: [{ most: 1, seconds: 1 }], tenant: [] }, start);
    const request = pace.begin('a', start);
    expect(pace.earliest('a', later(60_000))).toBeNull();
    expect(pace.earliest('b', later(60_000))).toBe(later(60_000));
    request.answered(later(60_000));
    expect(pace.earliest('a', later(60_000))).toBe(later(61_001));
  });

  it('does not count a request that was not made after all', () => {
    const pace = pacing({ conversation: [], tenant: [{ most: 1, seconds: 1 }] }, start);
    pace.begin('a', start).unmade();
    expect(pace.earliestOfAll(start)).toBe(start);
  });

  it('holds a conversation back, or everybody, and never shortens it', () => {
    const pace = pacing(NO_LIMITS, start);
    pace.holdBack('a', later(5_000));
    pace.holdBack('a', later(2_000));
    expect(pace.earliest('a', start)).toBe(later(5_000));
    expect(pace.earliest('b', start)).toBe(start);
    pace.holdBack('all', later(3_000));
    expect(pace.earliest('b', start)).toBe(later(3_000));
    expect(pace.earliestOfAll(start)).toBe(later(3_000));
    expect(pace.earliest('b', later(3_000))).toBe(later(3_000));
  });

  it('does not wait for ever when the computer’s clock is put back', () => {
    const pace = pacing({ conversation: [], tenant: [{ most: 1, seconds: 1 }] }, start);
    pace.begin('a', later(3_600_000)).answered(later(3_600_000));
    expect(pace.earliestOfAll(later(10))).toBe(later(10));
  });
});
