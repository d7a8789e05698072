import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/local-date.ts';
import type { Person, Post } from '../../src/people/model.ts';
import { actsFor, holderOf, sayHolder, whoActsFor } from '../../src/people/rules.ts';

const today = localDate('2026-12-14');
const person = (id: string, post: Post, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: `${id}@x.example`,
  posts: [post],
  team: null,
  service: null,
  manager: null,
  cover: null,
  ...more,
});
const away = (by: string) => ({ by, from: localDate('2026-12-10'), to: localDate('2026-12-20') });
const register = (...people: Person[]) => new Map(people.map((one) => [one.id, one]));

describe('who answers for a post', () => {
  const north = person('Grace', 'service-manager', { service: 'North' });
  const south = person('Martin', 'service-manager', { service: 'South' });

  it('is its holder in the service', () => {
    expect(holderOf('service-manager', 'South', register(north, south), today)?.person.id).toBe('Martin');
  });

  it('is the cover while the holder is away, named as such', () => {
    const holder = holderOf('service-manager', 'North', register({ ...north, cover: away('Martin') }, south), today)!;
    expect(sayHolder(holder, 'service-manager')).toBe('Martin (covering for Grace, Service manager)');
  });

  it('is the holder again on the day after the cover ends', () => {
    const people = register({ ...north, cover: away('Martin') }, south);
    expect(whoActsFor('Grace', people, localDate('2026-12-20'))?.person.id).toBe('Martin');
    expect(whoActsFor('Grace', people, localDate('2026-12-21'))?.person.id).toBe('Grace');
  });

  it('is whoever holds it for the whole authority where the service has nobody', () => {
    const head = person('Helen', 'head-of-service');
    expect(holderOf('head-of-service', 'North', register(head), today)?.person.id).toBe('Helen');
  });

  it('is nobody when the post is vacant, or holder and cover are both away', () => {
    expect(holderOf('director', 'North', register(north), today)).toBeNull();
    const both = register({ ...north, cover: away('Martin') }, { ...south, cover: away('Grace') });
    expect(holderOf('service-manager', 'North', both, today)).toBeNull();
  });

  it('lets the cover act, and not the holder who is away', () => {
    const people = register({ ...north, cover: away('Martin') }, south);
    expect(actsFor(south, 'Grace', people, today)).toBe(true);
    expect(actsFor(people.get('Grace')!, 'Grace', people, today)).toBe(false);
  });
});
