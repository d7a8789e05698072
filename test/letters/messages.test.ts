import { describe, expect, it } from 'vitest';
import { LETTERS, type LetterKind } from '../../src/letters/letters.ts';
import { messageListView } from '../../src/letters/messages/list-view.ts';
import { fateOf, messageId, newestTroubleFirst, settle, toldOfIt } from '../../src/letters/messages/rules.ts';
import { messageView } from '../../src/letters/messages/view.ts';
import { sayAbout, sayKind } from '../../src/letters/messages/words.ts';
import type { Passage } from '../../src/letters/model.ts';
import type { Spell } from '../../src/letters/unreachable/items.ts';
import { ayesha, ben, grace, iroOlu, priya, sightOf, supportFiona } from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { aKept, attempt, BLOCKED, failed, sentTo, unclear, waitsFor } from './builders.ts';
import { aMessage } from './message-samples.ts';

const sight = sightOf(supportFiona, at('2026-11-24', '10:00'));
const page = (message: ReturnType<typeof aMessage>) => messageView({ about: null, message }, sight);
const says = (message: ReturnType<typeof aMessage>) => page(message).after.map((line) => line.says);
const digest = (passage: Passage) =>
  aKept({ key: 'digest/2026-11-23', kind: 'digest.day', record: { kind: 'diary', id: ayesha.id }, passage });
const carried: Passage = {
  at: 'carried',
  digest: 'digest/2026-11-23',
  reader: ayesha.id,
  carriedAt: at('2026-11-23', '08:30'),
};
const dropped: Passage = { at: 'dropped', droppedAt: at('2026-11-23'), why: 'the deadline was met' };

describe('how a message fared', () => {
  it.each([
    ['sent', aKept({ passage: sentTo(ayesha) }), null, 'arrived'],
    ['not tried yet', aKept(), null, 'waiting'],
    ['tried', aKept({ passage: failed() }), null, 'not-delivered'],
    ['waiting for a person', aKept({ passage: { ...waitsFor(ayesha), tries: 0 } }), null, 'not-delivered'],
    ['of no clear answer', aKept({ passage: unclear() }), null, 'unclear'],
    ['held for a digest', aKept({ passage: { at: 'held' } }), null, 'held'],
    ['carried by a digest that arrived', aKept({ passage: carried }), digest(sentTo(ayesha)), 'arrived'],
    ['carried by one that did not', aKept({ passage: carried }), digest(failed()), 'not-delivered'],
    ['carried by one that is not there', aKept({ passage: carried }), null, 'unclear'],
    ['dropped', aKept({ passage: dropped }), null, 'not-sent'],
    [
      'called arrived by a person',
      aKept({ passage: dropped, attempts: [attempt('arrived', 'Seen.')] }),
      null,
      'arrived',
    ],
  ] as const)('is plain of one %s', (_how, letter, carriedBy, fate) => {
    expect(fateOf(letter, carriedBy)).toBe(fate);
  });
});

