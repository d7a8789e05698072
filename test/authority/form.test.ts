import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readAuthority } from '../../src/authority/form.ts';

const sample = readFileSync('src/demo/authority.json', 'utf8');
// biome-ignore lint/suspicious/noExplicitAny: broken on purpose, in any way
type Json = Record<string, any>;
const broken = (change: (file: Json) => void) => {
  const file = JSON.parse(sample);
  change(file);
  const read = readAuthority(JSON.stringify(file));
  return read.ok ? [] : read.problems;
};

describe('the authority file', () => {
  it('ships a sample of at least fourteen people over every post', () => {
    const read = readAuthority(sample);
    expect(read.ok).toBe(true);
    if (!read.ok) return;
    expect(read.authority.register.size).toBeGreaterThanOrEqual(14);
    expect(new Set([...read.authority.register.values()].flatMap(({ posts }) => posts)).size).toBe(12);
    expect(read.authority.ladder.stages.map(({ workingDays }) => workingDays)).toEqual([5, 5, 5, 3, 2]);
    expect(read.authority.channels.size).toBe(2);
  });

  it.each<[string, (file: Json) => void, string]>([
    ['a post that does not exist', (file) => (file.people[0].posts = ['wizard']), 'people.0.posts.0: "wizard"'],
    [
      'a manager who is nobody',
      (file) => (file.people[0].manager = 'x'),
      'people.0.manager: "x" is not the id of anyone',
    ],
    ['the same id twice', (file) => (file.people[1].id = file.people[0].id), 'is used twice'],
    [
      'a cover that is nobody',
      (file) => (file.people[0].cover = { by: 'x', from: '2026-12-01', to: '2026-12-02' }),
      'people.0.cover.by: "x"',
    ],
    [
      'a cover that ends before it begins',
      (file) => (file.people[0].cover = { by: file.people[1].id, from: '2026-12-03', to: '2026-12-02' }),
      'is before cover.from',
    ],
    [
      '31 February',
      (file) => (file.extraNonWorkingDays = [{ on: '2026-02-31', name: 'x' }]),
      'extraNonWorkingDays.0.on: "2026-02-31" must be a real day',
    ],
    ['stages over twenty in sum', (file) => (file.ladder.stages[0].workingDays = 6), 'total 21 working days'],
    [
      'a channel that is not there',
      (file) => (file.ladder.stages[2].channel = 'Nowhere'),
      'ladder.stages.2.channel: "Nowhere"',
    ],
    ['an informal stage over ten', (file) => (file.ladder.informalDays = 11), 'ladder.informalDays: 11'],
    ['a field that nobody knows', (file) => (file.colour = 'blue'), 'colour'],
    ['no people', (file) => (file.people = []), 'people'],
  ])('refuses %s, with the path and the value', (_what, change, expected) => {
    expect(broken(change).join('\n')).toContain(expected);
  });

  it('lists every problem, not the first', () => {
    expect(broken((file) => Object.assign(file, { name: '', tenant: '', decisionsChannel: '' })).length).toBe(3);
  });

  it('leaves the Chief Executive’s stage out when the authority switched it off', () => {
    const file = JSON.parse(sample);
    file.ladder.stages[4].off = true;
    const read = readAuthority(JSON.stringify(file));
    expect(read.ok && read.authority.ladder.stages.map(({ post }) => post)).toEqual([
      'team-manager',
      'service-manager',
      'head-of-service',
      'director',
    ]);
  });

  it('says so when the file is not JSON', () => {
    expect(readAuthority('{')).toMatchObject({ ok: false, problems: [expect.stringContaining('not JSON')] });
  });
});
