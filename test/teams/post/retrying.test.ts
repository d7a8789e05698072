import { describe, expect, it } from 'vitest';
import { millisecondsFrom, plusMinutes } from '../../../src/clock.ts';
import { LETTERS, type LetterKind, MAY_REPEAT } from '../../../src/letters/letters.ts';
import type { KeptLetter, Passage } from '../../../src/letters/model.ts';
import { type Failure, fateOf } from '../../../src/teams/post/retrying.ts';
import { ConnectorError } from '../../../src/teams/post/transport.ts';
import { northmoor, priya, tom } from '../../builders/people.ts';
import { at } from '../../fakes/stopped-clock.ts';

const now = at('2026-03-25', '10:00');
const tomorrow = at('2026-03-26', '08:00');
const sent: Passage = {
  at: 'sent',
  sentAt: now,
  conversation: 'a:1',
  activity: '1',
  reader: priya.id,
  drawn: 1,
  redrawTries: 0,
  redrawAfter: now,
};

function aLetter(kind: LetterKind, passage: Partial<Passage> = {}): KeptLetter {
  return {
    key: 'D-0001/1',
    kind,
    to: { person: priya.id },
    facts: {},
    live: true,
    writtenAt: now,
    record: { kind: 'dispute', id: 'D-0001' },
    passage: { at: 'unsent', tries: 0, nextTryAt: now, trouble: null, ...passage } as Passage,
    attempts: [],
  };
}

const error = (status: number | null, teamsCode: string | null = null, retryAfterSeconds: number | null = null) =>
  new ConnectorError({ status, teamsCode, retryAfterSeconds, ambiguous: status === null || status >= 500 });
const notReached = new ConnectorError({ status: null, ambiguous: false });

function fate(instead: Partial<Failure>) {
  const usual = { line: 'chat 1', reader: priya.id, chat: null, now, holidays: northmoor.holidays };
  return fateOf({ letter: aLetter('dispute.told'), error: error(429), ...usual, ...instead });
}

const minutesTo = (passage: Passage) =>
  millisecondsFrom(now, passage.at === 'unsent' ? passage.nextTryAt : now) / 60_000;

describe('a send that Teams did not take', () => {
  it.each([[429], [412]])('%s waits as long as Teams says, and so does its whole conversation', (status) => {
    expect(fate({ error: error(status, null, 17) })).toEqual({
      passage: {
        at: 'unsent',
        tries: 1,
        nextTryAt: plusMinutes(now, 17 / 60),
        trouble: 'Teams asked Homeward to slow down. Nothing to do: Homeward tries again by itself.',
      },
      attempt: { at: now, came: 'failed', trouble: expect.stringContaining('slow down') },
      holdUntil: plusMinutes(now, 17 / 60),
    });
  });

  it('waits no longer than a day, whatever Teams says', () => {
    expect(minutesTo(fate({ error: error(429, null, 999_999_999) }).passage)).toBe(24 * 60);
  });

  it.each([
    [0, 2],
    [1, 4],
    [4, 32],
    [12, 360],
  ])(
    'waits longer each time where Teams says nothing: after %s tries %s minutes, up to a quarter more',
    (tries, least) => {
      const minutes = minutesTo(fate({ letter: aLetter('dispute.told', { tries }), error: error(412) }).passage);
      expect(minutes).toBeGreaterThanOrEqual(least);
      expect(minutes).toBeLessThanOrEqual(least * 1.25);
    },
  );

  it('waits differently by conversation, and always the same for one', () => {
    const lines = Array.from({ length: 50 }, (_, number) => `chat ${number}`);
    const waits = lines.map((line) => minutesTo(fate({ line, error: error(429) }).passage));
    expect(new Set(waits).size).toBeGreaterThan(10);
    expect(lines.map((line) => minutesTo(fate({ line, error: error(429) }).passage))).toEqual(waits);
  });

  it.each([
    [
      'a card that is too large',
      new ConnectorError({ status: null, teamsCode: 'MessageSizeTooBig', ambiguous: false }),
    ],
    ['a card that Teams finds too large', error(413)],
    ['what Teams cannot read', error(400, 'BadSyntax')],
    ['what Teams cannot read, saying no more', error(400)],
  ])('is tried again only the next working day, for a person must see to it: %s', (_what, refused) => {
    expect(fate({ error: refused })).toMatchObject({
      passage: { at: 'unsent', tries: 1, nextTryAt: tomorrow },
      holdUntil: null,
    });
  });

  it.each([
    ['Teams cannot be reached', notReached],
    ['our credentials are not accepted', error(401)],
    ['Microsoft gives us no token', new ConnectorError({ status: null, teamsCode: 'no-token', ambiguous: false })],
  ])('is tried again, and holds its conversation back, while %s', (_what, failed) => {
    const { passage, holdUntil } = fate({ error: failed });
    expect(passage).toMatchObject({ at: 'unsent', tries: 1 });
    expect(holdUntil).toBe(passage.at === 'unsent' && passage.nextTryAt);
  });

  it('holds nobody else back where it was our own fault', () => {
    expect(fate({ error: new Error('cannot be drawn') })).toMatchObject({
      passage: { at: 'unsent', tries: 1, trouble: expect.stringMatching(/^Homeward failed before/) },
      holdUntil: null,
    });
  });
});