describe('the page of a message', () => {
  it('says what it is, to whom, when, each attempt with its remedy, and the Teams message', () => {
    const attempts = [attempt('failed', BLOCKED), attempt('arrived', null, '10:30')];
    expect(page(aMessage({ passage: sentTo(ayesha), attempts }))).toMatchObject({
      quiet: 'To Ayesha Khan (Social worker) · about a child’s case',
      sign: '✓ Arrived',
      facts: [
        { title: 'What', value: 'A reminder of one duty, its day and its source' },
        { title: 'Written', value: 'Mon 23 November 2026, 09:00' },
        { title: 'Sent', value: 'Mon 23 November 2026, 09:01' },
        { title: 'Teams message', value: '1700000000001' },
      ],
      attempts: [
        { says: `Mon 23 November 2026, 09:01: it did not arrive. ${BLOCKED}` },
        { says: 'Mon 23 November 2026, 10:30: it arrived.' },
      ],
      after: [],
      maySettle: false,
    });
  });

  it('says who got it in the place of somebody away', () => {
    expect(page(aMessage({ passage: sentTo(grace) })).facts).toContainEqual({
      title: 'Went to',
      value: 'Grace Obi (Service manager), in their place',
    });
  });

  it.each([
    ['goes out', aMessage(), 'Next: it goes out with the next round, within a minute.'],
    [
      'waits for the morning',
      aMessage({ passage: { at: 'unsent', tries: 0, nextTryAt: at('2026-11-25', '08:00'), trouble: null } }),
      'Next: it goes out on Wed 25 November 2026, 08:00.',
    ],
    [
      'is tried again',
      aMessage({ passage: failed(BLOCKED, at('2026-11-24', '11:00')) }),
      'Next: it is tried again on Tue 24 November 2026, 11:00.',
    ],
    [
      'waits for a person',
      aMessage({ passage: waitsFor(priya) }),
      'Next: it goes out by itself as soon as Priya Shah writes to Homeward, or Homeward is installed for them again.',
    ],
    [
      'waits for a digest',
      aMessage({ passage: { at: 'held' } }),
      'Next: it is in the next digest of Ayesha Khan (Social worker).',
    ],
    [
      'was in a digest that arrived',
      aMessage({ passage: carried }, { digest: digest(sentTo(ayesha)), fate: 'arrived' }),
      'It was in the digest of Ayesha Khan of Mon 23 November 2026, 08:30, itself sent Mon 23 November 2026, 09:01.',
    ],
    [
      'was in a digest that did not',
      aMessage({ passage: carried }, { digest: digest(failed()) }),
      `It was in the digest of Ayesha Khan of Mon 23 November 2026, 08:30, itself: not delivered. ${BLOCKED}`,
    ],
    ['is not needed', aMessage({ passage: dropped }), 'Not sent: the deadline was met.'],
    [
      'is unclear',
      aMessage({ passage: unclear() }),
      'Homeward does not say it again by itself: a person decides that.',
    ],
  ])('says what comes next of one that %s', (_how, message, next) => {
    expect(says(message)[0]).toBe(next);
  });

  it('says who is told if it cannot be, and who was', () => {
    const waits = { passage: waitsFor(ayesha) };
    expect(says(aMessage(waits))[1]).toBe(
      'If it has not arrived after one working day, Homeward tells Fiona Grant and Priya Shah, without a word of any case.',
    );
    const facts = { person: ayesha.id, plight: 'waiting' };
    const told = aKept({
      kind: 'post.unreachable',
      to: { person: supportFiona.id },
      facts,
      passage: sentTo(supportFiona, '2026-11-24'),
    });
    expect(says(aMessage(waits, { told: [told] }))[1]).toBe(
      'Fiona Grant (Business support) was told on Tue 24 November 2026, 09:01 that Ayesha Khan could not be reached.',
    );
    expect(says(aMessage({ passage: carried }, { digest: digest(waitsFor(priya)) }))[1]).toContain(
      'Homeward tells Fiona Grant and Grace Obi',
    );
    expect(says(aMessage({ passage: failed(), to: { channel: 'Directorate' } }))[1]).toContain('The administrators');
  });

  it('shows the first of very many attempts and the latest', () => {
    const attempts = Array.from({ length: 20 }, (_, index) => attempt('failed', null, `09:${10 + index}`));
    const { attempts: shown } = page(aMessage({ passage: failed(), attempts }));
    expect(shown.map((line) => line.says.slice(-31))).toHaveLength(7);
    expect(shown[0]!.says).toContain('09:10');
    expect(shown[1]!.says).toBe('… 14 more …');
    expect(shown.at(-1)!.says).toContain('09:29');
  });
});

describe('who was told of a message that did not arrive', () => {
  const spell = (isOver: boolean, writtenAt: string, person = ayesha.id): Spell => {
    const items = [aKept({ key: writtenAt, kind: 'post.unreachable', writtenAt: at(writtenAt) })];
    return { person, plight: 'waiting', count: 1, since: at(writtenAt), items, isOver };
  };
  const waits = aKept({ passage: waitsFor(ayesha) });

  it.each([
    ['are those told since it was written', waits, [spell(false, '2026-11-24')], 1],
    ['are those told before of a trouble that goes on', waits, [spell(false, '2026-11-20')], 1],
    ['are not those told of a trouble before it', waits, [spell(true, '2026-11-20')], 0],
    ['are not those told of somebody else', waits, [spell(false, '2026-11-24', ben.id)], 0],
    [
      'are those told before it arrived',
      aKept({ passage: sentTo(ayesha, '2026-11-26') }),
      [spell(true, '2026-11-24')],
      1,
    ],
    ['are not those told of a trouble since', aKept({ passage: sentTo(ayesha) }), [spell(false, '2026-11-26')], 0],
    [
      'are those told of whoever it waits for',
      aKept({ passage: waitsFor(priya) }),
      [spell(false, '2026-11-24', priya.id)],
      1,
    ],
  ])('%s', (_who, letter, spells, many) => {
    expect(toldOfIt(letter, null, spells)).toHaveLength(many);
  });

  it('are those told of whoever did not get the digest that carried it', () => {
    const late = digest(waitsFor(priya));
    expect(toldOfIt(aKept({ passage: carried }), late, [spell(false, '2026-11-24', priya.id)])).toHaveLength(1);
  });
});

