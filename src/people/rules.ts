import type { LocalDate } from '../local-date.ts';
import { type Holder, type Person, type PersonId, POSTS, type Post, type Register } from './model.ts';

/** The person, or cover on that day. Null when the id is unknown, or the person is away and the cover is unknown too. */
export function whoActsFor(id: PersonId, register: Register, day: LocalDate): Holder | null {
  const holder = register.get(id);
  if (!holder) return null;
  if (!isAway(holder, day)) return { person: holder, covering: null };
  const cover = register.get(holder.cover!.by);
  return cover && !isAway(cover, day) ? { person: cover, covering: holder } : null;
}

/** Who answers for a post over a service on a day; null for a vacancy. A holder for the whole authority serves every service. */
export function holderOf(post: Post, service: string | null, register: Register, day: LocalDate): Holder | null {
  const holders = [...register.values()].filter((person) => person.posts.includes(post));
  const inService = holders.filter((person) => person.service === service);
  for (const { id } of [...inService, ...holders.filter((person) => person.service === null)]) {
    const holder = whoActsFor(id, register, day);
    if (holder) return holder;
  }
  return null;
}

/** Whether `person` may act as `id` on that day: in person, or as cover. */
export function actsFor(person: Person, id: PersonId, register: Register, day: LocalDate): boolean {
  return whoActsFor(id, register, day)?.person.id === person.id;
}

/** A person and the managers above, each once, also where a register goes round in a circle. */
export function lineOf(id: PersonId, register: Register): readonly PersonId[] {
  const line: PersonId[] = [];
  for (let next: PersonId | null = id; next && !line.includes(next); next = register.get(next)?.manager ?? null) {
    line.push(next);
  }
  return line;
}

export function holds(person: Person, ...posts: readonly Post[]): boolean {
  return posts.some((post) => person.posts.includes(post));
}

/** "Priya Shah (Team manager)"; with cover, "Priya Shah (covering for Tom Reed, Team manager)". */
export function sayHolder({ person, covering }: Holder, post: Post): string {
  return covering
    ? `${person.name} (covering for ${covering.name}, ${POSTS[post]})`
    : `${person.name} (${POSTS[post]})`;
}

/** The name for a card; someone who has left the register is said to be so. */
export function nameOf(id: PersonId, register: Register): string {
  return register.get(id)?.name ?? 'someone no longer on the register';
}

function isAway({ cover }: Person, day: LocalDate): boolean {
  return cover !== null && cover.from <= day && day <= cover.to;
}
