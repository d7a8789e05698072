import { describe, expect, it } from 'vitest';
import type { Authority } from '../../src/authority/model.ts';
import type { KeptLetter, Letter } from '../../src/letters/model.ts';
import { itemsDue, spellsIn } from '../../src/letters/unreachable/items.ts';
import { HOMEWARD, type Undelivered, type Unreachable } from '../../src/letters/unreachable/model.ts';
import {
  countUnreachable,
  isInTrouble,
  notReached,
  sinceOf,
  toldFrom,
  toldOf,
  unreachables,
} from '../../src/letters/unreachable/rules.ts';
import { unreachableView } from '../../src/letters/unreachable/view.ts';
import type { Person } from '../../src/people/model.ts';
import {
  administratorPeter,
  ayesha,
  ben,
  northmoor,
  priya,
  sightOf,
  supportFiona,
  without,
} from '../builders/people.ts';
import { at } from '../fakes/stopped-clock.ts';
import { aKept, attempt, BLOCKED, failed, sentTo, unclear, waitsFor } from './builders.ts';

const { holidays, register } = northmoor;
const since = (letter: KeptLetter): Undelivered => ({ letter, since: letter.writtenAt });

describe('a letter', () => {
  it.each([
    ['that waits for its hour', { at: 'unsent', tries: 0, nextTryAt: at('2026-11-23'), trouble: null }, false],
    ['that failed once', failed(), true],
    ['that waits for a person, and was never tried', { ...waitsFor(ayesha), tries: 0 }, true],
    ['of which nobody knows', unclear(), true],
    ['that waits for a digest', { at: 'held' }, false],
    ['that a digest carried', { at: 'carried', digest: 'd', reader: 'p', carriedAt: at('2026-11-23') }, false],
    ['that arrived', sentTo(ayesha), false],
    ['that is not needed any more', { at: 'dropped', droppedAt: at('2026-11-23'), why: 'moved on' }, false],
  ] as const)('%s is in trouble, or not', (_how, passage, trouble) => {
    expect(isInTrouble(aKept({ passage }))).toBe(trouble);
  });

  it('does not reach whoever it waits for, else whom it is to; of a channel that is nobody', () => {
    expect(notReached(aKept({ passage: waitsFor(priya) }))).toBe(priya.id);
    expect(notReached(aKept({ passage: failed() }))).toBe(ayesha.id);
    expect(notReached(aKept({ passage: failed(), to: { channel: 'Directorate' } }))).toBeNull();
  });
});

describe('one working day', () => {
  it.each([
    ['in the morning of a working day', at('2026-11-23', '09:00'), at('2026-11-24', '09:00')],
    ['on a Friday', at('2026-11-27', '15:30'), at('2026-11-30', '15:30')],
    ['on a Friday evening', at('2026-11-27', '19:00'), at('2026-12-01', '08:00')],
    ['on a Sunday', at('2026-11-29', '10:00'), at('2026-12-01', '08:00')],
    ['before Christmas', at('2026-12-24', '10:00'), at('2026-12-29', '10:00')],
    ['before Easter', at('2026-04-02', '10:00'), at('2026-04-07', '10:00')],
    ['on the Friday before the clocks go forward', at('2026-03-27', '09:00'), at('2026-03-30', '09:00')],
    ['past the end of the list of bank holidays', at('2099-06-01', '10:00'), at('2099-06-02', '10:00')],
  ])('after a letter was written %s', (_when, writtenAt, told) => {
    expect(toldFrom(since(aKept({ writtenAt })), holidays)).toBe(told);
  });

  it.each([
    ['on a Friday night', at('2026-11-27', '22:00'), at('2026-11-30', '08:00')],
    ['at noon', at('2026-11-23', '12:00'), at('2026-11-24', '08:00')],
  ])('is no more than the next working morning of an urgent one, written %s', (_when, writtenAt, told) => {
    expect(toldFrom(since(aKept({ writtenAt, kind: 'concern.raised' })), holidays)).toBe(told);
  });
});

describe('a digest that takes the place of one that was overtaken', () => {
  const digest = (day: string, parts: Partial<KeptLetter>) =>
    aKept({ key: `digest/${day}`, kind: 'digest.day', writtenAt: at(day, '08:30'), ...parts });
  const overtaken = (day: string) =>
    digest(day, {
      passage: { at: 'dropped', droppedAt: at('2026-11-26', '08:30'), why: 'overtaken' },
      attempts: [attempt('failed', BLOCKED)],
    });
  const now = digest('2026-11-26', { passage: waitsFor(ayesha) });
  const arrived = digest('2026-11-23', { passage: sentTo(ayesha) });
  const empty = digest('2026-11-24', { passage: { at: 'dropped', droppedAt: at('2026-11-24'), why: 'empty' } });

  it.each([
    ['is in trouble since the first of them', [overtaken('2026-11-24'), overtaken('2026-11-25'), now], '2026-11-24'],
    ['is so since the last that arrived', [arrived, overtaken('2026-11-25'), now], '2026-11-25'],
    [
      'is so since the last that had no news',
      [overtaken('2026-11-23'), empty, overtaken('2026-11-25'), now],
      '2026-11-25',
    ],
    ['is so since itself, where it is the first', [now], '2026-11-26'],
  ])('%s', (_what, beside, day) => {
    expect(sinceOf(now, beside)).toBe(at(day, '08:30'));
  });

  it('says nothing of other letters', () => {
    const reminder = aKept({ writtenAt: at('2026-11-26') });
    expect(sinceOf(reminder, [aKept({ writtenAt: at('2026-11-20') }), reminder])).toBe(at('2026-11-26'));
  });
});