describe('a send with no clear answer', () => {
  const UNCLEAR = [500, 502, 503, 504, null].map((status) => error(status));
  const kinds = Object.keys(LETTERS) as LetterKind[];

  it.each(UNCLEAR)('is said once more where it may be, and then never again: %s', (unclear) => {
    for (const kind of kinds.filter((one) => MAY_REPEAT.includes(one))) {
      const first = fate({ letter: aLetter(kind), error: unclear });
      expect(first.passage).toMatchObject({ at: 'unsent', tries: 1, mayHaveArrived: true });
      expect(first.attempt).toMatchObject({ came: 'unclear' });
      const second = fate({ letter: aLetter(kind, first.passage), error: unclear });
      expect(second.passage).toMatchObject({ at: 'unknown', triedAt: now });
    }
  });

  it.each(UNCLEAR)('is never said again where a decision could be asked twice: %s', (unclear) => {
    for (const kind of kinds.filter((one) => !MAY_REPEAT.includes(one)))
      expect(fate({ letter: aLetter(kind), error: unclear })).toMatchObject({
        passage: { at: 'unknown' },
        attempt: { came: 'unclear' },
      });
  });

  it('is still the one repeat after Teams asked for time in between', () => {
    const maybe = aLetter('dispute.reminder', { tries: 1, mayHaveArrived: true });
    const busy = fate({ letter: maybe, error: error(429) });
    expect(busy.passage).toMatchObject({ at: 'unsent', tries: 2, mayHaveArrived: true });
  });
});

describe('a chat that is closed', () => {
  it('keeps the letters of its owner until they are heard from, looking again the next working day', () => {
    const blocked = error(403, 'ConversationBlockedByUser');
    expect(fate({ error: blocked, chat: 'blocked' }).passage).toEqual({
      at: 'unsent',
      tries: 1,
      nextTryAt: tomorrow,
      trouble:
        'The person has blocked or removed Homeward. Ask the person to open Homeward in Teams and write "help" once.',
      waitsFor: priya.id,
    });
  });

  it('of whoever covers sends the letter on at once', () => {
    const { passage } = fate({ error: error(403), chat: 'not-installed', reader: tom.id });
    expect(passage).toMatchObject({ at: 'unsent', tries: 1, nextTryAt: now });
    expect(passage).not.toHaveProperty('waitsFor');
  });

  it('which is not there as we knew it is opened anew at once, but only the first time', () => {
    const gone = { error: error(404, 'ConversationNotFound'), chat: 'not-there' } as const;
    expect(fate(gone).passage).toMatchObject({ nextTryAt: now });
    expect(minutesTo(fate({ ...gone, letter: aLetter('dispute.told', { tries: 1 }) }).passage)).toBeGreaterThan(3);
  });
});

describe('a redraw that failed', () => {
  const redraw = (failed: unknown, chat: Failure['chat'] = null) =>
    fate({ letter: aLetter('dispute.respond', sent), error: failed, chat });

  it.each([500, 502, 503, 504, null, 429])(
    'is tried again, since twice does no harm, and is no attempt: %s',
    (status) => {
      const { passage, attempt } = redraw(error(status));
      expect(passage).toMatchObject({ at: 'sent', redrawTries: 1, drawn: 1 });
      expect(passage.at === 'sent' && passage.redrawAfter! > now).toBe(true);
      expect(attempt).toBeNull();
    },
  );

  it('is given up where the message is gone', () => {
    expect(redraw(error(404, 'ActivityNotFoundInConversation')).passage).toMatchObject({ redrawAfter: null });
  });

  it('waits for the next working day where the chat is closed', () => {
    expect(redraw(error(403), 'blocked').passage).toMatchObject({ redrawAfter: tomorrow });
  });
});
