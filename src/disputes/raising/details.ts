import type { Authority } from '../../authority/model.ts';
import type { Case } from '../../cases/model.ts';
import type { LocalDate } from '../../local-date.ts';
import { sayDay } from '../../local-date.ts';
import { type Person, POSTS, type Post } from '../../people/model.ts';
import { holds } from '../../people/rules.ts';
import { type Refusal, refuse } from '../../refusal.ts';
import { ADVOCATE_LABEL, type RaiseForm } from './form.ts';

/**
 * Whose decision may be the one disputed: the child's team manager and whoever holds a post of the ladder over the child's
 * service. Before the child is known, whoever holds any of those posts.
 */
export function officersOfLine(about: Case | null, { register, ladder }: Authority): readonly Person[] {
  const posts = new Set<Post>(['team-manager', ...ladder.stages.map(({ post }) => post)]);
  const held = [...register.values()].filter((person) => holds(person, ...posts));
  if (!about) return held;
  const { teamManager } = about.people;
  const service = register.get(teamManager)?.service ?? null;
  const isOver = (person: Person) =>
    !holds(person, 'team-manager') && (person.service === null || person.service === service);
  return held.filter((person) => person.id === teamManager || isOver(person));
}

/** "Grace Obi, Service manager". */
export function sayOfficer({ name, posts }: Person): string {
  return posts.length > 0 ? `${name}, ${posts.map((post) => POSTS[post]).join(', ')}` : name;
}

/** What is wrong with the details that may be left out; each is said beside its field. */
export function wrongDetails(
  form: RaiseForm,
  about: Case,
  siblings: readonly Case[],
  authority: Authority,
  today: LocalDate,
): Refusal | null {
  const { advocateOn, decidedBy } = form;
  const early = notYetTold(advocateOn, today);
  if (early) return early;
  if (decidedBy !== null && !officersOfLine(about, authority).some(({ id }) => id === decidedBy)) {
    return beside(
      'decidedBy',
      `Whose decision is disputed: that is not one of ${about.id}’s officers. Choose one from the list.`,
    );
  }
  const known = [about, ...siblings].map(({ id }) => id);
  const unknown = form.siblings.find((reference) => !known.includes(reference));
  if (unknown === undefined) return null;
  return beside(
    'siblings',
    `Other children: ${unknown} is not a looked-after child that you review. Untick it, or raise a dispute of its own.`,
  );
}

/** The child cannot have been told on a day that has not come. */
export function notYetTold(advocateOn: LocalDate | null, today: LocalDate): Refusal | null {
  if (advocateOn === null || advocateOn <= today) return null;
  return beside('advocateOn', `${ADVOCATE_LABEL}: ${sayDay(advocateOn)} has not come yet. Give the day it was done.`);
}

/** What is urgent has a reason, and what has a reason for being urgent is urgent. */
export function wrongUrgency({ urgent, whyUrgent }: RaiseForm): Refusal | null {
  if (urgent === (whyUrgent !== '')) return null;
  return urgent
    ? beside('whyUrgent', 'Why it is urgent: say why it cannot wait, or turn Urgent off.')
    : beside('urgent', 'Urgent: you wrote why it is urgent. Turn Urgent on, or take the reason out.');
}

function beside(field: string, says: string): Refusal {
  return refuse(says, { [field]: says });
}