describe('those who see to it that somebody cannot be reached', () => {
  const second: Person = { ...supportFiona, id: 'second', name: 'Hana Cole' };
  const two: Authority = { ...northmoor, register: new Map([...register, [second.id, second]]) };
  const names = (ids: readonly string[], authority: Authority) => ids.map((id) => authority.register.get(id)!.name);
  const table: readonly (readonly [string, Person, Authority, readonly Person[], readonly string[]])[] = [
    ['business support and the manager', ayesha, northmoor, [], ['Fiona Grant', 'Priya Shah']],
    ['everybody in business support', ayesha, two, [], ['Fiona Grant', 'Hana Cole', 'Priya Shah']],
    ['those of them who can be reached', ayesha, two, [supportFiona], ['Hana Cole', 'Priya Shah']],
    [
      'an administrator, where business support cannot be reached',
      ayesha,
      northmoor,
      [supportFiona],
      ['Peter Nolan', 'Priya Shah'],
    ],
    ['an administrator, where that post is empty', ayesha, without(supportFiona), [], ['Peter Nolan', 'Priya Shah']],
    ['the manager, where both are', ayesha, without(supportFiona, administratorPeter), [], ['Priya Shah']],
    ['the administrators, of business support', { ...second, manager: null }, two, [], ['Fiona Grant', 'Peter Nolan']],
    ['nobody twice', { ...ayesha, manager: supportFiona.id }, northmoor, [], ['Fiona Grant']],
    ['not the person themself', { ...ayesha, manager: ayesha.id }, northmoor, [], ['Fiona Grant']],
  ];

  it.each(table)('are %s', (_who, person, council, closed, told) => {
    const authority = { ...council, register: new Map([...council.register, [person.id, person]]) };
    const cannot = new Set(closed.map(({ id }) => id));
    expect(names(toldOf(person.id, authority.register, cannot), authority)).toEqual(told);
  });

  it('are business support of somebody who has left the register', () => {
    expect(toldOf('gone', register, new Set())).toEqual([supportFiona.id]);
  });
});

/** The letters that told of it so far, kept as the directory keeps them. */
function kept(
  letters: readonly Letter[],
  passage: KeptLetter['passage'] = sentTo(supportFiona),
): readonly KeptLetter[] {
  return letters.map((letter) => ({ ...letter, record: HOMEWARD, passage, attempts: [] }));
}
const due = (undelivered: readonly KeptLetter[], said: readonly KeptLetter[], day: string, time = '10:00') =>
  itemsDue(undelivered.map(since), said, register, holidays, at(day, time));
const toWhom = (letters: readonly Letter[]) =>
  letters.map(({ to, facts }) => [
    register.get('person' in to ? to.person : '')?.name,
    facts.over ? 'over' : facts.plight,
  ]);

