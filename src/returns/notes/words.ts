import { dayOf } from '../../clock.ts';
import { sayDay } from '../../local-date.ts';
import { type PersonId, POSTS, type Register } from '../../people/model.ts';
import { nameOf } from '../../people/rules.ts';
import type { ReturningCase } from '../model.ts';
import type { Doing } from '../rules.ts';
import type { Written } from './model.ts';

/** "Ayesha Khan (Social worker)": by name and post, as a record that is read in twenty years needs it. */
export function sayWho(id: PersonId, register: Register): string {
  const posts = register.get(id)?.posts.map((post) => POSTS[post]) ?? [];
  if (id === 'homeward') return 'Homeward, by itself';
  return posts.length > 0 ? `${nameOf(id, register)} (${posts.join(', ')})` : nameOf(id, register);
}

/** Several people, each once. */
export function sayAll(ids: readonly PersonId[], register: Register): string {
  return [...new Set(ids)].map((id) => sayWho(id, register)).join('; ');
}

/** "Child’s wishes and feelings: …"; a question keeps its mark. */
export function headed(heading: string, text: string): string {
  return `${heading}${heading.endsWith('?') ? '' : ':'} ${text}`;
}

/** A line for words that may not have been given. */
export function given(heading: string, text: string | null): readonly string[] {
  return text ? [headed(heading, text)] : [];
}

/** Parts with an empty line between them; empty parts are left out. */
export function apart(...parts: readonly (readonly string[])[]): readonly string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, at) => (at === 0 ? part : ['', ...part]));
}

/** The whole block: what, when, by whom, what was written, and who took it from here on which day. */
export function blockOf(
  { initials, id }: ReturningCase,
  { title, day, by, lines }: Written,
  { by: reader, now, authority: { register } }: Doing,
): string {
  const head = [
    'HOMEWARD NOTE',
    `Child: ${initials}, ${id}`,
    `What: ${title}`,
    `When: ${sayDay(day)}`,
    ...given('By', by),
  ];
  const foot = [`Copied from Homeward on ${sayDay(dayOf(now))} by ${sayWho(reader.id, register)}.`];
  return apart(head, lines, foot).join('\n');
}