describe('what a message is about', () => {
  it.each([
    ['a dispute', aKept({ record: { kind: 'dispute', id: 'D-0001' } }), 'dispute D-0001', 'dispute D-0001'],
    ['a return', aKept({ facts: { return: 'RH-0001' } }), 'return RH-0001', 'return RH-0001, case C-1042'],
    ['a concern', aKept({ facts: { concern: 'E-0001' } }), 'concern E-0001', 'concern E-0001, case C-1042'],
    ['a case', aKept(), 'about a child’s case', 'case C-1042'],
    [
      'a fact that is no reference of ours',
      aKept({ facts: { return: 'Kayleigh' } }),
      'about a child’s case',
      'case C-1042',
    ],
    [
      'a diary',
      aKept({ record: { kind: 'diary', id: ayesha.id } }),
      'about what waits for them',
      'about what waits for them',
    ],
    [
      'Homeward',
      aKept({ record: { kind: 'contact', id: 'homeward' } }),
      'about Homeward itself',
      'about Homeward itself',
    ],
  ])('is neutral of %s, and says which child’s only to whoever may see', (_what, letter, neutral, named) => {
    expect(sayAbout(letter, false)).toBe(neutral);
    expect(sayAbout(letter, true)).toBe(named);
  });

  it.each(Object.keys(LETTERS) as LetterKind[])('is said of %s in words that stand by themselves', (kind) => {
    expect(sayKind(kind)).toMatch(/^[A-Z][^:]{10,}$/);
    expect(sayKind(kind)).not.toMatch(/1:1|neutral|the same/);
  });

  it('is not betrayed by what a card calls it', () => {
    expect(messageId(aKept())).toMatch(/^[0-9a-f]{32}$/);
    expect(messageId(aKept())).not.toBe(messageId(aKept({ record: { kind: 'case', id: 'C-1043' } })));
  });
});

describe('the list of what did not arrive', () => {
  it('is by person, newest trouble first', () => {
    const tried = (key: string, who: typeof ayesha, time: string) =>
      aKept({ key, to: { person: who.id }, passage: failed(), attempts: [attempt('failed', BLOCKED, time)] });
    const letters = [
      tried('a', ayesha, '09:00'),
      tried('b', ben, '11:00'),
      tried('c', ayesha, '12:00'),
      tried('d', iroOlu, '10:00'),
    ];
    expect(newestTroubleFirst(letters).map(({ key }) => key)).toEqual(['c', 'a', 'b', 'd']);
  });

  it('has seven a page, and pages that go round', () => {
    const messages = Array.from({ length: 15 }, (_, index) => aMessage({ key: `k${index}`, passage: failed() }));
    const shows = (at: number) => messageListView({ about: null, page: at, messages }, sight);
    expect([1, 2, 3, 4].map((at) => shows(at).messages.length)).toEqual([7, 7, 1, 7]);
    expect([1, 2, 3].map((at) => shows(at).nextTitle)).toEqual(['Page 2 of 3', 'Page 3 of 3', 'First page']);
    expect(shows(3).choices.messages).toEqual([
      { title: '15 · Ayesha Khan (Social worker)', value: messageId(messages[14]!.letter) },
    ]);
  });

  it('says what to do when it is empty', () => {
    expect(messageListView({ about: null, page: 1, messages: [] }, sight)).toMatchObject({
      hasMessages: false,
      empty: expect.stringContaining('Nothing to do'),
    });
  });
});

describe('a message of which nobody knows', () => {
  const now = at('2026-11-24', '10:00');

  it('is called arrived by a person, in their name', () => {
    expect(settle(aKept({ passage: unclear() }), 'arrived', supportFiona, now)).toEqual({
      ok: true,
      value: {
        passage: { at: 'dropped', droppedAt: now, why: 'Fiona Grant checked that it had arrived' },
        attempt: { at: now, came: 'arrived', trouble: 'Fiona Grant checked that it had.' },
      },
    });
  });

  it('is said again when a person asks for it, once', () => {
    expect(settle(aKept({ passage: unclear() }), 'again', supportFiona, now)).toMatchObject({
      value: {
        passage: { at: 'unsent', tries: 0, nextTryAt: now, mayHaveArrived: true },
        attempt: { came: 'failed', trouble: 'Fiona Grant checked, and asked for it to be said again.' },
      },
    });
  });

  it.each([sentTo(ayesha), failed(), dropped, carried, { at: 'held' } as const])(
    'is not one that is $at',
    (passage) => {
      expect(settle(aKept({ passage }), 'again', supportFiona, now)).toMatchObject({ ok: false });
    },
  );
});
