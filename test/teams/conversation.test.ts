import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/catalogue.ts';
import type { Person } from '../../src/people/model.ts';
import { COMMANDS } from '../../src/teams/commands.ts';
import { hear, help } from '../../src/teams/conversation.ts';
import { here } from '../../src/teams/route.ts';
import {
  administratorPeter,
  ayesha,
  coordinatorJosh,
  directorRuth,
  headHelen,
  iroOlu,
  nominatedSamuel,
  priya,
  supportFiona,
} from '../builders/people.ts';
import { Seen } from '../fakes/council.ts';
import { postRoom } from '../fakes/post-room.ts';

const seen = (card: Card) => new Seen(card);
async function at(by: Person, inChannel = false, day = '2026-11-23') {
  const { needs } = await postRoom(day);
  return here(by, inChannel, 'drawn-once', needs);
}

const OFFERED: readonly (readonly [string, Person, readonly string[], readonly string[]])[] = [
  ['a social worker', ayesha, ['Deadlines', 'My cases', 'Follow a child'], ['follow', 'visit', 'return home', 'why']],
  ['a team manager', priya, ['Deadlines', 'My cases', 'Follow a child', 'Disputes'], ['team', 'disputes']],
  ['an IRO', iroOlu, ['Deadlines', 'My cases', 'Disputes'], ['raise dispute', 'review']],
  ['the nominated officer', nominatedSamuel, ['Decisions'], ['decisions']],
  ['the Director', directorRuth, ['Decisions', 'Disputes'], ['decisions', 'team']],
  ['the head of service', headHelen, ['Disputes'], ['team', 'disputes']],
  ['a child in need co-ordinator', coordinatorJosh, ['Deadlines', 'My cases'], ['review']],
  ['business support', supportFiona, [], []],
  ['the administrator', administratorPeter, [], []],
];

describe('help', () => {
  it.each(OFFERED)('offers %s what they can do, and no more', async (_who, by, buttons, commands) => {
    const card = seen(help(await at(by)));
    expect(card.buttons).toEqual(buttons);
    for (const command of commands) expect(card.words).toContain(`${command}\n`);
    const others = COMMANDS.filter(
      ({ offeredTo }) => offeredTo !== 'everyone' && !by.posts.some((post) => offeredTo.includes(post)),
    );
    const offered = card.words.split('\n');
    expect(others.filter(({ words: [word] }) => offered.includes(word))).toEqual([]);
  });

  it('offers nothing that is still to come', async () => {
    for (const [, by] of OFFERED) {
      const offered = seen(help(await at(by))).words.split('\n');
      expect(COMMANDS.filter(({ verb, words: [word] }) => verb === null && offered.includes(word))).toEqual([]);
    }
  });
});

describe('bank holidays that are known for less than a year ahead', () => {
  const warning = 'I know the bank holidays only until Sun 31 December 2028';
  const helped = async (by: Person, day: string, inChannel = false) => seen(help(await at(by, inChannel, day))).words;

  it.each([administratorPeter, supportFiona])('are said to $name on the help card', async (by) => {
    expect(await helped(by, '2027-12-31')).toContain(warning);
    expect(await helped(by, '2027-12-30')).not.toContain(warning);
  });

  it('are said to nobody else, and not in a channel', async () => {
    expect(await helped(ayesha, '2028-06-01')).not.toContain(warning);
    expect(await helped(administratorPeter, '2028-06-01', true)).not.toContain(warning);
  });
});

describe('a conversation', () => {
  it.each(COMMANDS.map(({ words }) => words[0]))(
    'answers “%s” to everybody, entitled or not, here and in a channel',
    async (word) => {
      for (const by of [ayesha, iroOlu, supportFiona]) {
        expect(seen(await hear(word, await at(by))).words.length).toBeGreaterThan(10);
        expect(seen(await hear(`${word} C-1042`, await at(by))).words).not.toContain('undefined');
        const inChannel = JSON.stringify(await hear(`${word} C-1042`, await at(by, true)));
        expect(inChannel).not.toContain('1042');
      }
    },
  );

  it('gives the three nearest commands for what it does not know', async () => {
    const lines = seen(await hear('deadbeef', await at(ayesha)))
      .words.split('\n')
      .filter((line) => line.includes(' – '));
    expect(lines).toHaveLength(3);
  });
});
