import type { LocalDate } from '../local-date.ts';
import { type Person, type PersonId, POSTS, type Post, type Register } from '../people/model.ts';
import { holds, lineOf, whoActsFor } from '../people/rules.ts';
import { type Climb, INFORMAL } from './model.ts';

/** The posts of the reviewing service: they challenge a dispute’s officers and never are one (R-IRO-05). */
const REVIEWING: readonly Post[] = ['iro', 'iro-manager'];
/** The line of management ends here for this purpose: everybody in the authority is below these two. */
const OVER_EVERYONE: readonly Post[] = ['director', 'chief-executive'];

/** Why somebody may not answer at a stage in any hat, their own post’s or cover’s (domain.md 7.3); null when they may. */
export function conflictOf(
  person: Person,
  stage: number,
  { conflicts }: Climb,
  register: Register,
  day: LocalDate,
): string | null {
  const { name } = person;
  if (person.id === conflicts.decidedBy) return `${name} answers there and made the decision that is disputed`;
  if (person.id === conflicts.iro) return `${name} answers there and is the IRO`;
  const reviewing = REVIEWING.find((post) => person.posts.includes(post));
  if (reviewing && whoActsFor(conflicts.iro, register, day)?.person.id === person.id)
    return `${name} answers there and covers for the IRO`;
  if (reviewing) return `${name} answers there and is of the reviewing service (${POSTS[reviewing]})`;
  if (managersOf(conflicts.iro, register).includes(person.id)) return `${name} answers there and manages the IRO`;
  const isAgain = conflicts.asked.some(
    (asked) => asked.officer === person.id && asked.stage !== INFORMAL && asked.stage < stage,
  );
  return isAgain ? `${name} answers there too and was asked before` : null;
}

/** The IRO’s own line: the managers above, up to those who are over everyone. */
function managersOf(iro: PersonId, register: Register): readonly PersonId[] {
  const above = lineOf(iro, register).slice(1);
  const top = above.findIndex((id) => {
    const manager = register.get(id);
    return manager !== undefined && holds(manager, ...OVER_EVERYONE);
  });
  return top < 0 ? above : above.slice(0, top);
}