describe('an item for business support', () => {
  const waits = aKept({ passage: waitsFor(ayesha) });

  it('is written after one working day, and not before', () => {
    expect(due([waits], [], '2026-11-24', '08:59')).toEqual([]);
    expect(toWhom(due([waits], [], '2026-11-24', '09:00'))).toEqual([
      ['Fiona Grant', 'waiting'],
      ['Priya Shah', 'waiting'],
    ]);
  });

  it('names nobody and no case in what is kept', () => {
    for (const letter of due([waits], [], '2026-11-24')) {
      expect(letter.kind).toBe('post.unreachable');
      expect(JSON.stringify(letter)).not.toMatch(/C-1042|R-VIS|Ayesha|Priya/);
    }
  });

  it('is written once a spell, however many letters come to wait', () => {
    const first = kept(due([waits], [], '2026-11-24'));
    const more = aKept({ key: 'another', passage: waitsFor(ayesha), writtenAt: at('2026-11-24') });
    expect(due([waits, more], first, '2026-11-30')).toEqual([]);
    expect(due([more], first, '2026-11-30')).toEqual([]);
  });

  it('is over when nothing waits any more; the next spell makes a new one', () => {
    const first = kept(due([waits], [], '2026-11-24'));
    const over = due([], first, '2026-11-25');
    expect(toWhom(over)).toEqual([
      ['Fiona Grant', 'over'],
      ['Priya Shah', 'over'],
    ]);
    const said = [...first, ...kept(over)];
    expect(spellsIn(said).map(({ isOver }) => isOver)).toEqual([true]);
    expect(due([], said, '2026-11-26')).toEqual([]);
    const again = due([aKept({ passage: waitsFor(ayesha), writtenAt: at('2026-12-01') })], said, '2026-12-02');
    expect(toWhom(again)).toEqual([
      ['Fiona Grant', 'waiting'],
      ['Priya Shah', 'waiting'],
    ]);
    expect(again.map(({ facts }) => facts.spell)).toEqual(['2', '2']);
  });

  it('that nobody had read says nothing when it is over', () => {
    const unread = kept(due([waits], [], '2026-11-24'), failed());
    expect(due([], unread, '2026-11-25')).toEqual([]);
    const dropped = kept(due([waits], [], '2026-11-24'), {
      at: 'dropped',
      droppedAt: at('2026-11-25'),
      why: 'reached',
    });
    expect(due([], dropped, '2026-11-26')).toEqual([]);
    expect(due([waits], dropped, '2026-11-26').map(({ facts }) => facts.spell)).toEqual(['2', '2']);
  });

  it('goes on to the administrators when business support turns out not to be reached either', () => {
    const first = kept(due([waits], [], '2026-11-24'), waitsFor(supportFiona)).map((letter) =>
      'person' in letter.to && letter.to.person === supportFiona.id ? letter : { ...letter, passage: sentTo(priya) },
    );
    const stuck = { ...first[0]!, writtenAt: at('2026-11-24') };
    expect(toWhom(due([waits, stuck], first, '2026-11-24', '16:00'))).toEqual([]);
    const more = due([waits, stuck], first, '2026-11-25');
    expect(toWhom(more)).toEqual([
      ['Peter Nolan', 'waiting'],
      ['Peter Nolan', 'waiting'],
    ]);
    expect(new Set(more.map(({ facts }) => facts.person))).toEqual(new Set([ayesha.id, supportFiona.id]));
  });

  it('tells letters that wait from letters of which nobody knows', () => {
    const both = [waits, aKept({ key: 'u', passage: unclear() })];
    expect(
      toWhom(due(both, [], '2026-11-24'))
        .map(([, plight]) => plight)
        .sort(),
    ).toEqual(['unclear', 'unclear', 'waiting', 'waiting']);
  });

  it('is never written about a channel: the administrators hear of that once a day', () => {
    expect(due([aKept({ passage: failed(), to: { channel: 'Directorate' } })], [], '2026-11-30')).toEqual([]);
  });
});

describe('what an item says', () => {
  const sight = sightOf(supportFiona, at('2026-11-24'));
  const [letter] = kept(due([aKept({ passage: waitsFor(ayesha) })], [], '2026-11-24'));
  const stands: readonly Unreachable[] = unreachables(
    [aKept({ passage: waitsFor(ayesha) }), aKept({ key: 'b', passage: waitsFor(ayesha) })].map(since),
  );

  it('is who, since when, why, what to do and how many wait, as it is when it is read', () => {
    expect(unreachableView(letter!, stands, sight)).toEqual({
      heading: 'Somebody cannot be reached',
      quiet: 'Ayesha Khan (Social worker) · since Mon 23 November 2026, 09:00',
      says: BLOCKED,
      waits: '2 messages wait for Ayesha Khan.',
      mayList: true,
    });
  });

  it('has no way to the messages for the manager', () => {
    expect(unreachableView(letter!, stands, sightOf(priya, at('2026-11-24')))).toMatchObject({ mayList: false });
  });

  it('is nothing once they can be reached', () => {
    expect(unreachableView(letter!, [], sight)).toEqual({ dropped: 'they can be reached again' });
    const over = { ...letter!, facts: { ...letter!.facts, over: 'yes' } };
    expect(unreachableView(over, stands, sight)).toEqual({ dropped: 'there is trouble again' });
    expect(unreachableView(over, [], sight)).toMatchObject({ heading: 'Nothing waits for them any more' });
  });

  it('always has a why, also where Teams gave none', () => {
    const [none] = unreachables([since(aKept({ passage: waitsFor(ayesha, null) }))]);
    expect(none!.trouble).toMatch(/write "help" once/);
  });
});

describe('the numbers for whoever watches over Homeward', () => {
  it('count people, letters and business support, and name nobody', () => {
    const undelivered = [
      aKept({ key: 'a', passage: waitsFor(ayesha) }),
      aKept({ key: 'b', passage: waitsFor(ayesha) }),
      aKept({ key: 'c', passage: waitsFor(ben), to: { person: ben.id }, writtenAt: at('2026-11-25') }),
      aKept({ key: 'd', passage: waitsFor(supportFiona), to: { person: supportFiona.id } }),
      aKept({ key: 'e', passage: unclear() }),
      aKept({ key: 'f', passage: failed(), to: { channel: 'Directorate' } }),
    ].map(since);
    expect(countUnreachable(undelivered, register, holidays, at('2026-11-25', '12:00'))).toEqual({
      peopleUnreachable: 2,
      lettersWaitingForThem: 3,
      lettersOfUnknownFate: 1,
      supportUnreachable: 1,
    });
  });
});
